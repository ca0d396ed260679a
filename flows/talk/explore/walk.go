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
	set      *flows.Set
	language string // of the customer
	bounds   Bounds
	limits   map[string][]limit // that conditions draw, by the field they are about
	guide    *guide             // the ways that are gone; nil: all

	asksLanguage bool // the flows may go elsewhere in each language; known only where there is a guide

	known  map[string]*spot
	all    []*spot // in the order found
	open   []*spot // that are still to be gone on from
	later  []*spot // found by buttons of before; gone on from when nothing else is open
	older  map[olderPress]bool
	firsts []leading       // the moves that came to something for the first time
	told   map[string]bool // labels and messages that were looked at
	places map[string]int  // how many states were gone on from at each place
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
	older bool   // a button of before was pressed on the way here

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
	world int
	won   []string // flows whose goal was reached on it
	fresh bool     // another flow began on it, or an answer of the FAQ was told
}

// step is a move with what came of the jobs that it began.
type step struct {
	move    move
	world   int
	replies []reply
}

func newWalk(set *flows.Set, language string, bounds Bounds) *walk {
	w := &walk{set: set, language: language, bounds: bounds, known: map[string]*spot{}, places: map[string]int{}, limits: limitsOf(set)}
	w.older, w.told = map[olderPress]bool{}, map[string]bool{}
	w.report.Taken = map[flows.Ref]bool{}
	return w
}

// clock is when each exploration begins: a Monday morning, as in talks.
func (w *walk) clock() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, w.set.Zone()) }

// begin puts the roots: a new customer, and one for whom everything is sold out.
func (w *walk) begin() {
	root := w.root()
	w.found(&spot{at: root}, &w.open)
	w.callIn(root)
	if len(w.set.StockSeed()) > 0 {
		w.found(&spot{at: w.bare(), by: step{move: move{kind: soldOut}}}, &w.open)
	}
}

// bare begins where everything is sold out.
func (w *walk) bare() *talk.Conversation {
	c := w.root()
	facts := flows.Facts{Stock: map[string]int64{}}
	for key := range w.set.StockSeed() {
		facts.Stock[key] = 0
	}
	c.SetFacts(facts)
	return c
}

func (w *walk) root() *talk.Conversation {
	c := talk.NewConversation(w.set, flows.Person{FirstName: "Alex", Language: w.language}, w.clock())
	c.Explorable()
	return c
}

// found takes a state in; one that is known already is that. A new one is put to those that are gone on from.
func (w *walk) found(s *spot, open *[]*spot) *spot {
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
	*open = append(*open, s)
	return s
}

// next gives the state to go on from; nil where none is left. What buttons of before lead to comes last, so that it takes no room from what lies on the way.
func (w *walk) next() *spot {
	if len(w.open) == 0 {
		w.open, w.later = w.later, nil
	}
	if len(w.open) == 0 {
		return nil
	}
	s := w.open[0]
	w.open = w.open[1:]
	return s
}

// goOn tries all that a customer can do in a state, unless it lies beyond a bound.
func (w *walk) goOn(s *spot) {
	switch {
	case w.guide != nil && !w.guide.comes(s.key):
	case s.depth >= w.bounds.Depth:
		w.report.TooDeep++
	case w.went >= w.bounds.States:
		w.report.TooMany++
	case w.guide == nil && w.places[s.place] >= w.bounds.Alike:
		w.report.TooAlike++
	default:
		w.went++
		w.places[s.place]++
		w.report.Depth = max(w.report.Depth, s.depth)
		moves := w.moves(s)
		for _, m := range moves {
			if w.guide == nil || w.guide.goes(s.key, m.id) {
				w.try(s, m)
			}
		}
		s.followed = true
		w.typeLabels(s)
		if w.guide == nil {
			w.pressOlder(s, moves)
		} else {
			w.compare(s)
		}
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
		said, err := w.make(c, m)
		w.report.Turns++
		worlds = max(worlds, jobs.worlds)
		by := step{m, world, jobs.replies}
		w.take(s, m, c.Taken)
		if err != nil {
			if m.mayFail {
				continue
			}
			w.findings.add(Crash, s.flow, s.step, fmt.Sprintf("the turn fails: %s", err), s, by)
			continue
		}
		next := &spot{at: c, from: s, by: by, depth: s.depth + 1, since: s.at.Shown(), older: s.older}
		to := w.found(next, &w.open)
		if to == nil {
			continue
		}
		quiet := len(said) == 0 && c.Shown() == next.since
		s.ways = append(s.ways, way{to: to, move: m, world: world, won: won(c.Events), fresh: fresh(c.Events)})
		w.look(s, next, by, said, quiet)
		w.read(s, next, by, said)
	}
}

// take notes what was gone through, and where that was so for the first time.
func (w *walk) take(s *spot, m move, taken []flows.Ref) {
	fresh := false
	for _, ref := range taken {
		fresh = fresh || !w.report.Taken[ref]
		w.report.Taken[ref] = true
	}
	if fresh && !s.older {
		w.firsts = append(w.firsts, leading{s, m.id})
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
