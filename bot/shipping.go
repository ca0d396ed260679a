package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/shop"
)

// shippingQuery asks for the ways in which an order can be sent to an address.
func (b *Bot) shippingQuery(q *telegram.ShippingQuery) *query {
	return &query{
		id: q.ID, payer: q.From, payload: q.InvoicePayload,
		judge: func(ctx context.Context, number string, v *verdict) error {
			return b.findWays(ctx, number, postal(&q.ShippingAddress), v)
		},
		answer: func(ctx context.Context, v *verdict) error {
			return b.client.AnswerShipping(ctx, telegram.AnswerShippingQuery{
				ShippingQueryID: q.ID, OK: v.refusal == "", ShippingOptions: v.options, ErrorMessage: b.refusalText(v),
			})
		},
	}
}

// findWays works out how the order can be sent there, and for how much.
func (b *Bot) findWays(ctx context.Context, number string, to shop.Address, v *verdict) error {
	kept, ok, err := b.till.Order(ctx, v.chat, number)
	if err != nil {
		return err
	}
	if !ok {
		v.refusal = flows.RefusedUnknown
		return nil
	}
	if err := v.read(&kept); err != nil {
		return err
	}
	if v.refusal = payable(&v.order, b.store.Now()/1000); v.refusal != "" {
		return nil
	}
	ways, failed := b.ways(ctx, &v.order, to)
	for _, way := range ways {
		v.options = append(v.options, telegram.ShippingOption{ID: way.ID, Title: way.Label, Prices: prices(way.Prices)})
	}
	if len(ways) == 0 && failed == nil {
		v.refusal = flows.RefusedAddress
	}
	if len(ways) == 0 {
		return failed
	}
	return nil
}

// payable says why an order cannot be paid, as the till does when it is asked to approve; now is in Unix seconds.
func payable(o *shop.Order, now int64) flows.Refusal {
	switch {
	case o.Number == "":
		return flows.RefusedUnknown
	case o.State == shop.Expired || o.State == shop.Open && o.Expires != 0 && o.Expires <= now:
		return flows.RefusedExpired
	case o.State == shop.Open:
		return ""
	case o.State == shop.Placed || o.State == shop.Cancelled || o.State == shop.Refunded:
		return flows.RefusedOver
	}
	return flows.RefusedPaid
}

// ways are those that serve an address. The prices of some are asked for elsewhere, side by side; a way whose price is not told is left out.
func (b *Bot) ways(ctx context.Context, o *shop.Order, to shop.Address) (ways []flows.ShippingWay, failed error) {
	set := b.Set()
	ways = set.ShippingWays(*o, to)
	var asking sync.WaitGroup
	errs := make([]error, len(ways))
	for i := range ways {
		if ways[i].Call != nil {
			asking.Go(func() { errs[i] = b.askPrice(ctx, set, o, &ways[i]) })
		}
	}
	asking.Wait()
	failed = errors.Join(errs...)
	if failed != nil {
		b.log.Warn("a way of shipping is not offered", "order", o.Number, "err", failed)
	}
	return slices.DeleteFunc(ways, func(w flows.ShippingWay) bool { return len(w.Prices) == 0 }), failed
}

// askPrice makes the call that tells what a way costs.
func (b *Bot) askPrice(ctx context.Context, set *flows.Set, o *shop.Order, way *flows.ShippingWay) error {
	result, err := b.doJob(ctx, 0, way.Call)
	if err != nil {
		return fmt.Errorf("price of %s: %w", way.ID, err)
	}
	priced, ok := set.WayPrice(*o, *way, result)
	if !ok {
		return fmt.Errorf("price of %s: the answer has none", way.ID)
	}
	*way = priced
	return nil
}
