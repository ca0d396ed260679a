package sealed_test

import (
	"context"
	"fmt"
	"testing"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// interfering is a store in which a customer writes whenever somebody else is about to commit.
type interfering struct {
	*sqlitestore.Store
	times int
	write func()
}

func (s *interfering) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	if s.times > 0 {
		s.times--
		s.write()
	}
	return s.Store.Commit(ctx, c)
}

// TestRekeyBesideABot seals a contact anew that changes meanwhile: what the customer said last is what stays.
func TestRekeyBesideABot(t *testing.T) {
	for times, want := range map[int]sealed.Rekeyed{
		2:   {First: "new", Contacts: 1, States: 1},
		100: {First: "new", Contacts: 1, Busy: 1, Needed: map[string]int{"old": 1}},
	} {
		below := &interfering{Store: file(t, sqlitestore.Memory)}
		old := seal(t, below.Store, "old")
		commit(t, old, bot.Commit{Chat: 7, State: []byte("Ada")})
		both := seal(t, below, "new,old")
		said := 0
		below.write = func() {
			said++
			commit(t, old, bot.Commit{Chat: 7, State: fmt.Appendf(nil, "Ada %d", said)})
		}
		below.times = times
		out, err := both.Rekey(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "rekeyed", out, want)
		if record, err := both.Load(t.Context(), 7); err != nil || string(record.State) != fmt.Sprintf("Ada %d", said) {
			t.Errorf("after %d words the state is %q, %v", said, record.State, err)
		}
	}
}

// TestUnopenedHoldsNobodyUp has one contact whose key is gone: the others are served, and what he has stays.
func TestUnopenedHoldsNobodyUp(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	gone, err := sealed.Open(t.Context(), below, sealed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	talk(t, gone, 8, "Bea")
	other := seal(t, below, "gone")
	talk(t, other, 7, "Ada")
	if _, err := below.Commit(t.Context(), bot.Commit{Chat: -1 << 63, Version: registered(t, below), Next: "9.x", State: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	s := seal(t, below, "k1")
	now := s.Now() + day
	work, err := s.Due(t.Context(), bot.DueQuery{Now: now, Limit: 10, Claim: bot.Claim{Nonce: "n", Until: now + 1}, Retry: now + 1})
	if err != nil || len(work) != 2 {
		t.Fatalf("Due: %+v, %v", work, err)
	}
	for _, w := range work {
		if got, want := len(w.Outbox)+len(w.Inbox), map[int64]int{7: 0, 8: 2}[w.Chat]; got != want {
			t.Errorf("of %d there is %+v", w.Chat, w)
		}
	}
	if _, err := s.Load(t.Context(), 7); err == nil {
		t.Error("a state was opened without its key")
	}
	same(t, "rekeyed", rekey(t, s), sealed.Rekeyed{
		First: "k1", Contacts: 2, States: 1, Orders: 1, Outbox: 2, Inbox: 2, Unopened: 2, Needed: map[string]int{sealed.Plain: 2, "gone": 4},
	})
	waiting, err := seal(t, below, "k1,gone").Waiting(t.Context(), 7)
	if err != nil || len(waiting.Outbox) != 1 || len(waiting.Inbox) != 1 {
		t.Errorf("what he has: %+v, %v", waiting, err)
	}
}

func registered(t testing.TB, below bot.Store) string {
	t.Helper()
	record, err := below.Load(t.Context(), -1<<63)
	if err != nil {
		t.Fatal(err)
	}
	return record.Version
}
