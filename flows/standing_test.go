package flows_test

import (
	"slices"
	"testing"

	"repartee/flows"
)

func TestStanding(t *testing.T) {
	s := set(t, map[string]string{"welcome": `fields: {brew: {type: one_of, options: {filter: Filter, press: French press}}, cups: {type: integer, min: 1, max: 12}}
steps:
  - {ask: brew, text: How?}
  - {ask: cups, text: How many?}
`})
	of := func(state flows.State) (flows.Standing, bool, bool) {
		return flows.NewEngine(s).Standing(state, noon, flows.Facts{})
	}
	if _, open, lost := of(flows.State{}); open || lost {
		t.Error("a stranger is asked something")
	}
	started := turn(t, s, flows.State{}, says("/start")).State
	got, open, _ := of(started)
	var choices []string
	for _, c := range got.Choices {
		choices = append(choices, c.ID)
	}
	if !open || got.Flow != "welcome" || got.Step != "brew" || got.Kind != "ask" || got.Field != "brew" || !slices.Contains(choices, "press") {
		t.Errorf("%+v", got)
	}
	got, _, _ = of(turn(t, s, started, says("Filter")).State)
	if got.Step != "cups" || got.Hint != "A whole number from 1 to 12, please." {
		t.Errorf("%+v", got)
	}
	s = set(t, map[string]string{"welcome": "steps:\n  - {ask: other, text: What?}\nfields: {other: text}\n"})
	if _, open, lost := of(started); open || !lost {
		t.Error("the question is not lost")
	}
}
