package impact_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"repartee/flows"
	"repartee/flows/analysis/impact"
	"repartee/flows/shop"
	"repartee/flows/value"
)

func small(t *testing.T, head, catalog string, steps ...string) *flows.Set {
	t.Helper()
	flow := "flow: welcome\n" + head + "fields: {name: text, size: {type: one_of, options: {s: Small, l: Large}}}\nsteps:\n"
	for _, step := range steps {
		flow += "  - " + step + "\n"
	}
	return load(t, fstest.MapFS{
		"bot.yaml":           {Data: []byte("bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\npayments: {transfer: {text: Thanks, within: 7d}}\n")},
		"catalog.yaml":       {Data: []byte("gear:\n  items: [" + catalog + "]\n")},
		"flows/welcome.yaml": {Data: []byte(flow)},
	}).Set
}

// at is a state of somebody who is asked something.
func at(step string, fields map[string]flows.Answer, last int) flows.State {
	return flows.State{Session: flows.Session{Last: last, Frames: []flows.Frame{{Flow: "welcome", Step: step, Serial: 3, Fields: fields}}, Timers: []flows.Timer{{At: 9, Serial: 3}}}}
}

func TestReport(t *testing.T) {
	const name, size, patient = "{ask: name, text: Name?}", "{ask: size, text: Size?}", "{ask: size, text: Size?, silence: {after: 1h, remind: [Still there?], then: end}}"
	old := small(t, "", "{id: cup, name: Cup, price: 3}, {id: pot, name: Pot, price: 9}", name, patient)
	now := small(t, "", "{id: cup, name: Cup, price: 4}", "{id: who, ask: name, text: Name?}", size)
	c := impact.Change{New: flows.NewEngine(now, flows.EngineOptions{Publication: 3}), Old: flows.NewEngine(old, flows.EngineOptions{Publication: 2}),
		Has: func(n int) bool { return n == 1 }}
	noon := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	cup := shop.Line{Catalog: "gear", Item: "cup", Quantity: 1, Price: 300, Currency: "EUR"}
	pot := shop.Line{Catalog: "gear", Item: "pot", Quantity: 1, Price: 900, Currency: "EUR"}
	buying := at("size", map[string]flows.Answer{"size": {Value: value.Text("xl")}}, 2)
	buying.Session.Cart = &flows.Cart{Cart: shop.Cart{Lines: []shop.Line{cup, pot}}}
	buying.Contact.Orders = []shop.Order{{State: shop.Open, Lines: []shop.Line{cup}}, {State: shop.Paid, Lines: []shop.Line{pot}}}
	kept, lost := at("name", nil, 1), at("name", nil, 1)
	kept.Session.Publication, lost.Session.Publication = 1, 4 // the files of 4 cannot be had
	earlier := at("gone", nil, 2)                             // the files that run have stranded him already
	var r impact.Report
	for _, state := range []flows.State{{}, at("name", nil, 2), at("name", nil, 2), buying, kept, lost, earlier} {
		e := c.Of(state, noon, flows.Facts{})
		r.Add(&e)
	}
	r.AddUnread(fmt.Errorf("read a state: %w", flows.ErrNewer))
	r.AddUnread(errors.New("read a state: unexpected end"))
	r.Sort()
	want := impact.Report{
		Contacts: 9, Newer: 1, Damaged: 1, Open: 6, Stranded: 3, Unkept: 1,
		Places: []impact.Place{
			{Flow: "welcome", Step: "name", Fate: flows.Stranded, People: 3, New: 3},
			{Flow: "welcome", Step: "gone", Fate: flows.Stranded, People: 1},
			{Flow: "welcome", Step: "name", Now: "name", Fate: flows.Kept, People: 1},
			{Flow: "welcome", Step: "size", Now: "size", Fate: flows.Same, People: 1},
		},
		Answers:   []impact.Answer{{Flow: "welcome", Field: "size", Why: flows.OptionGone, Forgotten: true, People: 1}},
		Carts:     impact.Carts{All: 1, Gone: 1, Repriced: 1},
		Invoices:  impact.Invoices{All: 1, Refused: 1},
		Reminders: impact.Reminders{All: 6, Lost: 5},
	}
	if !reflect.DeepEqual(r, want) {
		t.Errorf("got  %+v\nwant %+v", r, want)
	}
}

// TestReportOrder puts whom the change strands first, and then where the most people are.
func TestReportOrder(t *testing.T) {
	var r impact.Report
	for step, people := range map[string]int{"few": 1, "many": 3, "some": 2} {
		for range people {
			r.Add(&impact.Effect{Places: []flows.Place{{Flow: "f", Step: step, Open: true, Fate: flows.Same}}, Unfit: []flows.Unfit{{Field: step, Why: flows.FieldGone}}})
		}
	}
	gone := flows.Place{Flow: "f", Step: "gone", Open: true, Fate: flows.Stranded}
	r.Add(&impact.Effect{Places: []flows.Place{gone}, Stranded: []flows.Place{gone}})
	r.Sort()
	var places, answers []string
	for _, p := range r.Places {
		places = append(places, p.Step)
	}
	for _, a := range r.Answers {
		answers = append(answers, a.Field)
	}
	if want := []string{"gone", "many", "some", "few"}; !slices.Equal(places, want) || !slices.Equal(answers, want[1:]) {
		t.Errorf("places %v, answers %v", places, answers)
	}
}
