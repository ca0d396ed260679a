package bot_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot"
	"repartee/flows/shop"
)

// standing is where a customer stands: what no forged update may change.
func (f *fuzzed) standing(id int64) string {
	f.Helper()
	state := f.state(id)
	return string(encodeJSON(f, []any{state.Session.Frames, state.Session.Timers, state.Contact.Fields, state.Contact.Orders, state.Contact.Tags, state.Contact.Works}))
}

// still looks that a customer stands where he stood.
func (f *fuzzed) still(id int64, before, what string) {
	f.Helper()
	if diff := cmp.Diff(before, f.standing(id)); diff != "" {
		f.Errorf("%s changes where %d stands: %s", what, id, diff)
	}
}

const choosingFlow = `
flow: order
fields:
  name: text
  size: {type: one_of, options: {small: Small, large: Large}}
  extras: {type: many_of, options: {milk: Milk, sugar: Sugar}}
defaults: {buttons: [back, help]}
steps:
  - {ask: name, text: What is your name?}
  - {ask: size, text: Which size?}
  - {ask: extras, text: What with it?}
  - {menu: Shall it be sent?, options: {"yes": Please, "no": No}}
  - say: Noted.
`

// TestForgedPress presses what was never offered, at each question of a talk: every button that is there with another number or another choice, and buttons of
// somebody else.
func TestForgedPress(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	for _, answer := range []string{"", "Ann", "Small", "Milk", "done"} {
		if answer != "" {
			f.says(ann, answer)
		}
		offered := f.offered(ann)
		for _, data := range forgeries(offered) {
			before := f.standing(ann)
			f.presses(ann, data)
			f.still(ann, before, strconv.Quote(data))
		}
	}
	f.sound("")
}

// offered is the data of all buttons that somebody has on the screen.
func (f *fuzzed) offered(id int64) map[string]bool {
	all := map[string]bool{}
	for _, m := range f.user(id).Messages() {
		for _, row := range m.Buttons {
			for _, b := range row {
				if b.CallbackData != "" {
					all[b.CallbackData] = true
				}
			}
		}
	}
	return all
}

// forgeries are changed buttons that nobody was offered.
// What an earlier question offered is none of them: whoever presses that goes back to it.
func forgeries(offered map[string]bool) []string {
	forged := map[string]bool{"": true, ".": true, "!yes": true, "large": true, "../..": true, "\x00": true, strings.Repeat("9", 64): true, "-1.1": true, "1.1": true, "9223372036854775808.1": true}
	for data := range offered {
		serial, hash, _ := strings.Cut(data, ".")
		for _, other := range []string{"", "00", "zz", "zzzzzz", "-1", "+" + serial, "0" + serial, serial + "0", serial + " ", "1e9", "١"} {
			forged[other+"."+hash] = true
		}
		for _, changed := range []string{
			serial, serial + ".", "." + hash, hash, hash + "." + serial, data + "0", data + ".0", " " + data, data + "\n", strings.ToUpper(data) + "_", serial + "." + hash[1:] + "0",
			serial + ".0", serial + ".-1", serial + ".zzzzzzzzzzzzz", strings.Replace(data, ".", "..", 1), strings.Replace(data, ".", ":", 1), serial + ".0" + hash,
		} {
			forged[changed] = true
		}
	}
	maps.DeleteFunc(forged, func(data string, _ bool) bool { return offered[data] })
	return slices.Sorted(maps.Keys(forged))
}

// TestPressByAnother lets Ben press Ann's buttons, in his own name and wherever the message seems to stand: nothing of hers changes.
func TestPressByAnother(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	f.says(ann, "Ann")
	before := f.standing(ann)
	for data := range f.offered(ann) {
		for _, chat := range []map[string]any{privateChat(ann), privateChat(ben), {"id": -100, "type": "supergroup"}, {"id": 0, "type": "private"}} {
			f.well(f.update("callback_query", map[string]any{
				"id": strconv.FormatInt(f.last, 10), "from": sender(ben), "data": data, "message": map[string]any{"message_id": 1, "date": 1, "chat": chat, "from": sender(ann)},
			}))
		}
		f.well(f.update("callback_query", map[string]any{"id": strconv.FormatInt(f.last, 10), "from": sender(ben), "data": data, "inline_message_id": "x"}))
	}
	f.still(ann, before, "a press of Ben's")
	f.sound("")
}

// TestMessageOfAnother brings messages in Ann's chat that Ann has not written.
func TestMessageOfAnother(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	before := f.stored(ann)
	for _, from := range []map[string]any{sender(ben), {"id": ann, "is_bot": true, "first_name": "Ann"}, {"id": -ann}, {"id": 0}, nil} {
		for _, content := range []map[string]any{
			{"text": "Mallory"}, {"text": "/forget"}, {"contact": map[string]any{"phone_number": "+491", "user_id": ann}}, {"photo": []any{map[string]any{"file_id": "x"}}},
		} {
			content["message_id"], content["date"], content["chat"] = f.last, 1, privateChat(ann)
			if from != nil {
				content["from"] = from
			}
			f.well(f.update("message", content))
		}
	}
	for _, chat := range []map[string]any{{"id": ann, "type": "channel"}, {"id": ann, "type": "group"}, {"id": ann, "type": ""}} {
		f.well(f.update("message", map[string]any{"message_id": 1, "date": 1, "chat": chat, "from": sender(ben), "text": "Mallory"}))
	}
	if after := f.stored(ann); after != before {
		t.Errorf("Ann was\n%s\nand is\n%s", before, after)
	}
	f.sound("")
}

