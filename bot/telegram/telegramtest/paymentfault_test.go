package telegramtest_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// Each way in which no money moves, and what the bot is told of it.
func TestPaymentsThatFail(t *testing.T) {
	tests := []struct {
		name    string
		invoice telegram.Params
		shop    manner
		pay     telegramtest.Payment
		want    telegramtest.PaymentFailure
		message string
		told    []string
	}{
		{"no name", shipped(), manner{}, telegramtest.Payment{}, telegramtest.Incomplete, "the form asks for a name", nil},
		{"no address", shipped(), manner{}, telegramtest.Payment{Info: telegram.OrderInfo{Name: "Ada"}}, telegramtest.Incomplete,
			"the form asks for an address with country, city and street", nil},
		{"nothing is sent there", shipped(), manner{}, telegramtest.Payment{Info: berlin}, telegramtest.ShippingRefused, "not to DE", []string{"shipping_query"}},
		{"no such way", shipped(), manner{ways: ways()}, telegramtest.Payment{Info: berlin, Way: "drone"}, telegramtest.Incomplete,
			`there is no way of shipping "drone"`, []string{"shipping_query"}},
		{"tip too high", bill("max_tip_amount", "5"), manner{}, telegramtest.Payment{Tip: 6}, telegramtest.Incomplete, "a tip is from 0 to 5, not 6", nil},
		{"refused", bill(), manner{no: "sold out"}, telegramtest.Payment{}, telegramtest.CheckoutRefused, "sold out", []string{"pre_checkout_query"}},
		{"declined by the bank", bill(), manner{}, telegramtest.Payment{Declined: true}, telegramtest.CardDeclined, "", []string{"pre_checkout_query"}},
		{"bot too slow with the ways", shipped(), manner{ways: ways(), after: 11 * time.Second}, telegramtest.Payment{Info: berlin}, telegramtest.NoAnswer, "",
			[]string{"shipping_query"}},
		{"bot too slow with its consent", bill(), manner{after: 11 * time.Second}, telegramtest.Payment{}, telegramtest.NoAnswer, "", []string{"pre_checkout_query"}},
		{"form too hasty", bill(), manner{}, telegramtest.Payment{TooLate: true}, telegramtest.NoAnswer, "", []string{"pre_checkout_query"}},
		{"too few Stars", starBill("prices", `[{"label":"a","amount":10001}]`), manner{}, telegramtest.Payment{}, telegramtest.TooFewStars, "10000 of 10001", nil},
		{"Stars refused", starBill(), manner{no: "closed"}, telegramtest.Payment{}, telegramtest.CheckoutRefused, "closed", []string{"pre_checkout_query"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
				shop.manner = tt.shop
				start := time.Now()
				_, err := u.Pay(t.Context(), shop.invoice(t, tt.invoice), tt.pay)
				took := time.Since(start)
				wantFailure(t, err, tt.want, tt.message)
				if late := tt.shop.after > 0; late && took != telegram.CheckoutDeadline || !late && took != 0 {
					t.Errorf("took %s", took)
				}
				time.Sleep(tt.shop.after)
				shop.wantTold(t, tt.told...)
				if wantRefused := tt.want == telegramtest.NoAnswer; wantRefused != (len(shop.failed) == 1) || wantRefused && !telegram.Harmless(shop.failed[0]) {
					t.Errorf("answers refused: %v", shop.failed)
				}
				if len(shop.Charges()) != 0 || u.Stars() != 10000 || shop.StarBalance() != 0 {
					t.Errorf("money moved: %+v, %d Stars left", shop.Charges(), u.Stars())
				}
			})
		})
	}
}

// Ten seconds on the server's clock are ten seconds, also where that clock
// leaps.
func TestCheckoutDeadlineByTheServersClock(t *testing.T) {
	var ahead atomic.Int64
	options := telegramtest.Options{Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }}
	withTill(t, options, func(t *testing.T, shop *till, u *telegramtest.User) {
		shop.after = time.Second
		for _, tt := range []struct {
			leap time.Duration
			paid bool
		}{{telegram.CheckoutDeadline, true}, {telegram.CheckoutDeadline + time.Second, false}} {
			ahead.Store(0)
			go func() {
				time.Sleep(time.Second / 2)
				ahead.Store(int64(tt.leap - time.Second))
			}()
			_, err := u.Pay(t.Context(), shop.invoice(t, bill()), telegramtest.Payment{})
			if (err == nil) != tt.paid {
				t.Errorf("after %s: %v", tt.leap, err)
			}
		}
	})
}

// A network that fails once does not cost a payment, whether or not the answer
// had arrived.
func TestPaymentSurvivesALostAnswer(t *testing.T) {
	for _, kind := range []telegramtest.FaultKind{telegramtest.DropRequest, telegramtest.DropReply, telegramtest.BadGateway} {
		withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
			shop.Fault(telegramtest.Rule{Kind: kind, Method: "answerPreCheckoutQuery"})
			if _, err := u.Pay(t.Context(), shop.invoice(t, bill()), telegramtest.Payment{}); err != nil {
				t.Errorf("%s: %v", kind, err)
			}
			shop.wantTold(t, "pre_checkout_query", "paid")
			if len(shop.failed) > 0 {
				t.Errorf("%s: %v", kind, shop.failed)
			}
		})
	}
}

func TestPaymentEndsWithItsContext(t *testing.T) {
	withTill(t, telegramtest.Options{}, func(t *testing.T, shop *till, u *telegramtest.User) {
		shop.after = time.Second
		ctx, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		if _, err := u.Pay(ctx, 0, telegramtest.Payment{}); err == nil {
			t.Error("paid an invoice that is not there")
		}
		if _, err := u.Pay(ctx, shop.invoice(t, bill()), telegramtest.Payment{}); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if len(shop.failed) != 1 || len(shop.Charges()) != 0 {
			t.Errorf("%v %v", shop.failed, shop.Charges())
		}
	})
}

// A form that waits does not outlive the server.
func TestPaymentEndsWithTheServer(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		u.Start("")
		if _, err := c.Call(t.Context(), "sendInvoice", bill("chat_id", "7")); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		go func() {
			_, err := u.Pay(t.Context(), 0, telegramtest.Payment{})
			ended <- err
		}()
		synctest.Wait()
		s.Close()
		var failed *telegramtest.PaymentError
		if err := <-ended; err == nil || errors.As(err, &failed) {
			t.Error(err)
		}
	})
}

func TestPaymentErrorIsPlain(t *testing.T) {
	for err, want := range map[error]string{
		&telegramtest.PaymentError{Failure: telegramtest.CardDeclined}:                         "telegramtest: not paid: the card was declined",
		&telegramtest.PaymentError{Failure: telegramtest.CheckoutRefused, Message: "sold out"}: "telegramtest: not paid: the bot has refused it: sold out",
	} {
		if err.Error() != want {
			t.Errorf("%q, want %q", err, want)
		}
	}
}
