package sealed

import (
	"context"
	"encoding/json"

	"repartee/bot"
	"repartee/flows/shop"
)

// rekeyTries is how often a contact is tried that changes meanwhile.
const rekeyTries = 5

// found is what is known of a place before it is sealed anew.
type found struct {
	record  bot.Record
	waiting bot.Waiting
	order   bot.KeptOrder
}

func (r *rekeying) find(ctx context.Context, p place) (f found, err error) {
	if f.record, err = r.Backing.Load(ctx, p.chat); err != nil {
		return f, err
	}
	// Read after the record: while its version stands, this is what belongs to it.
	if f.waiting, err = r.Backing.Waiting(ctx, p.chat); err != nil || p.order == "" {
		return f, err
	}
	f.order, _, err = r.Backing.Order(ctx, p.chat, p.order)
	return f, err
}

// contact seals a contact's state, and counts what waits.
func (r *rekeying) contact(ctx context.Context, p place) error {
	r.count(&r.out.Contacts)
	for range rekeyTries {
		f, err := r.find(ctx, p)
		if err != nil {
			return err
		}
		codec := r.keys.of(p.chat)
		state, ok := r.again(&codec, stateKind, "", f.record.State)
		written := true
		if ok {
			written, err = r.commit(ctx, p, f, bot.Commit{State: state})
		}
		if err != nil {
			return err
		}
		if written {
			r.waits(f.waiting)
			if ok {
				r.count(&r.out.States)
			}
			return nil
		}
	}
	f, err := r.find(ctx, p)
	r.left(f.record.State, &r.out.Busy)
	r.waits(f.waiting)
	return err
}

// order seals the body of an order. It is written with the state of its contact, which has to be there: a commit without a state would forget the contact.
func (r *rekeying) order(ctx context.Context, p place) error {
	for range rekeyTries {
		f, err := r.find(ctx, p)
		if err != nil {
			return err
		}
		if len(f.record.State) == 0 {
			r.left(f.order.Body, &r.out.Erased)
			return nil
		}
		codec := r.keys.of(p.chat)
		body, ok := r.again(&codec, orderKind, p.order, f.order.Body)
		if !ok {
			return nil
		}
		expires, ok := codec.expires(&f.order)
		if !ok {
			r.left(f.order.Body, &r.out.Unopened)
			return nil
		}
		write := bot.OrderWrite{Number: p.order, State: f.order.State, Expires: expires, Body: body}
		written, err := r.commit(ctx, p, f, bot.Commit{State: f.record.State, Orders: []bot.OrderWrite{write}})
		if err != nil {
			return err
		}
		if written {
			r.count(&r.out.Orders)
			return nil
		}
	}
	f, err := r.find(ctx, p)
	r.left(f.order.Body, &r.out.Busy)
	return err
}

// expires is until when an order can be paid, milliseconds, as the bot writes it with the order; false where the order cannot be read.
func (c *codec) expires(kept *bot.KeptOrder) (int64, bool) {
	if kept.State != shop.Open {
		return 0, true
	}
	var order shop.Order
	body, err := c.open(orderKind, kept.Number, kept.Body)
	if err == nil {
		err = json.Unmarshal(body, &order)
	}
	return order.Expires * 1000, err == nil
}

// again seals a value with the first key; false where it is sealed so, or cannot be opened.
func (r *rekeying) again(c *codec, what kind, name string, value []byte) ([]byte, bool) {
	if len(value) == 0 || sealedBy(value) == r.out.First {
		return nil, false
	}
	plain, err := c.open(what, name, value)
	if err != nil {
		r.left(value, &r.out.Unopened)
		return nil, false
	}
	return c.seal(what, name, plain), true
}

// commit writes at a place as it was found; false where that has changed meanwhile.
func (r *rekeying) commit(ctx context.Context, p place, f found, c bot.Commit) (bool, error) {
	c.Chat, c.Version, c.Next, c.Wake, c.Now = p.chat, f.record.Version, after(f.record.Version), f.waiting.Wake, r.Now()
	done, err := r.Backing.Commit(ctx, c)
	return done.Status == bot.OK || done.Status == bot.Duplicate && done.Record.Version == c.Next, err
}

func (r *rekeying) waits(w bot.Waiting) {
	for i := range w.Outbox {
		r.left(w.Outbox[i].Call, &r.out.Outbox)
	}
	for i := range w.Inbox {
		r.left(w.Inbox[i].Input, &r.out.Inbox)
	}
}
