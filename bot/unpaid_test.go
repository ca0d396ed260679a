package bot_test

import (
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows/shop"
)

// A bot takes away what it knows of orders that nobody paid, when nobody can ask about them any more.
func TestUnpaidOrdersAreDropped(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		store := open(t)
		kept := func(number string) bot.KeptOrder {
			t.Helper()
			o, there, err := store.Order(t.Context(), 7, number)
			if err != nil || !there {
				t.Fatalf("order %s: %v, %v", number, there, err)
			}
			return o
		}
		for i, age := range []time.Duration{0, bot.UnpaidKept + time.Hour} {
			number := []string{"new", "old"}[i]
			order := bot.OrderWrite{Number: number, State: shop.Expired, Body: []byte(`{"number":"` + number + `"}`)}
			c := bot.Commit{Chat: 7, Version: []string{"", "1.a"}[i], Next: []string{"1.a", "2.a"}[i], State: []byte("{}"), Now: store.Now() - age.Milliseconds(), Orders: []bot.OrderWrite{order}}
			if out, err := store.Commit(t.Context(), c); err != nil || out.Status != bot.OK {
				t.Fatalf("commit: %+v, %v", out, err)
			}
		}
		newRig(t, oneFlow(t, "flow: order\nsteps: [say: Hello]\n"), store)
		eventually(t, "the old one goes", func() bool { return kept("old").Body == nil })
		if old, fresh := kept("old"), kept("new"); old.State != shop.Expired || fresh.Body == nil {
			t.Errorf("old %+v, new %+v", old, fresh)
		}
	})
}
