package bot

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"time"

	"go.opentelemetry.io/otel/trace"

	"repartee/bot/telegram"
)

// observedCall makes a call of the outbox and notes what came of it.
func (b *Bot) observedCall(ctx context.Context, s *sender, e Entry) error {
	o := b.observer
	if o == nil || isTell(e.Call) {
		return b.call(ctx, e.Call, s.tries)
	}
	ctx, span := o.sendSpan(ctx, o.answers.parent(s.chat, e.Seq), e, s.tries)
	began := time.Now()
	err := b.call(ctx, e.Call, s.tries)
	if errors.Is(err, errUploading) {
		span.End()
		return err // nothing was sent yet
	}
	result := callOutcome(err)
	o.calls.Observe(time.Since(began).Seconds())
	o.sends.WithLabelValues(result).Inc()
	o.slowedDown(err)
	if err == nil {
		o.answered(s.chat, e.Seq)
	}
	if span.IsRecording() {
		span.SetAttributes(outcomeKey.String(result))
	}
	end(span, err)
	return err
}

// callOutcome is the label of what came of a call.
func callOutcome(err error) string {
	_, limited := telegram.RetryAfter(err)
	switch {
	case err == nil, telegram.Harmless(err):
		return "sent"
	case limited:
		return "limited"
	case telegram.Blocked(err):
		return "blocked"
	case telegram.Unauthorized(err):
		return "unauthorized"
	case telegram.Unsent(err):
		return "unsent"
	case telegram.Unknown(err):
		return "unsure"
	case telegram.Refused(err):
		return "refused"
	}
	return "failed"
}

// slowedDown counts a 429.
func (o *observer) slowedDown(err error) {
	if o == nil || err == nil {
		return
	}
	if _, limited := telegram.RetryAfter(err); limited {
		o.limited.Inc()
	}
}

// answered notes that Telegram has taken a message: the first one after an update is what its customer has waited for.
func (o *observer) answered(chat, seq int64) {
	for _, e := range o.answers.take(chat, seq) {
		now := o.now()
		o.firstResponse.Observe(seconds(now - e.received))
		if said := now - e.said*1000; e.said != 0 && said >= 0 && said < saneAge.Milliseconds() {
			o.sinceMessage.Observe(seconds(said))
		}
	}
}

// saneAge is how old a message may be to count: one from before the bot was down says nothing of its speed.
const saneAge = time.Hour

// expected are the entries of the outbox that one input has made.
type expected struct {
	first    int64 // the first that the customer sees
	last     int64
	received int64 // milliseconds, on the store's clock; 0: no customer waits
	said     int64 // the date of the customer's message, Unix seconds; 0: unknown
	span     trace.SpanContext
}

// answers are what is to be sent, by contact. What another instance sends stays here until there is no room: it is a measure, nothing depends on it.
type answers struct {
	mu     sync.Mutex
	byChat map[int64][]expected
}

const mostExpected = 1 << 16 // contacts

// expect notes the entries that came of an input.
func (a *answers) expect(chat int64, in *arrival, own []Entry) {
	e := expected{last: own[len(own)-1].Seq}
	for i := range own {
		if e.first == 0 && shows(own[i].Call) {
			e.first = own[i].Seq
		}
	}
	if in.update != 0 && in.input.Customer() && e.first != 0 {
		e.received, e.said = in.input.At.UnixMilli(), in.said
	}
	if in.span != nil {
		e.span = in.span.SpanContext()
	}
	if e.received == 0 && !e.span.IsValid() {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.byChat == nil || len(a.byChat) >= mostExpected {
		a.byChat = map[int64][]expected{}
	}
	a.byChat[chat] = append(a.byChat[chat], e)
}

// shows tells a call that the customer sees.
func shows(call []byte) bool {
	return bytes.HasPrefix(call, []byte(`{"method":"send`)) || bytes.HasPrefix(call, []byte(`{"method":"edit`))
}

// take gives the inputs that are answered once an entry is sent, each once, and forgets those of which nothing is left to be sent.
func (a *answers) take(chat, seq int64) (answered []expected) {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := a.byChat[chat]
	left := list[:0]
	for _, e := range list {
		if e.received != 0 && e.first <= seq {
			answered = append(answered, e)
			e.received = 0
		}
		if e.last > seq {
			left = append(left, e)
		}
	}
	if len(left) == 0 {
		delete(a.byChat, chat)
	} else {
		a.byChat[chat] = left
	}
	return answered
}

// parent is the trace that an entry belongs to.
func (a *answers) parent(chat, seq int64) trace.SpanContext {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, e := range a.byChat[chat] {
		if seq <= e.last {
			return e.span
		}
	}
	return trace.SpanContext{}
}
