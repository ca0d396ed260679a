package bot_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"repartee/bot/telegram"
	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
)

// The customers of a fuzzed bot: one whose updates are made up, and one who is to notice nothing.
const ann, ben = 1, 2

// fuzzed is a bot behind a webhook, with two customers in the middle of a talk.
type fuzzed struct {
	*rig
	hook http.Handler
	last int64 // update_id
}

const hookSecret = "a-secret"

func newFuzzed(t testing.TB, s *flows.Set) *fuzzed {
	f := &fuzzed{rig: &rig{TB: t, server: newServer(t), store: file(t)}, last: 1000}
	_, f.bot = f.make(s, tokens)
	f.stop = f.background(f.bot.Run)
	f.hook = telegram.Webhook(telegram.WebhookOptions{Secret: hookSecret}, f.bot.Receive)
	for _, id := range []int64{ann, ben} {
		f.user(id).Start("") // else it may not write to him
		f.says(id, "/start")
	}
	return f
}

// posts brings a body as Telegram does, and tells what is answered.
func (f *fuzzed) posts(body []byte) (code int) {
	r := httptest.NewRequestWithContext(context.Background(), http.MethodPost, "/", bytes.NewReader(body))
	r.Header.Set(telegram.SecretHeader, hookSecret)
	w := httptest.NewRecorder()
	f.hook.ServeHTTP(w, r)
	return w.Code
}

// update is an update of the next number.
func (f *fuzzed) update(kind string, content map[string]any) []byte {
	f.last++
	return encodeJSON(f, map[string]any{"update_id": f.last, kind: content})
}

func (f *fuzzed) says(id int64, text string) {
	f.sends(id, map[string]any{"text": text})
}

// sends brings a message of a customer with some content.
func (f *fuzzed) sends(id int64, content map[string]any) {
	f.Helper()
	content["message_id"], content["date"] = f.last, f.store.Now()/1000
	content["chat"], content["from"] = privateChat(id), sender(id)
	f.well(f.update("message", content))
}

// presses brings a press.
func (f *fuzzed) presses(id int64, data string) {
	f.Helper()
	f.well(f.update("callback_query", map[string]any{
		"id": strconv.FormatInt(f.last, 10), "from": sender(id), "data": data, "message": map[string]any{"message_id": 1, "date": 1, "chat": privateChat(id)},
	}))
}

func (f *fuzzed) well(body []byte) {
	f.Helper()
	if code := f.posts(body); code != http.StatusOK {
		f.Errorf("%s is answered with %d", body, code)
	}
}

func privateChat(id int64) map[string]any { return map[string]any{"id": id, "type": "private"} }

func sender(id int64) map[string]any {
	return map[string]any{"id": id, "first_name": "Name" + strconv.FormatInt(id, 10), "language_code": "en"}
}

// stored is what is kept of a contact, which must be readable and the same when it is written again.
func (f *fuzzed) stored(id int64) string {
	f.Helper()
	record, err := f.store.Load(context.Background(), id)
	if err != nil {
		f.Fatal(err)
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		f.Fatalf("%s cannot be read: %v", record.State, err)
	}
	if len(record.State) == 0 {
		return ""
	}
	again, err := state.Encode()
	if err != nil {
		f.Fatal(err)
	}
	if !bytes.Equal(again, record.State) {
		f.Errorf("read and written again\n%s is\n%s", record.State, again)
	}
	return string(record.State)
}

// sound looks that no turn has failed and nothing was refused by Telegram, that all that is kept can be read, and that Ben has noticed nothing.
func (f *fuzzed) sound(before string) {
	f.Helper()
	f.stop()
	letters, err := f.store.DeadLetters(context.Background(), 10)
	if err != nil {
		f.Fatal(err)
	}
	for _, letter := range letters {
		if !expected(letter.Reason) {
			f.Errorf("dead: %s: %s", letter.Reason, letter.Raw)
		}
	}
	f.stored(ann)
	if after := f.stored(ben); before != "" && after != before {
		f.Errorf("Ben was\n%s\nand is\n%s", before, after)
	}
}

// expected tells of a dead letter that is right: of an update that cannot be read, of money of nobody, or of a message or a chat that made-up updates name.
func expected(reason string) bool {
	return slices.ContainsFunc([]string{"decode update", "it tells of money", "message to", "chat not found", "telegramtest does not do"}, func(part string) bool {
		return strings.Contains(reason, part)
	})
}

