package analysis_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// viewOf is a view of the small bot of the rules with one flow more, and that flow.
func viewOf(t *testing.T, flow string) (*analysis.View, *flows.Flow) {
	t.Helper()
	base, err := txtar.ParseFile("rules/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{"flows/part.yaml": {Data: []byte("flow: part\nstart: {command: part}\n" + flow)}}
	for _, file := range base.Files {
		folder[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		t.Fatalf("it does not run: %v", found)
	}
	return analysis.New(loaded.Set), loaded.Set.Flow("part")
}

// certainAt is what is certain at the step of an id.
func certainAt(t *testing.T, v *analysis.View, flow *flows.Flow, id string) string {
	t.Helper()
	step := flow.Resting(id)
	if step == nil {
		t.Fatalf("there is no step %s", id)
	}
	hold, ok := v.Certain(step)
	if !ok {
		return "nobody comes"
	}
	var sources []string
	for _, f := range hold {
		sources = append(sources, f.Source)
	}
	return strings.Join(sources, "; ")
}

func TestCertain(t *testing.T) {
	v, flow := viewOf(t, `
fields: {cups: {type: integer, min: 1, max: 6}, more: yes_no, size: {type: one_of, options: {small: Small, large: Large}}}
steps:
  - ask: cups
    text: How many cups?
    check: [{when: cups == 5, text: Not five.}]
  - say: Checked.
    id: checked
  - branch:
      - when: cups < 3
        do:
          - say: Few.
            id: few
          - ask: more
            text: More?
          - say: Still few.
            id: still_few
          - ask: cups
            id: again
            text: How many now?
          - say: Perhaps many.
            id: asked_again
      - when: brew == 'filter'
        do:
          - say: Filter.
            id: filter
          - ask: size
            text: How large?
            options: {small: {label: Small, do: [{say: A small one., id: small}]}, large: Large}
          - say: Perhaps no filter any more.
            id: rested
          - end
      - else: [{say: Many., id: many}, {set: {more: yes}}, {say: More., id: set}]
  - say: After all.
    id: joined
    when: more
  - say: End.
    id: at_end
`)
	tests := map[string]string{
		"cups":        "",
		"checked":     "not (cups == 5)",
		"few":         "not (cups == 5); cups < 3",
		"still_few":   "", // who goes back from the question below has other cups
		"asked_again": "",
		"filter":      "not (cups == 5); not (cups < 3); brew == 'filter'",
		"small":       "not (cups == 5); not (cups < 3); size == \"small\"",
		"rested":      "not (cups == 5); not (cups < 3)",
		"many":        "not (cups == 5); not (cups < 3); not (brew == 'filter')",
		"set":         "not (cups == 5); not (cups < 3); not (brew == 'filter'); more == true",
		"joined":      "",
		"at_end":      "",
	}
	for id, want := range tests {
		if got := certainAt(t, v, flow, id); got != want {
			t.Errorf("at %s: %s, want %s", id, got, want)
		}
	}
}

func TestCase(t *testing.T) {
	v, flow := viewOf(t, `
fields: {cups: {type: integer, min: 1, max: 6}, large: yes_no}
steps:
  - ask: cups
    text: How many cups?
    check: [{when: cups == 5, text: Not five.}]
    skip: No idea
  - branch:
      - when: cups > 2
        do: [{ask: large, text: The large pot?}]
      - when: not known(cups)
        do: [{say: As you like., id: skipped}, end]
  - say: Here you are.
    id: served
`)
	tests := map[string]string{
		"cups < 3":                            "cups = 1",
		"cups > 4":                            "cups = 6",
		"cups == 5":                           "none",
		"not known(cups)":                     "none",
		"known(large) and cups < 3":           "none",
		"known(large)":                        "large = yes, cups = 3",
		"not known(large) and cups > 2":       "none",
		"large and cups in [2, 3, 4]":         "large = yes, cups = 3",
		"brew == 'filter' and not (cups > 1)": "brew = filter, cups = 1",
	}
	for src, want := range tests {
		got := "none"
		if found, ok := v.Case(flow.Resting("served"), analysis.Search{Hold: []*expr.Formula{condition(t, v, src)}}); ok {
			got = found.Witness.String()
			if len(found.Path) < 2 {
				t.Errorf("%s: the way is %v", src, found.Path)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// names are those of the flow part.
type names struct{ *flows.Set }

func (n names) Lookup(name string) *value.Type { return n.Type("part", name) }
func (n names) Names() []string                { return nil }
func (n names) Currency() string               { return n.Set.Currency }

// condition compiles a condition in the names of the flow part.
func condition(t *testing.T, v *analysis.View, src string) *expr.Formula {
	t.Helper()
	p, problems := expr.CompileCondition(src, names{v.Set})
	if len(problems) > 0 {
		t.Fatalf("%s: %+v", src, problems)
	}
	return p.Formula()
}
