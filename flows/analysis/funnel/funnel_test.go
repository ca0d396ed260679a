package funnel_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/analysis/funnel"
)

// TestFunnel lets four customers go: one to the end, one who leaves, one who uses his tries up, one who has still time.
func TestFunnel(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start", "+10s", "Filter", "+30s", "4", "+1s", "Tea", "+2s", "Black")
	h.says("Ben", "de", "/start", "+20s", "Espresso")
	h.says("Cem", "de", "+1s", "/start", "what", "no")
	h.says("Dee", "en", "+25h", "/start")
	n := h.numbers(funnel.Query{Now: h.now.Add(time.Hour)})
	if len(n.Groups) != 1 || n.Kept != 11 || !slices.Equal(n.Splits, []string{"welcome.greeting"}) {
		t.Fatalf("%+v", n)
	}
	g := &n.Groups[0]
	if g.Customers != 4 || g.Visits != 4 || len(g.Flows) != 2 {
		t.Errorf("%+v", g)
	}
	f := flow(t, g, "welcome")
	f.Steps, f.Questions = nil, nil
	want := funnel.Flow{
		Flow: "welcome", HasGoal: true, Entered: 4, Customers: 4, Ended: 2, Dropped: 1, Waiting: 1, Reached: 1,
		Goals: []funnel.Goal{{Goal: "sized", Reached: 1, Worth: []funnel.Amount{{Minor: 8e6, Text: "8"}}}},
	}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("%+v\nnot\n%+v", f, want)
	}
	f = flow(t, g, "welcome")
	for _, want := range []funnel.Question{
		{Step: "brew", Path: "steps.1", Asked: 4, Answered: 2, GaveUp: 1, Waiting: 1, Refused: 2, Median: 10, Options: []funnel.Option{{"espresso", 1}, {"filter", 1}}},
		{Step: "size", Path: "steps.2", Asked: 2, Answered: 1, Dropped: 1, Median: 30},
		{Step: "now", Path: "steps.4", Asked: 1, Answered: 1, Median: 1, Options: []funnel.Option{{"tea", 1}}},
	} {
		if got := question(t, &f, want.Step); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v\nnot\n%+v", got, want)
		}
	}
	if steps := f.Steps; len(steps) == 0 || steps[0] != (funnel.Step{Step: "greeting", Path: "steps.0", Passed: 4}) {
		t.Errorf("%+v", steps)
	}
}

// TestDivided divides the same customers by all that they can be divided by.
func TestDivided(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start poster", "Filter", "3")
	h.says("Ben", "de", "/start", "Espresso", "2")
	h.says("Cem", "de", "+80h", "/start poster")
	arms := map[string]int{}
	for _, s := range h.states {
		arms[s.Contact.Arms["welcome.greeting"]]++
	}
	for by, want := range map[string]map[string]int{
		funnel.ByLanguage:  {"de": 2, "en": 1},
		funnel.BySource:    {"poster": 2, "": 1},
		funnel.ByDay:       {"2026-03-02": 2, "2026-03-05": 1},
		funnel.ByWeek:      {"2026-03-02": 3},
		funnel.ByMonth:     {"2026-03": 3},
		"greeting":         arms,
		"welcome.greeting": arms,
	} {
		got := map[string]int{}
		entered := 0
		for _, g := range h.numbers(funnel.Query{By: by}).Groups {
			got[g.Name] = g.Customers
			f := flow(t, &g, "welcome")
			entered += f.Entered
		}
		if !reflect.DeepEqual(got, want) || entered != 3 {
			t.Errorf("by %s: %v, %d runs; not %v", by, got, entered, want)
		}
	}
	_, err := funnel.Read(h.set, h.entries).Numbers(h.set, funnel.Query{By: "color"})
	if err == nil || !strings.Contains(err.Error(), "welcome.greeting") {
		t.Errorf("by color: %v", err)
	}
}

// TestPeriod counts what began within a time.
func TestPeriod(t *testing.T) {
	h := newHouse(t)
	begin := h.now
	h.says("Ada", "en", "/start", "+48h")
	h.says("Ben", "en", "/start", "+48h")
	h.says("Cem", "en", "/start")
	n := h.numbers(funnel.Query{Since: begin.Add(time.Hour), Until: begin.Add(50 * time.Hour)})
	if len(n.Groups) != 1 || n.Groups[0].Customers != 1 || n.Groups[0].Visits != 1 || !n.Since.Equal(begin.Add(48*time.Hour)) {
		t.Errorf("%+v", n)
	}
	if n := h.numbers(funnel.Query{Since: h.now.Add(time.Hour)}); len(n.Groups) != 0 || !n.Since.IsZero() {
		t.Errorf("later: %+v", n)
	}
}

// TestSources gives names to the most frequent sources only: customers can make new ones up.
func TestSources(t *testing.T) {
	h := newHouse(t)
	for i := range 30 {
		who := string(rune('a' + i))
		h.says(who, "en", "/start from_"+who)
	}
	h.says("x1", "en", "/start from_a")
	groups := h.numbers(funnel.Query{By: funnel.BySource}).Groups
	if len(groups) != 21 || groups[0].Name != "from_a" || groups[0].Customers != 2 || groups[20].Name != funnel.Others || groups[20].Customers != 10 {
		t.Errorf("%d groups: %+v", len(groups), groups)
	}
}

