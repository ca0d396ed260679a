package flows_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/flows"
)

// counselled is a bot with a flow that is called advice, or counsel since; head is more of its head.
func counselled(t testing.TB, called, head string) *flows.Set {
	t.Helper()
	id, _, _ := strings.Cut(called, "\n")
	return bot(t, map[string]string{
		"bot.yaml":           "commands: [" + id + ", help]\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - say: Hello.\n    buttons: [{label: Advise me, flow: " + id + "}]\n",
		"flows/other.yaml":   "flow: other\nstart: {command: other}\nsteps:\n  - {menu: Stop here?, options: {\"yes\": Stop}}\n",
		"flows/advice.yaml": "flow: " + called + "\n" + head + "fields: {brew: {type: one_of, options: {filter: Filter, press: Press}}, cups: integer}\nsteps:\n" +
			"  - {ask: brew, text: How?}\n  - {ask: cups, text: How many?}\n  - wait: 2d\n  - say: \"{{ cups }} with {{ brew }}.\"\n",
	})
}

const renamedFlow = "counsel\nwas: advice"

// TestRenamedFlow gives a flow another name while somebody is in it, in each place where that is kept.
func TestRenamedFlow(t *testing.T) {
	for name, tt := range map[string]struct {
		before func(*customer)
		after  func(*customer) []string
		want   []string
	}{
		"at its question":         {func(c *customer) { c.says("/advice"); c.says("press") }, func(c *customer) []string { c.says("3"); return c.sleeps(3 * day) }, []string{"3 with Press."}},
		"while it waits":          {func(c *customer) { c.says("/advice"); c.says("press"); c.says("3") }, func(c *customer) []string { return c.sleeps(3 * day) }, []string{"3 with Press."}},
		"below an interruption":   {func(c *customer) { c.says("/advice"); c.says("/other") }, func(c *customer) []string { return texts(c.taps("Stop")) }, []string{"Now, back to where we were:", "How?"}},
		"by an old button":        {func(c *customer) { c.says("/advice") }, func(c *customer) []string { return texts(c.taps("Press")) }, []string{"How many?"}},
		"by an older button":      {func(c *customer) { c.says("/advice"); c.says("filter") }, func(c *customer) []string { c.taps("Press"); c.says("1"); return c.sleeps(3 * day) }, []string{"1 with Press."}},
		"by a button that begins": {func(c *customer) { c.says("/start") }, func(c *customer) []string { return texts(c.taps("Advise me")) }, []string{"How?"}},
		"by its command":          {func(*customer) {}, func(c *customer) []string { return texts(c.says("/advice")) }, []string{"How?"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := talkTo(t, counselled(t, "advice", ""))
			tt.before(c)
			c.set, c.options.Publication = counselled(t, renamedFlow, ""), 2
			if said := tt.after(c); !slices.Equal(said, tt.want) {
				t.Errorf("the bot says %q", said)
			}
			if len(c.state.Session.Frames) > 0 && c.state.Session.Frames[0].Flow != "counsel" {
				t.Errorf("it is in flow %s", c.state.Session.Frames[0].Flow)
			}
		})
	}
}

// TestRenamedFlowOnPublish shows that a flow which is called something else still does with its customers what on_publish says.
func TestRenamedFlowOnPublish(t *testing.T) {
	for head, want := range map[string]struct {
		fate    flows.Fate
		edition int
		says    []string
	}{
		"":                      {flows.Moved, 2, nil},
		"on_publish: drain\n":   {flows.Moved, 1, nil}, // its own files are asked for
		"on_publish: restart\n": {flows.Restarts, 2, []string{moved, "How?"}},
	} {
		c := talkTo(t, counselled(t, "advice", head))
		c.says("/advice")
		c.says("press")
		engine := flows.NewEngine(counselled(t, renamedFlow, head), flows.EngineOptions{Publication: 2})
		if got := fates(engine.Fates(&c.state.Session)); !slices.Equal(got, []flows.Fate{want.fate}) {
			t.Errorf("%q: told %v", head, got)
		}
		c.state.Session.Publication = 0
		if got := engine.Edition(&c.state.Session); got != want.edition {
			t.Errorf("%q: it goes on in publication %d", head, got)
		}
		c.set, c.options.Publication = engine.Set(), 2
		if said := texts(c.says("3")); !slices.Equal(said, want.says) {
			t.Errorf("%q: the bot says %q", head, said)
		}
	}
}

