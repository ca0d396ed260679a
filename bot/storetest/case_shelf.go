package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"

	"repartee/flows"
	"repartee/flows/shop"
)

func shelving() []testCase {
	return []testCase{{"many at the same few items, each call once more by chance: nothing is sold that is not there, nothing is lost", shelf}}
}

const (
	buyers    = 12
	purchases = 20 // of each buyer
	onShelf   = 60 // of each item
)

// shelf has many buyers hold, sell, release and return at once. Afterwards what is left, held and sold of each item is what there was.
func shelf(d *desk) {
	items := []string{beans, grinds, "tea.sencha"}
	seeds := map[string]int64{}
	for _, item := range items {
		seeds[item] = onShelf
	}
	d.seed(seeds)
	var all, watch sync.WaitGroup
	over, stop := context.WithCancel(d.Context())
	defer stop()
	watch.Go(func() { neverBelowZero(over, d) })
	clock, taken := new(atomic.Int64), make([]map[string]int64, buyers)
	clock.Store(later)
	for i := range taken {
		all.Go(func() {
			b := buyer{d: d, number: i, clock: clock, dice: rand.New(rand.NewPCG(uint64(i), 7)), items: items, taken: map[string]int64{}}
			for n := range purchases {
				b.buy(fmt.Sprintf("%d.%d", i, n))
			}
			taken[i] = b.taken
		})
	}
	all.Wait()
	stop()
	watch.Wait()
	if d.Failed() {
		return
	}
	if _, err := d.store.Stock(d.Context(), flows.StockJob{Op: flows.StockRelease, Hold: "none"}, clock.Load()+hold); err != nil {
		d.Fatal(err)
	}
	for _, one := range taken {
		for item, quantity := range one {
			seeds[item] -= quantity
		}
	}
	d.left(seeds)
}

// neverBelowZero reads what is left again and again.
func neverBelowZero(over context.Context, d *desk) {
	var version int64
	for over.Err() == nil {
		left, now, _, err := d.store.Left(d.Context(), version)
		if err != nil {
			d.Errorf("Left: %v", err)
			return
		}
		version = now
		for item, quantity := range left {
			if quantity < 0 || quantity > onShelf {
				d.Errorf("%d of %s are left", quantity, item)
				return
			}
		}
	}
}

// buyer does what a customer's turns do, and what a crash in between makes of it: any call may be repeated, also beside itself.
type buyer struct {
	d      *desk
	number int
	clock  *atomic.Int64
	dice   *rand.Rand
	items  []string
	taken  map[string]int64 // for good, or held until long after the test
}

func (b *buyer) buy(id string) {
	first := b.dice.IntN(len(b.items))
	want := []shop.Held{some(b.items[first], 1+b.dice.Int64N(2))}
	if b.dice.IntN(3) == 0 {
		want = append(want, some(b.items[(first+1)%len(b.items)], 1))
	}
	now := b.clock.Add(1000)
	until := now + b.dice.Int64N(20)*1000
	fate := b.dice.IntN(6)
	if fate == 0 {
		until = now + 1_000_000_000
	}
	if !b.do(flows.StockJob{Op: flows.StockHold, Hold: id, Items: want, Until: until / 1000}, now) {
		if fate == 0 {
			return
		}
		now = b.clock.Add(1000) // and comes back later
	}
	switch fate {
	case 0:
		b.take(want)
	case 1:
		b.do(flows.StockJob{Op: flows.StockRelease, Hold: id}, now)
	case 2:
		b.do(flows.StockJob{Op: flows.StockSell, Hold: id, Items: want}, now)
		b.do(flows.StockJob{Op: flows.StockReturn, Hold: id}, now)
	case 3: // forgets about it
	default:
		if b.do(flows.StockJob{Op: flows.StockSell, Hold: id, Items: want}, now) {
			b.take(want)
		}
	}
}

// do does an operation, sometimes a few times at once, and tells what the last answer was.
func (b *buyer) do(job flows.StockJob, now int64) bool {
	var lost sync.WaitGroup
	for range b.dice.IntN(3) {
		lost.Go(func() { b.once(job, now) })
	}
	lost.Wait()
	return b.once(job, now)
}

func (b *buyer) once(job flows.StockJob, now int64) bool {
	out, err := b.d.store.Stock(b.d.Context(), job, now)
	if err != nil {
		b.d.Errorf("buyer %d: %v", b.number, err)
	}
	return out.OK
}

func (b *buyer) take(items []shop.Held) {
	for _, item := range items {
		b.taken[item.Key] += item.Quantity
	}
}
