package flows_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

func TestReferral(t *testing.T) {
	s := set(t, map[string]string{"welcome": "steps:\n  - say: \"{{ source ?? 'nobody' }}\"\n"})
	by := func(state flows.State, payload string) flows.Outcome {
		in := says("/start " + payload)
		in.Me = "mine"
		return turn(t, s, state, in)
	}
	told := func(out flows.Outcome) int {
		return len(slices.DeleteFunc(slices.Clone(out.Effects), func(e flows.Effect) bool { _, ok := e.(flows.Tell); return !ok }))
	}
	out := by(flows.State{}, "ref_theirs")
	if got := texts(out); !slices.Equal(got, []string{"referral"}) {
		t.Errorf("got %q", got)
	}
	if tell := out.Effects[0].(flows.Tell); tell.Code != "theirs" || tell.Event != "referred" {
		t.Errorf("got %+v", tell)
	}
	if out.State.Contact.Referrer != "theirs" {
		t.Errorf("the referrer is %q", out.State.Contact.Referrer)
	}
	if again := by(out.State, "ref_others"); told(again) != 0 || again.State.Contact.Referrer != "theirs" {
		t.Error("a second link counts too")
	}
	if own := by(flows.State{}, "ref_mine"); told(own) != 0 || own.State.Contact.Source != "" {
		t.Error("a customer can refer himself")
	}
	known := turn(t, s, flows.State{}, says("hello"))
	known.State.Contact.Heard -= int64(time.Hour / time.Second)
	if late := by(known.State, "ref_theirs"); told(late) != 0 {
		t.Error("a customer who was here before can be referred")
	}
}

// TestPublications shows what becomes of customers in a flow when its files change: they stay with the old ones where the flow drains, and begin anew where it wants that.
func TestPublications(t *testing.T) {
	body := "steps:\n  - ask: size\n    text: Which?\n    options: {a: A}\n  - say: Done.\n"
	s := set(t, map[string]string{"welcome": "steps:\n  - say: Hello.\n", "buy": "kind: purchase\nstart: {command: buy}\n" + body, "fresh": "on_publish: restart\nstart: {command: fresh}\n" + body})
	run := func(publication int, state flows.State, in flows.Input) flows.Outcome {
		t.Helper()
		out, err := flows.NewEngine(s, flows.EngineOptions{Publication: publication}).Turn(state, in, flows.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	out := run(3, flows.State{}, says("/buy"))
	if out.State.Session.Publication != 3 {
		t.Errorf("a purchase keeps to publication %d", out.State.Session.Publication)
	}
	if out = run(3, out.State, says("A")); out.State.Session.Publication != 0 {
		t.Error("the session is pinned after the purchase")
	}
	out = run(3, flows.State{}, says("/fresh"))
	if out.State.Session.Publication != 0 {
		t.Error("a flow that begins anew pins the session")
	}
	same := run(3, out.State, says("A"))
	if got := texts(same); !slices.Equal(got, []string{"Done."}) {
		t.Errorf("with the same files: %q", got)
	}
	anew := run(4, out.State, says("A"))
	if got := texts(anew); !slices.Equal(got, []string{"Sorry, this has been changed meanwhile. Let us go on from here:", "Which?"}) {
		t.Errorf("with other files: %q", got)
	}
}

func TestReactionsAreRecorded(t *testing.T) {
	s := set(t, map[string]string{"welcome": "steps:\n  - ask: size\n    text: Which?\n    options: {a: A}\n"})
	open := turn(t, s, flows.State{}, says("/start"))
	out := turn(t, s, open.State, flows.Input{What: flows.Reacted, Event: "👍"})
	if len(out.Events) != 1 || out.Events[0].Name != flows.Reaction || out.Events[0].Detail != "👍" || len(out.Effects) != 0 {
		t.Errorf("got %+v and %+v", out.Events, out.Effects)
	}
	if _, step := out.State.Place(); step != "size" {
		t.Errorf("the open question is %q", step)
	}
}

func TestStrangersAreLeftAlone(t *testing.T) {
	s := set(t, map[string]string{"welcome": "start: {event: referred}\nsteps:\n  - say: Hello.\n"})
	if out := turn(t, s, flows.State{}, flows.Input{What: flows.Happened, Event: "referred"}); len(out.Effects) != 0 {
		t.Errorf("somebody who never wrote is told %q", texts(out))
	}
}

// TestTogether shows that what one customer chooses is counted in pairs, and told to others once enough have chosen so.
func TestTogether(t *testing.T) {
	files := fstest.MapFS{
		"bot.yaml":     {Data: []byte(botYAML)},
		"catalog.yaml": {Data: []byte("gear:\n  items:\n    - {id: cup, name: Cup}\n    - {id: pot, name: Pot}\n    - {id: mill, name: Mill}\n")},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps:\n  - recommend: thing\n    from: catalog.gear\n    text: \"{{ item.name }} {{ reasons }}\"\n" +
			"    rank: [{score: 5, when: together > 0, because: \"{{ together }} others took it too\"}]\n")},
	}
	loaded, found := config.Load(files, steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	run := func(state flows.State, customers int, in flows.Input) flows.Outcome {
		t.Helper()
		in.At = noon
		facts := flows.Facts{Together: map[string][]flows.Companions{"gear.pot": {{Item: "gear.mill", Customers: customers}}}}
		out, err := flows.NewEngine(loaded.Set).Turn(state, in, facts)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	out := run(flows.State{}, 9, says("/start"))
	if first := texts(out)[0]; strings.Contains(first, "others") {
		t.Errorf("who has chosen nothing is told %q", first)
	}
	out = run(out.State, 9, says("pot"))
	if len(out.Counts) != 0 {
		t.Errorf("a single thing is counted: %v", out.Counts)
	}
	if few := texts(run(out.State, 4, says("/start"))); strings.Contains(few[0], "others") {
		t.Errorf("four customers are told of: %q", few[0])
	}
	out = run(out.State, 9, says("/start"))
	if first := texts(out)[0]; first != "Mill 9 others took it too" {
		t.Errorf("got %q", first)
	}
	out = run(out.State, 9, says("mill"))
	if want := []flows.Count{{Table: flows.CountTogether, Key: "gear.mill gear.pot"}}; !slices.Equal(out.Counts, want) {
		t.Errorf("counted %v, want %v", out.Counts, want)
	}
}
