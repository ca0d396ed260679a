package bot_test

import (
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
)

func TestReferralCode(t *testing.T) {
	store := file(t)
	r := &rig{TB: t, server: newServer(t), store: store}
	_, b := r.make(oneFlow(t, quietFlow))
	seen := map[string]int64{}
	for _, chat := range []int64{1, 2, 100_000_001, 1 << 52, -1001234567890} {
		code := b.Code(chat)
		if got, ok := b.ChatOf(code); got != chat || !ok {
			t.Errorf("%d comes back as %d, %v", chat, got, ok)
		}
		if len("ref_"+code) > 64 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") != "" {
			t.Errorf("%s does not fit into a link", code)
		}
		if other, twice := seen[code]; twice {
			t.Errorf("%d and %d have the same code", chat, other)
		}
		seen[code] = chat
	}
	code := b.Code(1)
	for _, wrong := range []string{"", "x", code[:21], code + "A", "A" + code[1:], strings.Repeat("A", 22), strings.ToLower(code)} {
		if chat, ok := b.ChatOf(wrong); ok && wrong != code {
			t.Errorf("%q is the code of %d", wrong, chat)
		}
	}
	if _, again := r.make(oneFlow(t, quietFlow)); again.Code(1) != code {
		t.Error("after a restart the code is another")
	}
	if _, other := r.make(oneFlow(t, quietFlow), func(o *bot.Options) { o.Library = file(t) }); other.Code(1) == code {
		t.Error("another store has the same code")
	}
}

const referredFlow = `
flow: order
steps:
  - say: Hello.
`

const thanksFlow = `
flow: thanks
start: {event: referred}
steps:
  - say: Somebody came by your link.
`

// TestReferral tells a customer that another came by his link: once, also where that update comes twice.
func TestReferral(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": referredFlow, "flows/thanks.yaml": thanksFlow}), open(t))
		ada, bob, eve := r.user(1), r.user(2), r.user(3)
		ada.Start("")
		ada.hears(1)
		bob.Start("ref_" + r.bot.Code(1))
		bob.hears(1)
		ada.expects("Hello.", "Somebody came by your link.")
		r.server.Redeliver(1)
		eve.Start("ref_" + strings.Repeat("A", 22))
		eve.hears(1)
		r.stop()
		ada.expects("Hello.", "Somebody came by your link.")
		if got := r.state(2).Contact.Source; got != "referral" {
			t.Errorf("bob came by %q", got)
		}
	})
}

// TestTellSurvives keeps an event for another contact until it is told.
func TestTellSurvives(t *testing.T) {
	store := &faulty{fullStore: file(t)}
	failures := 3
	store.before = func(method string) error {
		if method == "Post" && failures > 0 {
			failures--
			return errDown
		}
		return nil
	}
	r := newRig(t, set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": referredFlow, "flows/thanks.yaml": thanksFlow}), store)
	ada, bob := r.user(1), r.user(2)
	ada.Start("")
	ada.hears(1)
	bob.Start("ref_" + r.bot.Code(1))
	ada.expects("Hello.", "Somebody came by your link.")
}

// TestTellOfUnreachable tells the other contact though the one who came by the link has stopped the bot at once.
func TestTellOfUnreachable(t *testing.T) {
	r := newRig(t, set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": referredFlow, "flows/thanks.yaml": thanksFlow}), file(t))
	ada := r.user(1)
	ada.Start("")
	ada.hears(1)
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Forbidden, Chat: 2})
	tell := r.bot.Tells("u1", flows.Tell{Code: r.bot.Code(1), Event: "referred"})
	r.leave(2, append(bot.Entries(2, flows.Send{Text: "from before"}), tell...)...)
	ada.expects("Hello.", "Somebody came by your link.")
}

// TestStrangerIsNotTold keeps nothing of somebody who was forgotten, whatever is posted.
func TestStrangerIsNotTold(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": referredFlow, "flows/thanks.yaml": thanksFlow}), open(t))
		for i, raw := range []string{`{"what":"happened","event":"referred"}`, `{"what":"result","job":"j","result":"e30="}`, `nonsense`} {
			if err := r.store.Post(t.Context(), 7, bot.Posted{ID: string(rune('a' + i)), Input: []byte(raw)}, r.store.Now()); err != nil {
				t.Fatal(err)
			}
		}
		eventually(t, "all is handled", func() bool { return !r.anythingDue() })
		r.stop()
		if record, err := r.store.Load(t.Context(), 7); err != nil || record.Version != "" {
			t.Errorf("kept %+v, %v", record, err)
		}
	})
}

// TestFacts lets turns know what was chosen together.
func TestFacts(t *testing.T) {
	got := bot.CompanionsOf(map[string]int64{"c.a c.b": 3, "c.a c.c": 5, "c.b c.c": 5, "broken": 1})
	want := map[string][]flows.Companions{
		"c.a": {{Item: "c.c", Customers: 5}, {Item: "c.b", Customers: 3}},
		"c.b": {{Item: "c.c", Customers: 5}, {Item: "c.a", Customers: 3}},
		"c.c": {{Item: "c.a", Customers: 5}, {Item: "c.b", Customers: 5}},
	}
	same(t, want, got)
	many := map[string]int64{}
	for i := range int64(50) {
		many["c.a c."+strings.Repeat("x", int(i)+1)] = i
	}
	if top := bot.CompanionsOf(many)["c.a"]; len(top) != 20 || top[0].Customers != 49 {
		t.Errorf("%d companions, the first of %d customers", len(top), top[0].Customers)
	}
}
