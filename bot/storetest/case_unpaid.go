package storetest

import (
	"fmt"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

func droppingUnpaid() []testCase {
	return []testCase{
		{"the body of an order that nobody paid goes after 30 days, and its state stays", func(d *desk) {
			for _, state := range []shop.OrderState{shop.Expired, shop.Cancelled} {
				d.chat++
				d.order(state, "address")
				d.now += 30*day - 1
				d.dropUnpaid(0)
				d.same("before", d.kept(), d.is(state, "address"))
				d.now++
				d.dropUnpaid(1)
				d.same("then", d.kept(), d.is(state, ""))
				d.dropUnpaid(0)
				d.same("it is still refused", d.approve(payer, d.now+10).Refusal, map[shop.OrderState]flows.Refusal{shop.Expired: flows.RefusedExpired, shop.Cancelled: flows.RefusedOver}[state])
			}
		}},
		{"what is open, or was paid, stays", func(d *desk) {
			for _, state := range []shop.OrderState{shop.Open, shop.Placed, shop.Paid, shop.Packed, shop.Sent, shop.Delivered, shop.Short, shop.Refunded} {
				d.chat++
				d.order(state, "address")
			}
			d.now += 400 * day
			d.dropUnpaid(0)
			d.same("kept", d.kept(), d.is(shop.Refunded, "address"))
		}},
		{"what was paid after all stays", func(d *desk) {
			d.order(shop.Expired, "address")
			d.now += day
			d.order(shop.Paid, "address")
			d.now += 400 * day
			d.dropUnpaid(0)
			d.same("kept", d.kept(), d.is(shop.Paid, "address"))
		}},
		{"what is written anew counts from then on", func(d *desk) {
			d.order(shop.Expired, "address")
			d.now += 20 * day
			d.order(shop.Expired, "new address")
			d.now += 20 * day
			d.dropUnpaid(0)
			d.now += 10 * day
			d.dropUnpaid(1)
			d.same("kept", d.kept(), d.is(shop.Expired, ""))
		}},
		{"many of many contacts go at once", func(d *desk) {
			var all []bot.OrderWrite
			for i := range 30 {
				all = append(all, bot.OrderWrite{Number: fmt.Sprint("N", i), State: shop.Cancelled, Body: []byte("address")})
			}
			for range 40 {
				d.chat++
				d.turn(bot.Commit{Orders: all})
			}
			d.now += 30 * day
			d.dropUnpaid(30 * 40)
			for name, body := range d.orders() {
				d.same(name, body, "")
			}
		}},
		{"a forgotten contact's is gone already", func(d *desk) {
			d.order(shop.Expired, "address")
			d.commit(bot.Commit{Version: d.load().Version})
			d.now += 30 * day
			d.dropUnpaid(0)
			d.same("kept", d.kept(), d.is(shop.Expired, ""))
		}},
	}
}

func (d *desk) dropUnpaid(want int) {
	d.Helper()
	n, err := d.store.DropUnpaid(d.Context(), d.now)
	if err != nil || n != want {
		d.Fatalf("DropUnpaid: %d, %v, want %d", n, err, want)
	}
}
