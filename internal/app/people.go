package app

import (
	"context"
	"fmt"
	"time"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/analysis/impact"
)

// people is what a store tells of its contacts.
type people interface {
	Contacts(ctx context.Context, who bot.Who, each func(bot.KeptContact) error) error
	Now() int64
}

// count adds up what a change does to some. Only one contact's state is held at a time, and turns go on beside it.
func (p *press) count(ctx context.Context, who bot.Who, c *impact.Change, r *impact.Report, watch func(read int)) error {
	at := time.UnixMilli(p.people.Now()).UTC()
	err := p.people.Contacts(ctx, who, func(kept bot.KeptContact) error {
		if kept.Unread == nil && len(kept.Record.State) == 0 {
			return nil // something waits for somebody who never spoke, or was forgotten
		}
		if e, err := effect(c, &kept, at); err == nil {
			r.Add(&e)
		} else {
			r.AddUnread(err)
		}
		if watch != nil {
			watch(r.Contacts)
		}
		return nil
	})
	r.Sort()
	return err
}

// effect is what a change does to one contact. A state that no turn could have made must not end the program, which may be the bot itself.
func effect(c *impact.Change, kept *bot.KeptContact, at time.Time) (e impact.Effect, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("look at a contact: %v", p)
		}
	}()
	state, err := kept.State()
	if err != nil {
		return impact.Effect{}, err
	}
	return c.Of(state, at, flows.Facts{}), nil
}
