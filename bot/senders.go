package bot

import (
	"context"
	"sync"

	"repartee/bot/telegram"
)

// item is one call on its way to Telegram: an entry of the outbox, or the answer to a press, which is kept nowhere.
type item struct {
	entry  Entry
	answer *telegram.AnswerCallbackQuery
}

// sender is what one contact's sending knows: what is still to be sent, and until when the claim on it holds.
type sender struct {
	chat  int64
	items []item
	until int64 // of the claim
	last  int64 // the highest Seq that was sent or given up
}

// senders send for each contact in order, for many contacts side by side.
type senders struct {
	deliver func(context.Context, *sender)
	ctx     context.Context
	stop    context.CancelFunc
	work    sync.WaitGroup

	mu     sync.Mutex
	byChat map[int64]*sender
}

func newSenders(deliver func(context.Context, *sender)) *senders {
	s := &senders{deliver: deliver, byChat: map[int64]*sender{}}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s
}

// add gives a contact's sender more to do, and starts it if it is not at work.
func (s *senders) add(chat int64, items []item, until int64) {
	if len(items) == 0 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	one, running := s.byChat[chat]
	if !running {
		one = &sender{chat: chat}
		s.byChat[chat] = one
	}
	one.items = append(one.items, items...)
	one.until = max(one.until, until)
	if !running {
		s.work.Go(func() { s.deliver(s.ctx, one) })
	}
}

// take gives the next thing to send.
func (s *senders) take(one *sender) (item, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(one.items) > 0 {
		next := one.items[0]
		one.items = one.items[1:]
		if next.answer != nil || next.entry.Seq > one.last {
			return next, true
		}
	}
	return item{}, false
}

// more puts what is left in the store behind what is still to be sent here.
func (s *senders) more(one *sender, left []Entry, until int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.until = max(one.until, until)
	known := one.last
	for _, waiting := range one.items {
		known = max(known, waiting.entry.Seq)
	}
	for _, entry := range left {
		if entry.Seq > known {
			one.items = append(one.items, item{entry: entry})
		}
	}
}

// done ends a sender that has nothing left; false if something came meanwhile.
func (s *senders) done(one *sender) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(one.items) > 0 {
		return false
	}
	delete(s.byChat, one.chat)
	return true
}

// quit ends a sender whatever it has left: the store has it too.
func (s *senders) quit(one *sender) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.byChat, one.chat)
}

func (s *senders) claimed(one *sender) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return one.until
}

// close waits for all that is being sent; when ctx ends first, it is broken off.
func (s *senders) close(ctx context.Context) {
	stop := context.AfterFunc(ctx, s.stop)
	defer stop()
	s.work.Wait()
	s.stop()
}
