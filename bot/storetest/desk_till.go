package storetest

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"repartee/bot"
	"repartee/flows/shop"
)

// order commits an order of the desk's contact, open for as long as a claim.
func (d *desk) order(state shop.OrderState, body string) {
	d.Helper()
	orders := written(state, body)
	orders[0].Expires = start + hold
	d.turn(bot.Commit{Orders: orders})
}

func written(state shop.OrderState, body string) []bot.OrderWrite {
	return []bot.OrderWrite{{Number: number, State: state, Body: []byte(body)}}
}

func booked(ids ...string) []bot.LedgerWrite {
	var out []bot.LedgerWrite
	for _, id := range ids {
		row, _ := json.Marshal(shop.Entry{ID: id, Order: number, Amount: 100, Currency: "EUR", Method: shop.ByProvider}) // cannot fail
		out = append(out, bot.LedgerWrite{ID: id, Row: row})
	}
	return out
}

func (d *desk) kept() bot.KeptOrder {
	d.Helper()
	kept, there, err := d.store.Order(d.Context(), d.chat, number)
	if err != nil || !there {
		d.Fatalf("Order: %v, %v", there, err)
	}
	return kept
}

// is the order of the desk's contact as it is kept while nobody may pay it.
func (d *desk) is(state shop.OrderState, body string) bot.KeptOrder {
	return bot.KeptOrder{Number: number, Chat: d.chat, State: state, Body: []byte(body)}
}

func (d *desk) none(what string) {
	d.Helper()
	kept, there, err := d.store.Order(d.Context(), d.chat, number)
	if err != nil || there {
		d.Fatalf("%s: Order answered %+v, %v, %v", what, kept, there, err)
	}
}

func (d *desk) approve(payer, until int64) bot.Approved {
	d.Helper()
	return d.approveOne(bot.Approval{Chat: d.chat, Order: number, Payer: payer, Now: d.now, Until: until})
}

func (d *desk) approveOne(a bot.Approval) bot.Approved {
	d.Helper()
	out, err := d.store.Approve(d.Context(), a)
	if err != nil {
		d.Fatalf("Approve: %v", err)
	}
	return out
}

// granted is the answer to an approval of the order "x".
func granted(d *desk, payer, until int64) bot.Approved {
	order := d.is(shop.Open, "x")
	order.Payer, order.Approved = payer, until
	return bot.Approved{Order: order}
}

// name tells an order of the desk's contact from those of others.
func (d *desk) name(number string) string { return number + " of " + text(d.chat) }

// orders are the bodies of all orders by their names.
func (d *desk) orders() map[string]string {
	d.Helper()
	out := map[string]string{}
	err := d.store.Orders(d.Context(), func(o bot.KeptOrder) error {
		out[o.Number+" of "+text(o.Chat)] = string(o.Body)
		return nil
	})
	if err != nil {
		d.Fatalf("Orders: %v", err)
	}
	return out
}

// ledger are the ids of all rows, in order.
func (d *desk) ledger() []string {
	d.Helper()
	var out []string
	err := d.store.Ledger(d.Context(), func(e shop.Entry) error {
		out = append(out, e.ID)
		return nil
	})
	if err != nil {
		d.Fatalf("Ledger: %v", err)
	}
	slices.Sort(out)
	return out
}

// stops holds that whoever reads orders or the ledger can say that it is enough, and may use the store meanwhile.
func (d *desk) stops() {
	d.Helper()
	enough := errors.New("enough")
	read := 0
	for what, err := range map[string]error{
		"Orders": d.store.Orders(d.Context(), func(o bot.KeptOrder) error {
			read++
			_, err := d.store.Load(d.Context(), o.Chat)
			return errors.Join(err, enough)
		}),
		"Ledger": d.store.Ledger(d.Context(), func(shop.Entry) error {
			read++
			return enough
		}),
	} {
		if !errors.Is(err, enough) {
			d.Fatalf("%s answered %v", what, err)
		}
	}
	d.same("read", read, 2)
}

func text(n int64) string { return strconv.FormatInt(n, 10) }
