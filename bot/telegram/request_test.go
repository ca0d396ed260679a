package telegram_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
)

var requests = []struct {
	request telegram.Request
	want    string
}{
	{
		telegram.SendMessage{
			Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{
				{{Text: "Ja", CallbackData: "1.a"}, {Text: "Shop", URL: "https://example.com"}},
			}}},
			Text: "a & \"b\"\n<c> ☕", Entities: []telegram.Entity{{Type: "bold", Offset: 0, Length: 1}},
			LinkPreviewOptions: &telegram.LinkPreview{IsDisabled: true},
		},
		`{"method":"sendMessage","chat_id":7,"reply_markup":{"inline_keyboard":[[{"text":"Ja","callback_data":"1.a"},{"text":"Shop","url":"https://example.com"}]]},"text":"a \u0026 \"b\"\n\u003cc\u003e ☕","entities":[{"type":"bold","offset":0,"length":1}],"link_preview_options":{"is_disabled":true}}`,
	},
	{
		telegram.SendMessage{Delivery: telegram.Delivery{ChatID: -5, ThreadID: 3, DisableNotification: true, ProtectContent: true,
			ReplyParameters: &telegram.ReplyParameters{MessageID: 2, AllowSendingWithoutReply: true},
			ReplyMarkup:     telegram.ReplyKeyboard{Rows: [][]telegram.KeyboardButton{{{Text: "My number", RequestContact: true}}}, Resize: true, OneTime: true}}, Text: "?"},
		`{"method":"sendMessage","chat_id":-5,"message_thread_id":3,"disable_notification":true,"protect_content":true,"reply_parameters":{"message_id":2,"allow_sending_without_reply":true},"reply_markup":{"keyboard":[[{"text":"My number","request_contact":true}]],"resize_keyboard":true,"one_time_keyboard":true},"text":"?"}`,
	},
	{
		telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.ReplyKeyboardRemove{}}, Text: "x"},
		`{"method":"sendMessage","chat_id":7,"reply_markup":{"remove_keyboard":true},"text":"x"}`,
	},
	{
		telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.ForceReply{Placeholder: "p"}}, Text: "x"},
		`{"method":"sendMessage","chat_id":7,"reply_markup":{"force_reply":true,"input_field_placeholder":"p"},"text":"x"}`,
	},
	{
		telegram.SendPhoto{Delivery: telegram.Delivery{ChatID: 7}, Caption: telegram.Caption{Caption: "c", CaptionEntities: []telegram.Entity{{Type: "italic", Length: 1}}}, Photo: "id"},
		`{"method":"sendPhoto","chat_id":7,"caption":"c","caption_entities":[{"type":"italic","offset":0,"length":1}],"photo":"id"}`,
	},
	{telegram.SendDocument{Delivery: telegram.Delivery{ChatID: 7}, Document: "id"}, `{"method":"sendDocument","chat_id":7,"document":"id"}`},
	{telegram.SendVideo{Delivery: telegram.Delivery{ChatID: 7}, Video: "id"}, `{"method":"sendVideo","chat_id":7,"video":"id"}`},
	{telegram.SendVoice{Delivery: telegram.Delivery{ChatID: 7}, Voice: "id"}, `{"method":"sendVoice","chat_id":7,"voice":"id"}`},
	{
		telegram.SendLocation{Delivery: telegram.Delivery{ChatID: 7}, Latitude: 52.5, Longitude: 0},
		`{"method":"sendLocation","chat_id":7,"latitude":52.5,"longitude":0}`,
	},
	{
		telegram.SendMediaGroup{ChatID: 7, Media: []telegram.InputMedia{{Type: "photo", Media: "a", Caption: telegram.Caption{Caption: "c"}}, {Type: "photo", Media: "b"}}},
		`{"method":"sendMediaGroup","chat_id":7,"media":[{"type":"photo","media":"a","caption":"c"},{"type":"photo","media":"b"}]}`,
	},
	{telegram.SendChatAction{ChatID: 7, Action: "typing"}, `{"method":"sendChatAction","chat_id":7,"action":"typing"}`},
	{telegram.EditMessageText{ChatID: 7, MessageID: 9, Text: "x"}, `{"method":"editMessageText","chat_id":7,"message_id":9,"text":"x"}`},
	{telegram.EditMessageReplyMarkup{ChatID: 7, MessageID: 9}, `{"method":"editMessageReplyMarkup","chat_id":7,"message_id":9}`},
	{
		telegram.EditMessageReplyMarkup{ChatID: 7, MessageID: 9, ReplyMarkup: &telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "c", CopyText: &telegram.CopyText{Text: "CODE"}}}}}},
		`{"method":"editMessageReplyMarkup","chat_id":7,"message_id":9,"reply_markup":{"inline_keyboard":[[{"text":"c","copy_text":{"text":"CODE"}}]]}}`,
	},
	{telegram.DeleteMessage{ChatID: 7, MessageID: 9}, `{"method":"deleteMessage","chat_id":7,"message_id":9}`},
	{
		telegram.SendInvoice{
			Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "Pay", Pay: true}}}}},
			Invoice: telegram.Invoice{
				Title: "t", Description: "d", Payload: "1.z", ProviderToken: "SHOP_PAYMENT", Currency: "EUR",
				Prices:       []telegram.LabeledPrice{{Label: "Crema", Amount: 1290}, {Label: "Discount", Amount: -100}},
				MaxTipAmount: 500, SuggestedTipAmounts: []int64{100, 200}, NeedName: true, NeedShippingAddress: true, IsFlexible: true,
			},
			StartParameter: "shop",
		},
		`{"method":"sendInvoice","chat_id":7,"reply_markup":{"inline_keyboard":[[{"text":"Pay","pay":true}]]},"title":"t","description":"d","payload":"1.z","provider_token":"$SHOP_PAYMENT","currency":"EUR","prices":[{"label":"Crema","amount":1290},{"label":"Discount","amount":-100}],"max_tip_amount":500,"suggested_tip_amounts":[100,200],"need_name":true,"need_shipping_address":true,"is_flexible":true,"start_parameter":"shop"}`,
	},
	{
		telegram.CreateInvoiceLink{Invoice: telegram.Invoice{Title: "t", Description: "d", Payload: "1.z", Currency: telegram.Stars, Prices: []telegram.LabeledPrice{{Label: "Course", Amount: 250}}}},
		`{"method":"createInvoiceLink","title":"t","description":"d","payload":"1.z","currency":"XTR","prices":[{"label":"Course","amount":250}]}`,
	},
	{
		telegram.AnswerShippingQuery{ShippingQueryID: "s", OK: true, ShippingOptions: []telegram.ShippingOption{{ID: "dhl", Title: "DHL", Prices: []telegram.LabeledPrice{{Label: "DHL", Amount: 490}}}}},
		`{"method":"answerShippingQuery","shipping_query_id":"s","ok":true,"shipping_options":[{"id":"dhl","title":"DHL","prices":[{"label":"DHL","amount":490}]}]}`,
	},
	{telegram.AnswerPreCheckoutQuery{PreCheckoutQueryID: "p", ErrorMessage: "no"}, `{"method":"answerPreCheckoutQuery","pre_checkout_query_id":"p","ok":false,"error_message":"no"}`},
	{telegram.RefundStarPayment{UserID: 7, TelegramChargeID: "c"}, `{"method":"refundStarPayment","user_id":7,"telegram_payment_charge_id":"c"}`},
	{telegram.AnswerCallbackQuery{CallbackQueryID: "q", Text: "ok", ShowAlert: true}, `{"method":"answerCallbackQuery","callback_query_id":"q","text":"ok","show_alert":true}`},
}

