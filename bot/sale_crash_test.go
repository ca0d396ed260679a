package bot_test

import (
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows/shop"
)

// TestCrashOfASale lets the process die at the k-th call of the store, before or after it has had its effect, for every k of a purchase. The next process goes on: one
// order is paid, booked and sold, once.
func TestCrashOfASale(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		for k := int64(1); ; k++ {
			died := false
			t.Run(fmt.Sprintf("%s %d", when, k), func(t *testing.T) { died = saleWithCrash(t, when == "before", k) })
			if !died || t.Failed() {
				break
			}
		}
	}
}

// TestStoreFailsInASale lets the k-th call of the store fail, before or after it has had its effect, for every k of a purchase: the customer pays once more at worst.
func TestStoreFailsInASale(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		for k := int64(1); ; k++ {
			reached := false
			t.Run(fmt.Sprintf("%s %d", when, k), func(t *testing.T) {
				var calls atomic.Int64
				store := &faulty{fullStore: file(t)}
				fail := func(method string) error {
					if !byItself(method) && calls.Add(1) == k {
						return errDown
					}
					return nil
				}
				if when == "before" {
					store.before = fail
				} else {
					store.after = fail
				}
				r := newRig(t, ticketSet(t, 2), store)
				c := r.user(1)
				purchase(c)
				r.store = store.fullStore // what the test itself asks does not count
				r.over()
				r.soldOne(c)
				reached = calls.Load() >= k
			})
			if !reached || t.Failed() {
				break
			}
		}
	}
}

func saleWithCrash(t *testing.T, before bool, k int64) (died bool) {
	clock := newClock()
	kept := clockedFile(t, clock)
	first := &process{fullStore: kept, dead: make(chan struct{}), before: before, at: k}
	r := &rig{TB: t, server: newServer(t), store: first}
	tickets := ticketSet(t, 2)
	r.start(tickets, first.options(r), func(o *bot.Options) { o.Drain = time.Millisecond })
	c := r.user(1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		purchase(c)
	}()
	select {
	case <-first.dead:
	case <-ended:
	}
	r.stop()
	r.store = kept
	if died = first.gone.Load(); died {
		clock.add(time.Minute) // the claims of the dead end
	}
	r.start(tickets)
	<-ended
	r.over()
	r.soldOne(c)
	return died
}

// over waits until nothing is left to be done, and ends the bot.
func (r *rig) over() {
	r.Helper()
	eventually(r, "all is done", func() bool { return r.server.Pending() == 0 && len(r.state(1).Contact.Works) == 0 })
	r.stop()
}

// purchase buys a ticket, and pays again where the bot was dead.
func purchase(c *customer) {
	c.Start("")
	c.comesTo("")
	c.Say("pass")
	c.comesTo(invoiceOnScreen)
	_, err := c.pay(telegramtest.Payment{})
	for try := 0; err != nil && try < 3; try++ {
		_, err = c.pay(telegramtest.Payment{})
	}
	if err != nil {
		c.Error(err)
		return
	}
	c.comesTo("You have it.")
}

// soldOne looks that one ticket of two was sold, once in every book.
func (r *rig) soldOne(c *customer) {
	r.Helper()
	orders := r.state(1).Contact.Orders
	paid := slices.DeleteFunc(slices.Clone(orders), func(o shop.Order) bool { return o.State != shop.Paid })
	if len(paid) != 1 || len(paid[0].Grants) != 1 || len(paid[0].Charges) != 1 {
		r.Fatalf("orders %+v", orders)
	}
	if _, stored := r.kept(1, paid[0].Number); stored.State != shop.Paid {
		r.Errorf("the store has the order as %s", stored.State)
	}
	if rows, charges := r.ledger(), r.server.Charges(); len(rows) != 1 || len(charges) != 1 || rows[0].ID != charges[0].ID {
		r.Errorf("ledger %+v, charges %+v", rows, charges)
	}
	if left := r.left(ticketKey); left != 1 {
		r.Errorf("%d are left of 2", left)
	}
	if !r.hasCode(paid[0]) {
		r.Errorf("the customer was not told his code: %q", said(c.Messages()))
	}
	r.nothingDied()
}
