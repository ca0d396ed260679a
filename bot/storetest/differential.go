package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"repartee/bot"
)

// Differential does the same random operations on two stores, at the same times of a clock of its own, and finds no difference in what they answer or hold.
func Differential(t *testing.T, a, b Store) {
	var run int64
	for part, actions := range map[string]func(*pair) map[string]func(*rapid.T){"contacts": (*pair).contacts, "till": (*pair).till} {
		t.Run(part, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				run++
				p := newPair(rt, t, a, b, run*1000)
				rt.Repeat(actions(p))
				p.rt = rt
				p.drain()
			})
		})
	}
}

// contacts are the operations on contacts, with some on the till in between.
func (p *pair) contacts() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"":          p.compare,
		"commit":    p.commit,
		"again":     p.commitAgain,
		"flood":     p.flood,
		"ack":       p.ack,
		"defer":     p.postpone,
		"mark":      p.mark,
		"post":      p.post,
		"due":       p.due,
		"approve":   p.approve,
		"stock":     p.stock,
		"time goes": p.wait,
	}
}

// pair is two stores and what a bot would know of them.
type pair struct {
	rt      *rapid.T
	t       *testing.T
	a, b    Store
	now     int64
	turns   int
	version int64 // of the stock
	chats   []int64
	known   map[int64]*known

	touched int64 // the contact of the last operation
}

// known is what was learned of one contact: enough to ask for what is there as often as for what is not.
type known struct {
	versions []string
	commits  []bot.Commit
	numbers  []int64
	inbox    []string
}

func newPair(rt *rapid.T, t *testing.T, a, b Store, chat int64) *pair {
	p := &pair{rt: rt, t: t, a: a, b: b, now: start, known: map[int64]*known{}}
	for _, c := range []int64{chat, -chat, chat + 1} {
		p.chats = append(p.chats, c)
		p.known[c] = &known{versions: []string{""}, numbers: []int64{0}}
	}
	return p
}

// tables are those that are counted in.
var tables = []string{"s", "t"}

// both asks the two stores the same and compares.
func both[T any](p *pair, what string, ask func(Store) (T, error)) T {
	x, errX := ask(p.a)
	y, errY := ask(p.b)
	if errX != nil || errY != nil {
		p.rt.Fatalf("%s: %v / %v", what, errX, errY)
	}
	if diff := gocmp.Diff(x, y, cmpopts.EquateEmpty()); diff != "" {
		p.rt.Fatalf("%s (-first +second):\n%s", what, diff)
	}
	return x
}

func (p *pair) compare(rt *rapid.T) {
	p.rt = rt
	for _, chat := range p.chats {
		both(p, fmt.Sprintf("Load %d", chat), func(s Store) (bot.Record, error) { return s.Load(p.t.Context(), chat) })
		p.indexed(both(p, fmt.Sprintf("Waiting %d", chat), func(s Store) (bot.Waiting, error) { return s.Waiting(p.t.Context(), chat) }))
	}
}

// compareCounts is not done at each step: it reads all partitions.
func (p *pair) compareCounts() {
	for _, table := range tables {
		both(p, "Counts "+table, func(s Store) (map[string]int64, error) { return s.Counts(p.t.Context(), table) })
	}
}

func (p *pair) someone() (int64, *known) {
	chat := rapid.SampledFrom(p.chats).Draw(p.rt, "chat")
	p.touched = chat
	return chat, p.known[chat]
}

func (p *pair) nonce() string {
	return rapid.SampledFrom([]string{"a", "a", "a", "b", "c"}).Draw(p.rt, "nonce")
}

func (p *pair) claim() bot.Claim {
	return claimed(p.nonce(), p.now+rapid.Int64Range(1, 10).Draw(p.rt, "claim for"))
}

// lately draws from the end of a list, mostly the very last.
func lately[T any](p *pair, list []T, what string) T {
	back := rapid.SampledFrom([]int{0, 0, 0, 0, 1, 2}).Draw(p.rt, what)
	return list[max(0, len(list)-1-back)]
}

func (p *pair) commit(rt *rapid.T) {
	p.rt = rt
	chat, k := p.someone()
	p.turns++
	c := bot.Commit{
		Chat: chat, Version: lately(p, k.versions, "version"), Next: fmt.Sprintf("%d.n", p.turns), Now: p.now, Claim: p.claim(),
		Update: rapid.Int64Range(0, 12).Draw(rt, "update"), Class: rapid.SampledFrom([]bot.Class{bot.ClassMessage, bot.ClassOther}).Draw(rt, "class"),
		Outbox: p.entries(),
	}
	if rapid.Bool().Draw(rt, "unclaimed") && rapid.Bool().Draw(rt, "really") {
		c.Claim.Nonce = ""
	}
	if rapid.Bool().Draw(rt, "tells what was sent") {
		c.Through = lately(p, k.numbers, "through")
	}
	if rapid.IntRange(0, 4).Draw(rt, "forget") > 0 {
		c.State = fmt.Appendf(nil, "state %d", p.turns)
	}
	if rapid.Bool().Draw(rt, "wake") {
		c.Wake = p.now + rapid.Int64Range(-3, 12).Draw(rt, "wake in")
	}
	if len(k.inbox) > 0 && rapid.Bool().Draw(rt, "from inbox") {
		c.Inbox = k.inbox[rapid.SampledFrom([]int{0, 0, 0, len(k.inbox) - 1}).Draw(rt, "inbox")]
	}
	c.Moves = rapid.SampledFrom([]bot.Moves{bot.Stays, bot.Stays, bot.Enters, bot.Enters, bot.Leaves}).Draw(rt, "moves")
	if rapid.Bool().Draw(rt, "event") {
		c.Events = fmt.Appendf(nil, "event %d", p.turns)
	}
	for range rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(rt, "counts") {
		c.Counts = append(c.Counts, bot.Count{Table: rapid.SampledFrom(tables).Draw(rt, "table"), Key: rapid.SampledFrom([]string{"k", "l"}).Draw(rt, "key")})
	}
	p.sales(&c)
	p.send(c)
}

