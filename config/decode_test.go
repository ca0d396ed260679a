package config

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
)

// decoded decodes one flow and fails on whatever is wrong with it.
func decoded(t *testing.T, content string) *flows.Flow {
	t.Helper()
	l := newLoader(steps.Kinds())
	flow := l.flow(document.Parse("flows/welcome.yaml", []byte(content)))
	for _, d := range l.found {
		t.Errorf("%d:%d %s", d.Line, d.Col, d.Message)
	}
	return flow
}

// TestTyped reads values that YAML could take for something else: what was typed is what counts.
func TestTyped(t *testing.T) {
	for _, typed := range []string{"yes", "no", "on", "off", "true", "01234", "+49 30", "1.10", "9:30", "1_000", "0x1F", "null", "~", "Null", ".inf", "2026-12-24", "=", "1e3", "-0"} {
		flow := decoded(t, fmt.Sprintf("flow: welcome\ntitle: %s\nstart: {words: [%s, x]}\ngoal: %s\nsteps:\n  - say: %s\n", typed, typed, typed, typed))
		say := flow.Steps[0].Body.(*steps.Say).Say
		for where, got := range map[string]string{"a label": flow.Title.Source, "a word": flow.Start.Words[0], "a condition": flow.Goal.Source, "a text": say.Line.Source} {
			if got != typed {
				t.Errorf("%s as %s is read as %q", typed, where, got)
			}
		}
	}
}

func TestTextForms(t *testing.T) {
	flow := decoded(t, `flow: welcome
steps:
  - say: |
      One line.

      And more.
  - say: [One., Two.]
  - say: {vary: [Fine., Good.]}
  - say:
      - when: visits > 1
        text: [Back again., "{{ visits }} visits."]
      - else: Hello.
`)
	var got []string
	for _, step := range flow.Steps {
		got = append(got, describe(step.Body.(*steps.Say).Say))
	}
	want := []string{
		`"One line.\n\nAnd more." at steps.0.say`,
		`all("One." at steps.1.say.0, "Two." at steps.1.say.1)`,
		`vary("Fine." at steps.2.say.vary.0, "Good." at steps.2.say.vary.1)`,
		`arms(visits > 1: all("Back again." at steps.3.say.0.text.0, "{{ visits }} visits." at steps.3.say.0.text.1), else: "Hello." at steps.3.say.1.else)`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("texts differ (-want +got):\n%s", diff)
	}
}

func describe(text flows.Text) string {
	list := func(name string, texts []flows.Text) string {
		parts := make([]string, len(texts))
		for i, t := range texts {
			parts[i] = describe(t)
		}
		return name + "(" + strings.Join(parts, ", ") + ")"
	}
	switch {
	case text.Line != nil:
		return fmt.Sprintf("%q at %s", text.Line.Source, text.Line.Ref.Path)
	case text.All != nil:
		return list("all", text.All)
	case text.Vary != nil:
		return list("vary", text.Vary)
	}
	var arms []string
	for _, arm := range text.Arms {
		when := "else"
		if arm.When != nil {
			when = arm.When.Source
		}
		arms = append(arms, when+": "+describe(arm.Text))
	}
	return "arms(" + strings.Join(arms, ", ") + ")"
}

func TestTargets(t *testing.T) {
	for written, want := range map[string]func(flows.Target) bool{
		"next":          func(g flows.Target) bool { return g.Next && !g.End && g.Step == "" },
		"end":           func(g flows.Target) bool { return g.End },
		"bye":           func(g flows.Target) bool { return g.Step == "bye" },
		"{flow: other}": func(g flows.Target) bool { return g.Flow != nil && g.Flow.Flow.Name == "other" && g.Jump == nil },
		"{jump: other, with: {a: b}}": func(g flows.Target) bool {
			return g.Jump != nil && g.Jump.With[0].Name.Name == "a" && g.Jump.With[0].Expr.Source == "b"
		},
		"[{say: Hi}, end]": func(g flows.Target) bool { return len(g.Steps) == 2 && g.Steps[1].Kind == "end" },
	} {
		flow := decoded(t, "flow: welcome\nsteps:\n  - ask: a\n    text: b\n    give_up: "+written+"\n")
		if got := flow.Steps[0].Body.(*steps.Ask).GiveUp; !want(got) {
			t.Errorf("%s is read as %+v", written, got)
		}
	}
}

