package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

// numbers are those that orders have, keys those that stock has: goods, and free times that are near, far, and past by the stores' own clock.
var (
	numbers = []string{"n1", "n2", "n3"}
	keys    = []string{"a", "b", "c.d", "slot.x", "slot.s.near.1000001000050", "slot.s.far.1000030000000", "slot.s.farther.1000090000000", "slot.s.past.1700000000"}
)

// till are the operations on the till.
func (p *pair) till() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"":           p.compareOrders,
		"commit":     p.commit,
		"again":      p.commitAgain,
		"approve":    p.approve,
		"stock":      p.stock,
		"more stock": p.stock,
		"and more":   p.stock,
		"seed":       p.seed,
		"time goes":  p.wait,
		"unpaid":     p.unpaid,
		"months go":  p.rest,
	}
}

// sales are the orders and entries of a commit, if any.
func (p *pair) sales(c *bot.Commit) {
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 1, 2}).Draw(p.rt, "orders") {
		o := bot.OrderWrite{
			Number: rapid.SampledFrom(numbers).Draw(p.rt, "number"), Expires: p.now + rapid.Int64Range(-2, 20).Draw(p.rt, "expires in"),
			State: rapid.SampledFrom([]shop.OrderState{shop.Open, shop.Open, shop.Open, shop.Paid, shop.Delivered, shop.Cancelled, shop.Expired}).Draw(p.rt, "state"),
		}
		if rapid.IntRange(0, 5).Draw(p.rt, "with a body") > 0 {
			o.Body = fmt.Appendf(nil, "order|%d", p.turns)
		}
		o.Forget = rapid.IntRange(0, 5).Draw(p.rt, "forgotten") == 0
		c.Orders = append(c.Orders, o)
	}
	for i := range rapid.SampledFrom([]int{0, 0, 0, 0, 0, 1, 2}).Draw(p.rt, "charges") {
		id := fmt.Sprintf("%d.%d", c.Chat, rapid.IntRange(0, 8).Draw(p.rt, "charge"))
		c.Ledger = append(c.Ledger, bot.LedgerWrite{ID: id, Row: fmt.Appendf(nil, `{"id": %q, "amount": %d}`, id, 100*p.turns+i)})
	}
}

func (p *pair) approve(rt *rapid.T) {
	p.rt = rt
	chat, _ := p.someone()
	a := bot.Approval{Chat: chat, Order: rapid.SampledFrom(numbers).Draw(rt, "number"), Payer: rapid.Int64Range(1, 2).Draw(rt, "payer"), Now: p.now}
	if rapid.IntRange(0, 3).Draw(rt, "taken back") > 0 {
		a.Until = p.now + rapid.Int64Range(1, 10).Draw(rt, "until")
	}
	both(p, "Approve", func(s Store) (bot.Approved, error) { return s.Approve(p.t.Context(), a) })
}

// stock counts each millisecond of the test's clock as a second, which is what a hold is made in.
func (p *pair) stock(rt *rapid.T) {
	p.rt = rt
	ops := []flows.StockOp{flows.StockHold, flows.StockHold, flows.StockHold, flows.StockSell, flows.StockSell, flows.StockRelease, flows.StockReturn}
	job := flows.StockJob{
		Op:    rapid.SampledFrom(ops).Draw(rt, "op"),
		Hold:  fmt.Sprintf("%d.%d", p.chats[0], rapid.IntRange(0, 3).Draw(rt, "hold")),
		Until: later/1000 + p.now + rapid.Int64Range(-1, 12).Draw(rt, "until"),
	}
	for range rapid.SampledFrom([]int{0, 1, 1, 1, 2, 3}).Draw(rt, "items") {
		item := shop.Held{
			Key: rapid.SampledFrom(keys).Draw(rt, "key"), Quantity: rapid.Int64Range(1, 3).Draw(rt, "quantity"),
			Supply: rapid.SampledFrom([]int64{0, 0, 2}).Draw(rt, "supply"),
		}
		if strings.HasPrefix(item.Key, "slot.s.") {
			item.Quantity, item.Supply = 1, 2
		}
		job.Items = append(job.Items, item)
	}
	both(p, "Stock", func(s Store) (flows.StockResult, error) { return s.Stock(p.t.Context(), job, later+p.now*1000) })
	p.left()
}

// rest lets so much time go that sales may be forgotten, which the stock counts in seconds.
func (p *pair) rest(rt *rapid.T) {
	p.now += rapid.Int64Range(80, 410).Draw(rt, "days") * day / 1000
	if rapid.Bool().Draw(rt, "a month in milliseconds") {
		p.now += 31 * day
	}
}

func (p *pair) unpaid(rt *rapid.T) {
	p.rt = rt
	both(p, "DropUnpaid", func(s Store) (int, error) { return s.DropUnpaid(p.t.Context(), p.now) })
}

func (p *pair) seed(rt *rapid.T) {
	p.rt = rt
	stock := map[string]int64{}
	for range rapid.IntRange(0, 2).Draw(rt, "keys") {
		stock[rapid.SampledFrom(keys).Draw(rt, "key")] = rapid.Int64Range(0, 6).Draw(rt, "there")
	}
	both(p, "Seed", func(s Store) (bot.StockNames, error) { return s.Seed(p.t.Context(), flows.Stocklist{Stock: stock}) })
	p.left()
}

// left compares what is left, and remembers its version.
func (p *pair) left() {
	type answer struct {
		Left    map[string]int64
		Version int64
		Changed bool
	}
	p.version = both(p, "Left", func(s Store) (a answer, err error) {
		a.Left, a.Version, a.Changed, err = s.Left(p.t.Context(), p.version)
		return a, err
	}).Version
}

// compareOrders looks at the contact that was touched last.
func (p *pair) compareOrders(rt *rapid.T) {
	p.rt = rt
	for _, number := range numbers {
		both(p, "Order "+number, func(s Store) (o bot.KeptOrder, err error) {
			o, _, err = s.Order(p.t.Context(), p.touched, number)
			return o, err
		})
	}
}

// compareTills reads all orders and the whole ledger, of all runs.
func (p *pair) compareTills() {
	both(p, "Orders", func(s Store) (all []bot.KeptOrder, err error) {
		err = s.Orders(p.t.Context(), func(o bot.KeptOrder) error {
			all = append(all, o)
			return nil
		})
		slices.SortFunc(all, func(x, y bot.KeptOrder) int {
			return cmp.Or(cmp.Compare(x.Chat, y.Chat), cmp.Compare(x.Number, y.Number))
		})
		return all, err
	})
	both(p, "Ledger", func(s Store) (all []shop.Entry, err error) {
		err = s.Ledger(p.t.Context(), func(e shop.Entry) error {
			all = append(all, e)
			return nil
		})
		slices.SortFunc(all, func(x, y shop.Entry) int { return cmp.Compare(x.ID, y.ID) })
		return all, err
	})
}
