package telegram_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"repartee/bot/telegram"
)

func TestDecodeUpdate(t *testing.T) {
	tests := []struct {
		name, raw string
		ok        func(telegram.Update) bool
	}{
		{"text", `{"update_id":1,"message":{"message_id":2,"date":1700000000,"chat":{"id":3,"type":"private"},"from":{"id":3,"is_bot":false,"first_name":"Ada","language_code":"de"},"text":"hi","entities":[{"type":"bold","offset":0,"length":2}],"new_in_2030":{"a":[1]}}}`,
			func(u telegram.Update) bool {
				m := u.Message
				return u.Kind == "message" && m.ID == 2 && m.Chat.Private() && m.From.LanguageCode == "de" && m.Text == "hi" && m.Entities[0].Type == "bold"
			}},
		{"channel post", `{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":-100,"type":"channel"},"sender_chat":{"id":-100,"type":"channel"}}}`,
			func(u telegram.Update) bool { return u.Message.From == nil && u.Message.SenderChat.ID == -100 }},
		{"contact", `{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":3,"type":"private"},"contact":{"phone_number":"+49","first_name":"A","user_id":3}}}`,
			func(u telegram.Update) bool { return u.Message.Contact.UserID == 3 }},
		{"album photo", `{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":3,"type":"private"},"media_group_id":"g","caption":"c","photo":[{"file_id":"s","width":1},{"file_id":"l","width":9}]}}`,
			func(u telegram.Update) bool {
				return u.Message.MediaGroupID == "g" && u.Message.Photo[1].FileID == "l" && u.Message.Caption == "c"
			}},
		{"payment", `{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":3,"type":"private"},"successful_payment":{"currency":"EUR","total_amount":1290,"invoice_payload":"o1","telegram_payment_charge_id":"c1"}}}`,
			func(u telegram.Update) bool {
				p := u.Message.Payment
				return p.TotalAmount == 1290 && p.TelegramChargeID == "c1"
			}},
		{"refund", `{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":3,"type":"private"},"refunded_payment":{"currency":"XTR","total_amount":250,"invoice_payload":"o1","telegram_payment_charge_id":"c1"}}}`,
			func(u telegram.Update) bool {
				return u.Message.Payment == nil && *u.Message.Refund == telegram.RefundedPayment{Currency: telegram.Stars, TotalAmount: 250, InvoicePayload: "o1", TelegramChargeID: "c1"}
			}},
		{"press", `{"update_id":1,"callback_query":{"id":"q","from":{"id":3},"message":{"message_id":2,"date":0,"chat":{"id":3,"type":"private"}},"data":"1.a"}}`,
			func(u telegram.Update) bool {
				return u.Kind == "callback_query" && u.CallbackQuery.Data == "1.a" && u.CallbackQuery.Message.Date == 0
			}},
		{"press on an inline message", `{"update_id":1,"callback_query":{"id":"q","from":{"id":3},"inline_message_id":"i","data":"1.a"}}`,
			func(u telegram.Update) bool {
				return u.CallbackQuery.Message == nil && u.CallbackQuery.InlineMessageID == "i"
			}},
		{"block", `{"update_id":1,"my_chat_member":{"chat":{"id":3,"type":"private"},"from":{"id":3},"date":1,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked","until_date":0}}}`,
			func(u telegram.Update) bool { return u.MyChatMember.New.Status == "kicked" }},
		{"edit", `{"update_id":1,"edited_message":{"message_id":2,"date":1,"edit_date":2,"chat":{"id":3,"type":"private"},"text":"x"}}`,
			func(u telegram.Update) bool { return u.Message == nil && u.EditedMessage.EditDate == 2 }},
		{"pre-checkout", `{"update_id":1,"pre_checkout_query":{"id":"p","from":{"id":3},"currency":"EUR","total_amount":5,"invoice_payload":"o1","order_info":{"shipping_address":{"country_code":"DE"}}}}`,
			func(u telegram.Update) bool {
				return u.PreCheckoutQuery.OrderInfo.ShippingAddress.CountryCode == "DE"
			}},
		{"shipping", `{"update_id":1,"shipping_query":{"id":"s","from":{"id":3},"invoice_payload":"o1","shipping_address":{"post_code":"10115"}}}`,
			func(u telegram.Update) bool { return u.ShippingQuery.ShippingAddress.PostCode == "10115" }},
		{"kind of the future", `{"update_id":1,"subscription":{"state":"active"}}`,
			func(u telegram.Update) bool { return u.Kind == "subscription" && u.Message == nil }},
		{"nothing but an id", `{"update_id":1}`, func(u telegram.Update) bool { return u.Kind == "" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u, err := telegram.DecodeUpdate([]byte(tt.raw))
			if err != nil || u.Err != nil || u.ID != 1 || string(u.Raw) != tt.raw || !tt.ok(u) {
				t.Errorf("%v: %+v", err, u)
			}
		})
	}
}

