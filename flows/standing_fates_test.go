package flows_test

import (
	"slices"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

const moved = "Sorry, this has been changed meanwhile. Let us go on from here:"

// asks is a flow of two questions, with further lines in its head.
func asks(head, first, second string) map[string]string {
	return map[string]string{"flows/welcome.yaml": "flow: welcome\n" + head + "fields: {brew: {type: one_of, options: {filter: Filter, press: Press}}, cups: integer}\nsteps:\n" +
		"  - {" + first + "ask: brew, text: How?}\n  - {" + second + "ask: cups, text: How many?}\n"}
}

func fates(places []flows.Place) (all []flows.Fate) {
	for _, p := range places {
		all = append(all, p.Fate)
	}
	return all
}

// TestFates holds what is said beforehand of a question against what the customer's next word meets.
func TestFates(t *testing.T) {
	plain := asks("", "", "")
	for name, tt := range map[string]struct {
		before, after map[string]string
		fate          flows.Fate
		says          []string
	}{
		"same":       {plain, plain, flows.Same, []string{}},
		"moved":      {plain, asks("", "", "id: number, was: cups, "), flows.Moved, []string{}},
		"restarts":   {plain, asks("on_publish: restart\n", "", ""), flows.Restarts, []string{moved, "How?"}},
		"resumes":    {plain, asks("resume_at: brew\n", "", "id: number, "), flows.Resumes, []string{moved, "How many?"}},
		"stranded":   {plain, asks("", "", "id: number, "), flows.Stranded, []string{moved, "How many?"}},
		"began anew": {asks("on_publish: restart\n", "", ""), asks("on_publish: restart\n", "", ""), flows.Restarts, []string{moved, "How?"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := talkTo(t, bot(t, tt.before))
			c.options.Publication = 1
			c.says("/start")
			c.says("press")
			c.set, c.options.Publication = bot(t, tt.after), 2
			engine := flows.NewEngine(c.set, c.options)
			if got := fates(engine.Fates(&c.state.Session)); !slices.Equal(got, []flows.Fate{tt.fate}) {
				t.Errorf("told %v, not %s", got, tt.fate)
			}
			said := texts(c.says("3"))
			if !slices.Equal(said, tt.says) && len(said)+len(tt.says) > 0 {
				t.Errorf("the bot says %q, not %q", said, tt.says)
			}
		})
	}
}

// TestEdition shows whose files a session goes on in.
func TestEdition(t *testing.T) {
	moves, drains := bot(t, asks("", "", "")), bot(t, asks("on_publish: drain\n", "", ""))
	open := []flows.Frame{{Flow: "welcome", Step: "brew"}}
	for name, tt := range map[string]struct {
		set     *flows.Set
		session flows.Session
		want    int
	}{
		"nothing known":                        {drains, flows.Session{Frames: open}, 5},
		"moves":                                {moves, flows.Session{Frames: open, Last: 4}, 5},
		"drains by the files it began with":    {moves, flows.Session{Frames: open, Publication: 4, Last: 4}, 4},
		"drains by the files of now":           {drains, flows.Session{Frames: open, Last: 4}, 4},
		"drains, and waits":                    {drains, flows.Session{Aside: []flows.Aside{{Frames: open}}, Last: 4}, 4},
		"another instance has newer files":     {moves, flows.Session{Last: 7}, 7},
		"is in no flow":                        {drains, flows.Session{Last: 4}, 5},
		"its flow is one that nobody knows of": {drains, flows.Session{Frames: []flows.Frame{{Flow: "gone"}}, Last: 4}, 5},
	} {
		if got := flows.NewEngine(tt.set, flows.EngineOptions{Publication: 5}).Edition(&tt.session); got != tt.want {
			t.Errorf("%s: publication %d, not %d", name, got, tt.want)
		}
	}
}

// TestForwardOnly shows that a flow which begins anew with other files does so once, though instances on old and new files take turns.
func TestForwardOnly(t *testing.T) {
	c := talkTo(t, bot(t, asks("on_publish: restart\n", "", "")))
	c.options.Publication = 1
	c.says("/start")
	c.options.Publication = 2
	c.says("press")
	c.options.Publication = 1
	if got := texts(c.says("press")); slices.Contains(got, "How?") {
		t.Errorf("it begins anew with older files: %q", got)
	}
}

// TestKeptAnswers shows that answers which still fit are neither lost nor asked for again, and that others are forgotten.
func TestKeptAnswers(t *testing.T) {
	c := talkTo(t, bot(t, asks("", "", "")))
	c.options.Publication = 1
	c.says("/start")
	c.says("press")
	c.set, c.options.Publication = bot(t, map[string]string{"flows/welcome.yaml": "flow: welcome\nfields: {brew: {type: one_of, options: {filter: Filter, moka: Moka}}, cups: integer}\n" +
		"steps:\n  - {ask: brew, text: How?}\n  - {id: number, ask: cups, text: How many?}\n"}), 2
	unfit := flows.NewEngine(c.set, c.options).Misfits(c.state)
	if !slices.Equal(unfit, []flows.Unfit{{Flow: "welcome", Field: "brew", Why: flows.OptionGone}}) {
		t.Errorf("told %v", unfit)
	}
	if got := texts(c.says("3")); got[len(got)-1] != "How?" {
		t.Errorf("the bot says %q", got)
	}
	if kept, ok := c.state.Session.Frames[0].Fields["brew"]; ok {
		t.Errorf("%v is kept", kept.Value)
	}
}

func TestMisfits(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml":           "fields: {age: {type: integer, min: 18}, tea: {type: many_of, options: {green: {label: Green, was: grun}, black: Black}}, note: text}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps: [{ask: age, text: Age?}, {ask: tea, text: Tea?}, {ask: note, text: Note?}]\n",
	})
	kept := func(v value.Value) flows.Answer { return flows.Answer{Value: v} }
	state := flows.State{Contact: flows.Contact{Fields: map[string]flows.Answer{
		"age": kept(value.Integer(12)), "tea": kept(value.List(value.Text("grun"), value.Text("black"))), "note": kept(value.Bool(true)), "shoe": kept(value.Integer(42)),
	}}}
	want := []flows.Unfit{{Field: "age", Why: flows.OutOfBounds}, {Field: "note", Why: flows.OtherType}, {Field: "shoe", Why: flows.FieldGone}}
	if got := flows.NewEngine(s).Misfits(state); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	out, err := flows.NewEngine(s, flows.EngineOptions{Publication: 2}).Turn(state, flows.Input{What: flows.Unreadable, At: noon}, flows.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	if f := out.State.Contact.Fields; len(f) != 3 || !value.Equal(f["tea"].Value, value.List(value.Text("green"), value.Text("black"))) || f["note"].Value.Known() {
		t.Errorf("kept %v", f)
	}
}

