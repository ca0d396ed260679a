package storetest

import (
	"maps"

	"repartee/flows/shop"
)

// slotAt is the key of a free time so many days after the store's own now.
func (d *desk) slotAt(days int64) string {
	return "slot.tasting.berlin." + text((d.store.Now()+days*day)/1000)
}

func passing() []testCase {
	return []testCase{
		{"free times of the past are counted no longer", func(d *desk) {
			past, recent, future := d.slotAt(-3), d.slotAt(-1), d.slotAt(1)
			for _, key := range []string{past, recent, future, "slot.machine.x", "slot.far.9000000000000000000", "voucher.XMAS"} {
				d.done(d.sell(key, shop.Held{Key: key, Quantity: 1, Supply: 3}))
			}
			rest := map[string]int64{recent: -1, future: -1, "slot.machine.x": -1, "slot.far.9000000000000000000": -1, "voucher.XMAS": -1}
			d.left(rest)
			was := d.version(0, true)
			d.same("that changes nothing", d.version(was, false), was)
			d.done(d.giveBack(past))
			d.left(rest)
		}},
		{"what the catalog counts is no free time, whatever it is called", func(d *desk) {
			past := d.slotAt(-3)
			want := map[string]int64{past: 2, slot: 0}
			d.seed(want)
			d.left(want)
			d.done(d.sell("h", some(past, 1)))
			d.left(map[string]int64{past: 1, slot: 0})
		}},
		{"so many of the past as there may be", func(d *desk) {
			var booked []shop.Held
			want := map[string]int64{}
			for i := range int64(1300) {
				past, future := shop.Held{Key: d.slotAt(-3 - i), Quantity: 1, Supply: 1}, shop.Held{Key: d.slotAt(1 + i), Quantity: 1, Supply: 1}
				booked = append(booked, past, future)
				want[future.Key] = -1
			}
			d.done(d.sell("h", booked...))
			for range 3 {
				d.left(want)
			}
			again := maps.Clone(want)
			d.done(d.sell("next", shop.Held{Key: slot, Quantity: 1, Supply: 1}))
			again[slot] = -1
			d.left(again)
		}},
	}
}
