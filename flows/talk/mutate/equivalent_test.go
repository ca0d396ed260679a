package mutate_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk/mutate"
)

// TestEquivalent tells which exchanges of arms are known to mean nothing, and which ways on lead to the same step anyway.
func TestEquivalent(t *testing.T) {
	files := bot()
	files["flows/welcome.yaml"] = &fstest.MapFile{Data: []byte(`flow: welcome
fields: {guests: integer, table: text}
steps:
  - ask: guests
    text: How many?
    give_up: chair
  - go: chair
  - branch:
      - {when: guests > 4 and known(table), do: [{go: chair}]}
      - {when: not known(table) or guests < 2, do: [{say: Hm.}]}
      - {when: guests < 6, do: [{end: }]}
    id: sorting
  - go: chair
  - say: [{when: guests == 1, text: One.}, {when: guests > 0, text: Some.}]
    id: chair
  - menu: Well?
    options: {again: {label: Again, go: sorting}, over: {label: Over, go: last}}
  - say: Bye.
    id: last
`)}
	delete(files, "talks/large.yaml")
	delete(files, "talks/small.yaml")
	var changes []mutate.Change
	config.Load(files, steps.Kinds(), config.Reworked(func(source *flows.Source) { changes = mutate.Changes(source) }))
	fresh, found := config.Load(files, steps.Kinds())
	if fresh.Set == nil {
		t.Fatal(found)
	}
	equivalent := mutate.Equivalent(fresh.Set)
	var got []string
	for _, c := range changes {
		if c.Kind == mutate.Swap || c.Kind == mutate.Redirect {
			what := c.Ref.Path
			if equivalent(c) {
				what += " means nothing"
			}
			got = append(got, what)
		}
	}
	want := []string{
		"steps.0.give_up", "steps.1", "steps.2.branch.1 means nothing", "steps.2.branch.2", "steps.2.branch.2.do.0", "steps.4.say.1.text", "steps.5.options.again",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}
