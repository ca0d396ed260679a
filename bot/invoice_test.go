package bot_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// fullInvoice has all that an invoice can have.
func fullInvoice() flows.Invoice {
	return flows.Invoice{
		Order: "7K3Q-2M9F", Title: "Order", Description: "Coffee", Photo: "https://example.com/a.png", Currency: "EUR",
		Prices: []flows.Price{{Label: "Crema", Amount: 1290}, {Label: "WELCOME10", Amount: -129}}, Provider: "CARD_TOKEN",
		MaxTip: 500, Tips: []int64{100, 500}, Collect: []flows.Detail{flows.CollectName, flows.CollectPhone, flows.CollectEmail}, Shipping: true, Flexible: true,
		Label: "Pay", Buttons: [][]flows.PressButton{{{Label: "Not now", Data: "x"}}},
	}
}

func TestInvoice(t *testing.T) {
	if stored := bot.Entries(1, fullInvoice())[0].Call; bytes.Contains(stored, []byte(telegramtest.ProviderToken)) {
		t.Errorf("the token is kept: %s", stored)
	}
	r := shopRig(t, file(t), talkFlow)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	screen := r.does(c, 2, fullInvoice())
	got := screen[1].Invoice
	if got == nil || got.Payload != bot.Payload("7K3Q-2M9F", 1) || got.Total != 1161 || got.Currency != "EUR" || got.MaxTip != 500 || len(got.Tips) != 2 ||
		!got.NeedName || !got.NeedPhone || !got.NeedEmail || !got.NeedAddress || !got.Flexible || got.PhotoURL == "" || got.StartParameter == "" {
		t.Errorf("invoice %+v", got)
	}
	if rows := screen[1].Buttons; len(rows) != 2 || !rows[0][0].Pay || rows[0][0].Text != "Pay" || rows[1][0].Text != "Not now" {
		t.Errorf("buttons %+v", rows)
	}
	r.nothingDied()
}

// TestInvoiceThatCannotBeSent leaves out a picture that Telegram does not take, and lets the flow say so where nothing helps.
func TestInvoiceThatCannotBeSent(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*flows.Invoice)
		secret func(string) (string, bool)
		said   string // the phrase about it
		state  shop.OrderState
	}{
		{name: "a picture that is none", change: func(i *flows.Invoice) { i.Photo = "a.png" }, state: shop.Open},
		{name: "a token that is not there", change: func(i *flows.Invoice) { i.Provider = "OTHER" }, said: "refused_trouble", state: shop.Open},
		{name: "a token of nobody", secret: func(string) (string, bool) { return "1:TEST:x", true }, said: "refused_trouble", state: shop.Open},
		{name: "a sum that is none", change: func(i *flows.Invoice) { i.Prices = []flows.Price{{Label: "All"}} }, said: "refused_invoice", state: shop.Expired},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := shopRig(t, file(t), talkFlow, func(o *bot.Options) {
				if tt.secret != nil {
					o.Secret = tt.secret
				}
			})
			c := r.user(1)
			c.Start("")
			c.hears(1)
			o := r.coffeeOrder()
			r.plant(1, o)
			invoice := fullInvoice()
			if tt.change != nil {
				tt.change(&invoice)
			}
			screen := r.does(c, 2, invoice)
			switch {
			case tt.said == "" && (screen[1].Invoice == nil || screen[1].Invoice.PhotoURL != ""):
				t.Errorf("sent %+v", screen[1].Invoice)
			case tt.said != "" && screen[1].Text != r.bot.Set().Phrase(tt.said, "en"):
				t.Errorf("said %q", screen[1].Text)
			}
			r.becomes(1, o.Number, tt.state)
		})
	}
}

// TestInvoiceLink makes a link that the customer can pay by, and nobody else.
func TestInvoiceLink(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	o := r.courseOrder()
	r.plant(1, o)
	raw, err := r.bot.DoJob(t.Context(), &flows.Job{ID: "j", Link: &flows.Invoice{
		Order: o.Number, Title: "Order", Description: "Course", Currency: "XTR", Prices: []flows.Price{{Label: "All", Amount: 250}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	var result struct{ URL string }
	if err := json.Unmarshal(raw, &result); err != nil {
		t.Fatal(err)
	}
	form, err := r.user(2).OpenLink(result.URL)
	if err != nil {
		t.Fatal(err)
	}
	_, err = form.Pay(t.Context(), telegramtest.Payment{})
	if got, want := refused(t, err), r.bot.Set().CheckoutText("en", flows.RefusedPayer); got != want {
		t.Errorf("refused with %q, not %q", got, want)
	}
	if form, err = c.OpenLink(result.URL); err != nil {
		t.Fatal(err)
	}
	if _, err := form.Pay(t.Context(), telegramtest.Payment{}); err != nil {
		t.Fatal(err)
	}
	r.becomes(1, o.Number, shop.Paid)
}

// TestRefundJob gives Stars back once, however often it is wanted, and nothing that was never paid.
func TestRefundJob(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.courseOrder()
	c := r.billed(1, o)
	before := c.Stars()
	receipt, err := c.pay(telegramtest.Payment{})
	if err != nil {
		t.Fatal(err)
	}
	job := &flows.Job{ID: "j", Refund: &flows.RefundJob{Charge: receipt.ID, Payer: 1}}
	for range 2 {
		if raw, err := r.bot.DoJob(t.Context(), job); err != nil || string(raw) != "{}" {
			t.Fatalf("%s, %v", raw, err)
		}
	}
	if c.Stars() != before {
		t.Errorf("the customer has %d of %d", c.Stars(), before)
	}
	if _, err := r.bot.DoJob(t.Context(), &flows.Job{ID: "k", Refund: &flows.RefundJob{Charge: "none", Payer: 1}}); !telegram.Refused(err) {
		t.Errorf("a payment that was none: %v", err)
	}
}
