package sqlitestore

import (
	"context"
	"fmt"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

// Approve lets one payer pay an open order until a time, or takes that back.
func (s *Store) Approve(ctx context.Context, a bot.Approval) (bot.Approved, error) {
	out, err := ask(ctx, s.writer, func(t *transaction) (bot.Approved, error) { return t.approveOne(a) })
	if err != nil {
		return bot.Approved{}, fmt.Errorf("approve order %s: %w", a.Order, err)
	}
	return out, nil
}

func (t *transaction) approveOne(a bot.Approval) (bot.Approved, error) {
	o, err := t.order(a.Chat, a.Order)
	if err != nil {
		return bot.Approved{}, err
	}
	if o.number == "" {
		return bot.Approved{Refusal: flows.RefusedUnknown}, nil
	}
	why := refusal(&o, a)
	payer, till := o.payer, o.till
	switch {
	case why != "":
	case a.Until != 0:
		if o.payer != a.Payer || a.Until > o.till {
			payer, till = a.Payer, a.Until
		}
	case o.payer == a.Payer:
		payer, till = 0, 0
	}
	if payer != o.payer || till != o.till {
		if _, err := t.approve.ExecContext(t.ctx, payer, till, a.Chat, a.Order); err != nil {
			return bot.Approved{}, err
		}
		o.payer, o.till = payer, till
	}
	return bot.Approved{Refusal: why, Order: o.kept()}, nil
}

// refusal says why an order cannot be paid by somebody; taking an approval back is never refused.
func refusal(o *order, a bot.Approval) flows.Refusal {
	if a.Until == 0 {
		return ""
	}
	switch o.state {
	case shop.Open:
	case shop.Expired:
		return flows.RefusedExpired
	case shop.Placed, shop.Cancelled, shop.Refunded:
		return flows.RefusedOver
	default:
		return flows.RefusedPaid
	}
	switch approved := o.approved(a.Now); {
	case approved && o.payer == a.Payer:
		return ""
	case o.expires <= a.Now:
		return flows.RefusedExpired
	case approved:
		return flows.RefusedBusy
	}
	return ""
}
