package funnel

import (
	"maps"
	"strings"

	"repartee/flows"
)

// Runs are the ways of all customers through the flows, as far as their turns are kept.
type Runs struct {
	set         *flows.Set // whose names they have
	kept        int
	first, last int64 // Unix seconds
	customers   []*customer
	byName      map[string]*customer
	words       map[string]string // names of flows, steps, options ...: each once, or what is kept of a turn would keep all of it
	visits      []visit
	runs        []*run
}

// customer is what reports divide a customer's runs by, as it was known at his last turn.
type customer struct {
	language, source string
	arms             map[string]string // by "flow.split"
	latest           map[string]*run   // of each flow
}

// origin is whose a run or a visit is, and when it began.
type origin struct {
	customer *customer
	at       int64             // Unix seconds
	arms     map[string]string // that the customer was in, as last known
}

type visit struct {
	origin
	waited int64 // milliseconds; 0: unknown
}

// Read follows the customers through the turns that a store keeps, the newest first, as flows.Logged.Encode wrote them. What cannot be read, and turns of nobody, are
// left out. What the set calls differently now has the name of now.
func Read(set *flows.Set, entries [][]byte) *Runs {
	r := &Runs{set: set, byName: map[string]*customer{}, words: map[string]string{}, kept: len(entries)}
	for i := len(entries) - 1; i >= 0; i-- {
		l, err := flows.DecodeLogged(entries[i])
		if err == nil && l.Who != "" && l.At != 0 {
			r.turn(&l)
		}
	}
	return r
}

func (r *Runs) turn(l *flows.Logged) {
	if r.first == 0 {
		r.first = l.At
	}
	r.last = max(r.last, l.At)
	c := r.customer(l)
	for i := range l.Events {
		e := &l.Events[i]
		flow, step := r.set.PlaceNow(e.Flow, e.Step)
		e.Flow, e.Step, e.Detail = r.own(flow), r.own(step), r.own(e.Detail)
		switch {
		case e.Name == flows.Visited:
			r.visits = append(r.visits, visit{origin{c, l.At, c.arms}, l.Waited})
		case e.Name == flows.Started:
			r.start(c, e.Flow, l.At, c.led(l.Events[:i]))
		case c.latest[e.Flow] != nil:
			c.latest[e.Flow].take(e, l.At)
		}
	}
}

func (r *Runs) customer(l *flows.Logged) *customer {
	c := r.byName[l.Who]
	if c == nil {
		c = &customer{latest: map[string]*run{}}
		r.byName[strings.Clone(l.Who)] = c
		r.customers = append(r.customers, c)
	}
	c.language, c.source = r.own(l.Language), r.own(l.Source)
	if arms := r.armsNow(l.Arms); arms != nil && !maps.Equal(c.arms, arms) {
		c.arms = arms
	}
	return c
}

// armsNow are a customer's arms by the places of the splits as they are called now.
func (r *Runs) armsNow(arms map[string]string) map[string]string {
	for place, arm := range maps.Clone(arms) {
		flow, step, _ := strings.Cut(place, ".")
		flow, step = r.set.PlaceNow(flow, step)
		if now := flow + "." + step; now != place {
			delete(arms, place)
			arms[now] = arm
		}
	}
	return arms
}

// own gives a word that the turn it comes from is not needed for.
func (r *Runs) own(word string) string {
	if known, ok := r.words[word]; ok {
		return known
	}
	word = strings.Clone(word)
	r.words[word] = word
	return word
}

func (r *Runs) start(c *customer, flow string, at int64, from *run) {
	if before := c.latest[flow]; before != nil {
		before.over = true
	}
	begun := &run{origin: origin{c, at, c.arms}, flow: flow, last: at, from: from}
	c.latest[flow] = begun
	r.runs = append(r.runs, begun)
}

// led gives the run that led to a flow which begins now: the one in which something was done just before, in the same turn. A customer who interrupts it was not led.
func (c *customer) led(before []flows.Event) *run {
	if len(before) == 0 {
		return nil
	}
	switch e := &before[len(before)-1]; e.Name {
	case flows.Stepped, flows.Answered, flows.Skipped, flows.Remembered, flows.GaveUp, flows.Silent, flows.Reached, flows.Split, flows.Ended:
		return c.latest[e.Flow]
	}
	return nil
}