func TestEncode(t *testing.T) {
	for _, tt := range requests {
		got, err := telegram.Encode(tt.request)
		if err != nil || string(got) != tt.want {
			t.Errorf("%v\n%s, want\n%s", err, got, tt.want)
		}
	}
}

// parameters reads a call as the Bot API does: a form, or an object of which
// texts are taken as they are and all else as its JSON.
func parameters(t *testing.T, r *http.Request) url.Values {
	t.Helper()
	if r.Header.Get("Content-Type") != "application/json" {
		if err := r.ParseForm(); err != nil {
			t.Error(err)
		}
		return r.PostForm
	}
	var object map[string]json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&object); err != nil {
		t.Error(err)
	}
	out := url.Values{}
	for name, raw := range object {
		var text string
		if json.Unmarshal(raw, &text) != nil || string(raw) == "null" {
			text = string(raw)
		}
		out.Set(name, text)
	}
	return out
}

// A call that was kept asks for the same as one that is made at once, and as
// one whose parameters were taken apart; what it asks for is what its JSON
// says.
func TestKeptCallsAreTheSame(t *testing.T) {
	var asked url.Values
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		asked = parameters(t, r)
		return reply(200, `{"ok":true,"result":true}`)
	})
	for _, tt := range requests {
		if _, err := c.Do(context.Background(), tt.request); err != nil {
			t.Fatal(err)
		}
		atOnce := asked
		if _, err := c.DoEncoded(context.Background(), []byte(tt.want)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(atOnce, asked); diff != "" {
			t.Errorf("%s: at once (-) and kept (+): %s", tt.request.Method(), diff)
		}
		method, params, err := telegram.Decode([]byte(tt.want))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Call(context.Background(), method, params); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(atOnce, asked); diff != "" || telegram.MethodOf([]byte(tt.want)) != method {
			t.Errorf("%s: at once (-) and taken apart (+): %s", method, diff)
		}
		var members map[string]any
		if err := json.Unmarshal([]byte(tt.want), &members); err != nil {
			t.Fatal(err)
		}
		delete(members, "method")
		if len(members) != len(asked) {
			t.Errorf("%s: asked %v, want %v", tt.request.Method(), asked, members)
		}
		for name, value := range members {
			want, isText := value.(string)
			if got := asked.Get(name); isText && got != want || !isText && !sameJSON(got, value) {
				t.Errorf("%s: %s is %q, want %v", tt.request.Method(), name, got, value)
			}
		}
	}
}

