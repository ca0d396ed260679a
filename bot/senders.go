package bot

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"repartee/bot/telegram"
)

// mostQueued is how many entries a sender holds in memory. Those beyond it are in the store, which gives them back when these are sent.
const mostQueued = 100

// sender sends for one contact, in order, under a claim of its own. It is there as long as it has something to send, or a commit is at work that may bring it
// something: so it knows what it has sent, whichever way an entry comes to it a second time.
type sender struct {
	chat  int64
	nonce string // of the claim

	// Guarded by senders.mu:
	passing []telegram.Request // done first, and lost in a crash
	queue   []Entry            // unsent, by Seq
	until   int64              // end of the claim
	last    int64              // the highest Seq that was sent or given up; 0: none yet
	told    int64              // the store knows that all up to this Seq is
	telling int64              // what the commit at work tells; 0: nothing
	urgency rank               // of the most urgent of what is unsent
	commits int                // at work
	running bool
	signal  chan struct{} // closed when something passing comes while the sender waits; nil where it does not

	beyond   bool // the store may have more than the queue
	resting  bool // see resting.go
	roused   bool // it is to tell the store what it has sent
	restedAt time.Time

	delivery // of the goroutine that sends
}

// senders send for each contact in order, for many contacts side by side.
type senders struct {
	deliver func(context.Context, *sender)
	ids     *ids
	ctx     context.Context // ends the sending when the time to drain is over
	stop    context.CancelFunc
	crew    *crew

	mu      sync.Mutex
	byChat  map[int64]*sender
	resting []*sender
	alarm   *time.Timer // of those who rest
	closing bool
}

func newSenders(deliver func(context.Context, *sender), ids *ids) *senders {
	s := &senders{deliver: deliver, ids: ids, byChat: map[int64]*sender{}, crew: newCrew()}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s
}

// enter gives the sender for a commit that is about to be made, which is to tell what it says in telling. leave must follow.
func (s *senders) enter(chat int64) *sender {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.byChat[chat]
	if one == nil {
		one = &sender{chat: chat, nonce: s.ids.nonce(), urgency: timed}
		s.byChat[chat] = one
	}
	one.commits++
	if one.telling = 0; one.last > one.told {
		one.telling = one.last
	}
	return one
}

func (s *senders) leave(one *sender) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.commits--
	s.drop(one)
}

// drop lets go of a sender that nobody needs. The caller holds mu.
func (s *senders) drop(one *sender) {
	if one.commits == 0 && !one.running && one.told >= one.last && s.byChat[one.chat] == one {
		delete(s.byChat, one.chat)
	}
}

// add gives a sender what came of a commit. What waits before it is as urgent as it is: the order stays.
func (s *senders) add(one *sender, r rank, passing []telegram.Request, done Committed, until int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.urgency = min(one.urgency, r)
	one.passing = append(one.passing, passing...)
	if done.Settled {
		one.told = max(one.told, one.telling)
	}
	if done.Send {
		one.until = max(one.until, until)
		fits := len(one.queue)+len(done.Outbox) <= mostQueued || len(one.queue) == 0
		if fits {
			one.queue = append(one.queue, done.Outbox...)
		}
		one.beyond = one.beyond || !fits || len(done.Outbox) >= mostQueued
	}
	if len(passing) > 0 && one.signal != nil {
		close(one.signal)
		one.signal = nil
	}
	s.start(one)
}

// takeOver sends what another sender left, in this process or in another, but for what this process knows to have been sent.
func (s *senders) takeOver(chat int64, claim Claim, outbox []Entry) {
	one := &sender{chat: chat, nonce: claim.Nonce, until: claim.Until, queue: outbox, urgency: timed}
	s.mu.Lock()
	defer s.mu.Unlock()
	if here := s.byChat[chat]; here != nil {
		one.last = here.last
	}
	s.start(one)
}

func (s *senders) start(one *sender) {
	if one.running || len(one.passing) == 0 && len(one.queue) == 0 {
		return
	}
	one.running = true
	s.crew.do(func() { s.deliver(s.ctx, one) })
}

// step is what a sender is to do next: something passing, which is taken, or an entry, which stays until sent. With neither the store is to be told what was sent, or
// the sender has ended.
type step struct {
	passing     telegram.Request
	entry       Entry
	more        bool  // something else is to be sent after what is passing
	last, until int64 // the sender has sent up to last, and may call until the end of its claim
	end         bool
}

func (s *senders) next(one *sender) step {
	s.mu.Lock()
	defer s.mu.Unlock()
	do := step{last: one.last, until: one.until}
	if len(one.passing) > 0 {
		do.passing = one.passing[0]
		one.passing = one.passing[1:]
		do.more = len(one.passing)+len(one.queue) > 0
		return do
	}
	for len(one.queue) > 0 && one.queue[0].Seq <= one.last {
		one.queue = one.queue[1:]
	}
	if len(one.queue) > 0 {
		one.rank = one.urgency
		do.entry = one.queue[0]
		return do
	}
	one.urgency = timed
	if do.end = one.told >= one.last; do.end {
		one.running, one.roused = false, false
		s.drop(one)
		return do
	}
	do.end = s.rest(one)
	return do
}

// sent notes that all entries up to one are sent or given up.
func (s *senders) sent(one *sender, seq int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.last = max(one.last, seq)
}

// unsay drops all calls up to the first entry that is for another contact.
func (s *senders) unsay(one *sender) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range one.queue {
		if isTell(e.Call) {
			return
		}
		one.last = max(one.last, e.Seq)
	}
}

// settled notes what the store knows to be sent.
func (s *senders) settled(one *sender, through int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.told = max(one.told, through)
}

// known is the highest number that a sender has heard of.
func (s *senders) known(one *sender) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(one.queue); n > 0 {
		return max(one.last, one.queue[n-1].Seq)
	}
	return one.last
}

// refill puts what the store has in the place of what was known when it was asked. What came by commits since then stays.
func (s *senders) refill(one *sender, left []Entry, known, until int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.until, one.beyond = max(one.until, until), len(left) >= mostQueued
	if n := len(left); n > 0 {
		known = max(known, left[n-1].Seq)
		one.last = max(one.last, left[0].Seq-1)
		one.told = max(one.told, left[0].Seq-1)
	}
	fresh := slices.DeleteFunc(one.queue, func(e Entry) bool { return e.Seq <= known })
	one.queue = slices.Concat(left, fresh)
	slices.SortFunc(one.queue, func(a, b Entry) int { return cmp.Compare(a.Seq, b.Seq) })
}

// done is how far a sender is: all up to this Seq is sent or given up.
func (s *senders) done(one *sender) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return one.last
}

// listen gives a channel that is closed when something passing comes; nil where it is there.
func (s *senders) listen(one *sender) <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(one.passing) > 0 {
		return nil
	}
	if one.signal == nil {
		one.signal = make(chan struct{})
	}
	return one.signal
}

// close waits for all that is being sent; when ctx ends first, it is broken off.
func (s *senders) close(ctx context.Context) {
	defer s.stop()
	defer context.AfterFunc(ctx, s.stop)()
	s.end()
	s.crew.close()
}
