package telegramtest_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// bill is an invoice that is taken, with changes: pairs of parameters.
func bill(changes ...string) telegram.Params {
	p := params("title", "Crema Roma", "description", "250 g of beans", "payload", "R1.7", "provider_token", telegramtest.ProviderToken,
		"currency", "EUR", "prices", `[{"label":"Crema Roma","amount":1290},{"label":"Voucher","amount":-200}]`)
	maps.Copy(p, params(changes...))
	return p
}

func starBill(changes ...string) telegram.Params {
	p := bill("currency", "XTR", "prices", `[{"label":"Course","amount":250}]`, "provider_token", "")
	maps.Copy(p, params(changes...))
	return p
}

func TestInvoicesAreStrict(t *testing.T) {
	long := strings.Repeat
	tests := []struct {
		name   string
		params telegram.Params
		want   string // part of the refusal; "" if it is taken
	}{
		{"plain", bill(), ""},
		{"all that there is", bill("max_tip_amount", "500", "suggested_tip_amounts", "[100,200,300,500]", "need_name", "true", "need_phone_number", "1",
			"need_email", "yes", "need_shipping_address", "true", "is_flexible", "true", "photo_url", "https://example.com/a.png", "photo_width", "5",
			"photo_height", "5", "photo_size", "9", "provider_data", "{}", "send_email_to_provider", "true", "send_phone_number_to_provider", "true"), ""},
		{"longest texts", bill("title", long("😀", 16), "description", long("x", 255), "payload", long("ж", 64)), ""},
		{"no title", bill("title", " "), "title must have 1 to 32"},
		{"title too long", bill("title", long("😀", 16)+"x"), "has 33"},
		{"description too long", bill("description", long("x", 256)), "1 to 255 characters, has 256"},
		{"no payload", bill("payload", ""), "INVOICE_PAYLOAD_INVALID"},
		{"payload too long", bill("payload", long("ж", 64)+"x"), "129 bytes"},
		{"photo", bill("photo_url", "a.png"), "photo URL"},

		{"unknown currency", bill("currency", "XAU"), `CURRENCY_INVALID: "XAU"`},
		{"small currency", bill("currency", "eur"), "CURRENCY_INVALID"},
		{"two currencies", bill("currency", "AED AFN"), "CURRENCY_INVALID"},
		{"prices null", bill("prices", "null"), "there are none"},
		{"no prices", bill("prices", "[]"), "there are none"},
		{"price without a label", bill("prices", `[{"label":"","amount":5}]`), "label must be non-empty"},
		{"price without an amount", bill("prices", `[{"label":"a"}]`), `"a" has no amount`},
		{"price with digits", bill("prices", `[{"label":"a","amount":12.90}]`), "can't parse prices"},
		{"price with a currency", bill("prices", `[{"label":"a","amount":1,"currency":"EUR"}]`), "unknown field"},
		{"price too high", bill("prices", `[{"label":"a","amount":1000000000000}]`), "out of range"},
		{"nothing to pay", bill("prices", `[{"label":"a","amount":5},{"label":"b","amount":-5}]`), "CURRENCY_TOTAL_AMOUNT_INVALID: 0"},
		{"no provider", bill("provider_token", ""), "PAYMENT_PROVIDER_INVALID"},
		{"unknown provider", bill("provider_token", "$SHOP_PAYMENT"), "PAYMENT_PROVIDER_INVALID"},

		{"tips null", bill("suggested_tip_amounts", "null"), "expected an Array of suggested tip amounts"},
		{"no tips", bill("suggested_tip_amounts", "[]"), ""},
		{"five tips", bill("max_tip_amount", "9", "suggested_tip_amounts", "[1,2,3,4,5]"), "at most 4"},
		{"falling tips", bill("max_tip_amount", "9", "suggested_tip_amounts", "[2,1]"), "rising"},
		{"equal tips", bill("max_tip_amount", "9", "suggested_tip_amounts", "[2,2]"), "rising"},
		{"tip of nothing", bill("max_tip_amount", "9", "suggested_tip_amounts", "[0]"), "positive"},
		{"tip above the most", bill("max_tip_amount", "9", "suggested_tip_amounts", "[10]"), "at most 9"},
		{"tips below zero", bill("max_tip_amount", "-1"), "out of range"},
		{"flexible without an address", bill("is_flexible", "true"), "needs need_shipping_address"},

		{"stars", starBill(), ""},
		{"stars, what is ignored", starBill("need_name", "true", "is_flexible", "true"), ""},
		{"stars with a provider", starBill("provider_token", telegramtest.ProviderToken), "have no provider token"},
		{"stars with two prices", starBill("prices", `[{"label":"a","amount":1},{"label":"b","amount":1}]`), "exactly one price, not 2"},
		{"stars with a tip", starBill("max_tip_amount", "5"), "tips are not supported"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := newServer(t, telegramtest.Options{})
			s.User(7, "Ada", "").Start("")
			_, linkErr := c.Call(context.Background(), "createInvoiceLink", maps.Clone(tt.params))
			tt.params["chat_id"] = "7"
			_, err := c.Call(context.Background(), "sendInvoice", tt.params)
			got := description(t, err)
			if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if link := description(t, linkErr); link != got {
				t.Errorf("the link says %q, the message %q", link, got)
			}
			if strings.Contains(got, "TEST") {
				t.Error("the refusal shows the token")
			}
		})
	}
}

