package storetest

import (
	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

func seeding() []testCase {
	return []testCase{
		{"the same number leaves what is left, another one sets it", func(d *desk) {
			d.seed(map[string]int64{beans: 5, grinds: 2})
			d.done(d.sell("h", some(beans, 3)))
			d.seed(map[string]int64{beans: 5})
			d.left(map[string]int64{beans: 2, grinds: 2})
			d.seed(map[string]int64{beans: 6, grinds: 2, slot: 0})
			d.left(map[string]int64{beans: 6, grinds: 2, slot: 0})
			d.seed(nil)
			d.left(map[string]int64{beans: 6, grinds: 2, slot: 0})
		}},
		{"what is held lies on the shelf when it is counted", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.hold("h", some(beans, 2)))
			d.done(d.hold("other", some(beans, 2), some(beans, 1)))
			d.seed(map[string]int64{beans: 4})
			d.left(map[string]int64{beans: -1})
			d.same("a third", d.hold("third", some(beans, 1)), flows.StockResult{Left: map[string]int64{beans: 0}})
			d.done(d.hold("h", some(beans, 2)))
			d.done(d.sell("h", some(beans, 2)))
			d.done(d.release("other"))
			d.left(map[string]int64{beans: 2})
		}},
		{"what is counted and all gone is told from what is not counted", func(d *desk) {
			d.seed(map[string]int64{beans: 1})
			d.done(d.sell("h", some(beans, 1)))
			d.left(map[string]int64{beans: 0})
		}},
		{"many keys are seeded at once", func(d *desk) {
			want := map[string]int64{}
			for i := range int64(2500) {
				want["item."+text(i)] = i
			}
			d.seed(want)
			d.left(want)
		}},
		{"what has another name now is counted as before", func(d *desk) {
			d.seed(map[string]int64{"coffee.crema": 5})
			d.done(d.sell("h", some("coffee.crema", 3)))
			d.done(d.hold("lea", shop.Held{Key: "slot.people.lea.4000000000", Quantity: 1, Supply: 1}))
			first := flows.Stocklist{Stock: map[string]int64{"coffee.bar": 5}, Items: []string{"coffee.bar", "people.mia"},
				Former: map[string]string{"coffee.crema": "coffee.bar", "people.lea": "people.mia"}}
			names := bot.StockNames{"coffee.bar": "coffee.crema", "people.mia": "people.lea"}
			d.same("names", d.lists(first), names)
			d.same("once more", d.lists(first), names)
			d.left(map[string]int64{"coffee.crema": 2, "slot.people.lea.4000000000": -1})
			names["coffee.roma"] = "coffee.crema"
			again := flows.Stocklist{Stock: map[string]int64{"coffee.roma": 5}, Items: []string{"coffee.roma"}, Former: map[string]string{"coffee.bar": "coffee.roma"}}
			d.same("renamed again", d.lists(again), names)
			d.left(map[string]int64{"coffee.crema": 2, "slot.people.lea.4000000000": -1})
			names["coffee.crema"] = "coffee.crema~2"
			other := flows.Stocklist{Stock: map[string]int64{"coffee.crema": 9, "coffee.roma": 5}, Items: []string{"coffee.crema", "coffee.roma"}}
			d.same("another with the id of before", d.lists(other), names)
			d.left(map[string]int64{"coffee.crema": 2, "coffee.crema~2": 9, "slot.people.lea.4000000000": -1})
		}},
		{"the version rises with each change, and with nothing else", func(d *desk) {
			was := d.version(0, true)
			d.same("unchanged", d.version(was, false), was)
			for what, change := range map[string]func(){
				"nothing there":   func() { d.hold("h", some(beans, 9)) },
				"nothing held":    func() { d.release("h") },
				"nothing seeded":  func() { d.seed(nil) },
				"an order placed": func() { d.turn(bot.Commit{Orders: written(shop.Placed, "x")}) },
			} {
				change()
				d.same(what, d.version(was, false), was)
			}
			for _, change := range []func(){
				func() { d.seed(map[string]int64{beans: 3}) },
				func() { d.hold("h", some(beans, 2)) },
				func() { d.hold("h", some(beans, 1)) },
				func() { d.release("h") },
				func() { d.sell("h", some(beans, 2)) },
				func() { d.giveBack("h") },
				func() { d.seed(map[string]int64{beans: 4}) },
			} {
				change()
				now := d.version(was, true)
				if now <= was {
					d.Fatalf("version %d after %d", now, was)
				}
				was = now
				d.same("unchanged", d.version(was, false), was)
			}
			d.seed(map[string]int64{beans: 4})
			d.same("seeded the same", d.version(was, false), was)
			d.sell("h2", some(beans, 1))
			was = d.version(was, true)
			d.sell("h2", some(beans, 1))
			d.same("sold again", d.version(was, false), was)
		}},
	}
}
