package flows

import (
	"encoding/json"
	"slices"
	"time"

	"repartee/flows/shop"
)

const (
	workTime    = 10 * time.Second // that a work outside may take
	workPause   = 30 * time.Second // before it is begun again; doubled each time
	workPauses  = time.Hour        // the longest of these pauses
	stockMargin = 20 * time.Second // how much longer than needed something is held
)

// work begins something that must be done, whatever becomes of the talk.
func (t *Turn) work(w Work) {
	w.ID = t.jobID("work")
	t.state.Contact.Works = append(t.state.Contact.Works, w)
	t.beginWork(&t.state.Contact.Works[len(t.state.Contact.Works)-1])
}

// beginWork sends a work off and settles when it is begun again.
func (t *Turn) beginWork(w *Work) {
	pause := min(workPause<<min(w.Tries, 10), workPauses)
	w.Tries++
	w.At = t.in.At.Add(workTime + pause).Unix()
	t.effects = append(t.effects, Job{ID: w.ID, Deadline: unix(w.At), Stock: w.Stock, Refund: w.Back})
}

// dueWorks begins again what has not been done in time.
func (t *Turn) dueWorks() {
	for i := range t.state.Contact.Works {
		if w := &t.state.Contact.Works[i]; w.At <= t.in.At.Unix() {
			t.beginWork(w)
		}
	}
}

// worked takes the result of a work; ok is false where the result is none of a work.
func (t *Turn) worked() (move Move, ok bool) {
	works := t.state.Contact.Works
	i := slices.IndexFunc(works, func(w Work) bool { return w.ID == t.in.Job })
	if i < 0 {
		return Move{}, false
	}
	if t.in.Failed != "" {
		return Wait(), true // it is begun again at its time
	}
	w := works[i]
	t.state.Contact.Works = slices.Delete(works, i, i+1)
	switch {
	case w.Back != nil:
		return t.gaveBack(w.Order, w.Back.Charge), true
	case w.Stock.Op == StockSell || w.Stock.Op == StockHold:
		if r := stockResult(t.in.Result); r == nil || !r.OK {
			return t.notThere(&w), true
		}
		if w.Order == "" {
			t.bookingSold(w.Stock.Hold)
		}
		if o := t.Order(w.Order); o != nil && w.Stock.Op == StockSell {
			return t.fulfil(o), true
		}
	}
	return Wait(), true
}

// stockResult reads what came of a StockJob; nil where it cannot be read.
func stockResult(raw []byte) *StockResult {
	var r StockResult
	if len(raw) == 0 || json.Unmarshal(raw, &r) != nil {
		return nil
	}
	return &r
}

// notThere is told that something was paid or booked whose hold had ended, and that is gone.
func (t *Turn) notThere(w *Work) Move {
	if w.Order == "" {
		return t.bookingGone(w.Stock.Hold)
	}
	o := t.Order(w.Order)
	switch {
	case o == nil || o.State == shop.Refunded || o.State == shop.Cancelled:
		return Wait()
	case w.Stock.Op == StockHold:
		t.setOrder(o, shop.Cancelled)
		t.SayFormatted(t.orderPhrase("refused_sold_out", o))
		t.SayFormatted(t.orderPhrase("order_cancelled", o))
		return t.onWith(nil)
	}
	t.setOrder(o, shop.Short)
	t.SayFormatted(t.orderPhrase("order_short", o))
	t.giveBack(o, 0)
	t.work(Work{Order: o.Number, Stock: &StockJob{Op: StockReturn, Hold: w.Stock.Hold}}) // a late repeat of the sale finds nothing then
	return t.onWith(o)
}

// RestForStock lets the talk rest at the step until something is held: its body's Resume is told by Ending.Stock.
func (t *Turn) RestForStock(job StockJob) Move {
	t.rest(Open{Stock: &job}, Job{Stock: &job})
	return Wait()
}

// RestForLink lets the talk rest at the step until there is a link to an order's invoice: its body's Resume is told by Ending.URL.
func (t *Turn) RestForLink(o *shop.Order) Move {
	t.rest(Open{Order: o.Number}, Job{Link: t.InvoiceFor(o)})
	return Wait()
}

// restTries is how often something for which the talk rests is tried again.
const restTries = 2

func (t *Turn) rest(o Open, job Job) {
	o.ID, o.Tries = t.jobID("rest"), restTries
	frame := t.frame()
	frame.Step, frame.Serial, frame.Job = t.step.name, 0, o.ID
	t.beginRest(o, job)
	t.effects = append(t.effects, Typing{})
}

func (t *Turn) beginRest(o Open, job Job) {
	job.ID, job.Deadline = o.ID, t.in.At.Add(workTime+postTime)
	o.Deadline = job.Deadline.Unix()
	t.state.Session.Jobs = append(t.withoutJob(o.ID), o)
	t.effects = append(t.effects, job)
}

// restAgain begins anew what the talk rests for; false where that makes no sense any more.
func (t *Turn) restAgain(o Open) bool {
	o.Tries--
	switch {
	case o.Stock != nil:
		t.beginRest(o, Job{Stock: o.Stock})
		return true
	case o.Order != "":
		if order := t.Order(o.Order); order != nil {
			t.beginRest(o, Job{Link: t.InvoiceFor(order)})
			return true
		}
	}
	return false
}

// endRest goes on with the step that rested.
func (t *Turn) endRest(body Resting, o Open) Move {
	t.frame().Job = ""
	switch {
	case o.Failed:
		return body.Resume(t, Ending{Failed: true})
	case o.Stock != nil:
		return body.Resume(t, t.endHold(o))
	}
	var link struct{ URL string }
	err := json.Unmarshal(o.Result, &link)
	return body.Resume(t, Ending{URL: link.URL, Failed: err != nil || link.URL == ""})
}

// endHold notes that the cart is held, if that was what the step rested for.
func (t *Turn) endHold(o Open) Ending {
	r := stockResult(o.Result)
	if cart := t.state.Session.Cart; r != nil && r.OK && cart != nil && cart.ID == o.Stock.Hold {
		t.HeldUntil(o.Stock.Until)
	}
	return Ending{Stock: r, Failed: r == nil}
}

// BeingSold tells whether the stock of a paid order is not the customer's for good yet: that is being settled.
func (t *Turn) BeingSold(o *shop.Order) bool {
	return slices.ContainsFunc(t.state.Contact.Works, func(w Work) bool { return w.Order == o.Number && w.Stock != nil && w.Stock.Op == StockSell })
}
