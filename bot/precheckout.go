package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/shop"
)

const (
	approvalTime = 2 * time.Minute // so long the order stays as it is, for a payment that may be under way
	firmTime     = time.Hour       // and its stock is held
)

// paymentQuery asks whether a payment may go ahead.
func (b *Bot) paymentQuery(q *telegram.PreCheckoutQuery) *query {
	return &query{
		id: q.ID, payer: q.From, payload: q.InvoicePayload, urgent: true,
		judge: func(ctx context.Context, number string, v *verdict) error { return b.approve(ctx, q, number, v) },
		answer: func(ctx context.Context, v *verdict) error {
			return b.client.AnswerPreCheckout(ctx, telegram.AnswerPreCheckoutQuery{
				PreCheckoutQueryID: q.ID, OK: v.refusal == "", ErrorMessage: b.refusalText(v),
			})
		},
	}
}

// approve lets the customer pay the order if it still holds: the store says whether it can be paid, today's set whether it is right, the stock whether it is there.
func (b *Bot) approve(ctx context.Context, q *telegram.PreCheckoutQuery, number string, v *verdict) error {
	now := b.store.Now()
	approved, err := b.till.Approve(ctx, Approval{Chat: v.chat, Order: number, Payer: v.chat, Now: now, Until: now + approvalTime.Milliseconds()})
	if err != nil {
		return err
	}
	v.refusal = approved.Refusal
	v.approved = approved.Refusal == ""
	if err := v.read(&approved.Order); err != nil || v.refusal != "" {
		return err
	}
	v.refusal = b.Set().Recheck(v.order, flows.CheckoutQuery{
		Currency: q.Currency, Total: q.TotalAmount, Way: q.ShippingOptionID, Address: addressOf(q.OrderInfo), At: time.UnixMilli(now).UTC(),
	}, b.facts.now())
	if v.refusal == "" {
		return b.holdFirm(ctx, v, now)
	}
	return nil
}

// holdFirm keeps what an order needs of the stock until its payment has come.
func (b *Bot) holdFirm(ctx context.Context, v *verdict, now int64) error {
	if v.order.Hold == "" {
		return nil
	}
	held, err := b.changeStock(ctx, flows.StockJob{
		Op: flows.StockHold, Hold: v.order.Hold, Items: v.order.Held(), Until: time.UnixMilli(now).Add(firmTime).Unix(),
	})
	if err == nil && !held.OK {
		v.refusal, v.left = flows.RefusedSoldOut, held.Left
	}
	return err
}

// read takes the order from what is kept, and with it the customer's language.
func (v *verdict) read(kept *KeptOrder) error {
	if len(kept.Body) == 0 {
		return nil
	}
	if err := json.Unmarshal(kept.Body, &v.order); err != nil {
		return fmt.Errorf("read order %s: %w", kept.Number, err)
	}
	if v.order.Language != "" {
		v.language = v.order.Language
	}
	return nil
}

// refusalText is what the payer reads; "" where nothing is refused.
func (b *Bot) refusalText(v *verdict) string {
	if v.refusal == "" {
		return ""
	}
	return b.Set().CheckoutText(v.language, v.refusal)
}

// addressOf is what the payer has given in Telegram's form; nil where it asked for nothing.
func addressOf(info *telegram.OrderInfo) *shop.Address {
	if info == nil {
		return nil
	}
	a := &shop.Address{}
	if info.ShippingAddress != nil {
		*a = postal(info.ShippingAddress)
	}
	a.Name, a.Phone, a.Email = info.Name, info.PhoneNumber, info.Email
	return a
}

func postal(a *telegram.Address) shop.Address {
	return shop.Address{
		Country: a.CountryCode, State: a.State, City: a.City, Line1: a.StreetLine1, Line2: a.StreetLine2, PostCode: a.PostCode,
	}
}
