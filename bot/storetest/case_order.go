package storetest

import (
	"maps"
	"slices"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

const (
	number = "K7-2F"
	payer  = 5_000_000_001
)

func ordering() []testCase {
	return []testCase{
		{"an order is read as it was committed last", func(d *desk) {
			d.order(shop.Open, "first")
			d.same("first", d.kept(), d.is(shop.Open, "first"))
			d.order(shop.Open, "a|b\x00\n|")
			d.same("second", d.kept(), d.is(shop.Open, "a|b\x00\n|"))
			d.chat += 256
			d.none("of another contact in the same partition")
		}},
		{"a refused commit writes no order and no row", func(d *desk) {
			d.turn(bot.Commit{Update: 3})
			c := bot.Commit{State: []byte("s"), Orders: written(shop.Open, "x"), Ledger: booked("c1"), Update: 3}
			d.same("seen before", d.commit(c).Status, bot.Duplicate)
			c.Update = 4
			d.same("another version", d.commit(c).Status, bot.Conflict)
			c.Version, c.Inbox = d.load().Version, "none"
			d.same("not in the inbox", d.commit(c).Status, bot.Stale)
			d.none("it")
			d.same("ledger", d.ledger(), []string(nil))
		}},
		{"an order without a number and a row without an id are refused", func(d *desk) {
			for _, c := range []bot.Commit{{Orders: []bot.OrderWrite{{State: shop.Open}}}, {Ledger: []bot.LedgerWrite{{Row: []byte("{}")}}}} {
				c.State = []byte("s")
				if _, err := d.store.Commit(d.Context(), d.fill(c)); err == nil {
					d.Fatal("no error")
				}
			}
			d.same("state", d.load(), bot.Record{})
		}},
		{"orders, entries, events and counts of one commit are all kept", func(d *desk) {
			d.turn(bot.Commit{Orders: append(written(shop.Open, "x"), bot.OrderWrite{Number: "N2", State: shop.Placed, Body: []byte("y")}), Ledger: booked("c1", "c2"),
				Counts: []bot.Count{{Table: "a", Key: "k"}, {Table: "b", Key: "l"}}, Outbox: messages("m", "n"), Claim: by("me"), Events: []byte("e")})
			d.same("orders", d.orders(), map[string]string{d.name(number): "x", d.name("N2"): "y"})
			d.same("ledger", d.ledger(), []string{"c1", "c2"})
			d.same("a", d.counts("a"), map[string]int64{"k": 1})
			d.same("b", d.counts("b"), map[string]int64{"l": 1})
			d.same("outbox", texts(d.ack("me", 0).Left), []string{"m", "n"})
			d.same("events", d.events(5), []string{"e"})
		}},
		{"orders and rows of all contacts are handed out, until it is enough", func(d *desk) {
			want := map[string]string{}
			for i := range int64(130) {
				d.chat = 256*i + 1 // all in one partition
				var c bot.Commit
				for n := range int64(5) {
					name, body := "n"+text(n), text(d.chat)+"."+text(n)
					c.Orders = append(c.Orders, bot.OrderWrite{Number: name, State: shop.Paid, Body: []byte(body)})
					c.Ledger = append(c.Ledger, booked(body)...)
					want[d.name(name)] = body
				}
				d.turn(c)
			}
			d.same("orders", d.orders(), want)
			d.same("rows", d.ledger(), slices.Sorted(maps.Values(want)))
			d.stops()
		}},
		{"a charge is booked once", func(d *desk) {
			d.turn(bot.Commit{Orders: written(shop.Paid, "paid"), Ledger: booked("c1")})
			again := bot.Commit{Version: d.load().Version, State: []byte("again"), Orders: written(shop.Cancelled, "again"), Ledger: booked("c2", "c1"),
				Outbox: messages("m"), Claim: by("me"), Update: 9}
			d.same("answer", d.commit(again), bot.Committed{Status: bot.Booked})
			d.same("state", d.load().State, []byte(`{"turn":1}`))
			d.same("order", string(d.kept().Body), "paid")
			d.same("ledger", d.ledger(), []string{"c1"})
			d.same("the update is still new", d.turn(bot.Commit{Update: 9}), bot.Committed{})
		}},
	}
}

func forgettingOrders() []testCase {
	return []testCase{
		{"with a contact go the bodies of closed orders; what is open, and the ledger, stay", func(d *desk) {
			states := []shop.OrderState{shop.Open, shop.Placed, shop.Paid, shop.Packed, shop.Sent, shop.Short, shop.Delivered, shop.Cancelled, shop.Refunded, shop.Expired}
			var all []bot.OrderWrite
			for _, state := range states {
				all = append(all, bot.OrderWrite{Number: string(state), State: state, Expires: d.now + hold, Body: []byte(state)})
			}
			d.turn(bot.Commit{Orders: all, Ledger: booked("c1")})
			d.chat++
			d.turn(bot.Commit{Orders: []bot.OrderWrite{{Number: "other", State: shop.Delivered, Body: []byte("other")}}})
			d.chat--
			d.same("forgotten", d.commit(bot.Commit{Version: d.load().Version}).Status, bot.OK)
			want := map[string]string{}
			for i, state := range states {
				want[d.name(string(state))] = ""
				if i < 6 {
					want[d.name(string(state))] = string(state)
				}
			}
			d.chat++
			want[d.name("other")] = "other"
			d.chat--
			d.same("bodies", d.orders(), want)
			d.same("ledger", d.ledger(), []string{"c1"})
			kept, there, err := d.store.Order(d.Context(), d.chat, "delivered")
			d.same("the head", kept, bot.KeptOrder{Number: "delivered", Chat: d.chat, State: shop.Delivered})
			d.same("is there", []any{there, err}, []any{true, nil})
		}},
		{"an order that the forgetting commit closes is forgotten with it", func(d *desk) {
			d.order(shop.Open, "secret")
			d.commit(bot.Commit{Version: d.load().Version, Orders: written(shop.Cancelled, "secret"), Outbox: messages("bye"), Claim: by("me")})
			d.same("order", d.kept(), d.is(shop.Cancelled, ""))
			d.same("over", d.approve(payer, d.now+10).Refusal, flows.RefusedOver)
		}},
		{"an order can be closed with nothing of it kept", func(d *desk) {
			d.order(shop.Paid, "secret")
			d.turn(bot.Commit{Orders: []bot.OrderWrite{{Number: number, State: shop.Delivered, Body: []byte("secret"), Forget: true}}})
			d.same("order", d.kept(), d.is(shop.Delivered, ""))
			d.same("paid", d.approve(payer, d.now+10).Refusal, flows.RefusedPaid)
		}},
	}
}
