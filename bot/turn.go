package bot

import (
	"fmt"
	"slices"
	"strings"

	"repartee/bot/telegram"
	"repartee/flows"
)

// turned is what a turn came to, or what is said in its place, ready to be written.
type turned struct {
	state      flows.State
	unreadable *unreadable // in place of the state
	encoded    []byte      // nil forgets the contact
	wake       int64
	calls      []Entry
	passing    []telegram.Request
	jobs       []flows.Job
	counts     []Count
	orders     []OrderWrite
	ledger     []LedgerWrite
	events     []byte
	dead       *DeadLetter
	outcome    *flows.Outcome // for who watches; nil where nobody does
}

// unreadable is a stored state that this version of the program cannot read. It is left as it is.
type unreadable struct {
	stored []byte
	err    error
}

// inPassing is what is done at once. A press is answered in any case: the customer looks at its waiting mark until then.
func (t *turned) inPassing(a *arrival) []telegram.Request {
	answered := slices.ContainsFunc(t.passing, func(r telegram.Request) bool { return r.Method() == telegram.AnswerCallbackQuery{}.Method() })
	if a.input.Press != "" && !answered {
		return append(t.passing, telegram.AnswerCallbackQuery{CallbackQueryID: a.input.Press})
	}
	return t.passing
}

// turn runs the turn, or says what is done where it fails.
func (b *Bot) turn(engine *flows.Engine, chat int64, a *arrival, h *hot) turned {
	began := b.observer.clock()
	t, err := b.tryTurn(engine, chat, a, h)
	b.observer.turned(a, h, began, &t, err)
	if err == nil {
		return t
	}
	t, reason := b.failed(engine, chat, a, h, err)
	t.dead = &DeadLetter{At: b.store.Now(), Chat: chat, Update: a.update, Reason: reason.Error(), Raw: a.raw}
	return t
}

func (b *Bot) tryTurn(engine *flows.Engine, chat int64, a *arrival, h *hot) (t turned, err error) {
	defer recovered(&err)
	switch {
	case h.unreadable != nil:
		return turned{}, h.unreadable.err
	case a.broken != nil:
		return turned{}, a.broken
	case h.stranger && !a.counts():
		return keep(chat, flows.Outcome{Forget: true}) // who was forgotten stays so
	case a.group:
		t, err = keep(chat, flows.Outcome{State: h.state})
		t.calls = b.groupAnswer(engine.Set(), chat, a)
		return t, err
	}
	outcome, err := engine.Turn(h.state, a.input, b.facts.now())
	if err != nil {
		return turned{}, err
	}
	t, err = b.keepLogged(engine, chat, a, &outcome)
	if b.watch != nil {
		t.outcome = &outcome
	}
	if told := b.tells(a.input.ID, outcome.Effects); len(told) > 0 {
		t.calls = append(told, t.calls...)
	}
	return t, err
}

// keep makes of an outcome what is written of it.
func keep(chat int64, o flows.Outcome) (t turned, err error) {
	t.state = o.State
	t.calls, t.passing = calls(chat, o.Effects)
	for _, effect := range o.Effects {
		if job, ok := effect.(flows.Job); ok {
			t.jobs = append(t.jobs, job)
		}
	}
	for _, count := range o.Counts {
		t.counts = append(t.counts, Count{Table: count.Table, Key: bounded(count.Key)})
	}
	if t.orders, t.ledger, err = sold(&o); err != nil {
		return turned{}, err
	}
	if !o.Forget {
		if t.encoded, err = o.State.Encode(); err != nil {
			return turned{}, fmt.Errorf("encode the state: %w", err)
		}
		if wake := o.State.Wake(); !wake.IsZero() {
			t.wake = wake.UnixMilli()
		}
	}
	return t, nil
}

// keepLogged does as keep, and makes the entry that the store keeps of the turn for numbers and replay.
func (b *Bot) keepLogged(engine *flows.Engine, chat int64, a *arrival, o *flows.Outcome) (turned, error) {
	t, err := keep(chat, *o)
	if err != nil || len(o.Events) == 0 {
		return t, err
	}
	logged := engine.Set().Log(o, &a.input)
	if a.said != 0 && slices.ContainsFunc(o.Events, func(e flows.Event) bool { return e.Name == flows.Visited }) {
		logged.Waited = max(1, b.store.Now()-a.said*1000)
	}
	t.events = logged.Encode()
	return t, nil
}

// mostKey is how long a key of a count may be, in bytes: some are made of what customers write.
const mostKey = 200

func bounded(key string) string {
	if len(key) <= mostKey {
		return key
	}
	return strings.ToValidUTF8(key[:mostKey], "")
}
