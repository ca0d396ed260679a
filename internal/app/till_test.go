package app

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows/shop"
)

// keptOrders is a store that has orders and a ledger.
type keptOrders struct {
	keptTill // the rest is not asked for
	orders   []bot.KeptOrder
	looks    [][]shop.Entry // the ledger at each look; the last one stays
}

func (k *keptOrders) Orders(_ context.Context, each func(bot.KeptOrder) error) error {
	for _, o := range k.orders {
		if err := each(o); err != nil {
			return err
		}
	}
	return nil
}

func (k *keptOrders) Ledger(_ context.Context, each func(shop.Entry) error) error {
	rows := k.looks[0]
	if len(k.looks) > 1 {
		k.looks = k.looks[1:]
	}
	for _, row := range rows {
		if err := each(row); err != nil {
			return err
		}
	}
	return nil
}

func kept(t *testing.T, orders ...Order) (all []bot.KeptOrder) {
	t.Helper()
	for i, o := range orders {
		body, err := json.Marshal(o.Order)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, bot.KeptOrder{Number: o.Number, State: o.State, Chat: int64(i + 1), Body: body})
	}
	return all
}

func TestOrderByNumber(t *testing.T) {
	orders := kept(t, paidOrder("7K3Q-2M0F", 1, "EUR", shop.ByProvider), paidOrder("1BCD-EFGH", 1, "EUR", shop.ByProvider))
	orders = append(orders, bot.KeptOrder{Number: "GONE-0000", State: shop.Delivered, Chat: 3})
	till := &Till{kept: &keptOrders{orders: orders}}
	for _, number := range []string{"7K3Q-2M0F", "7k3q-2m0f", "7k3q2m0f", "7K3Q 2MOF", "7k3q-2mof"} {
		if o, err := till.Order(t.Context(), number); err != nil || o.Number != "7K3Q-2M0F" || o.Chat != 1 {
			t.Errorf("%s: %+v %v", number, o, err)
		}
	}
	if o, err := till.Order(t.Context(), "lbcdefgh"); err != nil || o.Chat != 2 {
		t.Errorf("an l for a 1: %+v %v", o, err)
	}
	if o, err := till.Order(t.Context(), "gone-0000"); err != nil || !o.Forgotten || o.State != shop.Delivered {
		t.Errorf("forgotten: %+v %v", o, err)
	}
	if _, err := till.Order(t.Context(), "7K3Q"); !errors.Is(err, ErrNoOrder) {
		t.Errorf("half a number: %v", err)
	}
	till.kept = &keptOrders{orders: []bot.KeptOrder{{Number: "A", Body: []byte("{")}}}
	if _, err := till.Orders(t.Context()); err == nil || !strings.Contains(err.Error(), "read order A") {
		t.Errorf("a broken body: %v", err)
	}
}

// TestVerifyLooksTwice has a bot write a row between the look at the orders and the one at the ledger, and one that stays away.
func TestVerifyLooksTwice(t *testing.T) {
	orders := kept(t, paidOrder("A", 1290, "EUR", shop.ByProvider), paidOrder("B", 500, "EUR", shop.ByProvider))
	late := []shop.Entry{row("cA", "A", 1290, "EUR", shop.ByProvider)}
	till := &Till{kept: &keptOrders{orders: orders, looks: [][]shop.Entry{nil, late}}}
	got, err := till.Verify(t.Context())
	if err != nil || len(got.Differences) != 1 || !strings.Contains(got.Differences[0], "order B") {
		t.Errorf("%q %v", got.Differences, err)
	}
	if got.Stars != -1 {
		t.Error("Telegram was asked without a token")
	}
}

// TestVerifyStars compares the ledger with what a Bot API server lists: a payment, and its refund.
func TestVerifyStars(t *testing.T) {
	server := telegramtest.NewServer(telegramtest.Options{})
	defer server.Close()
	settings := Settings{Token: server.Token(), APIURL: server.URL()}
	client, err := telegram.New(telegram.Options{Token: settings.Token, APIURL: settings.APIURL, HTTP: server.HTTPClient()})
	if err != nil {
		t.Fatal(err)
	}
	ada := server.User(7, "Ada", "en")
	ada.Start("")
	send := telegram.SendInvoice{
		Delivery: telegram.Delivery{ChatID: 7},
		Invoice:  telegram.Invoice{Title: "Course", Description: "Six films", Payload: "R.7", Currency: telegram.Stars, Prices: []telegram.LabeledPrice{{Label: "Course", Amount: 250}}},
	}
	if _, err := client.Do(t.Context(), send); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	polled := make(chan error, 1)
	go func() {
		polled <- client.Poll(ctx, telegram.PollOptions{}, func(ctx context.Context, batch []telegram.Update) error {
			for _, u := range batch {
				if q := u.PreCheckoutQuery; q != nil {
					return client.AnswerPreCheckout(ctx, telegram.AnswerPreCheckoutQuery{PreCheckoutQueryID: q.ID, OK: true})
				}
			}
			return nil
		})
	}()
	receipt, err := ada.Pay(t.Context(), 0, telegramtest.Payment{})
	cancel()
	if ended := <-polled; ended != nil && !errors.Is(ended, context.Canceled) {
		t.Error(ended)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Refund(receipt.ID); err != nil {
		t.Fatal(err)
	}
	order := paidOrder("R", 250, telegram.Stars, shop.ByStars)
	order.State, order.Charges[0].ID, order.Charges[0].Refunded = shop.Refunded, receipt.ID, 9
	rows := []shop.Entry{row(receipt.ID, "R", 250, telegram.Stars, shop.ByStars), row(refundOf+receipt.ID, "R", 250, telegram.Stars, shop.ByStars)}
	till := &Till{kept: &keptOrders{orders: kept(t, order), looks: [][]shop.Entry{rows}}, settings: settings, http: server.HTTPClient()}
	if got, err := till.Verify(t.Context()); err != nil || len(got.Differences) != 0 || got.Stars != 2 {
		t.Errorf("%+v %v", got, err)
	}
	till.kept = &keptOrders{orders: kept(t, order), looks: [][]shop.Entry{rows[:1]}}
	if got, err := till.Verify(t.Context()); err != nil || len(got.Differences) != 2 {
		t.Errorf("without the refund: %q %v", got.Differences, err)
	}
	till.settings.Token = "424242:" + strings.Repeat("x", 35)
	if _, err := till.Verify(t.Context()); err == nil || strings.Contains(err.Error(), till.settings.Token) {
		t.Errorf("with a token that Telegram does not know: %v", err)
	}
}
