package rehearsal

import (
	"context"

	"repartee/internal/console"
)

// SetProfile implements [console.Phone].
func (p *rehearsed) SetProfile(profile console.Profile) {
	p.note(deed{What: changes, Profile: &profile})
}

// Start implements [console.Phone].
func (p *rehearsed) Start(payload string) { p.note(deed{What: starts, Text: payload}) }

// Say implements [console.Phone].
func (p *rehearsed) Say(text string) { p.note(deed{What: says, Text: text}) }

// Send implements [console.Phone].
func (p *rehearsed) Send(a console.Attachment) { p.note(deed{What: sends, Text: string(a)}) }

// SetBlocked implements [console.Phone].
func (p *rehearsed) SetBlocked(blocked bool) {
	if blocked {
		p.note(deed{What: blocks})
		return
	}
	p.note(deed{What: unblocks})
}

// Tap implements [console.Phone].
func (p *rehearsed) Tap(key string) error {
	return p.do(context.Background(), deed{What: taps, Text: key})
}

// Reply implements [console.Phone].
func (p *rehearsed) Reply(message int64, text string) error {
	return p.onMessage(deed{What: replies, Text: text}, message, "")
}

// Edit implements [console.Phone].
func (p *rehearsed) Edit(message int64, text string) error {
	return p.onMessage(deed{What: edits, Text: text}, message, "")
}

// React implements [console.Phone].
func (p *rehearsed) React(message int64, emoji string) error {
	return p.onMessage(deed{What: reacts, Text: emoji}, message, "")
}

// Press implements [console.Phone].
func (p *rehearsed) Press(message int64, data string) error {
	if data == "" {
		return console.ErrNotFound
	}
	return p.onMessage(deed{What: presses}, message, data)
}

// Staff implements [console.Phone].
func (p *rehearsed) Staff(ctx context.Context, state, note string) error {
	return p.do(ctx, deed{What: staffed, Text: state, Note: note})
}

// Pay implements [console.Payer].
func (p *rehearsed) Pay(ctx context.Context, b console.Bill, with console.Payment) error {
	d := deed{What: pays, Payment: &with, Lapse: with.Rest, Link: b.Link}
	if b.Link != "" {
		return p.do(ctx, d)
	}
	return p.onMessage(d, b.Message, "")
}

// onMessage does something to a message, or to a button under it.
func (p *rehearsed) onMessage(d deed, message int64, data string) error {
	d.Who = int(p.id - firstCustomer)
	return p.r.do(context.Background(), d, func(w *world, d *deed) error {
		phone, ok := w.phones.Get(p.id)
		if !ok {
			return console.ErrNotFound
		}
		if d.On, ok = targetOf(phone.Messages(), message, data); !ok {
			return console.ErrNotFound
		}
		return nil
	})
}

func (p *rehearsed) do(ctx context.Context, d deed) error {
	d.Who = int(p.id - firstCustomer)
	return p.r.do(ctx, d, nil)
}

// note does what cannot fail on a phone.
func (p *rehearsed) note(d deed) {
	if err := p.do(context.Background(), d); err != nil {
		p.r.opts.Log.Error("the phone could not do as asked", "deed", d.What, "err", err)
	}
}