// What is null is not sent, and a call that Encode has not written so is made
// all the same.
func TestOddKeptCalls(t *testing.T) {
	var asked url.Values
	var path string
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		asked, path = parameters(t, r), r.URL.Path
		return reply(200, `{"ok":true,"result":true}`)
	})
	for kept, want := range map[string]url.Values{
		`{"method":"close"}`: {},
		`{"method":"sendMessage","chat_id":7,"entities":null}`: {"chat_id": {"7"}},
		`{"chat_id":7,"method":"sendMessage"}`:                 {"chat_id": {"7"}},
		`{ "method" : "sendMessage" , "chat_id" : 7 }`:         {"chat_id": {"7"}},
	} {
		if _, err := c.DoEncoded(context.Background(), []byte(kept)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, asked); diff != "" || !strings.HasSuffix(path, "/close") && !strings.HasSuffix(path, "/sendMessage") {
			t.Errorf("%s: %s %s", kept, path, diff)
		}
	}
	for _, kept := range []string{`{"method":""}`, `{"method":"../x","a":1}`, `{"method":"x" "a":1}`, `{"method":"`, ``} {
		if _, err := c.DoEncoded(context.Background(), []byte(kept)); err == nil {
			t.Errorf("%s: no error", kept)
		}
	}
}

func sameJSON(raw string, want any) bool {
	var got any
	return json.Unmarshal([]byte(raw), &got) == nil && cmp.Equal(got, want)
}

func TestDecodeRefuses(t *testing.T) {
	for _, bad := range []string{"", "[]", "null", `"x"`, `{"chat_id":1}`, `{"method":""}`, `{"method":"x"`, `{"method":"x"} {}`, `{"method":1e}`} {
		if _, _, err := telegram.Decode([]byte(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

func TestMessageID(t *testing.T) {
	for raw, want := range map[string]int64{
		`{"message_id":5,"date":1}`:           5,
		`[{"message_id":6},{"message_id":7}]`: 6,
		`true`:                                0, `[]`: 0, `{}`: 0, `nonsense`: 0,
	} {
		if got := telegram.MessageID([]byte(raw)); got != want {
			t.Errorf("%s: %d, want %d", raw, got, want)
		}
	}
}

// Sending is on the way of every answer: what a call costs beyond the library
// may not grow unseen.
func TestSendingAllocatesLittle(t *testing.T) {
	kept := []byte(requests[0].want)
	n := testing.AllocsPerRun(100, func() {
		if _, _, err := telegram.Decode(kept); err != nil {
			t.Fatal(err)
		}
	})
	if n > 18 {
		t.Errorf("taking a call apart allocates %v times, want at most 18", n)
	}
}

func BenchmarkKeptCall(b *testing.B) {
	c, err := telegram.New(telegram.Options{Token: token, APIURL: "http://telegram.test", HTTP: &http.Client{
		Transport: roundTrip(func(*http.Request) (*http.Response, error) { return reply(200, `{"ok":true,"result":true}`) }),
	}})
	if err != nil {
		b.Fatal(err)
	}
	kept := []byte(requests[0].want)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.DoEncoded(context.Background(), kept); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := telegram.Encode(requests[0].request); err != nil {
			b.Fatal(err)
		}
	}
}
