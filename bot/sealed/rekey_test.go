package sealed_test

import (
	"testing"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
	"repartee/flows/shop"
)

// TestRotation goes from one key to the next while customers are there, old ones and new ones.
func TestRotation(t *testing.T) {
	for name, below := range map[string]func(testing.TB) storetest.Store{
		"SQLite": func(t testing.TB) storetest.Store { return file(t, sqlitestore.Memory) },
		"Redis":  func(t testing.TB) storetest.Store { return redis(t, storetest.StartRedis(t), 42) },
	} {
		t.Run(name, func(t *testing.T) { rotate(t, below(t)) })
	}
}

func rotate(t *testing.T, below storetest.Store) {
	old := seal(t, below, "old")
	talk(t, old, 7, "Ada")
	talk(t, old, 8, "Bea")
	if err := old.Bury(t.Context(), bot.DeadLetter{Chat: 7, Reason: "r", Raw: []byte("raw")}); err != nil {
		t.Fatal(err)
	}
	both := seal(t, below, "new,old")
	talk(t, both, 9, "Cleo")
	before := kept(t, both, 7, 8, 9)

	same(t, "the first time", rekey(t, both), sealed.Rekeyed{
		First: "new", Contacts: 3, States: 2, Orders: 2, Outbox: 2, Inbox: 2, Dead: 1, Needed: map[string]int{"old": 5},
	})
	same(t, "what is kept", kept(t, both, 7, 8, 9), before)
	if _, err := sealed.Open(t.Context(), below.(sealed.Backing), sealed.Options{Keys: keys(t, "new")}); err == nil {
		t.Error("the old key is still needed, and a bot starts without it")
	}

	sent(t, both, 7, 8, 9)
	if _, err := both.ClearDead(t.Context()); err != nil {
		t.Fatal(err)
	}
	before = kept(t, both, 7, 8, 9)
	done := rekey(t, both)
	same(t, "the second time", done, sealed.Rekeyed{First: "new", Contacts: 3})
	if !done.Complete() {
		t.Error("and it is not complete")
	}
	same(t, "without the old key", kept(t, seal(t, below, "new"), 7, 8, 9), before)
}

// TestSealingIsSwitchedOnAndOff begins without keys, and ends without.
func TestSealingIsSwitchedOnAndOff(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	none := seal(t, below, "")
	talk(t, none, 7, "Ada")
	before := kept(t, none, 7)
	on := seal(t, below, "k1")
	same(t, "switched on", kept(t, on, 7), before)
	same(t, "on", rekey(t, on), sealed.Rekeyed{First: "k1", Contacts: 1, States: 1, Orders: 1, Outbox: 1, Inbox: 1, Needed: map[string]int{sealed.Plain: 2}})
	same(t, "sealed", kept(t, on, 7), before)
	raw, err := below.Load(t.Context(), 7)
	if err != nil || !sealedWith("k1", raw.State) {
		t.Errorf("the store has %q, %v", raw.State, err)
	}

	off := seal(t, below, "plain,k1")
	same(t, "off", rekey(t, off), sealed.Rekeyed{First: sealed.Plain, Contacts: 1, States: 1, Orders: 1})
	same(t, "without keys", kept(t, seal(t, below, ""), 7), before)
}

// TestRekeyKeepsWhatIsUnderWay seals an order anew that is being paid, and a contact whose reply is being sent.
func TestRekeyKeepsWhatIsUnderWay(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	old := seal(t, below, "old")
	now := old.Now()
	claim := bot.Claim{Nonce: "n", Until: now + day}
	done, err := old.Commit(t.Context(), bot.Commit{
		Chat: 7, Next: "1.a", State: []byte("Ada"), Now: now, Claim: claim, Wake: now + 5,
		Outbox: []bot.Entry{{Policy: bot.Once, Call: []byte("Hello")}}, Orders: []bot.OrderWrite{open(t, old, 7, "Ada")},
	})
	if err != nil || !done.Send {
		t.Fatal(done, err)
	}
	approval := bot.Approval{Chat: 7, Order: "O-7", Payer: 7, Now: now, Until: now + 1000}
	if out, err := old.Approve(t.Context(), approval); err != nil || out.Refusal != "" {
		t.Fatal(out, err)
	}
	both := seal(t, below, "new,old")
	before := kept(t, both, 7)
	rekey(t, both)
	same(t, "what is kept", kept(t, both, 7), before)
	if ours, err := both.Mark(t.Context(), 7, "n", done.Outbox[0].Seq); err != nil || !ours {
		t.Errorf("the claim is lost: %v, %v", ours, err)
	}
	approval.Payer, approval.Now = 8, now+2000
	if out, err := both.Approve(t.Context(), approval); err != nil || out.Refusal != "" {
		t.Errorf("the order has lost its time: %+v, %v", out, err)
	}
	approval.Now = now + 2*day
	if out, err := both.Approve(t.Context(), approval); err != nil || out.Refusal == "" {
		t.Errorf("the order can be paid for ever: %+v, %v", out, err)
	}
}

// TestRekeyLeavesTheForgottenAlone finds an order under way of somebody who was forgotten, and does not make him known again.
func TestRekeyLeavesTheForgottenAlone(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	old := seal(t, below, "old")
	paid := open(t, old, 7, "Ada")
	paid.State = shop.Paid
	commit(t, old, bot.Commit{Chat: 7, State: []byte("Ada"), Orders: []bot.OrderWrite{paid}})
	commit(t, old, bot.Commit{Chat: 7})
	both := seal(t, below, "new,old")
	same(t, "rekeyed", rekey(t, both), sealed.Rekeyed{First: "new", Erased: 1, Needed: map[string]int{"old": 1}})
	if record, err := both.Load(t.Context(), 7); err != nil || record.Version != "" {
		t.Errorf("he is known again: %+v, %v", record, err)
	}
}
