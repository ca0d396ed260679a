package telegramtest_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// Two payments of one customer at once cannot spend the same Stars.
func TestStarsAreSpentOnce(t *testing.T) {
	withTill(t, telegramtest.Options{Stars: 300}, func(t *testing.T, shop *till, u *telegramtest.User) {
		shop.after = time.Second
		id := shop.invoice(t, starBill())
		ended := make(chan error, 2)
		for range 2 {
			go func() {
				_, err := u.Pay(t.Context(), id, telegramtest.Payment{})
				ended <- err
			}()
		}
		wantFailure(t, <-ended, telegramtest.TooFewStars, "50 of 250")
		if err := <-ended; err != nil || u.Stars() != 50 || shop.StarBalance() != 250 {
			t.Errorf("%v; %d left, %d earned", err, u.Stars(), shop.StarBalance())
		}
		u.SetStars(250)
		if _, err := u.Pay(t.Context(), id, telegramtest.Payment{}); err != nil || u.Stars() != 0 {
			t.Errorf("%v; %d left", err, u.Stars())
		}
	})
}

func TestRefunds(t *testing.T) {
	withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
		pay := func(p telegram.Params) string {
			r, err := u.Pay(t.Context(), shop.invoice(t, p), telegramtest.Payment{})
			if err != nil {
				t.Fatal(err)
			}
			return r.ID
		}
		byBot, byTelegram, byProvider := pay(starBill()), pay(starBill("payload", "R2.7")), pay(bill())
		synctest.Wait()
		shop.told = nil
		refund := func(user int64, charge string) error {
			_, err := shop.client.Do(t.Context(), telegram.RefundStarPayment{UserID: user, TelegramChargeID: charge})
			return err
		}
		shop.User(8, "Bob", "")
		for _, wrong := range []error{refund(8, byBot), refund(7, byProvider), refund(7, "none")} {
			if got := description(t, wrong); got != "Bad Request: CHARGE_ID_INVALID" {
				t.Error(got)
			}
		}
		if err := refund(7, byBot); err != nil {
			t.Fatal(err)
		}
		if err := refund(7, byBot); !telegram.Refunded(err) {
			t.Error(err)
		}
		for _, charge := range []string{byTelegram, byProvider} {
			if err := shop.Refund(charge); err != nil {
				t.Error(err)
			}
			if err := shop.Refund(charge); err == nil {
				t.Error("given back twice")
			}
		}
		shop.wantTold(t, "refunded", "refunded")
		want := &telegram.RefundedPayment{Currency: "XTR", TotalAmount: 250, InvoicePayload: "R1.7", TelegramChargeID: byBot, ProviderChargeID: shop.Charges()[0].Provider}
		screen := u.Messages()
		if got := shop.told[0].Message; !cmp.Equal(got.Refund, want) || got.Chat.ID != 7 || !cmp.Equal(screen[len(screen)-2].Refund, want) {
			t.Errorf("%+v", got.Refund)
		}
		for _, c := range shop.Charges() {
			if !c.Refunded {
				t.Errorf("%+v", c)
			}
		}
		if u.Stars() != 10000 || shop.StarBalance() != 0 {
			t.Errorf("%d and %d Stars", u.Stars(), shop.StarBalance())
		}
	})
}

// Movements of Stars are told page by page, and add up to the balance.
func TestStarTransactions(t *testing.T) {
	withTill(t, telegramtest.Options{Stars: 1_000_000}, func(t *testing.T, shop *till, u *telegramtest.User) {
		id := shop.invoice(t, starBill())
		for range 101 {
			if _, err := u.Pay(t.Context(), id, telegramtest.Payment{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := shop.Refund(shop.Charges()[0].ID); err != nil {
			t.Fatal(err)
		}
		var n, sum int64
		for tr, err := range shop.client.StarTransactions(t.Context()) {
			switch {
			case err != nil:
				t.Fatal(err)
			case tr.Source != nil:
				sum += tr.Amount
				if tr.ID != shop.Charges()[n].ID || tr.Source.User.ID != 7 || tr.Source.TransactionType != "invoice_payment" || tr.Source.InvoicePayload != "R1.7" {
					t.Fatalf("%d: %+v", n, tr)
				}
			default:
				sum -= tr.Amount
				if tr.ID != shop.Charges()[0].ID || tr.Receiver.User.ID != 7 {
					t.Fatalf("%+v", tr)
				}
			}
			n++
		}
		raw, err := shop.client.Call(t.Context(), "getMyStarBalance", nil)
		if n != 102 || sum != 100*250 || sum != shop.StarBalance() || err != nil || string(raw) != `{"amount":25000}` {
			t.Errorf("%d transactions, sum %d, balance %s %v", n, sum, raw, err)
		}
	})
}
