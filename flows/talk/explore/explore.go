package explore

import (
	"repartee/flows"
)

// What the bounds are where nothing is said.
const (
	DefaultDepth  = 14
	DefaultStates = 6000
	defaultAlike  = 32
)

// Bounds end an exploration. Where one is 0, its default counts.
type Bounds struct {
	Depth  int // what a customer does from the beginning on
	States int // that are gone on from
	Alike  int // states at the same place that are gone on from: they differ in answers only
}

func (b Bounds) orDefault() Bounds {
	if b.Depth == 0 {
		b.Depth = DefaultDepth
	}
	if b.States == 0 {
		b.States = DefaultStates
	}
	if b.Alike == 0 {
		b.Alike = defaultAlike
	}
	return b
}

// Report is what an exploration found, and how far it came.
type Report struct {
	Findings []Finding
	States   int // different ones that were found
	Turns    int // that were taken
	Depth    int // of the deepest that was gone on from
	Taken    map[flows.Ref]bool

	TooDeep, TooMany, TooAlike int // states that were not gone on from, by the bound that left them out
}

// Kind is what is wrong with a place.
type Kind string

// The kinds of Finding.
const (
	Crash    Kind = "crash"     // a turn fails
	DeadEnd  Kind = "dead end"  // the talk is over where nobody meant it to be
	Loop     Kind = "loop"      // the customer cannot get out
	GoalLost Kind = "goal lost" // the goal of an open flow cannot be reached any more
)

// Finding is something that no customer should meet.
type Finding struct {
	Kind       Kind
	Flow, Step string // where the talk stands, or stood last
	Message    string // in a sentence
	States     int    // in how many of the states it was found
	Talk       []byte // YAML: the shortest talk that leads there, to be kept in talks/
}

// Explore walks through a set within bounds. The same set and bounds always give the same report.
func Explore(set *flows.Set, bounds Bounds) Report {
	return Watched(set, bounds, func(Progress) {})
}

// Progress is how far an exploration has come.
type Progress struct {
	States int // that were gone on from
	Open   int // that were found and not looked at yet; more are found on the way
	Turns  int
}

// Watched explores as Explore does, and tells how far it has come before each state that it goes on from.
func Watched(set *flows.Set, bounds Bounds, watch func(Progress)) Report {
	w := newWalk(set, bounds.orDefault())
	w.begin()
	for len(w.open) > 0 {
		watch(Progress{w.went, len(w.open), w.report.Turns})
		s := w.open[0]
		w.open = w.open[1:]
		w.goOn(s)
	}
	w.report.States = len(w.known)
	w.judge()
	return w.report
}
