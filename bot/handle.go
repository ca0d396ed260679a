package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

const (
	claimTime    = 30 * time.Second
	storeTimeout = 10 * time.Second
)

// handle takes one input of a contact: its state, one turn, one commit. An error means that nothing is known to be written and the input is to come again.
func (b *Bot) handle(j job) error {
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	h, err := b.load(ctx, j.chat)
	if err != nil {
		return err
	}
	for {
		turn := b.turn(j, h.state)
		c, err := b.commitOf(j, h.version, turn)
		if err != nil {
			return err
		}
		done, err := b.Store.Commit(ctx, c)
		if err != nil {
			b.cache.drop(j.chat)
			return fmt.Errorf("commit update %d: %w", j.update, err)
		}
		if done.Status == Conflict {
			if h, err = hotOf(j.chat, done.Record); err != nil {
				return err
			}
			continue
		}
		b.committed(j, c, done, turn)
		return nil
	}
}

func (b *Bot) load(ctx context.Context, chat int64) (*hot, error) {
	if h, ok := b.cache.get(chat); ok {
		return h, nil
	}
	record, err := b.Store.Load(ctx, chat)
	if err != nil {
		return nil, err
	}
	return hotOf(chat, record)
}

func hotOf(chat int64, record Record) (*hot, error) {
	state, err := flows.DecodeState(record.State)
	if err != nil {
		return nil, err
	}
	return &hot{chat: chat, version: record.Version, state: state}, nil
}

// turned is what a turn came to, or what is said in its place.
type turned struct {
	flows.Outcome
	dead *DeadLetter
}

// turn runs the turn. One that fails would fail again, since it is pure: the state stays as it was, the customer gets an apology, the input is kept.
func (b *Bot) turn(j job, state flows.State) (t turned) {
	engine := b.engine.Load()
	if j.group {
		return turned{Outcome: flows.Outcome{State: state}}
	}
	defer func() {
		if p := recover(); p != nil {
			t = b.failed(engine, j, state, fmt.Sprintf("panic: %v", p))
		}
	}()
	outcome, err := engine.Turn(state, j.input, flows.Facts{})
	if err != nil {
		return b.failed(engine, j, state, err.Error())
	}
	return turned{Outcome: outcome}
}

func (b *Bot) failed(engine *flows.Engine, j job, state flows.State, reason string) turned {
	b.Log.Error("a turn failed; the customer got an apology and the update is kept as a dead letter", "update", j.update, "reason", reason)
	dead := &DeadLetter{At: b.Store.Now(), Chat: j.chat, Update: j.update, Reason: reason, Raw: j.raw}
	return turned{Outcome: engine.Apology(state, j.input), dead: dead}
}

// commitOf puts together what is to be written.
func (b *Bot) commitOf(j job, version string, t turned) (Commit, error) {
	now := b.Store.Now()
	c := Commit{
		Chat: j.chat, Version: version, Next: b.next(version), Update: j.update, Class: j.class, Inbox: j.inbox,
		Claim: Claim{Nonce: b.nonce, Until: now + claimTime.Milliseconds()}, Now: now, Dead: t.dead,
	}
	if !t.Forget {
		state, err := t.State.Encode()
		if err != nil {
			return Commit{}, fmt.Errorf("encode the state after update %d: %w", j.update, err)
		}
		c.State = state
		if wake := t.State.Wake(); !wake.IsZero() {
			c.Wake = wake.UnixMilli()
		}
	}
	var err error
	if j.group {
		c.Outbox, err = b.groupAnswer(j)
	} else {
		c.Outbox, err = entries(j.chat, t.Effects)
	}
	if err == nil && len(t.Events) > 0 {
		c.Events, err = json.Marshal(t.Events)
	}
	return c, err
}

// next is the version after another: a counter, and the nonce of who writes it.
func (b *Bot) next(version string) string {
	counter, _, _ := strings.Cut(version, ".")
	n, _ := strconv.ParseInt(counter, 10, 64) // no version: the first
	return strconv.FormatInt(n+1, 10) + "." + b.nonce
}

// committed does what follows from a commit: what was written may now be sent.
func (b *Bot) committed(j job, c Commit, done Committed, t turned) {
	own := done.Status == Duplicate && done.Record.Version == c.Next
	if done.Status != OK && !own {
		b.cache.drop(j.chat)
		return
	}
	if t.Forget {
		b.cache.drop(j.chat)
	} else {
		b.cache.put(&hot{chat: j.chat, version: c.Next, state: t.State, bytes: stateFactor * len(c.State)})
	}
	var items []item
	for _, effect := range t.Effects {
		if answer, ok := effect.(flows.AnswerPress); ok {
			items = append(items, item{answer: &telegram.AnswerCallbackQuery{CallbackQueryID: answer.Press, Text: answer.Text}})
		}
	}
	if done.Send {
		for _, entry := range done.Outbox {
			items = append(items, item{entry: entry})
		}
	}
	b.senders.add(j.chat, items, c.Claim.Until)
}
