package analysis_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

const botFile = `bot: Small
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
fields:
  brew: {type: one_of, fresh_for: 180d, options: {espresso: Espresso, filter: Filter}}
  email: email
`

const welcomeFile = `flow: welcome
steps: [{say: Hello.}]
`

// view compiles flows and looks at them.
func view(t *testing.T, files ...string) *analysis.View {
	t.Helper()
	folder := fstest.MapFS{"bot.yaml": {Data: []byte(botFile)}, "flows/welcome.yaml": {Data: []byte(welcomeFile)}}
	for _, file := range files {
		name, _, _ := strings.Cut(strings.TrimPrefix(file, "flow: "), "\n")
		folder["flows/"+name+".yaml"] = &fstest.MapFile{Data: []byte(file)}
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		t.Fatalf("it does not run: %v", found)
	}
	return analysis.New(loaded.Set)
}

// step finds a step by flow and name.
func step(t *testing.T, v *analysis.View, flow, name string) *flows.Step {
	t.Helper()
	found := v.Set.Flow(flow).Resting(name)
	if found == nil {
		t.Fatalf("flow %s has no step %s", flow, name)
	}
	return found
}

func TestKnown(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
fields: {cups: {type: integer, max: 5}, total: integer, rest: integer}
steps:
  - {menu: Which way?, id: way, options: {long: Long, short: {label: Short, go: join}}}
  - {ask: cups, text: How many?, skip: None}
  - {say: One., id: asked}
  - {say: Two., id: guarded, when: known(cups)}
  - set: {total: cups ?? 1, rest: cups - 1}
  - {say: Three., id: reckoned}
  - {say: Four., id: join}
  - {ask: email, text: Your mail?, when: not known(email)}
  - {say: Five., id: mailed}
  - {flow: b, with: {given: cups}}
  - {say: Six., id: after}
  - set: {email: unknown}
  - {say: Seven., id: forgotten}
`, `flow: b
fields: {given: integer}
steps:
  - {say: Eight., id: begin}
  - {ask: brew, text: How?}
`)
	for _, is := range []struct {
		flow, step, field string
		want              analysis.Knowledge
	}{
		{"a", "way", "cups", analysis.Never},
		{"a", "way", "email", analysis.Perhaps},
		{"a", "asked", "cups", analysis.Perhaps},
		{"a", "guarded", "cups", analysis.Surely},
		{"a", "reckoned", "total", analysis.Surely},
		{"a", "reckoned", "rest", analysis.Perhaps},
		{"a", "join", "total", analysis.Perhaps},
		{"a", "mailed", "email", analysis.Surely},
		{"b", "begin", "email", analysis.Surely},
		{"b", "begin", "given", analysis.Perhaps},
		{"b", "begin", "brew", analysis.Perhaps},
		{"a", "after", "brew", analysis.Surely},
		{"a", "after", "email", analysis.Surely},
		{"a", "forgotten", "email", analysis.Never},
	} {
		if got := v.Known(step(t, v, is.flow, is.step), is.field); got != is.want {
			t.Errorf("at %s.%s %s is known: %d, want %d", is.flow, is.step, is.field, got, is.want)
		}
	}
	if got := v.KnownAtEnd(v.Set.Flow("b"), "brew"); got != analysis.Surely {
		t.Errorf("at the end of b brew is known: %d", got)
	}
}

// TestGapsAgree has a field that is asked for under a condition, and read under the same one, another one, and none.
func TestGapsAgree(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
fields: {alone: yes_no, guests: {type: integer, max: 5}, size: {type: integer, max: 9}}
steps:
  - {ask: alone, text: Alone?}
  - {ask: guests, text: How many?, when: not alone}
  - {say: "For {{ guests }}.", id: same, when: not alone}
  - set: {size: "alone ? 1 : guests"}
  - {say: "For {{ size }}.", id: worked}
  - {ask: size, text: How large?, id: large, when: guests > 3}
  - {say: "Large: {{ guests }}.", id: follows, when: guests > 4}
  - {say: "For {{ guests }}.", id: other}
`)
	var got []string
	for _, gap := range v.Gaps() {
		got = append(got, gap.Use.Step.Name()+" "+gap.Use.Name)
	}
	if diff := cmp.Diff([]string{"other guests"}, got); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
}

