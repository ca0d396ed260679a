package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// atHome is what a customer fills in.
var atHome = telegram.OrderInfo{ShippingAddress: &telegram.Address{CountryCode: "DE", City: "Berlin", StreetLine1: "Kastanienallee 7", PostCode: "10435"}}

// pay pays the last invoice.
func (c *customer) pay(p telegramtest.Payment) (*telegramtest.Receipt, error) {
	c.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return c.Pay(ctx, 0, p)
}

// paysHeld pays what the bot asked for; it is told so when the receipt is delivered.
func (c *customer) paysHeld() *telegramtest.Receipt {
	c.Helper()
	receipt, err := c.pay(telegramtest.Payment{Held: true})
	if err != nil {
		c.Fatal(err)
	}
	return receipt
}

// refused tells what the bot said in place of letting a payment go ahead.
func refused(t testing.TB, err error) string {
	t.Helper()
	var no *telegramtest.PaymentError
	if !errors.As(err, &no) || no.Failure != telegramtest.CheckoutRefused && no.Failure != telegramtest.ShippingRefused {
		t.Fatalf("the payment came to %v", err)
	}
	return no.Message
}

// TestRefusals tries to pay what cannot be paid: the form says why, no money moves, and the order is free for the next try.
func TestRefusals(t *testing.T) {
	down := func(method string) func(string) error {
		return func(m string) error {
			if m == method {
				return errDown
			}
			return nil
		}
	}
	for _, tt := range []struct {
		name    string
		change  func(r *rig, o *shop.Order) // of the order before it is kept
		invoice func(o *shop.Order)         // of what the invoice says of it
		store   func(string) error
		want    flows.Refusal
	}{
		{name: "changed", change: func(_ *rig, o *shop.Order) { o.State = shop.Cancelled }, want: flows.RefusedOver},
		{name: "over", change: func(_ *rig, o *shop.Order) { o.State = shop.Expired }, want: flows.RefusedExpired},
		{name: "late", change: func(_ *rig, o *shop.Order) { o.Expires = o.At - 1 }, want: flows.RefusedExpired},
		{name: "paid", change: func(_ *rig, o *shop.Order) { o.State = shop.Paid }, want: flows.RefusedPaid},
		{name: "sent", change: func(_ *rig, o *shop.Order) { o.State = shop.Sent }, want: flows.RefusedPaid},
		{name: "another price", change: func(_ *rig, o *shop.Order) {
			o.Lines[0].Price, o.Totals.Goods, o.Totals.Total = 1190, 1190, 1190
		}, want: flows.RefusedPrice},
		{name: "another sum", invoice: func(o *shop.Order) { o.Totals.Total = 100 }, want: flows.RefusedAmount},
		{name: "too many", change: func(_ *rig, o *shop.Order) {
			o.Lines[0].Quantity, o.Totals.Goods, o.Totals.Total = 4, 5160, 5160
		}, want: flows.RefusedSoldOut},
		{name: "not sold any more", change: func(_ *rig, o *shop.Order) { o.Lines[0].Item = "lungo" }, want: flows.RefusedSoldOut},
		{name: "no such order", invoice: func(o *shop.Order) { o.Number = "AAAA-AAAA" }, want: flows.RefusedUnknown},
		{name: "the orders cannot be read", store: down("Approve"), want: flows.RefusedTrouble},
		{name: "the stock cannot be read", store: down("Stock"), want: flows.RefusedTrouble},
	} {
		t.Run(tt.name, func(t *testing.T) {
			store := &faulty{fullStore: file(t), before: tt.store}
			r := shopRig(t, store, talkFlow)
			o := r.coffeeOrder()
			if tt.change != nil {
				tt.change(r, &o)
			}
			c := r.user(1)
			c.Start("")
			c.hears(1)
			r.plant(1, o)
			billed := o
			if tt.invoice != nil {
				tt.invoice(&billed)
			}
			r.bill(1, billed)
			_, err := c.pay(telegramtest.Payment{})
			if got, want := refused(t, err), r.bot.Set().CheckoutText("en", tt.want); got != want || got == "" {
				t.Errorf("refused with %q, not %q", got, want)
			}
			if len(r.server.Charges()) > 0 {
				t.Error("money has moved")
			}
			if kept, _ := r.kept(1, o.Number); tt.want != flows.RefusedTrouble && kept.Payer != 0 {
				t.Error("the order is still approved for the payer")
			}
		})
	}
}

// TestOtherPayer refuses whoever has got hold of the invoice, in his own words and without asking the store.
func TestOtherPayer(t *testing.T) {
	store := &faulty{fullStore: file(t), before: func(method string) error {
		if method == "Approve" || method == "Order" {
			t.Errorf("%s was asked", method)
		}
		return nil
	}}
	r := shopRig(t, store, talkFlow)
	r.billed(1, r.coffeeOrder())
	form, err := r.user(2).OpenForwarded(r.user(1).User, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = form.Pay(t.Context(), telegramtest.Payment{})
	if got, want := refused(t, err), r.bot.Set().CheckoutText("en", flows.RefusedPayer); got != want {
		t.Errorf("refused with %q, not %q", got, want)
	}
}

// TestSlowStore refuses a payment that cannot be checked in time, and takes back what the store says too late.
func TestSlowStore(t *testing.T) {
	goOn := make(chan struct{})
	store := &faulty{fullStore: file(t), after: func(method string) error {
		if method == "Approve" {
			<-goOn
		}
		return nil
	}}
	r := shopRig(t, store, talkFlow)
	r.bot.JudgeWithin(10 * time.Millisecond)
	o := r.coffeeOrder()
	c := r.billed(1, o)
	_, err := c.pay(telegramtest.Payment{})
	if got, want := refused(t, err), r.bot.Set().CheckoutText("en", flows.RefusedTrouble); got != want {
		t.Errorf("refused with %q, not %q", got, want)
	}
	if kept, _ := r.kept(1, o.Number); kept.Payer == 0 {
		t.Fatal("the store has not approved it yet")
	}
	close(goOn)
	eventually(t, "the approval is taken back", func() bool { kept, _ := r.kept(1, o.Number); return kept.Payer == 0 })
}