// What only one of the two ways to make an invoice takes.
func TestInvoiceMessages(t *testing.T) {
	pay, other := `{"text":"Pay","pay":true}`, `{"text":"Later","callback_data":"l"}`
	tests := []struct {
		name, method string
		params       telegram.Params
		want         string
	}{
		{"start parameter", "sendInvoice", bill("start_parameter", strings.Repeat("a", 64)), ""},
		{"start parameter too long", "sendInvoice", bill("start_parameter", strings.Repeat("a", 65)), "START_PARAM_INVALID"},
		{"start parameter with a space", "sendInvoice", bill("start_parameter", "a b"), "START_PARAM_INVALID"},
		{"pay first", "sendInvoice", bill("reply_markup", markup(pay+","+other)), ""},
		{"pay second", "sendInvoice", bill("reply_markup", markup(other+","+pay)), "REPLY_MARKUP_BUY_EMPTY"},
		{"two to pay", "sendInvoice", bill("reply_markup", markup(pay+","+pay)), "BUTTON_POS_INVALID"},
		{"no pay", "sendInvoice", bill("reply_markup", markup(other)), "REPLY_MARKUP_BUY_EMPTY"},
		{"no buttons", "sendInvoice", bill("reply_markup", `{"inline_keyboard":[]}`), ""},
		{"reply keyboard", "sendInvoice", bill("reply_markup", `{"keyboard":[["a"]]}`), "inline keyboard expected"},
		{"link with a chat", "createInvoiceLink", bill(), `no parameter "chat_id"`},
		{"to nobody", "sendInvoice", bill("chat_id", "8"), "chat not found"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := newServer(t, telegramtest.Options{})
			s.User(7, "Ada", "").Start("")
			if tt.params["chat_id"] == "" {
				tt.params["chat_id"] = "7"
			}
			_, err := c.Call(context.Background(), tt.method, tt.params)
			if got := description(t, err); (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// The button that pays outlives every change of the message.
func TestInvoiceOnTheScreen(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	ctx := context.Background()
	u := s.User(7, "Ada", "")
	u.Start("")
	raw, err := c.Call(ctx, "sendInvoice", bill("chat_id", "7", "max_tip_amount", "300", "suggested_tip_amounts", "[100]", "need_name", "true"))
	if err != nil {
		t.Fatal(err)
	}
	id := telegram.MessageID(raw)
	shown := func() telegramtest.Message { screen := u.Messages(); return screen[len(screen)-1] }
	want := &telegramtest.Invoice{
		Title: "Crema Roma", Description: "250 g of beans", Currency: "EUR", Total: 1090, MaxTip: 300, Tips: []int64{100}, NeedName: true, Payload: "R1.7",
		Prices: []telegram.LabeledPrice{{Label: "Crema Roma", Amount: 1290}, {Label: "Voucher", Amount: -200}},
	}
	if diff := cmp.Diff(want, shown().Invoice); diff != "" {
		t.Error(diff)
	}
	if got := shown().Buttons; len(got) != 1 || got[0][0] != (telegram.InlineButton{Text: "Pay 10.90 EUR", Pay: true}) {
		t.Errorf("%+v", got)
	}
	for _, tt := range []struct{ method, markup, want string }{
		{"editMessageReplyMarkup", markup(`{"text":"Later","callback_data":"l"}`), "REPLY_MARKUP_BUY_EMPTY"},
		{"editMessageReplyMarkup", markup(`{"text":"Now","pay":true}`), ""},
		{"editMessageReplyMarkup", "", ""},
		{"editMessageReplyMarkup", "", "message is not modified"},
	} {
		_, err := c.Call(ctx, tt.method, params("chat_id", "7", "message_id", itoa(id), "reply_markup", tt.markup))
		if got := description(t, err); (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.markup, got, tt.want)
		}
		if b := shown().Buttons; !b[0][0].Pay || shown().Receipt != 0 || shown().Invoice == nil {
			t.Errorf("after %s: %+v", tt.markup, b)
		}
	}
	_, err = c.Call(ctx, "editMessageMedia", params("chat_id", "7", "message_id", itoa(id), "media", `{"type":"photo","media":"https://example.com/a.png"}`))
	if got := description(t, err); !strings.Contains(got, "can't be edited") {
		t.Error(got)
	}
	if _, err := u.Press(id, "Pay 10.90 EUR"); err == nil {
		t.Error("a button that pays went to the bot")
	}
}

func TestDefaultButtonHasTheDigitsOfTheCurrency(t *testing.T) {
	for currency, want := range map[string]string{"EUR": "Pay 12.05 EUR", "JPY": "Pay 1205 JPY", "COP": "Pay 12.05 COP", "XTR": "Pay 1205 XTR"} {
		s, c := newServer(t, telegramtest.Options{})
		u := s.User(7, "Ada", "")
		u.Start("")
		p := bill("chat_id", "7", "currency", currency, "prices", `[{"label":"a","amount":1205}]`)
		if currency == "XTR" {
			delete(p, "provider_token")
		}
		if _, err := c.Call(context.Background(), "sendInvoice", p); err != nil {
			t.Fatal(err)
		}
		screen := u.Messages()
		if got := screen[len(screen)-1].Buttons[0][0].Text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAnswersAreStrict(t *testing.T) {
	way := `[{"id":"a","title":"A","prices":[{"label":"A","amount":0}]}]`
	tests := []struct {
		method, want string
		params       telegram.Params
	}{
		{"answerPreCheckoutQuery", `"error_message" is required`, params("pre_checkout_query_id", "x")},
		{"answerPreCheckoutQuery", "no place", params("pre_checkout_query_id", "x", "ok", "true", "error_message", "no")},
		{"answerPreCheckoutQuery", "query is too old", params("pre_checkout_query_id", "x", "ok", "true")},
		{"answerPreCheckoutQuery", `"pre_checkout_query_id" is required`, params("ok", "true")},
		{"answerShippingQuery", "can't parse shipping options", params("shipping_query_id", "x", "ok", "true")},
		{"answerShippingQuery", "there are none", params("shipping_query_id", "x", "ok", "true", "shipping_options", "[]")},
		{"answerShippingQuery", "no place", params("shipping_query_id", "x", "error_message", "no", "shipping_options", way)},
		{"answerShippingQuery", "query is too old", params("shipping_query_id", "x", "ok", "true", "shipping_options", way)},
		{"answerShippingQuery", "SHIPPING_ID_INVALID", params("shipping_query_id", "x", "ok", "true", "shipping_options", strings.Replace(way, `"id":"a"`, `"id":""`, 1))},
		{"answerShippingQuery", "SHIPPING_ID_INVALID", params("shipping_query_id", "x", "ok", "true", "shipping_options", way[:len(way)-1]+","+way[1:])},
		{"answerShippingQuery", "needs a title", params("shipping_query_id", "x", "ok", "true", "shipping_options", strings.Replace(way, `"title":"A"`, `"title":""`, 1))},
		{"answerShippingQuery", "costs -1", params("shipping_query_id", "x", "ok", "true", "shipping_options", strings.Replace(way, `"amount":0`, `"amount":-1`, 1))},
		{"answerShippingQuery", "can't parse prices", params("shipping_query_id", "x", "ok", "true", "shipping_options", `[{"id":"a","title":"A","prices":[]}]`)},
		{"refundStarPayment", "user not found", params("user_id", "7", "telegram_payment_charge_id", "c")},
		{"getStarTransactions", "from 1 to 100", params("limit", "101")},
		{"getStarTransactions", "must be from 0", params("offset", "-1")},
	}
	for _, tt := range tests {
		_, c := newServer(t, telegramtest.Options{})
		_, err := c.Call(context.Background(), tt.method, tt.params)
		if got := description(t, err); !strings.Contains(got, tt.want) {
			t.Errorf("%s %v: %q, want %q", tt.method, tt.params, got, tt.want)
		}
	}
}

// A server can know other tokens than its own.
func TestProviders(t *testing.T) {
	_, c := newServer(t, telegramtest.Options{Providers: []string{"1:TEST:other"}})
	var taken []string
	for _, token := range []string{"1:TEST:other", telegramtest.ProviderToken} {
		if _, err := c.Call(context.Background(), "createInvoiceLink", bill("provider_token", token)); err == nil {
			taken = append(taken, token)
		}
	}
	if !slices.Equal(taken, []string{"1:TEST:other"}) {
		t.Error(taken)
	}
}
