package telegramtest_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// till is a bot that answers the queries of payments, and remembers what it was
// told.
type till struct {
	*telegramtest.Server
	client *telegram.Client
	manner

	mu     sync.Mutex // queues are delivered side by side
	told   []telegram.Update
	failed []error // its answers that were refused
}

// manner is how a till answers.
type manner struct {
	ways  []telegram.ShippingOption // none: it sends nowhere
	no    string                    // why it lets no payment go ahead
	after time.Duration             // how long it takes
}

// receive implements [telegram.Receiver].
func (s *till) receive(ctx context.Context, batch []telegram.Update) error {
	for _, u := range batch {
		s.mu.Lock()
		s.told = append(s.told, u)
		s.mu.Unlock()
		if err := s.answer(ctx, u); err != nil {
			s.mu.Lock()
			s.failed = append(s.failed, err)
			s.mu.Unlock()
		}
	}
	return nil
}

func (s *till) answer(ctx context.Context, u telegram.Update) error {
	if s.after > 0 && u.Message == nil {
		time.Sleep(s.after) // in a bubble
	}
	switch {
	case u.ShippingQuery != nil && s.ways == nil:
		return s.client.AnswerShipping(ctx, telegram.AnswerShippingQuery{ShippingQueryID: u.ShippingQuery.ID, ErrorMessage: "not to " + u.ShippingQuery.ShippingAddress.CountryCode})
	case u.ShippingQuery != nil:
		return s.client.AnswerShipping(ctx, telegram.AnswerShippingQuery{ShippingQueryID: u.ShippingQuery.ID, OK: true, ShippingOptions: s.ways})
	case u.PreCheckoutQuery != nil:
		return s.client.AnswerPreCheckout(ctx, telegram.AnswerPreCheckoutQuery{PreCheckoutQueryID: u.PreCheckoutQuery.ID, OK: s.no == "", ErrorMessage: s.no})
	}
	return nil
}

func (s *till) kinds() (list []string) {
	for _, u := range s.told {
		switch {
		case u.Message != nil && u.Message.Payment != nil:
			list = append(list, "paid")
		case u.Message != nil && u.Message.Refund != nil:
			list = append(list, "refunded")
		case u.Message == nil || u.Message.Text != "/start":
			list = append(list, u.Kind)
		}
	}
	return list
}

// withTill runs a test with a till behind a webhook, on the clock of a bubble,
// and a customer who has started it.
func withTill(t *testing.T, o telegramtest.Options, test func(*testing.T, *till, *telegramtest.User)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		shop := &till{}
		o.HTTP = handled(telegram.Webhook(telegram.WebhookOptions{Secret: "s"}, shop.receive))
		shop.Server, shop.client = newServer(t, o)
		if err := shop.client.SetWebhook(t.Context(), telegram.WebhookSetup{URL: "https://example.com", SecretToken: "s"}); err != nil {
			t.Fatal(err)
		}
		u := shop.User(7, "Ada", "")
		u.Start("")
		synctest.Wait()
		test(t, shop, u)
	})
}

func (s *till) invoice(t *testing.T, p telegram.Params) int64 {
	t.Helper()
	p["chat_id"] = "7"
	raw, err := s.client.Call(t.Context(), "sendInvoice", p)
	if err != nil {
		t.Fatal(err)
	}
	return telegram.MessageID(raw)
}

func (s *till) wantTold(t *testing.T, want ...string) {
	t.Helper()
	synctest.Wait()
	if got := s.kinds(); !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
}

func wantFailure(t *testing.T, err error, want telegramtest.PaymentFailure, message string) {
	t.Helper()
	var failed *telegramtest.PaymentError
	if !errors.As(err, &failed) || failed.Failure != want || failed.Message != message {
		t.Errorf("%v, want %s: %s", err, want, message)
	}
}

var berlin = telegram.OrderInfo{
	Name: "Ada", PhoneNumber: "+4930", Email: "ada@example.com",
	ShippingAddress: &telegram.Address{CountryCode: "DE", City: "Berlin", StreetLine1: "Allee 1", PostCode: "10115"},
}

// shipped is an invoice whose form asks for a name, an address and the way.
func shipped() telegram.Params {
	return bill("need_name", "true", "need_shipping_address", "true", "is_flexible", "true", "max_tip_amount", "300")
}

func ways() []telegram.ShippingOption {
	return []telegram.ShippingOption{
		{ID: "post", Title: "Post", Prices: []telegram.LabeledPrice{{Label: "Parcel", Amount: 400}, {Label: "Insurance", Amount: 90}}},
		{ID: "pickup", Title: "At the shop", Prices: []telegram.LabeledPrice{{Label: "Free", Amount: 0}}},
	}
}
