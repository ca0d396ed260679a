package storetest

import (
	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

func approving() []testCase {
	return []testCase{
		{"an order that there is not is unknown", func(d *desk) {
			d.same("none", d.approve(payer, d.now+10), bot.Approved{Refusal: flows.RefusedUnknown})
			d.order(shop.Open, "x")
			d.chat += 256
			d.same("of another contact", d.approve(payer, d.now+10), bot.Approved{Refusal: flows.RefusedUnknown})
		}},
		{"only an open order can be paid", func(d *desk) {
			for state, why := range map[shop.OrderState]flows.Refusal{
				shop.Open: "", shop.Placed: flows.RefusedOver, shop.Paid: flows.RefusedPaid, shop.Packed: flows.RefusedPaid, shop.Sent: flows.RefusedPaid,
				shop.Delivered: flows.RefusedPaid, shop.Short: flows.RefusedPaid, shop.Cancelled: flows.RefusedOver, shop.Refunded: flows.RefusedOver,
				shop.Expired: flows.RefusedExpired,
			} {
				d.chat++
				d.order(state, "x")
				d.same(string(state), d.approve(payer, d.now+10).Refusal, why)
			}
		}},
		{"an order can be paid until its time is over", func(d *desk) {
			d.order(shop.Open, "x")
			d.now += hold - 1
			d.same("before", d.approve(payer, d.now+10), granted(d, payer, d.now+10))
			d.approve(payer, 0)
			d.now++
			d.same("then", d.approve(payer, d.now+10).Refusal, flows.RefusedExpired)
		}},
		{"who was approved is approved again, and never for a shorter time", func(d *desk) {
			d.order(shop.Open, "x")
			end := d.now + hold + 10
			for _, until := range []int64{end, end, end - 5} {
				d.same("again", d.approve(payer, until), granted(d, payer, end))
			}
			d.now += hold + 5
			d.same("though the time of the order is over", d.approve(payer, end+1), granted(d, payer, end+1))
		}},
		{"while one pays, another is refused; then he may", func(d *desk) {
			d.order(shop.Open, "x")
			end := d.now + 10
			d.approve(payer, end)
			d.now = end - 1
			d.same("while", d.approve(payer+1, end+10), bot.Approved{Refusal: flows.RefusedBusy, Order: granted(d, payer, end).Order})
			d.now++
			d.same("then", d.approve(payer+1, end+10), granted(d, payer+1, end+10))
			d.same("the first", d.approve(payer, end+10).Refusal, flows.RefusedBusy)
		}},
		{"an approval is taken back by the one who has it alone", func(d *desk) {
			d.order(shop.Open, "x")
			d.approve(payer, d.now+10)
			d.same("another's", d.approve(payer+1, 0), granted(d, payer, d.now+10))
			d.same("his", d.approve(payer, 0), granted(d, 0, 0))
			d.same("again", d.approve(payer, 0), granted(d, 0, 0))
			d.same("another", d.approve(payer+1, d.now+10), granted(d, payer+1, d.now+10))
		}},
		{"an order that is being paid is not closed, and nothing of the commit is written", func(d *desk) {
			d.order(shop.Open, "x")
			d.approve(payer, d.now+10)
			before := d.load()
			c := bot.Commit{Version: before.Version, State: []byte("late"), Orders: append(written(shop.Expired, "y"), bot.OrderWrite{Number: "N2", State: shop.Open}),
				Outbox: messages("m"), Claim: by("me"), Update: 9, Wake: d.now}
			d.same("answer", d.commit(c), bot.Committed{Status: bot.Ordered, Approved: []string{number}})
			d.same("state", d.load(), before)
			d.same("order", d.kept(), granted(d, payer, d.now+10).Order)
			d.same("orders", len(d.orders()), 1)
			d.same("due", d.due("me"), []bot.Work(nil))
			d.now += 10
			c.Now = d.now
			d.same("when that is over", d.commit(c).Status, bot.OK)
			d.same("order", d.kept(), d.is(shop.Expired, "y"))
		}},
		{"all orders that are being paid are told", func(d *desk) {
			both := []bot.OrderWrite{{Number: "N1", State: shop.Open, Expires: d.now + hold}, {Number: "N2", State: shop.Open, Expires: d.now + hold}}
			d.turn(bot.Commit{Orders: both})
			for _, o := range both {
				d.approveOne(bot.Approval{Chat: d.chat, Order: o.Number, Payer: payer, Now: d.now, Until: d.now + 10})
			}
			both[0].State, both[1].State = shop.Cancelled, shop.Expired
			d.same("both", d.commit(bot.Commit{Version: d.load().Version, State: []byte("s"), Orders: both}).Approved, []string{"N1", "N2"})
		}},
		{"the payment closes it all the same, once", func(d *desk) {
			d.order(shop.Open, "x")
			d.approve(payer, d.now+10)
			c := bot.Commit{Version: d.load().Version, State: []byte("paid"), Orders: written(shop.Paid, "paid"), Ledger: booked("c1")}
			d.same("paid", d.commit(c).Status, bot.OK)
			d.same("order", d.kept(), d.is(shop.Paid, "paid"))
			c.Version = d.load().Version
			d.same("again", d.commit(c).Status, bot.Booked)
		}},
		{"what is written of an open order leaves its approval", func(d *desk) {
			d.order(shop.Open, "x")
			d.approve(payer, d.now+10)
			d.order(shop.Open, "x")
			d.same("order", d.kept(), granted(d, payer, d.now+10).Order)
		}},
	}
}
