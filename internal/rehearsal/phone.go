package rehearsal

import (
	"context"
	"time"

	"repartee/internal/console"
)

// New implements [console.Phones].
func (r *Rehearsal) New(name, language string) console.Phone {
	who := 0
	err := r.do(context.Background(), deed{What: comes, Profile: &console.Profile{Name: name, Language: language}}, func(w *world, d *deed) error {
		who = len(w.phones.All())
		d.Who = who
		return nil
	})
	if err != nil {
		r.opts.Log.Error("a customer cannot come", "err", err)
	}
	return &rehearsed{r, firstCustomer + int64(who)}
}

// Get implements [console.Phones].
func (r *Rehearsal) Get(id int64) (console.Phone, bool) {
	if _, ok := r.current().phones.Get(id); !ok {
		return nil, false
	}
	return &rehearsed{r, id}, true
}

// All implements [console.Phones].
func (r *Rehearsal) All() (all []console.Phone) {
	for _, p := range r.current().phones.All() {
		all = append(all, &rehearsed{r, p.Customer().ID})
	}
	return all
}

// Pass implements [console.Phones].
func (r *Rehearsal) Pass(d time.Duration) {
	if err := r.do(context.Background(), deed{What: waits, Lapse: d}, nil); err != nil {
		r.opts.Log.Error("time cannot go by", "err", err)
	}
}

// rehearsed is a customer's phone, in whichever world is shown. What is done with it goes into the journal.
type rehearsed struct {
	r  *Rehearsal
	id int64
}

// phone is the customer's in the world that is shown; nil if there is none any more.
func (p *rehearsed) phone() console.Phone {
	found, _ := p.r.current().phones.Get(p.id)
	return found
}

// Customer implements [console.Phone].
func (p *rehearsed) Customer() console.Customer {
	if phone := p.phone(); phone != nil {
		return phone.Customer()
	}
	return console.Customer{ID: p.id}
}

// Messages implements [console.Phone].
func (p *rehearsed) Messages() []console.Message {
	if phone := p.phone(); phone != nil {
		return phone.Messages()
	}
	return nil
}

// About implements [console.Phone].
func (p *rehearsed) About(ctx context.Context) (console.About, error) {
	if phone := p.phone(); phone != nil {
		return phone.About(ctx)
	}
	return console.About{}, console.ErrNotFound
}

// File implements [console.Phone].
func (p *rehearsed) File(ctx context.Context, id string) ([]byte, error) {
	if phone := p.phone(); phone != nil {
		return phone.File(ctx, id)
	}
	return nil, console.ErrNotFound
}

// Invoice implements [console.Payer].
func (p *rehearsed) Invoice(b console.Bill) (console.Invoice, error) {
	if phone := p.phone(); phone != nil {
		return phone.Invoice(b)
	}
	return console.Invoice{}, console.ErrNotFound
}

// Ways implements [console.Payer].
func (p *rehearsed) Ways(ctx context.Context, b console.Bill, to console.Recipient) ([]console.Way, error) {
	p.r.deeds.Lock() // the bot answers it, but nothing comes of it
	defer p.r.deeds.Unlock()
	if phone := p.phone(); phone != nil {
		return phone.Ways(ctx, b, to)
	}
	return nil, console.ErrNotFound
}