func TestTranscript(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
fields: {called: {type: text, max: 20}}
steps:
  - {menu: For whom?, id: whom, options: {me: For me, all: {label: For all of us, do: [{say: How nice.}]}}}
  - {ask: called, text: Under which name?, skip: No name}
  - {say: "The sign says: {{ called }}.", id: sign}
`)
	gaps := v.Gaps()
	if len(gaps) != 1 || gaps[0].Origin == nil || gaps[0].Origin.Exit.Kind != flows.ExitSkip {
		t.Fatalf("gaps: %+v", gaps)
	}
	want := []string{"Customer: /a", "Bot: For whom?", "Customer: [For me]", "Bot: Under which name?", "Customer: [No name]"}
	if diff := cmp.Diff(want, v.Transcript(gaps[0].Path)); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
}

func TestInfluence(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
fields:
  cups: {type: integer, max: 5}
  lost: {type: integer, max: 5}
  total: integer
  guests: {type: list, of: {name: text, age: {type: integer, max: 99}}}
steps:
  - {ask: cups, text: How many?}
  - {ask: lost, text: How many more?}
  - set: {lost: "3", total: cups * 2}
  - {say: "{{ total }}, {{ lost }}", id: sum}
  - {flow: b, with: {given: cups}, when: cups > 2}
  - repeat: guests
    times: cups
    do:
      - {ask: name, text: Who?}
      - {ask: age, text: How old?}
  - {say: "{{ join(guests, 'name') }}", id: names}
`, `flow: b
fields: {given: integer}
steps: [{say: "{{ given }}", id: told}]
`)
	reached := func(question string) map[string][]string {
		for _, q := range v.Outline(v.Set.Flow("a")).Questions {
			if q.Name == question {
				return q.Reaches
			}
		}
		return nil
	}
	for question, want := range map[string]map[string][]string{
		"cups": {"text": {"sum", "b.told"}, "branch": {"b", "guests"}},
		"lost": {},
		"name": {"text": {"names"}},
		"age":  {},
	} {
		if diff := cmp.Diff(want, reached(question)); diff != "" {
			t.Errorf("%s reaches (-want +got):\n%s", question, diff)
		}
	}
}

// TestTranscriptOutcomes tells what happened in words, not by the names of keys.
func TestTranscriptOutcomes(t *testing.T) {
	v := view(t, `flow: a
start: {words: [parcel]}
fields: {arrives_on: date}
steps:
  - {wait: {event: parcel_sent, at_most: 2d}, cancelled: late}
  - {ask: email, text: Where to?, give_up: late}
  - {say: "I write to {{ email }}.", id: late}
`)
	gaps := v.Gaps()
	if len(gaps) != 1 {
		t.Fatalf("%d gaps", len(gaps))
	}
	want := []string{"Customer: parcel", "(it did not come in time)"}
	if diff := cmp.Diff(want, v.Transcript(gaps[0].Path)); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
}

// TestEffort counts along ways that part and meet again.
func TestEffort(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
goal: done
fields: {cups: {type: integer, max: 5}, more: yes_no}
steps:
  - {ask: cups, text: How many?}
  - {ask: more, text: More?, when: cups > 3}
  - {menu: Right?, id: right, options: {right: "Yes", again: {label: Again, go: cups}}}
  - goal: done
  - {say: "{{ cups }}", id: told}
`)
	effort := v.Effort(v.Set.Flow("a"))
	if effort.Goal == nil || *effort.Goal != (analysis.Span{Least: 2, Most: 3}) {
		t.Errorf("before the goal: %+v", effort.Goal)
	}
	flow := v.Set.Flow("a")
	if path := v.OverEffort(flow, 2, v.ReachesGoal); path.Questions() != 3 {
		t.Errorf("over two questions: %v", v.Transcript(path))
	}
	if path := v.OverEffort(flow, 3, v.ReachesGoal); path != nil {
		t.Errorf("over three questions: %v", v.Transcript(path))
	}
}

// TestOverwrites has a flow that interrupts and sets what another one has asked for: always, where it is unknown, and where nobody needs it any more.
func TestOverwrites(t *testing.T) {
	asking := `flow: a
start: {command: a}
fields: {cups: {type: integer, max: 5}}
steps:
  - {ask: brew, text: How?}
  - {ask: cups, text: How many?}
  - {say: "%s", id: told}
`
	setting := `flow: b
start: {command: b}
steps:
  - set: {brew: "'filter'"}
%s`
	for _, is := range []struct {
		name, said, when string
		want             int
	}{
		{"needed", "{{ brew }}, {{ cups }}", "", 1},
		{"only where it is unknown", "{{ brew }}, {{ cups }}", "    when: not known(brew)\n", 0},
		{"not needed any more", "{{ cups }}", "", 0},
	} {
		t.Run(is.name, func(t *testing.T) {
			v := view(t, strings.Replace(asking, "%s", is.said, 1), strings.Replace(setting, "%s", is.when, 1))
			got := v.Overwrites()
			if len(got) != is.want {
				t.Fatalf("%d are overwritten, want %d", len(got), is.want)
			}
			if is.want > 0 && (got[0].Field != "brew" || got[0].Open.Name() != "cups") {
				t.Errorf("overwritten: %s while %s is open", got[0].Field, got[0].Open.Name())
			}
		})
	}
}
