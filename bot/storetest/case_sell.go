package storetest

import "repartee/flows"

func selling() []testCase {
	return []testCase{
		{"what was held is sold once", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.hold("h", some(beans, 3)))
			for range 2 {
				d.done(d.sell("h", some(beans, 3)))
				d.done(d.release("h"))
				d.done(d.hold("h", some(beans, 3)))
				d.left(map[string]int64{beans: 2})
			}
			d.now += hold
			d.done(d.sell("h", some(beans, 3)))
			d.left(map[string]int64{beans: 2})
		}},
		{"a part of what was held is sold, the rest comes back", func(d *desk) {
			d.seed(map[string]int64{beans: 5, grinds: 1})
			d.done(d.hold("h", some(beans, 3), some(grinds, 1)))
			d.done(d.sell("h", some(beans, 2)))
			d.left(map[string]int64{beans: 3, grinds: 1})
		}},
		{"what was sold under an id cannot be sold anew under it", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.sell("h", some(beans, 1)))
			d.same("more", d.sell("h", some(beans, 2)), flows.StockResult{})
			d.same("something else", d.hold("h", some(grinds, 1)), flows.StockResult{})
			d.left(map[string]int64{beans: 4})
		}},
		{"after its hold has ended it is sold from what is left", func(d *desk) {
			d.seed(map[string]int64{beans: 2})
			d.done(d.hold("h", some(beans, 1)))
			d.now += hold
			d.done(d.hold("other", some(beans, 1)))
			d.done(d.sell("h", some(beans, 1)))
			d.left(map[string]int64{beans: 0})
		}},
		{"or not at all where it is gone", func(d *desk) {
			d.seed(map[string]int64{beans: 1})
			d.done(d.hold("h", some(beans, 1)))
			d.now += hold
			d.done(d.sell("other", some(beans, 1)))
			for range 2 {
				d.same("answer", d.sell("h", some(beans, 1)), flows.StockResult{Left: map[string]int64{beans: 0}})
			}
			d.left(map[string]int64{beans: 0})
		}},
		{"what is given back is there once more, and stays so", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.sell("h", some(beans, 3)))
			for range 2 {
				d.done(d.giveBack("h"))
				d.left(map[string]int64{beans: 5})
			}
			d.same("a late sale", d.sell("h", some(beans, 3)), flows.StockResult{})
			d.same("a late hold", d.hold("h", some(beans, 3)), flows.StockResult{})
			d.done(d.release("h"))
			d.left(map[string]int64{beans: 5})
		}},
		{"what is held and given back is not sold any more", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.hold("h", some(beans, 3)))
			d.done(d.giveBack("h"))
			d.same("a late sale", d.sell("h", some(beans, 3)), flows.StockResult{})
			d.left(map[string]int64{beans: 5})
		}},
		{"what was released can be held and sold again", func(d *desk) {
			d.seed(map[string]int64{beans: 5})
			d.done(d.hold("h", some(beans, 3)))
			d.done(d.release("h"))
			d.done(d.hold("h", some(beans, 2)))
			d.done(d.sell("h", some(beans, 2)))
			d.left(map[string]int64{beans: 3})
		}},
	}
}
