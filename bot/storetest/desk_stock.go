package storetest

import (
	"sync"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

func some(key string, quantity int64) shop.Held { return shop.Held{Key: key, Quantity: quantity} }

// later is how far behind the store's clock the desk's own would be, so that a read ends no hold before its time.
const later = 1_000_000_000_000_000

// stock does an operation at the desk's time, taken to be far in the future of the store's own clock: Left gives back by that one.
func (d *desk) stock(job flows.StockJob) flows.StockResult {
	d.Helper()
	out, err := d.store.Stock(d.Context(), job, later+d.now)
	if err != nil {
		d.Fatalf("Stock: %v", err)
	}
	return out
}

// hold holds for as long as a claim; the time now must be whole seconds.
func (d *desk) hold(id string, items ...shop.Held) flows.StockResult {
	d.Helper()
	return d.stock(d.holding(id, items...))
}

func (d *desk) holding(id string, items ...shop.Held) flows.StockJob {
	return flows.StockJob{Op: flows.StockHold, Hold: id, Items: items, Until: (later + d.now + hold) / 1000}
}

func (d *desk) sell(id string, items ...shop.Held) flows.StockResult {
	d.Helper()
	return d.stock(flows.StockJob{Op: flows.StockSell, Hold: id, Items: items})
}

func (d *desk) release(id string) flows.StockResult {
	d.Helper()
	return d.stock(flows.StockJob{Op: flows.StockRelease, Hold: id})
}

func (d *desk) giveBack(id string) flows.StockResult {
	d.Helper()
	return d.stock(flows.StockJob{Op: flows.StockReturn, Hold: id})
}

// done holds that an operation was carried out.
func (d *desk) done(out flows.StockResult) {
	d.Helper()
	d.same("answer", out, flows.StockResult{OK: true})
}

func (d *desk) seed(stock map[string]int64) {
	d.Helper()
	d.lists(flows.Stocklist{Stock: stock})
}

// lists seeds a whole list, and gives the names that the stock is counted by.
func (d *desk) lists(list flows.Stocklist) bot.StockNames {
	d.Helper()
	names, err := d.store.Seed(d.Context(), list)
	if err != nil {
		d.Fatalf("Seed: %v", err)
	}
	return names
}

// left holds what is left.
func (d *desk) left(want map[string]int64) {
	d.Helper()
	got, _, changed, err := d.store.Left(d.Context(), 0)
	if err != nil || !changed {
		d.Fatalf("Left: changed %v, %v", changed, err)
	}
	d.same("left", got, want)
}

// version is that of the stock, and holds whether it has changed since another.
func (d *desk) version(since int64, changes bool) int64 {
	d.Helper()
	left, version, changed, err := d.store.Left(d.Context(), since)
	if err != nil || changed != changes || !changed && left != nil {
		d.Fatalf("Left since %d: %v, version %d, changed %v, %v", since, left, version, changed, err)
	}
	return version
}

// together does something many times at once: a store may then write it in one go.
func (d *desk) together(times int64, do func(i int64) error) {
	d.Helper()
	var all sync.WaitGroup
	for i := range times {
		all.Go(func() {
			if err := do(i); err != nil {
				d.Error(err)
			}
		})
	}
	all.Wait()
	if d.Failed() {
		d.FailNow()
	}
}