// TestStepsRenamedBefore shows that a step which got another name can still be gone back to.
func TestStepsRenamedBefore(t *testing.T) {
	c := talkTo(t, bot(t, asks("", "", "")))
	c.options.Publication = 1
	c.says("/start")
	c.says("press")
	c.set, c.options.Publication = bot(t, asks("", "id: way, was: brew, ", "")), 2
	if got := texts(c.says("/back")); !slices.Contains(got, "How?") {
		t.Errorf("the bot says %q", got)
	}
	if _, step := c.state.Place(); step != "way" {
		t.Errorf("%s is open", step)
	}
}

// TestCallThatBecameAQuestion shows that nobody waits for ever for the result of a call in whose place there is something else now.
func TestCallThatBecameAQuestion(t *testing.T) {
	head := "calls: {parcel: {get: \"https://api.example.com/1\", gives: {arrives: text}}}\n"
	c := talkTo(t, bot(t, map[string]string{"bot.yaml": head, "flows/welcome.yaml": "flow: welcome\nfields: {on: text}\nsteps:\n  - {id: there, call: parcel, take: {on: arrives}}\n  - {ask: on, text: When?}\n"}))
	c.options.Publication = 1
	c.says("/start")
	c.set, c.options.Publication = bot(t, map[string]string{"bot.yaml": head, "flows/welcome.yaml": "flow: welcome\nfields: {on: text}\nsteps:\n  - {id: there, ask: on, text: When?}\n"}), 2
	places := flows.NewEngine(c.set, c.options).Fates(&c.state.Session)
	if len(places) != 1 || places[0].Fate != flows.Stranded {
		t.Errorf("told %+v", places)
	}
	if got := c.sleeps(time.Hour); !slices.Equal(got, []string{moved, "When?"}) {
		t.Errorf("the bot says %q", got)
	}
}
