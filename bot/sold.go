package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"repartee/flows"
	"repartee/flows/shop"
)

// sold is what is written of the orders that a turn made or changed, and of the money that has moved.
func sold(o *flows.Outcome) (orders []OrderWrite, ledger []LedgerWrite, err error) {
	for i := range o.Orders {
		order := &o.Orders[i]
		w := OrderWrite{Number: order.Number, State: order.State, Forget: o.Forget}
		if order.State == shop.Open {
			w.Expires = order.Expires * 1000
		}
		if w.Body, err = json.Marshal(order); err != nil {
			return nil, nil, fmt.Errorf("encode order %s: %w", order.Number, err)
		}
		orders = append(orders, w)
	}
	for i := range o.Ledger {
		row, err := json.Marshal(o.Ledger[i])
		if err != nil {
			return nil, nil, fmt.Errorf("encode a row of the ledger: %w", err)
		}
		ledger = append(ledger, LedgerWrite{ID: o.Ledger[i].ID, Row: row})
	}
	return orders, ledger, nil
}

// recall gives what tells of money the order that it is about, where the contact's state has that no longer.
func (b *Bot) recall(ctx context.Context, chat int64, a *arrival, state *flows.State) error {
	number := a.input.Order
	has := func(o shop.Order) bool { return o.Number == number }
	if b.till == nil || a.input.Money == nil || a.input.Kept != nil || slices.ContainsFunc(state.Contact.Orders, has) {
		return nil
	}
	kept, there, err := b.till.Order(ctx, chat, number)
	if err != nil || !there {
		return err
	}
	if len(kept.Body) == 0 { // it was erased, and its state stays what it is
		a.input.Kept = &shop.Order{Number: number, State: kept.State, Totals: shop.Totals{Currency: a.input.Money.Charge.Currency}, Method: shop.MethodOf(a.input.Money.Charge.Currency)}
		return nil
	}
	var order shop.Order
	if err := json.Unmarshal(kept.Body, &order); err != nil {
		b.log.Error("an order cannot be read; what is paid for it counts as a payment too many", "order", number, "err", err)
		return nil
	}
	a.input.Kept = &order
	return nil
}

var errBeingPaid = errors.New("the turn closes an order that is being paid, though it was told")

// beingPaid notes which orders a turn that runs again may not close. One that knew of them all is given up: it would never end.
func (a *arrival) beingPaid(numbers []string) {
	known := len(a.input.Approved)
	for _, number := range numbers {
		if !slices.Contains(a.input.Approved, number) {
			a.input.Approved = append(a.input.Approved, number)
		}
	}
	if len(a.input.Approved) == known {
		a.broken = errBeingPaid
	}
}