func (p *pair) entries() []bot.Entry {
	var out []bot.Entry
	for i := range rapid.SampledFrom([]int{0, 0, 1, 1, 2, 3, 70}).Draw(p.rt, "entries") {
		policy := rapid.SampledFrom([]bot.Policy{bot.Resend, bot.Once}).Draw(p.rt, "policy")
		out = append(out, bot.Entry{Policy: policy, Call: fmt.Appendf(nil, "%d|%d", p.turns, i)})
	}
	return out
}

// send commits on both and learns.
func (p *pair) send(c bot.Commit) {
	out := both(p, "Commit", func(s Store) (bot.Committed, error) { return s.Commit(p.t.Context(), c) })
	k := p.known[c.Chat]
	for _, e := range out.Outbox {
		k.numbers = append(k.numbers, e.Seq)
	}
	switch out.Status {
	case bot.OK:
		k.versions = append(k.versions, c.Next)
		k.commits = append(k.commits, c)
		if c.Inbox != "" {
			k.inbox = slices.DeleteFunc(k.inbox, func(id string) bool { return id == c.Inbox })
		}
	case bot.Conflict, bot.Duplicate:
		k.versions = append(k.versions, out.Record.Version)
	}
}

// commitAgain repeats a commit as a client does whose answer was lost.
func (p *pair) commitAgain(rt *rapid.T) {
	p.rt = rt
	_, k := p.someone()
	if len(k.commits) == 0 {
		rt.Skip("nothing was committed")
	}
	p.send(lately(p, k.commits, "which"))
}

// flood fills the rings beyond their ends.
func (p *pair) flood(rt *rapid.T) {
	p.rt = rt
	if rapid.IntRange(0, 9).Draw(rt, "seldom") > 0 {
		rt.Skip("seldom")
	}
	chat, k := p.someone()
	class := rapid.SampledFrom([]bot.Class{bot.ClassMessage, bot.ClassOther}).Draw(rt, "class")
	for i := range rapid.Int64Range(20, 140).Draw(rt, "updates") {
		p.turns++
		p.send(bot.Commit{Chat: chat, Version: k.versions[len(k.versions)-1], Next: fmt.Sprintf("%d.n", p.turns), Update: 100 + i, Class: class,
			State: []byte("flood"), Now: p.now})
	}
}

func (p *pair) ack(rt *rapid.T) {
	p.rt = rt
	chat, k := p.someone()
	a := bot.Ack{Chat: chat, Claim: p.claim(), Through: lately(p, k.numbers, "through"), Now: p.now}
	both(p, "Ack", func(s Store) (bot.Acked, error) { return s.Ack(p.t.Context(), a) })
}

func (p *pair) postpone(rt *rapid.T) {
	p.rt = rt
	chat, k := p.someone()
	d := bot.Defer{Chat: chat, Claim: by(p.nonce()), Through: lately(p, k.numbers, "through"), Until: p.now + rapid.Int64Range(0, 10).Draw(rt, "for"), Now: p.now}
	both(p, "Defer", func(s Store) (struct{}, error) { return struct{}{}, s.Defer(p.t.Context(), d) })
}

func (p *pair) mark(rt *rapid.T) {
	p.rt = rt
	chat, k := p.someone()
	nonce, seq := p.nonce(), lately(p, k.numbers, "number")
	both(p, "Mark", func(s Store) (bool, error) { return s.Mark(p.t.Context(), chat, nonce, seq) })
}

func (p *pair) post(rt *rapid.T) {
	p.rt = rt
	chat, k := p.someone()
	posted := bot.Posted{ID: fmt.Sprintf("id %d", rapid.IntRange(0, 90).Draw(rt, "id")), Input: fmt.Appendf(nil, "input %d", p.turns)}
	both(p, "Post", func(s Store) (struct{}, error) { return struct{}{}, s.Post(p.t.Context(), chat, posted, p.now) })
	k.inbox = append(k.inbox, posted.ID)
}

func (p *pair) wait(rt *rapid.T) {
	p.now += rapid.Int64Range(1, 8).Draw(rt, "for")
}

// mostAside is how long work is set aside at most.
const mostAside = 10

func (p *pair) due(rt *rapid.T) {
	p.rt = rt
	p.take(p.claim(), p.now+rapid.Int64Range(1, mostAside).Draw(rt, "set aside for"))
}

// take asks for all that is due. Contacts that are due at the same time may come in any order. What a run left that found a difference is no other run's.
func (p *pair) take(claim bot.Claim, retry int64) []bot.Work {
	return both(p, "Due", func(s Store) ([]bot.Work, error) {
		out, err := s.Due(p.t.Context(), bot.DueQuery{Now: p.now, Limit: 1000, Claim: claim, Retry: retry})
		out = slices.DeleteFunc(out, func(w bot.Work) bool { return !slices.Contains(p.chats, w.Chat) })
		slices.SortFunc(out, func(x, y bot.Work) int { return cmp.Compare(x.Chat, y.Chat) })
		return out, err
	})
}
