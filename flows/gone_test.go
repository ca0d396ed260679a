package flows_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/flows"
)

// TestSoldOut shows that a question whose last choice is gone is not asked for ever: the step is taken anew.
func TestSoldOut(t *testing.T) {
	for step, want := range map[string]string{
		"recommend: thing\n    from: catalog.gear\n    where: item.stock > 0\n    text: \"{{ item.name }}\"\n    none: nothing": "Nothing left.",
		"ask: thing\n    text: Which?\n    from: catalog.gear\n    where: item.stock > 0":                                       "Nothing left.",
	} {
		c := talkTo(t, bot(t, map[string]string{
			"catalog.yaml":       "gear:\n  items:\n    - {id: cup, name: Cup, stock: 3}\n",
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - " + step + "\n  - id: nothing\n    say: Nothing left.\n",
		}))
		c.says("/start")
		c.facts = flows.Facts{Stock: map[string]int64{"gear.cup": 0}}
		if got := texts(c.says("the cup")); !slices.Contains(got, want) {
			t.Errorf("%.10s: got %q", step, got)
		}
		if flow, _ := c.state.Place(); flow != "" {
			t.Errorf("%.10s: %s is still open", step, flow)
		}
	}
}

// TestWaitsWithoutTheirFlow shows that a flow whose place is gone when its wait is over ends in silence: the customer has said nothing.
func TestWaitsWithoutTheirFlow(t *testing.T) {
	welcome := "flow: welcome\nsteps:\n  - menu: What shall it be?\n    options: {\"no\": Nothing}\n"
	later := "flow: later\nstart: {command: later}\nsteps:\n  - say: See you.\n  - id: pause\n    wait: 2d\n  - say: Here I am.\n"
	before := bot(t, map[string]string{"flows/welcome.yaml": welcome, "flows/later.yaml": later})
	for name, files := range map[string]map[string]string{
		"flow gone":    {"flows/welcome.yaml": welcome},
		"step renamed": {"flows/welcome.yaml": welcome, "flows/later.yaml": strings.Replace(later, "pause", "rest", 1)},
	} {
		c := talkTo(t, before)
		c.says("/later")
		c.set, c.options.Publication = bot(t, files), 2
		if said := c.sleeps(72 * time.Hour); len(said) > 0 {
			t.Errorf("%s: the bot says %q", name, said)
		}
		if n := len(c.state.Session.Aside); n > 0 {
			t.Errorf("%s: %d flows wait", name, n)
		}
	}
}

// TestRenamedWhileItWaits shows that a field that gets another name keeps its answer in flows that wait.
func TestRenamedWhileItWaits(t *testing.T) {
	flow := func(field, name string) map[string]string {
		return map[string]string{"flows/welcome.yaml": "flow: welcome\nfields: {" + field + "}\nsteps:\n  - {id: who, ask: " + name + ", text: Your name?}\n  - wait: 2d\n" +
			"  - say: \"How was it, {{ " + name + " ?? 'unknown' }}?\"\n"}
	}
	c := talkTo(t, bot(t, flow("n: text", "n")))
	c.says("/start")
	c.says("Ann")
	c.set, c.options.Publication = bot(t, flow("name: {type: text, was: n}", "name")), 2
	if said := c.sleeps(72 * time.Hour); !slices.Equal(said, []string{"How was it, Ann?"}) {
		t.Errorf("the bot says %q", said)
	}
}

// TestNothingLeftToCorrect shows that the list of what can be corrected ends when its last entry was forgotten meanwhile.
func TestNothingLeftToCorrect(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"bot.yaml":           "fields: {city: {type: text, keep: 1d}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: city, text: Where?}\n  - say: Thanks.\n",
	}))
	c.says("/start")
	c.says("Rome")
	c.says("/mydata_change")
	c.sleeps(48 * time.Hour)
	if got := texts(c.says("hello")); len(got) == 0 || strings.Contains(strings.Join(got, " "), ": .") {
		t.Errorf("the bot says %q", got)
	}
	if _, step := c.state.Place(); step != "" {
		t.Errorf("%s is still open", step)
	}
}

// TestCommandsComeFirst shows that a command is heard also where the flow that is open was changed and begins anew.
func TestCommandsComeFirst(t *testing.T) {
	s := bot(t, map[string]string{"flows/welcome.yaml": "flow: welcome\non_publish: restart\nsteps:\n  - menu: What shall it be?\n    options: {\"no\": Nothing}\n"})
	c := talkTo(t, s)
	c.says("/start")
	c.options.Publication = 2
	if got := texts(c.says("/stop")); c.state.Contact.OptedOut == 0 {
		t.Errorf("nothing is stopped; the bot says %q", got)
	}
}

// TestItemThatIsGone shows that an item that was taken out of its catalog is still known by its name; what the catalog told of it is unknown.
func TestItemThatIsGone(t *testing.T) {
	files := map[string]string{
		"catalog.yaml": "gear:\n  items:\n    - {id: cup, name: Cup, price: 3.50}\n    - {id: pot, name: Pot}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: thing, text: Which?, from: catalog.gear}\n  - menu: Sure?\n    options: {\"no\": Nothing}\n" +
			"  - say: \"{{ thing.name ?? 'no name' }}, {{ thing.price ?? 'no price' }}\"\n",
	}
	c := talkTo(t, bot(t, files))
	c.says("/start")
	c.says("cup")
	files["catalog.yaml"] = "gear:\n  items:\n    - {id: pot, name: Pot}\n"
	c.set = bot(t, files)
	if got := texts(c.says("nothing")); !slices.Equal(got, []string{"Cup, no price"}) {
		t.Errorf("the bot says %q", got)
	}
}
