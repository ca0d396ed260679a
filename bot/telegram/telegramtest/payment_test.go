package telegramtest_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// The whole way: address, ways of shipping, tip, consent, money, message.
func TestPaymentCycle(t *testing.T) {
	withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
		shop.ways = ways()
		id := shop.invoice(t, shipped())
		form, err := u.OpenInvoice(id)
		if err != nil {
			t.Fatal(err)
		}
		if shown := form.Invoice(); shown.Total != 1090 || !shown.Flexible || !shown.NeedName || shown.NeedEmail {
			t.Errorf("%+v", shown)
		}
		offered, err := form.Fill(t.Context(), berlin)
		if diff := cmp.Diff(ways(), offered); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		if total := form.Total("post", 110); total != 1090+490+110 {
			t.Errorf("total %d", total)
		}
		receipt, err := form.Pay(t.Context(), telegramtest.Payment{Way: "post", Tip: 110})
		if err != nil {
			t.Fatal(err)
		}
		shop.wantTold(t, "shipping_query", "pre_checkout_query", "paid")
		q, paid := shop.told[2].PreCheckoutQuery, shop.told[3].Message
		info := &telegram.OrderInfo{Name: "Ada", ShippingAddress: berlin.ShippingAddress} // what was not asked for is not told
		want := telegram.SuccessfulPayment{
			Currency: "EUR", TotalAmount: 1690, InvoicePayload: "R1.7", ShippingOptionID: "post", OrderInfo: info,
			TelegramChargeID: receipt.ID, ProviderChargeID: receipt.Provider,
		}
		if diff := cmp.Diff(&want, paid.Payment); diff != "" || paid.From.ID != 7 || paid.Chat.ID != 7 {
			t.Error(diff, paid)
		}
		if q.From.ID != 7 || q.TotalAmount != 1690 || q.Currency != "EUR" || q.InvoicePayload != "R1.7" || q.ShippingOptionID != "post" || !cmp.Equal(q.OrderInfo, info) {
			t.Errorf("%+v", q)
		}
		screen := u.Messages()
		if last := screen[len(screen)-1]; !cmp.Equal(last.Payment, &want) || last.ID != receipt.MessageID {
			t.Errorf("%+v", last)
		}
		for _, m := range screen {
			if want := map[bool]int64{true: receipt.MessageID}[m.ID == id]; m.Receipt != want {
				t.Errorf("message %d has receipt %d, want %d", m.ID, m.Receipt, want)
			}
		}
		charges := shop.Charges()
		if len(charges) != 1 || charges[0] != receipt.Charge || charges[0].Amount != 1690 || charges[0].Payer != 7 || len(shop.failed) > 0 {
			t.Errorf("%+v %v", charges, shop.failed)
		}
	})
}

// The bot can hear of a payment twice, late, and after what came later.
func TestPaymentIsDeliveredTwiceAndLate(t *testing.T) {
	withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
		id := shop.invoice(t, bill())
		first, err := u.Pay(t.Context(), id, telegramtest.Payment{})
		if err != nil {
			t.Fatal(err)
		}
		first.Deliver()
		shop.wantTold(t, "pre_checkout_query", "paid", "paid")
		one, two := shop.told[2], shop.told[3]
		if one.ID == two.ID || !cmp.Equal(one.Message.Payment, two.Message.Payment) || one.Message.ID != two.Message.ID {
			t.Errorf("%s\n%s", one.Raw, two.Raw)
		}
		shop.told = nil
		second, err := u.Pay(t.Context(), id, telegramtest.Payment{Held: true})
		if err != nil || second.ID == first.ID {
			t.Fatalf("%+v %v", second, err)
		}
		u.Say("has it come?")
		shop.wantTold(t, "pre_checkout_query", "message")
		second.Deliver()
		shop.wantTold(t, "pre_checkout_query", "message", "paid")
		if len(shop.Charges()) != 2 {
			t.Errorf("%+v", shop.Charges())
		}
	})
}

// Who can pay: the one who was asked, whoever has a copy that can be paid, and
// whoever has a link.
func TestOtherPayers(t *testing.T) {
	withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, ada *telegramtest.User) {
		bob := shop.User(8, "Bob", "")
		open, single := shop.invoice(t, bill()), shop.invoice(t, bill("start_parameter", "shop"))
		secret := shop.invoice(t, bill("protect_content", "true"))
		for _, id := range []int64{single, secret, 99} {
			if _, err := bob.OpenForwarded(ada, id); err == nil {
				t.Errorf("a copy of %d can be paid", id)
			}
		}
		if _, err := bob.OpenInvoice(open); err == nil {
			t.Error("bob sees ada's chat")
		}
		if _, err := bob.OpenLink("https://t.me/$none"); err == nil {
			t.Error("a link to nothing")
		}
		params, err := telegram.ParamsOf(telegram.CreateInvoiceLink{Invoice: telegram.Invoice{
			Title: "Course", Description: "Brewing", Payload: "R2.7", Currency: telegram.Stars, Prices: []telegram.LabeledPrice{{Label: "Course", Amount: 250}},
		}})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := shop.client.Call(t.Context(), "createInvoiceLink", params)
		if err != nil {
			t.Fatal(err)
		}
		link := string(raw[1 : len(raw)-1])
		for _, opened := range []func() (*telegramtest.PaymentForm, error){
			func() (*telegramtest.PaymentForm, error) { return bob.OpenForwarded(ada, open) },
			func() (*telegramtest.PaymentForm, error) { return bob.OpenLink(link) },
			func() (*telegramtest.PaymentForm, error) { return ada.OpenInvoice(0) },
		} {
			form, err := opened()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := form.Pay(t.Context(), telegramtest.Payment{}); err != nil {
				t.Error(err)
			}
			synctest.Wait()
		}
		shop.wantTold(t, "pre_checkout_query", "paid", "pre_checkout_query", "paid", "pre_checkout_query", "paid")
		var payers []int64
		for _, c := range shop.Charges() {
			payers = append(payers, c.Payer)
		}
		if !slices.Equal(payers, []int64{8, 8, 7}) || shop.told[2].Message.Chat.ID != 8 {
			t.Error(payers)
		}
	})
}

// Payment queries of one customer come in order, beside messages and presses,
// and die after 150 seconds like presses.
func TestPaymentQueriesHaveTheirOwnQueue(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		u.Start("")
		if _, err := c.Call(t.Context(), "sendInvoice", bill("chat_id", "7")); err != nil {
			t.Fatal(err)
		}
		_, err := u.Pay(t.Context(), 0, telegramtest.Payment{TooLate: true})
		wantFailure(t, err, telegramtest.NoAnswer, "")
		time.Sleep(telegram.PressLifetime)
		if n := len(poll(t, c)); n != 2 {
			t.Errorf("%d updates after 150 s, want 2", n)
		}
		if _, err = u.Pay(t.Context(), 0, telegramtest.Payment{TooLate: true}); err == nil {
			t.Fatal("paid")
		}
		time.Sleep(telegram.PressLifetime + time.Second)
		if n := len(poll(t, c)); n != 0 {
			t.Errorf("%d updates after 151 s, want none", n)
		}
	})
}
