package explore_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/flows/talk/explore"
)

const botYAML = `bot: Test
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
calls:
  parcel: {get: "https://example.com/{{ number }}", needs: {number: text}, gives: {there: yes_no}}
`

const catalogYAML = `gear:
  items: [{id: cup, name: Cup}, {id: pot, name: Pot}]
`

// bursting is a step that fails with whom it should greet.
type bursting struct {
	Burst string `yaml:"burst"`
}

func (*bursting) Run(*flows.Turn) flows.Move { panic("burst") }

func kinds() []flows.Kind {
	return append(steps.Kinds(), flows.Kind{Name: "burst", Doc: "Fails.", New: func() flows.Body { return new(bursting) }})
}

// load reads a bot of one flow, and perhaps a talk.
func load(t *testing.T, flow string, written []byte) *config.Loaded {
	t.Helper()
	files := fstest.MapFS{"bot.yaml": {Data: []byte(botYAML)}, "catalog.yaml": {Data: []byte(catalogYAML)}, "flows/welcome.yaml": {Data: []byte("flow: welcome\n" + flow)}}
	if written != nil {
		files["talks/found.yaml"] = &fstest.MapFile{Data: written}
	}
	loaded, found := config.Load(files, kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	return loaded
}

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct {
		flow string
		want []string // kind at step
	}{
		"nothing": {flow: `goal: known(name)
fields: {name: text}
steps:
  - ask: name
    text: Who are you?
  - say: Hello!
`},
		"said nothing": {flow: `steps:
  - menu: What now?
    options: {more: More, less: Less}
    id: now
  - branch: [{when: visits > 3, do: [{say: Welcome back.}]}]
`, want: []string{"dead end at welcome.now"}},
		"given up": {flow: `goal: known(size)
fields: {size: integer}
steps:
  - ask: size
    text: Which size?
    retry: [A number please.]
    give_up: bye
  - say: Fine.
  - end
  - say: Bye then.
    id: bye
`, want: []string{"dead end at welcome.size"}},
		"given up with a way on": {flow: `goal: known(size)
fields: {size: integer}
steps:
  - ask: size
    text: Which size?
    retry: [A number please.]
    give_up: bye
  - say: Fine.
  - end
  - say: Bye then.
    id: bye
    buttons: [menu]
`},
		"a call that fails": {flow: `goal: known(there)
fields: {number: text, there: yes_no}
steps:
  - ask: number
    text: Which parcel?
  - {call: parcel, with: {number: number}, take: {there: there}}
  - say: "{{ there ?? 'I cannot tell.' }}"
`, want: []string{"dead end at welcome.number", "dead end at welcome.parcel"}},
		"no way out": {flow: `fields: {size: {type: integer, max: 8}}
steps:
  - ask: size
    text: Which size?
    check: [{when: size < 20, text: Larger please.}]
  - say: Fine.
`, want: []string{"loop at welcome.size"}},
		"goal lost": {flow: `goal: bought
fields: {rating: integer}
steps:
  - menu: Coffee?
    options: {yes_please: Yes please, no_thanks: {label: No thanks, go: rating}}
    id: offer
  - goal: bought
  - say: Thank you.
  - end
  - ask: rating
    text: How was I, from 1 to 5?
  - say: Thank you.
`, want: []string{"goal lost at welcome.rating"}},
		"crash": {flow: `steps:
  - menu: Coffee?
    options: {yes_please: Yes please, no_thanks: {label: No thanks, do: [{burst: now}]}}
    id: offer
  - say: Fine.
`, want: []string{"crash at welcome.offer"}},
	} {
		t.Run(name, func(t *testing.T) {
			loaded := load(t, c.flow, nil)
			report := explore.Explore(loaded.Set, explore.Bounds{})
			var got []string
			for _, f := range report.Findings {
				got = append(got, fmt.Sprintf("%s at %s.%s", f.Kind, f.Flow, f.Step))
				leadsThere(t, c.flow, f)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
			if report.TooDeep+report.TooMany+report.TooAlike > 0 {
				t.Errorf("%+v was left out", report)
			}
			if again := explore.Explore(loaded.Set, explore.Bounds{}); !reflect.DeepEqual(again, report) {
				t.Error("the second time it goes otherwise")
			}
		})
	}
}

// TestButtonsThatReadAlike: the talk of a finding presses the button that led there, and not another one that reads like it.
func TestButtonsThatReadAlike(t *testing.T) {
	const flow = `goal: bought
steps:
  - {recommend: thing, from: catalog.gear, text: "{{ item.name }}", choose: Take it}
  - branch:
      - when: thing.id == 'pot'
        do: [{goal: bought}, {say: Thank you.}]
`
	report := explore.Explore(load(t, flow, nil).Set, explore.Bounds{})
	if len(report.Findings) != 1 || !strings.Contains(string(report.Findings[0].Talk), `tap: "cup"`) {
		t.Fatalf("found %+v", report.Findings)
	}
	leadsThere(t, flow, report.Findings[0])
}

// leadsThere plays the talk of a finding as it would be played from talks/.
func leadsThere(t *testing.T, flow string, f explore.Finding) {
	t.Helper()
	loaded := load(t, flow, f.Talk)
	defer func() {
		if r := recover(); (r != nil) != (f.Kind == explore.Crash) {
			t.Errorf("the talk of a %s ends with %v:\n%s", f.Kind, r, f.Talk)
		}
	}()
	result := talk.Play(loaded.Set, &loaded.Talks[0], "")
	if !result.Passed() {
		t.Errorf("%s: %v\n%s", f.Kind, result.Failures, f.Talk)
	}
	last := result.Events[len(result.Events)-1]
	if f.Kind == explore.DeadEnd && last.Name != flows.Ended {
		t.Errorf("the talk of a dead end ends with %v:\n%s", last, f.Talk)
	}
}

// TestBounds leaves out what lies beyond each bound, and tells how much.
func TestBounds(t *testing.T) {
	set := load(t, `fields: {a: {type: integer, min: 2, max: 8}, b: integer}
steps:
  - {ask: a, text: A?}
  - {ask: b, text: B?}
  - say: "{{ a ?? 0 }} {{ b ?? 0 }}"
`, nil).Set
	for name, c := range map[string]struct {
		bounds explore.Bounds
		left   func(explore.Report) int
	}{
		"depth":  {explore.Bounds{Depth: 1}, func(r explore.Report) int { return r.TooDeep }},
		"states": {explore.Bounds{States: 2}, func(r explore.Report) int { return r.TooMany }},
		"alike":  {explore.Bounds{Alike: 1}, func(r explore.Report) int { return r.TooAlike }},
	} {
		report := explore.Explore(set, c.bounds)
		if c.left(report) == 0 || c.left(report) != report.TooDeep+report.TooMany+report.TooAlike {
			t.Errorf("%s: %+v", name, report)
		}
	}
}
