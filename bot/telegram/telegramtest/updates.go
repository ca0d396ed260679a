package telegramtest

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"repartee/bot/telegram"
)

// lane is what the real server keeps in order: one kind of update of one chat
// or user. Lanes overtake each other when updates are posted to a webhook.
type lane struct {
	kind string
	id   int64
}

// pending is an update that was not received yet.
type pending struct {
	id   int64
	kind string
	lane lane
	raw  json.RawMessage
	born time.Time
}

// maxRecent is how many updates [Server.Redeliver] can go back.
const maxRecent = 1000

// updateQueue holds updates. The server's mutex guards it.
type updateQueue struct {
	lastID  int64
	allowed []string // nil: the default
	waiting []pending
	again   []pending // to be polled once more, whatever the offset
	recent  []pending // received, as far as the server can tell
	held    map[string][]pending
	arrived chan struct{} // closed when something has come
	poll    *poll         // the one that is held
	rested  chan struct{} // closed when a poll finds nothing more; nil where nobody waits for that
	offset  int64         // of the last poll
	polled  time.Time
}

func (q *updateQueue) init() {
	q.lastID = 1000
	q.held = map[string][]pending{}
	q.arrived = make(chan struct{})
}

// emit makes an update. The caller holds the mutex.
func (s *Server) emit(kind string, where lane, payload any) {
	q := &s.updates
	if !q.wants(kind) {
		return
	}
	q.lastID++
	raw := append([]byte(`{"update_id":`), strconv.FormatInt(q.lastID, 10)...)
	raw = append(raw, `,"`+kind+`":`...)
	raw = append(append(raw, encode(payload)...), '}')
	p := pending{id: q.lastID, kind: kind, lane: where, raw: raw, born: s.opts.Now()}
	if list, holding := q.held[kind]; holding {
		q.held[kind] = append(list, p)
		return
	}
	s.route(p, &q.waiting)
}

// wants knows what an unset or empty allowed_updates leaves out.
func (q *updateQueue) wants(kind string) bool {
	if len(q.allowed) > 0 {
		return slices.Contains(q.allowed, kind)
	}
	return kind != "chat_member" && kind != "message_reaction" && kind != "message_reaction_count"
}

// route gives an update to the webhook or, if none is set, to the queue for
// polling.
func (s *Server) route(p pending, queue *[]pending) {
	if s.courier.hook != nil {
		s.courier.push(p)
		return
	}
	*queue = append(*queue, p)
	s.updates.wake()
}

func (q *updateQueue) wake() {
	close(q.arrived)
	q.arrived = make(chan struct{})
}

func (q *updateQueue) received(list ...pending) {
	q.recent = append(q.recent, list...)
	if over := len(q.recent) - maxRecent; over > 0 {
		q.recent = slices.Delete(q.recent, 0, over)
	}
}

// confirm drops what the offset says is received; a negative one drops all but
// the last few.
func (q *updateQueue) confirm(offset int64) {
	switch {
	case offset > 0:
		q.waiting = slices.DeleteFunc(q.waiting, func(p pending) bool { return p.id < offset })
	case offset < 0:
		q.waiting = q.waiting[max(0, len(q.waiting)+int(max(offset, -1<<20))):]
	}
}

// expire drops what the real server would not keep any longer.
func (q *updateQueue) expire(now time.Time) {
	q.waiting = slices.DeleteFunc(q.waiting, func(p pending) bool { return p.expired(now) })
}

func (p *pending) expired(now time.Time) bool {
	life := telegram.UpdateLifetime
	if p.kind == "callback_query" || p.kind == shippingKind || p.kind == preCheckoutKind {
		life = telegram.PressLifetime
	}
	return now.Sub(p.born) > life
}

// Pending counts the updates that the bot has not received yet, those that are
// held back included.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.updates.waiting) + len(s.updates.again) + s.courier.pending()
	for _, list := range s.updates.held {
		n += len(list)
	}
	return n
}

// Redeliver brings the last n updates that the bot has received once more,
// and returns how many there were.
func (s *Server) Redeliver(n int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	recent := s.updates.recent
	again := slices.Clone(recent[max(0, len(recent)-n):])
	for _, p := range again {
		s.route(p, &s.updates.again)
	}
	return len(again)
}

// Hold keeps updates of a kind back until [Server.Release], so that others
// overtake them.
func (s *Server) Hold(kind string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.updates.held[kind] == nil {
		s.updates.held[kind] = []pending{}
	}
}

// Release brings what [Server.Hold] has kept back.
func (s *Server) Release(kind string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.updates.held[kind]
	delete(s.updates.held, kind)
	for _, p := range list {
		s.route(p, &s.updates.again)
	}
}

// Inject brings any update to the bot, for kinds that no [User] makes. payload
// is what stands under kind, as JSON; chat is the chat or user it concerns.
func (s *Server) Inject(kind string, chat int64, payload json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emit(kind, lane{kind, chat}, payload)
}
