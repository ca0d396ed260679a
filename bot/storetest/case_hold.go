package storetest

import (
	"repartee/flows"
	"repartee/flows/shop"
)

const (
	beans  = "coffee.crema"
	grinds = "coffee.crema.ground"
	slot   = "slot.tasting.berlin.1000000100000" // a day after the desk's now
)

func holding() []testCase {
	return []testCase{
		{"what is held is not left, and comes back when it is released", func(d *desk) {
			d.seed(map[string]int64{beans: 5, grinds: 1})
			d.done(d.hold("h", some(beans, 3), some(grinds, 1)))
			d.left(map[string]int64{beans: 2, grinds: 0})
			for range 2 {
				d.done(d.release("h"))
				d.left(map[string]int64{beans: 5, grinds: 1})
			}
		}},
		{"all is held or nothing, and too little of what is told", func(d *desk) {
			d.seed(map[string]int64{beans: 5, grinds: 1})
			d.same("answer", d.hold("h", some(beans, 3), some(grinds, 2)), flows.StockResult{Left: map[string]int64{grinds: 1}})
			d.same("both", d.hold("h", some(beans, 9), some(grinds, 2)), flows.StockResult{Left: map[string]int64{beans: 5, grinds: 1}})
			d.left(map[string]int64{beans: 5, grinds: 1})
		}},
		{"of what is not counted there is nothing", func(d *desk) {
			d.same("answer", d.hold("h", some(beans, 1)), flows.StockResult{Left: map[string]int64{beans: 0}})
		}},
		{"lines of the same key are added up", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.same("too much", d.hold("h", some(beans, 3), some(beans, 3)), flows.StockResult{Left: map[string]int64{beans: 5}})
			d.done(d.hold("h", some(beans, 2), some(beans, 3)))
			d.left(map[string]int64{beans: 0})
		}},
		{"a hold takes the place of what it had", func(d *desk) {
			d.seed(map[string]int64{beans: 5, grinds: 1})
			for range 2 {
				d.done(d.hold("h", some(beans, 5)))
			}
			d.done(d.hold("h", some(beans, 2), some(grinds, 1)))
			d.left(map[string]int64{beans: 3, grinds: 0})
			d.done(d.hold("h"))
			d.left(map[string]int64{beans: 5, grinds: 1})
		}},
		{"a hold that cannot be had leaves nothing held", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.hold("h", some(beans, 2)))
			d.done(d.hold("other", some(beans, 2)))
			d.same("answer", d.hold("h", some(beans, 4)), flows.StockResult{Left: map[string]int64{beans: 3}})
			d.left(map[string]int64{beans: 3})
		}},
		{"a hold ends with its time", func(d *desk) {
			d.seed(map[string]int64{beans: 1})
			d.done(d.hold("h", some(beans, 1)))
			d.now += hold - 1
			d.same("before", d.hold("other", some(beans, 1)).OK, false)
			d.now++
			d.done(d.hold("other", some(beans, 1)))
			d.left(map[string]int64{beans: 0})
		}},
		{"a longer hold ends later", func(d *desk) {
			d.seed(map[string]int64{beans: 1})
			d.done(d.hold("h", some(beans, 1)))
			d.now += hold - 1000
			d.done(d.hold("h", some(beans, 1)))
			d.now += hold - 1000
			d.same("before", d.hold("other", some(beans, 1)).OK, false)
		}},
		{"many holds that end at once all come back", func(d *desk) {
			const many = 450
			d.seed(map[string]int64{beans: many})
			d.together(many, func(i int64) error {
				_, err := d.store.Stock(d.Context(), d.holding("h"+text(i), some(beans, 1)), later+d.now)
				return err
			})
			d.left(map[string]int64{beans: 0})
			d.now += hold
			d.done(d.hold("all", some(beans, many)))
			d.now += hold
			d.release("none")
			d.left(map[string]int64{beans: many})
		}},
		{"a read gives back by the store's own clock", func(d *desk) {
			d.seed(map[string]int64{beans: 3})
			d.done(d.stock(flows.StockJob{Op: flows.StockHold, Hold: "past", Items: []shop.Held{some(beans, 1)}, Until: d.store.Now()/1000 - 60}))
			d.left(map[string]int64{beans: 3})
		}},
		{"of a free time so many are held as there is room for", func(d *desk) {
			seats := shop.Held{Key: slot, Quantity: 2, Supply: 3}
			d.done(d.hold("h", seats))
			d.same("too many", d.hold("other", seats), flows.StockResult{Left: map[string]int64{slot: 1}})
			d.done(d.hold("other", shop.Held{Key: slot, Quantity: 1, Supply: 3}))
			d.left(map[string]int64{slot: -3})
			d.same("with less room", d.hold("third", shop.Held{Key: slot, Quantity: 1, Supply: 1}), flows.StockResult{Left: map[string]int64{slot: 0}})
			d.done(d.hold("h", shop.Held{Key: slot, Quantity: 2, Supply: 1}))
			d.release("h")
			d.release("other")
			d.left(map[string]int64{})
		}},
		{"what makes no sense is refused", func(d *desk) {
			for _, job := range []flows.StockJob{
				{Op: "steal", Hold: "h"},
				{Op: flows.StockHold, Hold: "h", Items: []shop.Held{some(beans, 0)}},
				{Op: flows.StockSell, Hold: "h", Items: []shop.Held{some(beans, -1)}},
				{Op: flows.StockHold, Hold: "h", Items: []shop.Held{{Key: slot, Quantity: 1, Supply: -1}}},
			} {
				if _, err := d.store.Stock(d.Context(), job, d.now); err == nil {
					d.Fatalf("%+v: no error", job)
				}
			}
		}},
	}
}