// FuzzUpdate posts any body to the webhook of a bot: it takes it or refuses it, and nobody else's talk changes.
func FuzzUpdate(f *testing.F) {
	const about = `"message_id":9,"date":1,"from":{"id":1,"first_name":"Ann"},"chat":{"id":1,"type":"private"}`
	for _, seed := range []string{
		`"message":{` + about + `,"text":"Ann"}`, `"message":{` + about + `,"text":"/start src_7"}`, `"message":{` + about + `,"text":"/start@test_bot"}`,
		`"message":{` + about + `,"photo":[{"file_id":"x"}],"caption":"Look","media_group_id":"g"}`, `"message":{` + about + `,"contact":{"phone_number":"+49","user_id":1}}`,
		`"message":{` + about + `,"location":{"latitude":1e308,"longitude":-181}}`, `"edited_message":{` + about + `,"text":"x"}`,
		`"message":{` + about + `,"successful_payment":{"currency":"XTR","total_amount":250,"invoice_payload":"7K3Q-2M9F.1","telegram_payment_charge_id":"c"}}`,
		`"message":{` + about + `,"refunded_payment":{"currency":"XTR","total_amount":250,"invoice_payload":"7K3Q-2M9F.1","telegram_payment_charge_id":"c"}}`,
		`"message":{` + about + `,"successful_payment":{"currency":"EUR","total_amount":-1,"invoice_payload":"x.2","telegram_payment_charge_id":""}}`,
		`"callback_query":{"id":"7","from":{"id":1},"data":"1:x","message":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}`,
		`"callback_query":{"id":"7","from":{"id":1},"data":"` + strings.Repeat("x", 64) + `","inline_message_id":"i"}`,
		`"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1},"date":1,"new_chat_member":{"user":{"id":3},"status":"kicked"}}`,
		`"message_reaction":{"chat":{"id":1,"type":"private"},"user":{"id":1},"message_id":1,"new_reaction":[{"type":"emoji","emoji":"x"}]}`,
		`"pre_checkout_query":{"id":"8","from":{"id":1},"currency":"XTR","total_amount":250,"invoice_payload":"7K3Q-2M9F.1"}`,
		`"shipping_query":{"id":"9","from":{"id":1},"invoice_payload":"7K3Q-2M9F.1","shipping_address":{"country_code":"DE"}}`,
		`"message":{"message_id":1,"date":1,"chat":{"id":-5,"type":"group"},"from":{"id":1},"text":"/start@test_bot x","message_thread_id":3}`,
		`"channel_post":{"message_id":1,"chat":{"id":-5,"type":"channel"},"text":"x"}`, `"message":{"chat":{"id":1,"type":"private"}}`,
		`"message":{` + about + `,"text":"\ud800\u0000\u202e` + strings.Repeat("😀", 100) + `"}`, `"message":` + strings.Repeat("[", 500),
	} {
		f.Add([]byte(`{"update_id":5000,` + seed + `}`))
	}
	s := visitSet(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		z := newFuzzed(t, s)
		before := z.stored(ben)
		update, err := telegram.DecodeUpdate(body)
		chat, input, ok := z.bot.InputOf(&update)
		code := z.posts(body)
		if want := err == nil || update.ID > 0; (code == http.StatusOK) != want || code >= 500 {
			t.Fatalf("answered with %d: %v", code, err)
		}
		if ok && (chat == ben || input.Money != nil) {
			before = "" // it is his own, or tells of money, which is booked whosever it is
		}
		z.sound(before)
		if rows := z.ledger(); len(rows) > 0 && (!ok || input.Money == nil) {
			t.Errorf("booked: %+v", rows)
		}
	})
}