// payments are what is asked and told of one order of Ann's, and of one of Ben's, with something changed.
type forgedPayment struct {
	name     string
	from     int64
	currency string
	amount   int64
	payload  string
}

func forgedPayments(o shop.Order) []forgedPayment {
	own := bot.Payload(o.Number, ann)
	return []forgedPayment{
		{"by another", ben, "XTR", 250, own}, {"of another's order", ann, "XTR", 250, bot.Payload(o.Number, ben)}, {"of another contact", ann, "XTR", 250, bot.Payload(o.Number, 3)},
		{"less", ann, "XTR", 249, own}, {"one", ann, "XTR", 1, own}, {"nothing", ann, "XTR", 0, own}, {"less than nothing", ann, "XTR", -250, own},
		{"of another currency", ann, "EUR", 250, own}, {"of no currency", ann, "", 250, own}, {"of a small currency", ann, "xtr", 250, own},
		{"of no order", ann, "XTR", 250, bot.Payload("AAAA-AAAA", ann)}, {"without a payload", ann, "XTR", 250, ""}, {"in small letters", ann, "XTR", 250, strings.ToLower(own)},
		{"with a blank", ann, "XTR", 250, own + " "}, {"with a zero", ann, "XTR", 250, o.Number + ".01"}, {"twice", ann, "XTR", 250, own + "." + own},
	}
}

// TestForgedCheckout asks for leave to pay what is not so: it is refused, and nobody's order is approved.
func TestForgedCheckout(t *testing.T) {
	f, o := sellers(t)
	for _, p := range append(forgedPayments(o), forgedPayment{"more", ann, "XTR", 251, bot.Payload(o.Number, ann)}) {
		for _, kind := range []string{"pre_checkout_query", "shipping_query"} {
			f.well(f.update(kind, map[string]any{
				"id": kind + p.name, "from": sender(p.from), "currency": p.currency, "total_amount": p.amount, "invoice_payload": p.payload,
				"shipping_address": map[string]any{"country_code": "DE"}, "shipping_option_id": "free",
			}))
		}
		for _, id := range []int64{ann, ben} {
			eventually(t, "it is judged", func() bool { kept, _ := f.kept(id, o.Number); return kept.Payer == 0 })
		}
	}
	f.sound("")
	calls := slices.Concat(f.server.Calls("answerPreCheckoutQuery"), f.server.Calls("answerShippingQuery"))
	if len(calls) == 0 {
		t.Fatal("nothing was answered")
	}
	for _, call := range calls {
		if call.Params["ok"] == "true" {
			t.Errorf("allowed: %v", call.Params)
		}
	}
}

// sellers is a shop in which Ann and Ben each have an order of the same number open.
func sellers(t *testing.T) (*fuzzed, shop.Order) {
	f := newFuzzed(t, shopSet(t, talkFlow))
	o := f.courseOrder()
	f.plant(ann, o)
	f.plant(ben, o)
	return f, o
}

// TestForgedPayment tells of payments that are not of an order, or not what it costs: it is not paid by them.
func TestForgedPayment(t *testing.T) {
	for _, p := range forgedPayments(shop.Order{Number: "7K3Q-2M9F"}) {
		t.Run(p.name, func(t *testing.T) {
			f, o := sellers(t)
			f.well(f.update("message", map[string]any{
				"message_id": 1, "date": 1, "chat": privateChat(p.from), "from": sender(p.from), "successful_payment": map[string]any{
					"currency": p.currency, "total_amount": p.amount, "invoice_payload": p.payload, "telegram_payment_charge_id": "forged",
				},
			}))
			f.stop()
			for _, id := range []int64{ann, ben} {
				if _, kept := f.kept(id, o.Number); kept.State != shop.Open || len(kept.Grants) > 0 {
					t.Errorf("the order of %d is %s", id, kept.State)
				}
			}
			for _, row := range f.ledger() {
				if !row.Extra || row.Amount != p.amount {
					t.Errorf("booked %+v", row)
				}
			}
		})
	}
}

// TestForgedRefund tells that money is back which was never paid.
func TestForgedRefund(t *testing.T) {
	f, o := sellers(t)
	for _, p := range forgedPayments(o) {
		f.well(f.update("message", map[string]any{
			"message_id": 1, "date": 1, "chat": privateChat(p.from), "from": sender(p.from), "refunded_payment": map[string]any{
				"currency": p.currency, "total_amount": p.amount, "invoice_payload": p.payload, "telegram_payment_charge_id": "never paid " + p.name,
			},
		}))
	}
	f.stop()
	for _, id := range []int64{ann, ben} {
		if _, kept := f.kept(id, o.Number); kept.State != shop.Open {
			t.Errorf("the order of %d is %s", id, kept.State)
		}
	}
}

// TestForgedStart starts with links that nobody has made: what a link stands for is not what a customer can write himself.
func TestForgedStart(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	f.says(ann, "Ann")
	fields := func() string { return string(encodeJSON(t, f.state(ann).Contact.Fields)) }
	before := fields()
	for _, payload := range []string{
		f.bot.Code(ann), f.bot.Code(ben) + "x", "ref_" + f.bot.Code(ben), "order.size=large", "../../etc/passwd", strings.Repeat("x", 5000), "\x00", "{{ contact }}", "src_1 src_2", "=1+1", "-", "_",
	} {
		f.says(ann, "/start "+payload)
		if after := fields(); after != before {
			t.Errorf("%q changes %s to %s", payload, before, after)
		}
	}
	f.sound("")
}
