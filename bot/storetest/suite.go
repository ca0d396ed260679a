package storetest

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"repartee/bot"
)

// Store is what the suite holds to account.
type Store interface {
	bot.Store
	bot.Archive
	bot.Library
	bot.Till
}

// Run is the suite. Open makes an empty store that ends with the test it is given.
func Run(t *testing.T, open func(testing.TB) Store) {
	for _, part := range [][]testCase{
		committing(), deduping(), claiming(), sending(), settling(), posting(), falling(), forgetting(), archiving(), waiting(), counting(), lending(),
		ordering(), approving(), forgettingOrders(), droppingUnpaid(), holding(), selling(), remembering(), seeding(), passing(), shelving(), crowding(),
	} {
		for _, c := range part {
			t.Run(c.name, func(t *testing.T) {
				c.run(&desk{TB: t, store: open(t), now: start, chat: 70001})
			})
		}
	}
}

// testCase is one sentence about a store.
type testCase struct {
	name string
	run  func(*desk)
}

// start is where the tests' own time begins. Nothing in a store may depend on the clock but what it is told.
const start = 1_000_000

// hold is how long the tests claim for.
const hold = 30_000

// desk is one contact at a store, with everything in reach.
type desk struct {
	testing.TB
	store Store
	now   int64
	chat  int64
	turns int
}

// commit has the desk's usual values for what is not given.
func (d *desk) commit(c bot.Commit) bot.Committed {
	d.Helper()
	out, err := d.store.Commit(d.Context(), d.fill(c))
	if err != nil {
		d.Fatalf("Commit: %v", err)
	}
	return out
}

func (d *desk) fill(c bot.Commit) bot.Commit {
	d.turns++
	if c.Chat == 0 {
		c.Chat = d.chat
	}
	if c.Next == "" {
		c.Next = strconv.Itoa(d.turns) + ".n"
	}
	if c.Now == 0 {
		c.Now = d.now
	}
	if c.Claim.Until == 0 {
		c.Claim.Until = d.now + hold
	}
	return c
}

// turn commits on whatever is stored, and must be written.
func (d *desk) turn(c bot.Commit) bot.Committed {
	d.Helper()
	c.Version = d.load().Version
	if c.State == nil {
		c.State = []byte(`{"turn":1}`)
	}
	out := d.commit(c)
	if out.Status != bot.OK {
		d.Fatalf("Commit answered %d, not OK", out.Status)
	}
	return out
}

func (d *desk) load() bot.Record {
	d.Helper()
	r, err := d.store.Load(d.Context(), d.chat)
	if err != nil {
		d.Fatalf("Load: %v", err)
	}
	return r
}

func (d *desk) ack(nonce string, through int64) bot.Acked {
	d.Helper()
	out, err := d.store.Ack(d.Context(), bot.Ack{Chat: d.chat, Claim: claimed(nonce, d.now+hold), Through: through, Now: d.now})
	if err != nil {
		d.Fatalf("Ack: %v", err)
	}
	return out
}

func (d *desk) postpone(nonce string, through, until int64) {
	d.Helper()
	err := d.store.Defer(d.Context(), bot.Defer{Chat: d.chat, Claim: claimed(nonce, 0), Through: through, Until: until, Now: d.now})
	if err != nil {
		d.Fatalf("Defer: %v", err)
	}
}

func (d *desk) mark(nonce string, seq int64) bool {
	d.Helper()
	ours, err := d.store.Mark(d.Context(), d.chat, nonce, seq)
	if err != nil {
		d.Fatalf("Mark: %v", err)
	}
	return ours
}

func (d *desk) post(ids ...string) {
	d.Helper()
	for _, id := range ids {
		if err := d.store.Post(d.Context(), d.chat, bot.Posted{ID: id, Input: []byte("input " + id)}, d.now); err != nil {
			d.Fatalf("Post: %v", err)
		}
	}
}

// due asks for work as the instance with the nonce; what is handed out is set aside for as long as the claim.
func (d *desk) due(nonce string) []bot.Work {
	d.Helper()
	out, err := d.store.Due(d.Context(), bot.DueQuery{Now: d.now, Limit: 1000, Claim: claimed(nonce, d.now+hold), Retry: d.now + hold})
	if err != nil {
		d.Fatalf("Due: %v", err)
	}
	return out
}

// same compares; nil and empty are the same.
func (d *desk) same(what string, got, want any) {
	d.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		d.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func claimed(nonce string, until int64) bot.Claim { return bot.Claim{Nonce: nonce, Until: until} }

func by(nonce string) bot.Claim { return bot.Claim{Nonce: nonce} }

func messages(calls ...string) []bot.Entry {
	var out []bot.Entry
	for _, c := range calls {
		out = append(out, bot.Entry{Policy: bot.Resend, Call: []byte(c)})
	}
	return out
}

// texts are the calls alone.
func texts(entries []bot.Entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, string(e.Call))
	}
	return out
}

func ids(posted []bot.Posted) []string {
	var out []string
	for _, p := range posted {
		out = append(out, p.ID)
	}
	return out
}

// last is the number of the last entry.
func last(entries []bot.Entry) int64 { return entries[len(entries)-1].Seq }