// FuzzTalk lets a customer of an example say, press, start with and be called anything.
func FuzzTalk(f *testing.F) {
	var sets []*flows.Set
	for _, name := range examples.Names() {
		folder, _ := examples.Folder(name)
		loaded, found := config.Load(folder, steps.Kinds())
		if found.HasErrors() {
			f.Fatal(found[0])
		}
		sets = append(sets, loaded.Set)
	}
	for _, words := range []string{
		"Ann", "/start", "/stop", "/back", "12.30", "**bold** [x](y) `c` {{ x }}", "=1+1", "<b>x</b>&amp;", "_*`[", "\u202eabc", "a\u0000b", strings.Repeat("😀", 2100), "1:0", "yes",
		"31.12.9999 25:61", "999999999999999999999 EUR", "+49 30 1234567", "ann@example.com", "%d%s%n", "' OR 1=1 --", "\r\nX: y",
	} {
		f.Add(words, uint16(0x1234))
		f.Add(words, uint16(0x4321))
	}
	f.Fuzz(func(t *testing.T, words string, moves uint16) {
		words = strings.ToValidUTF8(words, "?") // what comes as JSON is UTF-8
		z := newFuzzed(t, sets[int(moves>>14)])
		before := z.stored(ben)
		for ; moves > 0; moves >>= 3 {
			switch moves & 7 {
			case 0:
				z.says(ann, words)
			case 1:
				z.says(ann, "/start "+words)
			case 2:
				z.presses(ann, words)
			case 3:
				z.sends(ann, map[string]any{"photo": []any{map[string]any{"file_id": words}}, "caption": words, "media_group_id": words})
			case 4:
				z.sends(ann, map[string]any{"contact": map[string]any{"phone_number": words, "first_name": words, "user_id": ann}})
			case 5:
				z.pressesAny(words)
			case 6:
				z.sends(ann, map[string]any{"text": "yes", "reply_to_message": map[string]any{"message_id": 1, "text": words, "chat": privateChat(ann)}})
			case 7:
				z.well(z.update("callback_query", map[string]any{"id": words, "from": map[string]any{"id": ann, "first_name": words, "username": words, "language_code": words}, "data": "x"}))
			}
		}
		z.sound(before)
	})
}

// pressesAny presses one of the buttons that Ann has on her screen, whichever the words choose.
func (f *fuzzed) pressesAny(words string) {
	f.Helper()
	var data []string
	for _, m := range f.user(ann).Messages() {
		for _, row := range m.Buttons {
			for _, b := range row {
				if b.CallbackData != "" {
					data = append(data, b.CallbackData)
				}
			}
		}
	}
	if len(data) > 0 {
		f.presses(ann, data[len(words)%len(data)])
	}
}

// FuzzStoredState reads anything as the state of a contact: what it takes can be written and is the same again.
func FuzzStoredState(f *testing.F) {
	z := newFuzzed(f, visitSet(f))
	f.Add([]byte(z.stored(ann)))
	z.says(ann, "Ann")
	f.Add([]byte(z.stored(ann)))
	z.stop()
	for _, seed := range []string{"", "null", "{}", "[]", `{"session":{"frames":[{}]}}`, `{"contact":{"fields":{"x":null}}}`, strings.Repeat(`{"a":`, 100), `{"contact":1}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		state, err := flows.DecodeState(raw)
		if err != nil || len(raw) == 0 {
			return
		}
		written, err := state.Encode()
		if err != nil || !json.Valid(written) {
			t.Fatalf("written as %s: %v", written, err)
		}
		again, err := flows.DecodeState(written)
		if err != nil {
			t.Fatalf("%s cannot be read: %v", written, err)
		}
		if twice, err := again.Encode(); err != nil || !bytes.Equal(twice, written) {
			t.Errorf("written as\n%s and then\n%s, %v", written, twice, err)
		}
	})
}

// FuzzInvoicePayload asks to pay with any payload, and tells of a payment with it: nobody's order is approved or paid.
func FuzzInvoicePayload(f *testing.F) {
	for _, seed := range []string{"", "7K3Q-2M9F.1", "7K3Q-2M9F.2", "7K3Q-2M9F", ".1", "7K3Q-2M9F.01", "7k3q-2m9f.1", "7K3Q-2M9F.1 ", "\x00.1", strings.Repeat("A", 127) + ".1"} {
		f.Add(seed, int64(250), "XTR")
		f.Add(seed, int64(-250), "EUR")
	}
	s := visitSet(f)
	f.Fuzz(func(t *testing.T, payload string, amount int64, currency string) {
		payload, currency = strings.ToValidUTF8(payload, "?"), strings.ToValidUTF8(currency, "?")
		z := newFuzzed(t, s)
		o := z.courseOrder()
		z.plant(ben, o)
		before := z.stored(ben)
		z.well(z.update("pre_checkout_query", map[string]any{
			"id": "8", "from": sender(ann), "currency": currency, "total_amount": amount, "invoice_payload": payload,
		}))
		z.sound(before)
		if kept, _ := z.kept(ben, o.Number); kept.Payer != 0 {
			t.Errorf("%q approves it for %d", payload, kept.Payer)
		}
		for _, call := range z.server.Calls("answerPreCheckoutQuery") {
			if call.Params["ok"] == "true" {
				t.Errorf("%q may be paid", payload)
			}
		}
	})
}
