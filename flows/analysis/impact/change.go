package impact

import (
	"time"

	"repartee/flows"
)

// Change is new files in the place of those that run.
type Change struct {
	New *flows.Engine              // its publication is the number that the new files will have
	Old *flows.Engine              // of the files that run; nil: nothing has run yet, and all that strands is the change's doing
	Has func(publication int) bool // whether the files of a publication can be had, for flows that drain; nil: they can
}

// Effect is what a change does to one contact.
type Effect struct {
	Places   []flows.Place // where something is open or waits
	Stranded []flows.Place // those of them that the change strands: those that run strand nobody there
	Unfit    []flows.Unfit // answers that do not fit
	Goods    flows.Goods
	Reminder bool // one is under way
	Silenced bool // which comes to nothing
	Unkept   bool // the files that the talk keeps to cannot be had any more: it goes on in the new ones
}

// Of tells what the change does to a contact at a time. What facts say of the stock counts for its cart and invoices.
func (c *Change) Of(state flows.State, at time.Time, facts flows.Facts) Effect {
	if c.keeps(c.New, &state.Session) {
		return c.kept(state, at, facts)
	}
	e := Effect{Places: c.New.Fates(&state.Session), Unfit: c.New.Misfits(state), Goods: c.New.Goods(state, at, facts)}
	e.Reminder, e.Silenced = c.New.Reminder(&state.Session)
	e.Unkept = len(e.Places) > 0 && c.New.Edition(&state.Session) != c.New.Publication
	before := c.before(&state.Session)
	for i, p := range e.Places {
		if p.Fate.Strands() && (before == nil || !before[i].Fate.Strands()) {
			e.Stranded = append(e.Stranded, p)
		}
	}
	return e
}

// keeps tells whether a session goes on in files of its own.
func (c *Change) keeps(in *flows.Engine, s *flows.Session) bool {
	edition := in.Edition(s)
	return edition != in.Publication && (c.Has == nil || c.Has(edition))
}

// kept is the effect on a contact whose talk keeps its files: only what is sold is that of the new ones.
func (c *Change) kept(state flows.State, at time.Time, facts flows.Facts) Effect {
	e := Effect{Places: c.New.Fates(&state.Session), Goods: c.New.Goods(state, at, facts)}
	for i := range e.Places {
		e.Places[i].Fate, e.Places[i].Now, e.Places[i].NowIn = flows.Kept, e.Places[i].Step, ""
	}
	e.Reminder, _ = c.New.Reminder(&state.Session)
	return e
}

// before is what becomes of the places without the change; nil where that is not known.
func (c *Change) before(s *flows.Session) []flows.Place {
	if c.Old == nil {
		return nil
	}
	places := c.Old.Fates(s)
	if c.keeps(c.Old, s) {
		for i := range places {
			places[i].Fate = flows.Kept
		}
	}
	return places
}

// MayStrand tells from the files alone whether the change can strand anybody. Where it cannot, nobody needs to be looked at.
func (c *Change) MayStrand() bool {
	if c.Old == nil {
		return true
	}
	for _, flow := range c.Old.Set().Flows {
		for _, step := range flow.AllSteps() {
			if step.Name() != "" && c.strands(flow, step.Name()) {
				return true
			}
		}
	}
	return false
}

// strands tells it of somebody who stands at a step, as the one that the customer's next word is for, below another flow, or at a job.
func (c *Change) strands(flow *flows.Flow, step string) bool {
	at := flows.Frame{Flow: string(flow.ID), Step: step}
	below, working := flows.Frame{Flow: at.Flow, Back: flows.BackNext}, at
	working.Job = "any"
	for _, frames := range [][]flows.Frame{{at}, {at, below}, {working}} {
		s := flows.Session{Frames: frames, Last: c.Old.Publication}
		if flow.Drains() {
			s.Publication = s.Last
		}
		if c.Old.Fates(&s)[0].Fate.Strands() {
			continue // nobody stands there so
		}
		if !c.keeps(c.New, &s) && c.New.Fates(&s)[0].Fate.Strands() {
			return true
		}
	}
	return false
}
