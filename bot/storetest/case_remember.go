package storetest

import "repartee/flows/shop"

// day is one in milliseconds.
const day = 24 * 60 * 60 * 1000

// seat is the only one at a free time that begins so many days after the desk's now.
func (d *desk) seat(days int64) shop.Held {
	return shop.Held{Key: "slot.tasting.berlin." + text((later+d.now+days*day)/1000), Quantity: 1, Supply: 1}
}

func remembering() []testCase {
	return []testCase{
		{"a sale of goods is remembered for 400 days", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.sell("h", some(beans, 1)))
			d.done(d.sell("other", some(beans, 1)))
			d.now += 400*day - 1
			d.done(d.sell("h", some(beans, 1)))
			d.left(map[string]int64{beans: 3})
			d.done(d.giveBack("other"))
			d.left(map[string]int64{beans: 4})
			d.now++
			d.done(d.giveBack("h"))
			d.left(map[string]int64{beans: 4})
			d.same("the end of it is remembered too", d.sell("h", some(beans, 1)).OK, false)
		}},
		{"a sale of a free time is remembered for 90 days after it", func(d *desk) {
			visit := d.seat(180)
			d.done(d.sell("h", visit))
			d.now += 91 * day
			d.done(d.giveBack("h"))
			d.done(d.sell("other", visit))
			d.now += 179*day - 1
			d.done(d.giveBack("other"))
			d.done(d.sell("third", visit))
			d.left(map[string]int64{visit.Key: -1})
			d.now += 90 * day
			d.done(d.giveBack("third"))
			d.left(map[string]int64{visit.Key: -1})
		}},
		{"a sale of several things is remembered as long as the one that is remembered longest", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			soon, far := d.seat(1), d.seat(500)
			d.done(d.sell("a", far, some(beans, 1), soon))
			d.done(d.sell("b", some(beans, 1), d.seat(2)))
			d.now += 399 * day
			d.done(d.giveBack("b"))
			d.now += 191*day - 1
			d.done(d.giveBack("a"))
			d.left(map[string]int64{beans: 5})
		}},
		{"a sale of nothing is remembered too", func(d *desk) {
			d.done(d.sell("h"))
			d.now += 90*day - 1
			d.same("something else", d.sell("h", d.seat(1)), d.sell("h", d.seat(2)))
			d.left(map[string]int64{})
		}},
		{"that something was given back is remembered for 90 days", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.sell("h", some(beans, 1)))
			d.done(d.giveBack("h"))
			d.now += 90*day - 1
			d.same("a late sale", d.sell("h", some(beans, 1)).OK, false)
			d.now++
			d.done(d.sell("h", some(beans, 1)))
			d.left(map[string]int64{beans: 4})
		}},
	}
}
