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
