package explore

import (
	"slices"

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
	States   int // different ones that were found, in the first language
	Turns    int // that were taken, in all languages
	Older    int // presses on buttons of before, among the turns
	Depth    int // of the deepest that was gone on from
	Taken    map[flows.Ref]bool

	TooDeep, TooMany, TooAlike int // states that were not gone on from, by the bound that left them out

	Others []Spoken // the other languages, in which only the ways are gone that cover everything once
}

// Kind is what is wrong with a place.
type Kind string

// The kinds of Finding.
const (
	Crash         Kind = "crash"          // a turn fails
	DeadEnd       Kind = "dead end"       // the talk is over where nobody meant it to be
	Loop          Kind = "loop"           // the customer cannot get out
	GoalLost      Kind = "goal lost"      // the goal of an open flow cannot be reached any more
	Silence       Kind = "silence"        // the bot does not react to a press at all
	LostAnswer    Kind = "lost answer"    // a press on a button of before changes more than going back would
	DoneTwice     Kind = "done twice"     // something is ordered or booked once more, and nobody asked for it
	Misunderstood Kind = "misunderstood"  // words that stand for something are taken for something else
	SameLabel     Kind = "same label"     // two buttons of a message cannot be told apart
	EmptyText     Kind = "empty text"     // a message or a button without words
	CutOff        Kind = "cut off"        // a label is too long
	Diverges      Kind = "other language" // the same goes elsewhere than in the first language
)

// Finding is something that no customer should meet.
type Finding struct {
	Kind       Kind
	Flow, Step string // where the talk stands, or stood last
	Language   string // that it was found in; "" where it is the first
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
	Language string // that is walked through
	States   int    // that were gone on from
	Open     int    // that were found and not looked at yet; more are found on the way
	Turns    int
}

// Watched explores as Explore does, and tells how far it has come before each state that it goes on from. The first language is walked through in full; the others along the ways
// that come to each place, step, option and outcome once.
func Watched(set *flows.Set, bounds Bounds, watch func(Progress)) Report {
	tell := func(w *walk) { watch(Progress{w.language, w.went, len(w.open) + len(w.later), w.report.Turns}) }
	first := newWalk(set, set.Languages[0], bounds.orDefault())
	first.begin()
	for s := first.next(); s != nil; s = first.next() {
		tell(first)
		first.goOn(s)
	}
	report := first.judge()
	along := guideOf(first)
	for _, language := range set.Languages[1:] {
		report.add(speak(first, along, language, tell))
	}
	return report
}

// add adds what was found in another language, and not in one before it.
func (r *Report) add(w *walk) {
	w.findings.write(w)
	for _, f := range w.findings.all {
		if !slices.ContainsFunc(r.Findings, func(o Finding) bool { return o.Kind == f.Kind && o.Flow == f.Flow && o.Step == f.Step }) {
			f.Language = w.language
			r.Findings = append(r.Findings, f)
		}
	}
	r.Turns += w.report.Turns
	r.Others = append(r.Others, Spoken{w.language, len(w.known), w.report.Turns})
}
