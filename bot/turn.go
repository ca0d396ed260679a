package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

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

// turn runs the turn. One that fails would fail again, since it is pure: the state stays as it was, the customer gets an apology, the input is kept.
func (b *Bot) turn(engine *flows.Engine, chat int64, a *arrival, h *hot) turned {
	t, err := b.tryTurn(engine, chat, a, h)
	if err == nil {
		return t
	}
	b.log.Error("a turn failed; the customer gets an apology and the input is kept as a dead letter", "update", a.update, "err", err)
	t, failed := apology(engine, chat, a, h)
	if failed != nil {
		err = errors.Join(err, failed)
	}
	if a.input.Money != nil {
		b.log.Error("a payment, or its return, is only in the ledger", "order", a.input.Order, "charge", a.input.Money.Charge.ID)
		t.ledger = unsettled(&a.input)
	}
	t.dead = &DeadLetter{At: b.store.Now(), Chat: chat, Update: a.update, Reason: err.Error(), Raw: a.raw}
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
	t, err = keep(chat, outcome)
	if told := b.tells(a.input.ID, outcome.Effects); len(told) > 0 {
		t.calls = append(told, t.calls...)
	}
	return t, err
}

// rereadAfter is when a state is looked at again that cannot be read, or whose timers all turns fail at.
const rereadAfter = 10 * time.Minute

// apology keeps the state as it was, but for a timer that would fail again at once. Only a customer who did something is told.
func apology(engine *flows.Engine, chat int64, a *arrival, h *hot) (turned, error) {
	var outcome flows.Outcome
	var said error
	if a.input.Customer() {
		said = func() (err error) {
			defer recovered(&err)
			outcome = engine.Apology(h.state, a.input)
			return nil
		}()
	}
	outcome.State = h.state
	if a.input.What == flows.Wake {
		isDue := func(t flows.Timer) bool { return t.At <= a.input.At.Unix() }
		outcome.State.Session.Timers = slices.DeleteFunc(slices.Clone(h.state.Session.Timers), isDue)
	}
	t, err := keep(chat, outcome)
	if now := a.input.At.UnixMilli(); a.input.What == flows.Wake && t.wake != 0 && t.wake <= now {
		t.wake = now + rereadAfter.Milliseconds() // something else is due, which failed too
	}
	if h.unreadable != nil {
		t.unreadable, t.encoded, t.wake = h.unreadable, h.unreadable.stored, a.input.At.Add(rereadAfter).UnixMilli()
	}
	return t, errors.Join(said, err)
}

func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("panic: %v", p)
	}
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
	if len(o.Events) > 0 {
		if t.events, err = json.Marshal(o.Events); err != nil {
			return turned{}, fmt.Errorf("encode the events: %w", err)
		}
	}
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
