package rehearsal

import (
	"context"
	"fmt"
	"time"

	"repartee/internal/console"
)

// perform does a deed, at its time, and returns when all that comes of it has come. An error of [console.ErrNotFound] says that it cannot be done any more.
func (w *world) perform(ctx context.Context, d deed) error {
	if err := w.advance(ctx, d.At); err != nil {
		return err
	}
	failed := w.act(ctx, d)
	if err := w.quiet(ctx); err != nil {
		return err
	}
	if failed == nil || d.What == pays { // a payment that fails is something that was done
		w.record.close(w.clock.now(), by(d))
	}
	return failed
}

func (w *world) act(ctx context.Context, d deed) error {
	if d.What == comes {
		w.phones.New(d.Profile.Name, d.Profile.Language)
		return nil
	}
	if d.What == waits {
		return w.advance(ctx, d.At+d.Lapse.Milliseconds())
	}
	p, ok := w.phones.Get(firstCustomer + int64(d.Who))
	if !ok {
		return fmt.Errorf("customer %d: %w", d.Who, console.ErrNotFound)
	}
	if d.On != nil {
		return onMessage(ctx, p, d)
	}
	switch d.What {
	case changes:
		p.SetProfile(*d.Profile)
	case starts:
		p.Start(d.Text)
	case says:
		p.Say(d.Text)
	case sends:
		p.Send(console.Attachment(d.Text))
	case taps:
		return p.Tap(d.Text)
	case blocks, unblocks:
		p.SetBlocked(d.What == blocks)
	case staffed:
		return p.Staff(ctx, d.Text, d.Note)
	case pays:
		return p.Pay(ctx, console.Bill{Link: d.Link}, d.payment())
	default:
		return fmt.Errorf("%q: %w", d.What, console.ErrNotFound)
	}
	return nil
}

// onMessage does what is done to a message.
func onMessage(ctx context.Context, p console.Phone, d deed) error {
	id, data, ok := d.On.find(p.Messages())
	if !ok {
		return fmt.Errorf("%s: %w", d.What, console.ErrNotFound)
	}
	switch d.What {
	case presses:
		return p.Press(id, data)
	case replies:
		return p.Reply(id, d.Text)
	case edits:
		return p.Edit(id, d.Text)
	case reacts:
		return p.React(id, d.Text)
	case pays:
		return p.Pay(ctx, console.Bill{Message: id}, d.payment())
	}
	return fmt.Errorf("%q: %w", d.What, console.ErrNotFound)
}

// payment is how a deed pays. The wait before it is not in the JSON of a payment.
func (d deed) payment() console.Payment {
	with := *d.Payment
	with.Rest = d.Lapse
	return with
}

// reaches is the time that the clock shows at the end of a deed, at least.
func (d deed) reaches() int64 { return d.At + d.Lapse.Milliseconds() }

// lasts is a duration as talks write it.
func lasts(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d >= day && d%day == 0:
		return fmt.Sprintf("%dd", d/day)
	case d >= time.Hour && d%time.Hour == 0:
		return fmt.Sprintf("%dh", d/time.Hour)
	case d >= time.Minute && d%time.Minute == 0:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
	return fmt.Sprintf("%ds", (d+time.Second-1)/time.Second)
}
