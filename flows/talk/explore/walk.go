package explore

import (
	"fmt"
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/talk"
)

// walk is an exploration under way.
type walk struct {
	set    *flows.Set
	bounds Bounds
	limits map[string][]limit // that conditions draw, by the field they are about

	known  map[string]*spot
	all    []*spot        // in the order found
	open   []*spot        // that are still to be gone on from
	places map[string]int // how many states were gone on from at each place
	went   int

	report   Report
	findings findings
}

// spot is a state that was found, with the shortest way to it.
type spot struct {
	at    *talk.Conversation // nil once it was gone on from
	from  *spot
	by    step
	depth int
	key   string
	place string // where the talk stands, without the answers

	since      int // messages before the last turn
	flow, step string
	rests      bool     // it waits for something else than the customer's word
	soldOut    bool     // what is in the cart is sold out
	goals      []string // flows that are open and whose goal is not reached yet
	ways       []way
	followed   bool // all ways on were tried
}

// way is where a move leads.
type way struct {
	to    *spot
	move  move
	won   []string // flows whose goal was reached on it
	fresh bool     // another flow began on it, or an answer of the FAQ was told
}

// step is a move with what came of the jobs that it began.
type step struct {
	move    move
	replies []reply
}

func newWalk(set *flows.Set, bounds Bounds) *walk {
	w := &walk{set: set, bounds: bounds, known: map[string]*spot{}, places: map[string]int{}, limits: limitsOf(set)}
	w.report.Taken = map[flows.Ref]bool{}
	return w
}

// clock is when each exploration begins: a Monday morning, as in talks.
func (w *walk) clock() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, w.set.Zone()) }

// begin puts the roots: a new customer, and one for whom everything is sold out.
func (w *walk) begin() {
	root := w.root()
	w.found(&spot{at: root})
	if seed := w.set.StockSeed(); len(seed) > 0 {
		bare := w.root()
		facts := flows.Facts{Stock: map[string]int64{}}
		for key := range seed {
			facts.Stock[key] = 0
		}
		bare.SetFacts(facts)
		w.found(&spot{at: bare, by: step{move: move{kind: soldOut}}})
	}
}

func (w *walk) root() *talk.Conversation {
	c := talk.NewConversation(w.set, flows.Person{FirstName: "Alex", Language: w.set.Languages[0]}, w.clock())
	c.Explorable()
	return c
}

// found takes a state in; one that is known already is that.
func (w *walk) found(s *spot) *spot {
	state, err := s.at.State()
	if err != nil {
		return nil
	}
	s.key, s.place = keyOf(w.set, state, s.at.Left(), s.screen), placeOf(w.set, state)
	if known := w.known[s.key]; known != nil {
		return known
	}
	s.flow, s.step = state.Place()
	s.soldOut = wantsGone(state, s.at.Left())
	s.rests = len(state.Session.Jobs) > 0 || len(state.Contact.Works) > 0
	for _, frame := range state.Session.Frames {
		if flow := w.set.Flow(frame.Flow); flow != nil && flow.Goal != nil && !frame.Won {
			s.goals = append(s.goals, frame.Flow)
		}
	}
	w.known[s.key] = s
	w.all = append(w.all, s)
	w.open = append(w.open, s)
	return s
}

// goOn tries all that a customer can do in a state, unless it lies beyond a bound.
func (w *walk) goOn(s *spot) {
	switch {
	case s.depth >= w.bounds.Depth:
		w.report.TooDeep++
	case w.went >= w.bounds.States:
		w.report.TooMany++
	case w.places[s.place] >= w.bounds.Alike:
		w.report.TooAlike++
	default:
		w.went++
		w.places[s.place]++
		w.report.Depth = max(w.report.Depth, s.depth)
		for _, m := range w.moves(s) {
			w.try(s, m)
		}
		s.followed = true
	}
	s.at = nil
}

// try makes a move, once for each thing that can come of the jobs that it begins.
func (w *walk) try(s *spot, m move) {
	worlds := 1
	for world := 0; world < worlds; world++ {
		jobs := outside{set: w.set, world: world}
		c := s.at.Fork()
		c.Answer(jobs.answer)
		before := c.Shown()
		said, err := w.make(c, m)
		w.report.Turns++
		worlds = max(worlds, jobs.worlds)
		by := step{m, jobs.replies}
		for _, ref := range c.Taken {
			w.report.Taken[ref] = true
		}
		if err != nil {
			if m.mayFail {
				continue
			}
			w.findings.add(Crash, s.flow, s.step, fmt.Sprintf("the turn fails: %s", err), s, by)
			continue
		}
		next := &spot{at: c, from: s, by: by, depth: s.depth + 1, since: before}
		to := w.found(next)
		if to == nil {
			continue
		}
		quiet := len(said) == 0 && c.Shown() == before
		s.ways = append(s.ways, way{to: to, move: m, won: won(c.Events), fresh: fresh(c.Events)})
		w.look(s, next, by, said, quiet)
	}
}

// make makes a move. A panic is a crash of the turn, which the runtime turns into an apology.
func (w *walk) make(c *talk.Conversation, m move) (said []talk.Said, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return m.do(c)
}

// fresh tells of a turn on which the customer got something else than the same steps.
func fresh(events []flows.Event) bool {
	return slices.ContainsFunc(events, func(e flows.Event) bool { return e.Name == flows.Started || e.Name == flows.Told })
}

func won(events []flows.Event) []string {
	var all []string
	for _, e := range events {
		if e.Name == flows.Reached && e.Detail == "" {
			all = append(all, e.Flow)
		}
	}
	return all
}
