package impact_test

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/analysis/impact"
	"repartee/flows/talk"
)

// TestToldBeforehand lets customers talk with the examples at random, puts other files in the place of those that ran, and holds what was told of each place
// against what the next turn makes of it.
func TestToldBeforehand(t *testing.T) {
	told := map[flows.Fate]int{}
	type bot struct {
		folder fs.FS
		seeds  uint64
	}
	bots := map[string]bot{"waiting": {waiting(), 300}}
	for _, name := range examples.Names() {
		folder, _ := examples.Folder(name)
		bots[name] = bot{folder, 12}
	}
	for name, bot := range bots {
		t.Run(name, func(t *testing.T) {
			before := load(t, bot.folder)
			for seed := range bot.seeds {
				w := &walk{T: t, random: rand.New(rand.NewPCG(seed, 1)), loaded: before}
				after, ok := w.changed(bot.folder)
				if !ok {
					continue
				}
				for range 10 {
					w.talk()
					w.held(seed, after, told)
				}
			}
		})
	}
	for _, fate := range []flows.Fate{flows.Same, flows.Moved, flows.Kept, flows.Restarts, flows.Resumes, flows.Stranded, flows.Dropped} {
		if told[fate] == 0 {
			t.Errorf("no talk ended at a place whose fate is %s: %v", fate, told)
		}
	}
	t.Log(told)
}

// walk is one customer who does something at random.
type walk struct {
	*testing.T
	random *rand.Rand
	loaded *config.Loaded
	state  flows.State
	now    time.Time
}

// talk says and presses some things.
func (w *walk) talk() {
	words := []string{"/start", "/menu", "/later", "/outer"}
	for i := range w.loaded.Talks {
		for _, turn := range w.loaded.Talks[i].Turns {
			if turn.They != nil {
				words = append(words, turn.They.In(w.loaded.Set.Languages[0]))
			}
		}
	}
	w.now = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	c := talk.NewConversation(w.loaded.Set, flows.Person{FirstName: "Alex"}, w.now)
	stays := w.random.IntN(2) == 0
	c.Answer(func(flows.Job) (flows.Input, bool, error) { return flows.Input{Failed: "nobody is there"}, !stays, nil })
	said := func(words string) { w.must(c.Say(words)) }
	said("/start")
	for range w.random.IntN(14) {
		switch w.random.IntN(4) {
		case 0:
			said(words[w.random.IntN(len(words))])
		case 1:
			w.must(c.Pass(flows.Duration{Span: time.Duration(w.random.IntN(48)) * time.Hour}))
		default:
			w.must(c.TapAny(w.random.IntN(5)))
		}
	}
	var err error
	if w.state, err = c.State(); err != nil {
		w.Fatal(err)
	}
}

func (w *walk) must(_ []talk.Said, err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// held holds what is told against what happens: at the next word, after /cancel, and when a wait is over.
func (w *walk) held(seed uint64, after *flows.Set, told map[flows.Fate]int) {
	engine := flows.NewEngine(after, flows.EngineOptions{Publication: 2})
	change := impact.Change{New: engine, Old: flows.NewEngine(w.loaded.Set, flows.EngineOptions{Publication: 1})}
	e := change.Of(w.state, w.now, flows.Facts{})
	for _, p := range e.Places {
		told[p.Fate]++
	}
	if edition := engine.Edition(&w.state.Session); edition != 2 {
		if edition != 1 || slices.ContainsFunc(e.Places, func(p flows.Place) bool { return p.Fate != flows.Kept }) {
			w.Fatalf("seed %d: the session goes on in publication %d, and %+v was told", seed, edition, e.Places)
		}
		return
	}
	soon := time.Unix(w.state.Contact.Heard, 0).Add(time.Minute)
	top := slices.IndexFunc(e.Places, func(p flows.Place) bool { return p.Open })
	if top >= 0 {
		w.comes(seed, engine, w.word(soon), e.Places[top])
		if below := w.below(); below >= 0 {
			w.comes(seed, engine, flows.Input{ID: "next", What: flows.Message, Text: "/cancel", At: soon}, e.Places[below])
		}
	}
	for i, aside := range w.state.Session.Aside {
		alone := w.state
		alone.Session.Frames, alone.Session.Jobs, alone.Session.Timers, alone.Session.Cart = nil, nil, nil, nil
		alone.Session.Aside = []flows.Aside{aside}
		alone.Contact.Orders, alone.Contact.Bookings, alone.Contact.Works, alone.Contact.Expires = nil, nil, nil, 0
		place := w.asidePlace(e.Places, i)
		at := time.Date(2026, 9, 2, 12, 0, 0, 0, time.UTC)
		if aside.At == 0 {
			alone.Session.Aside[0].At = at.Unix()
		}
		before := w.state
		w.state = alone
		w.comes(seed, engine, flows.Input{ID: "next", What: flows.Wake, At: at}, place)
		w.state = before
	}
}

// word is the customer's next word. It is mostly a press, since to understand words takes each new set half a second at first.
func (w *walk) word(at time.Time) flows.Input {
	if w.random.IntN(50) == 0 {
		return flows.Input{ID: "next", What: flows.Message, Text: "xqzv", At: at}
	}
	return flows.Input{ID: "next", What: flows.Press, Press: "press", Data: "zz.1", At: at}
}

// below is the place that is asked about when the flow on top is cancelled; -1 where there is none.
func (w *walk) below() int {
	at := len(w.state.Session.Frames) - 1
	for at > 0 && w.state.Session.Frames[at].Back == flows.BackNext {
		at--
	}
	return at - 1
}

// asidePlace is the place at which the nth flow that has stepped aside waits.
func (w *walk) asidePlace(places []flows.Place, n int) flows.Place {
	at := len(w.state.Session.Frames) - 1
	for i := range n + 1 {
		at += len(w.state.Session.Aside[i].Frames)
	}
	return places[at]
}

// comes lets something happen at a place, and holds the first loss against its fate.
func (w *walk) comes(seed uint64, engine *flows.Engine, in flows.Input, place flows.Place) {
	out, err := engine.Turn(w.state, in, flows.Facts{})
	if err != nil {
		w.Fatalf("seed %d: %v", seed, err)
	}
	at := slices.IndexFunc(out.Events, func(e flows.Event) bool { return e.Name == flows.Lost })
	ended := slices.IndexFunc(out.Events, func(e flows.Event) bool { return e.Name == flows.Ended && e.Detail == "" })
	got := flows.Same
	if at >= 0 && (ended < 0 || at < ended) { // what is lost after the flow has ended is another place
		got = flows.Fate(out.Events[at].Detail)
		if lost := out.Events[at]; lost.Flow != place.Flow || lost.Step != place.Step && lost.Step != place.Now {
			got = flows.Same
		}
	}
	want := place.Fate
	if want == flows.Moved {
		want = flows.Same
	}
	if got != want {
		w.Errorf("seed %d: %s.%s: %s was told, and %s happens: %+v", seed, place.Flow, place.Step, place.Fate, got, out.Events)
	}
	says := slices.ContainsFunc(out.Effects, func(e flows.Effect) bool { _, ok := e.(flows.Send); return ok })
	if in.What != flows.Wake && place.Fate != flows.Same && place.Fate != flows.Moved && !says {
		w.Errorf("seed %d: %s.%s: nothing is said", seed, place.Flow, place.Step)
	}
}