func TestDecodeUpdateRefuses(t *testing.T) {
	tests := []struct {
		raw string
		id  int64
	}{
		{`{"update_id":7,"message":{"message_id":"two"}}`, 7},
		{`{"message":{"date":[]},"update_id":7}`, 7},
		{`{"update_id":7,"message":"text"}`, 7},
		{`{}`, 0}, {`{"update_id":0}`, 0}, {`{"update_id":-1}`, 0}, {`{"update_id":"7"}`, 0}, {`{"update_id":1.5}`, 0},
		{`{"update_id":7} {}`, 0}, {`{"update_id":7`, 0}, {`[]`, 0}, {`null`, 0}, {``, 0},
	}
	for _, tt := range tests {
		u, err := telegram.DecodeUpdate([]byte(tt.raw))
		if err == nil || u.Err == nil || u.ID != tt.id || u.Message != nil || string(u.Raw) != tt.raw {
			t.Errorf("%s: id %d, want %d; %v", tt.raw, u.ID, tt.id, err)
		}
		if errors.Is(err, telegram.ErrNoUpdateID) != (tt.id == 0) {
			t.Errorf("%s: %v", tt.raw, err)
		}
	}
}

// One bad update must not stand in the way of the others.
func TestDecodeUpdates(t *testing.T) {
	list, err := telegram.DecodeUpdates([]byte(`[{"update_id":1,"message":{"message_id":1}},{"update_id":2,"message":[]},"junk",{"update_id":4}]`))
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	if list[0].Err != nil || list[1].Err == nil || list[1].ID != 2 || list[1].Kind != "message" || list[2].Err == nil || list[2].ID != 0 || list[3].Err != nil {
		t.Errorf("%+v", list)
	}
	if _, err := telegram.DecodeUpdates([]byte(`{"update_id":1}`)); err == nil {
		t.Error("took an object for a list")
	}
}

func FuzzDecodeUpdate(f *testing.F) {
	f.Add([]byte(`{"update_id":1,"message":{"message_id":2,"date":1,"chat":{"id":3,"type":"private"},"text":"hi","reply_to_message":{"message_id":1}}}`))
	f.Add([]byte(`{"update_id":9223372036854775808,"callback_query":{"id":"q"}}`))
	f.Add([]byte(`{"update_id":1,"UPDATE_ID":2}`))
	f.Add([]byte(strings.Repeat("[", 20000)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, err := telegram.DecodeUpdate(raw)
		if (err == nil) != (u.Err == nil) || u.ID < 0 || err == nil && u.ID == 0 || string(u.Raw) != string(raw) {
			t.Fatalf("%+v %v", u, err)
		}
		if err == nil && !json.Valid(raw) {
			t.Fatalf("took %q", raw)
		}
		if err != nil && (u.Message != nil || u.CallbackQuery != nil || u.MyChatMember != nil || u.EditedMessage != nil) {
			t.Fatal("an update that is wrong has content")
		}
	})
}