// TestComingBack takes a question up again that counts as left, and begins a flow anew.
func TestComingBack(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start", "+60h")
	left := func() funnel.Question {
		g := h.numbers(funnel.Query{Now: h.now}).Groups[0]
		f := flow(t, &g, "welcome")
		return question(t, &f, "brew")
	}
	if q := left(); q.Dropped != 1 {
		t.Errorf("after days: %+v", q)
	}
	h.says("Ada", "en", "Filter")
	if q := left(); q.Dropped != 0 || q.Answered != 1 || q.Median != 60*60*60 {
		t.Errorf("he has answered: %+v", q)
	}
	h.says("Ada", "en", "/back")
	if q := left(); q.Answered != 0 || q.Waiting != 1 {
		t.Errorf("he has gone back: %+v", q)
	}
	h.says("Ada", "en", "/start")
	if q := left(); q.Asked != 2 || q.Dropped != 1 || q.Waiting != 1 {
		t.Errorf("he has begun anew: %+v", q)
	}
}

// TestMoney adds what was paid to the flows that led to it, once each, and takes off what was given back.
func TestMoney(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start", "Filter", "3", "Tea")
	tell := func(e flows.Event) {
		h.keep(flows.Outcome{State: h.states["Ada"], Events: []flows.Event{e}}, flows.Input{At: h.now}, 0)
	}
	tell(flows.Event{Name: flows.Settles, Flow: "tea", Step: "leaf", Value: "12.50 EUR"})
	tell(flows.Event{Name: flows.Settles, Flow: "tea", Step: "leaf", Value: "50 XTR"})
	tell(flows.Event{Name: flows.GaveMoneyBack, Flow: "tea", Step: "leaf", Value: "2.05 EUR"})
	tell(flows.Event{Name: flows.GaveMoneyBack, Flow: "tea", Step: "leaf", Detail: "extra", Value: "9.00 EUR"})
	g := h.numbers(funnel.Query{}).Groups[0]
	want := []funnel.Amount{{"EUR", 1045, "10.45"}, {"XTR", 50, "50"}}
	if !slices.Equal(g.Revenue, want) {
		t.Errorf("of all: %+v", g.Revenue)
	}
	for _, id := range []string{"welcome", "tea"} {
		if f := flow(t, &g, id); !slices.Equal(f.Revenue, want) {
			t.Errorf("%s: %+v", id, f.Revenue)
		}
	}
}

// TestResponse tells the median wait, and that of nine in ten.
func TestResponse(t *testing.T) {
	h := newHouse(t)
	for i := range 10 {
		state := flows.State{Contact: flows.Contact{Key: string(rune('a' + i))}}
		h.keep(flows.Outcome{State: state, Events: []flows.Event{{Name: flows.Visited}}}, flows.Input{At: h.now}, int64(i+1)*100)
	}
	if r := h.numbers(funnel.Query{}).Groups[0].Response; r != (funnel.Response{Count: 10, Median: 500, Most: 900}) {
		t.Errorf("%+v", r)
	}
}

// TestBefore leaves out what was kept by an earlier version, what cannot be read, and runs whose beginning is gone.
func TestBefore(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start", "Filter", "3")
	h.entries = append(h.entries[:1:1], []byte(`[{"e":"visited"}]`), []byte("{"), []byte(`{"e":[{"e":"started","flow":"welcome"}]}`))
	n := h.numbers(funnel.Query{})
	if n.Kept != 4 || len(n.Groups) != 0 {
		t.Errorf("%+v", n)
	}
}

// TestRenamedFlow counts what was written of a flow, of a step and of a split under their former names with what is written under those of now: it is one run.
func TestRenamedFlow(t *testing.T) {
	h := newHouse(t)
	h.says("Ada", "en", "/start", "filter")
	files := renamed("flow: welcome", "flow: hello\nwas: welcome", "start: welcome", "start: hello", "ask: size", "id: cups\n    was: size\n    ask: size",
		"split: greeting", "split: tone\n    was: greeting")
	h.set = compiled(t, files)
	h.engine = flows.NewEngine(h.set, flows.EngineOptions{Publication: 1})
	h.says("Ada", "en", "3")
	h.says("Ben", "en", "/start", "filter", "2")
	n := h.numbers(funnel.Query{})
	f := flow(t, &n.Groups[0], "hello")
	if f.Entered != 2 || f.Reached != 2 || len(n.Groups[0].Flows) != 1 {
		t.Errorf("%+v", n.Groups[0].Flows)
	}
	for _, q := range f.Questions {
		if (q.Step == "cups" || q.Step == "brew") && q.Answered != 2 {
			t.Errorf("%+v", q)
		}
	}
	for _, g := range h.numbers(funnel.Query{By: "hello.tone"}).Groups {
		if g.Name == "" {
			t.Errorf("%d customers are in no arm", g.Customers)
		}
	}
}