// TestRenamedFlowGoesBack goes back into a run that called, and into one that jumped, after the flows of both got other names, and a step of theirs too.
func TestRenamedFlowGoesBack(t *testing.T) {
	files := func(first, second, step string) *flows.Set {
		id, _, _ := strings.Cut(second, "\n")
		return bot(t, map[string]string{
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - jump: go_first\n",
			"flows/first.yaml":   "flow: go_first\n" + first + "steps:\n  - {id: " + step + ", menu: First?, options: {a: A}}\n  - jump: " + id + "\n",
			"flows/second.yaml":  "flow: " + second + "\nsteps:\n  - {id: q, menu: Second?, options: {b: B}}\n",
		})
	}
	c := talkTo(t, files("", "second", "one"))
	c.says("/start")
	c.taps("A")
	c.set, c.options.Publication = files("", "third\nwas: second", "uno, was: one"), 2
	if said := texts(c.says("/back")); !slices.Equal(said, []string{"First?"}) {
		t.Errorf("the bot says %q", said)
	}
	if _, step := c.state.Place(); step != "uno" {
		t.Errorf("the talk is at %s", step)
	}
}

// TestRenamedFlowForgets answers a question otherwise after its flow got another name: what was worked out of the first answer is forgotten, as before.
func TestRenamedFlowForgets(t *testing.T) {
	files := func(called string) *flows.Set {
		return bot(t, map[string]string{
			"bot.yaml":           "fields: {fit: text}\n",
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - say: Hello.\n",
			"flows/advice.yaml": "flow: " + called + "\nstart: {command: advise}\nfields: {kind: {type: one_of, options: {a: A, b: B}}}\nsteps:\n" +
				"  - {ask: kind, text: Which?}\n  - {set: {fit: \"'good'\"}, when: kind == 'a'}\n  - {menu: More?, options: {more: More}}\n  - say: \"{{ fit ?? 'none' }}\"\n",
		})
	}
	c := talkTo(t, files("advice"))
	c.says("/advise")
	c.taps("A")
	c.set, c.options.Publication = files("guide\nwas: advice"), 2
	c.says("/back")
	c.taps("B")
	if said := texts(c.taps("More")); !slices.Equal(said, []string{"none"}) {
		t.Errorf("the bot says %q", said)
	}
}

// TestRenamedItemKept gives an item another id that a customer has kept.
func TestRenamedItemKept(t *testing.T) {
	files := func(cup string) *flows.Set {
		return bot(t, map[string]string{
			"bot.yaml":           "fields: {favourite: {type: item, of: catalog.gear}}\n",
			"catalog.yaml":       "gear:\n  items:\n    - {" + cup + "}\n    - {id: pot, name: Pot}\n",
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: favourite, from: catalog.gear, if_known: confirm, text: Which?}\n  - say: \"{{ favourite.name }}, {{ favourite.id }}.\"\n",
		})
	}
	c := talkTo(t, files("id: cup, name: Cup"))
	c.says("/start")
	c.says("cup")
	c.set, c.options.Publication = files("id: mug, was: cup, name: Mug"), 2
	if said := texts(c.says("/start")); len(said) != 1 || !strings.Contains(said[0], "Mug") {
		t.Errorf("what is remembered is %q", said)
	}
	if said := texts(c.says("yes")); !slices.Equal(said, []string{"Mug, mug."}) {
		t.Errorf("the bot says %q", said)
	}
	if kept := c.state.Contact.Fields["favourite"].Value; kept.Field("id").AsText() != "mug" {
		t.Errorf("%v is kept", kept)
	}
}

// TestRenamedFlowSells lets what a flow began go on under its new name: the question about a cart that was left, the reminder of an appointment, and what is told of an
// order. The order itself stays as it was written.
func TestRenamedFlowSells(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber", "30 March 2026 10:00", "/cancel")
	number := s.bills("Crema")
	s.goesOnIn(reworded(t, "flow: checkout", "flow: till\nwas: checkout", "flow: visit", "flow: meeting\nwas: visit", "jump: checkout", "jump: till", "jump: visit", "jump: meeting"))
	if said := s.sleeps(20 * time.Hour); !slices.ContainsFunc(said, func(text string) bool { return strings.HasPrefix(text, "Your Crema is still here.") }) {
		t.Errorf("of the cart is said %q", said)
	}
	s.settles(number, "c1", true)
	if o := s.order(number); o.Flow != "checkout" {
		t.Errorf("the order is of flow %s", o.Flow)
	}
	if at := s.state.Contact.Bookings[0].Flow; at != "meeting" {
		t.Errorf("the appointment is of flow %s", at)
	}
	if said := s.sleeps(40 * day); !slices.ContainsFunc(said, func(text string) bool { return strings.HasPrefix(text, "Tomorrow at") }) {
		t.Errorf("of the appointment is said %q", said)
	}
}