func TestOptions(t *testing.T) {
	flow := decoded(t, `flow: welcome
fields:
  a: {type: one_of, options: {yes: "Yes, please", no: {label: Nope, synonyms: [nah], was: not}}}
  b: {type: many_of, options: [s, m]}
  c: {type: one_of, options: a}
  d: integer
steps: [end]
`)
	var got []string
	for _, field := range flow.Fields {
		for _, o := range field.Options.List {
			got = append(got, fmt.Sprintf("%s.%s %q %v %q", field.Name, o.ID, o.Label.Source, o.Synonyms, o.Was))
		}
		if of := field.Options.Of; of != nil {
			got = append(got, fmt.Sprintf("%s of %s", field.Name, of.Name))
		}
	}
	want := []string{`a.yes "Yes, please" [] ""`, `a.no "Nope" [nah] "not"`, `b.s "s" [] ""`, `b.m "m" [] ""`, `c of a`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("options differ (-want +got):\n%s", diff)
	}
	if flow.Fields[3].Type != "integer" || flow.Fields[3].Ref.Path != "fields.d" {
		t.Errorf("the short form of a field is read as %+v", flow.Fields[3])
	}
}

func TestDurations(t *testing.T) {
	for written, want := range map[string]flows.Duration{
		"30s": {Span: 30 * time.Second}, "5m": {Span: 5 * time.Minute}, "20h": {Span: 20 * time.Hour}, "2w": {Span: 14 * 24 * time.Hour}, "6mo": {Months: 6}, "2y": {Months: 24},
	} {
		flow := decoded(t, "flow: welcome\ndefaults: {silence: {after: "+written+", then: end}}\nsteps: [end]\n")
		got := flow.Defaults.Silence.After
		if got.Months != want.Months || got.Span != want.Span || got.Ref.Path != "defaults.silence.after" {
			t.Errorf("%s is read as %+v", written, got)
		}
	}
}

func TestInterrupts(t *testing.T) {
	for written, want := range map[string]string{"all": "true []", "none": "false []", "[help, shop]": "false [help shop]"} {
		in := decoded(t, "flow: welcome\ndefaults: {interrupts: "+written+"}\nsteps: [end]\n").Defaults.Interrupts
		var names []string
		for _, f := range in.Flows {
			names = append(names, f.Name)
		}
		if got := fmt.Sprintf("%v %v", in.All, names); got != want {
			t.Errorf("%s is read as %s, want %s", written, got, want)
		}
	}
}

func TestSteps(t *testing.T) {
	flow := decoded(t, `flow: welcome
steps:
  - id: first #the greeting
    was: start
    when: visits > 1
    branch:
      - {when: known(a), do: [{set: {a: unknown, b: "1 + 1"}}]}
      - else:
          - jump: other
            with: {x: b}
  - end:
  - end
`)
	first := flow.Steps[0]
	if first.ID != "first" || first.Was != "start" || first.When.Source != "visits > 1" || first.Kind != "branch" {
		t.Errorf("the first step is read as %+v", first)
	}
	arms := first.Body.(*steps.Branch).Branch
	set := arms[0].Do[0].Body.(*steps.Set).Set
	if len(set) != 2 || set[1].Name.Name != "b" || set[1].Expr.Source != "1 + 1" || set[1].Expr.Ref.Path != "steps.0.branch.0.do.0.set.b" {
		t.Errorf("set is read as %+v", set)
	}
	if arms[1].When != nil || arms[1].Do[0].Body.(*steps.Jump).With[0].Expr.Source != "b" {
		t.Errorf("the else arm is read as %+v", arms[1])
	}
	if flow.Steps[1].Kind != "end" || flow.Steps[2].Kind != "end" {
		t.Errorf("the last steps are read as %+v and %+v", flow.Steps[1], flow.Steps[2])
	}
}
