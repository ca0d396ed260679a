package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/shop"
)

// failed is what is written where a turn has failed, which would fail again, since it is pure. What tells of money is booked all the same, and the flow does not go
// on; else the state stays as it was, and the customer gets an apology.
func (b *Bot) failed(engine *flows.Engine, chat int64, a *arrival, h *hot, cause error) (turned, error) {
	if a.input.Books() && h.unreadable == nil && a.broken == nil {
		if t, err := b.bookOnly(engine, chat, a, h); err == nil {
			b.log.Error("a turn failed that tells of an order; that is booked, the flow does not go on, and the input is kept as a dead letter",
				"update", a.update, "order", a.input.Order, "err", cause)
			return t, cause
		}
	}
	b.log.Error("a turn failed; the customer gets an apology and the input is kept as a dead letter", "update", a.update, "err", cause)
	t, err := apology(engine, chat, a, h)
	if a.input.Money != nil {
		b.log.Error("a payment, or its return, is only in the ledger", "order", a.input.Order, "charge", a.input.Money.Charge.ID)
		t.ledger = unsettled(&a.input)
	}
	return t, errors.Join(cause, err)
}

func (b *Bot) bookOnly(engine *flows.Engine, chat int64, a *arrival, h *hot) (t turned, err error) {
	defer recovered(&err)
	outcome := engine.Settle(h.state, a.input, b.facts.now())
	return b.keepLogged(engine, chat, a, &outcome)
}

// unsettled is what is written of money that no turn could take: the ledger knows of it, and `ledger verify` tells that no order does.
func unsettled(in *flows.Input) []LedgerWrite {
	c := in.Money.Charge
	e := shop.Entry{
		ID: c.ID, Order: in.Order, At: in.At.Unix(), Refund: in.What == flows.GaveBack, Amount: c.Amount, Currency: c.Currency, Method: shop.ByProvider, Extra: true,
	}
	if e.Refund {
		e.ID = "refund:" + c.ID
	}
	if c.Currency == telegram.Stars {
		e.Method = shop.ByStars
	}
	row, err := json.Marshal(e)
	if err != nil {
		panic(fmt.Errorf("encode a row of the ledger: %w", err)) // its fields are texts and numbers
	}
	return []LedgerWrite{{ID: e.ID, Row: row}}
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
