package trial

import (
	"fmt"
	"strings"
)

// flow is a flow under the dice.
type flow struct {
	*bot
	id     string
	at     int
	own    []field
	list   string
	goals  []string
	ids    []string // of the steps
	chosen []string // fields that keep an item
}

// next is a number that no other step or text has.
func (b *bot) next() int {
	b.fresh++
	return b.fresh
}

// steps are some steps, one behind the other.
func (f *flow) steps(n, depth int) []string {
	var all []string
	for range n {
		all = append(all, f.step(depth))
	}
	return all
}

// block are the steps within another one.
func (f *flow) block(depth int) string {
	return "[" + strings.Join(f.steps(1+f.n(2), depth+1), ", ") + "]"
}

// step is one step. Each says a thing of its own, and has an id where it can have one.
func (f *flow) step(depth int) string {
	kinds := []string{"say", "ask", "ask", "set", "menu", "branch", "go", "goal", "flow", "branch", "ask", "say", "items", "repeat", "jump", "end", "set"}
	kind := kinds[f.n(len(kinds))]
	if depth > 1 && (kind == "branch" || kind == "menu" || kind == "repeat") || kind == "repeat" && f.list == "" || kind == "items" && !f.items {
		kind = f.of("say", "ask", "set")
	}
	switch kind {
	case "ask":
		return f.ask(depth)
	case "set":
		return "{" + "set: {" + f.assignment() + "}" + f.when(4) + "}"
	case "menu":
		return f.menu(depth)
	case "branch":
		return "{branch: " + f.arms(depth) + f.when(6) + "}"
	case "go":
		return "{go: @" + fmt.Sprint(f.n(16)) + f.when(0) + "}"
	case "goal":
		goal := fmt.Sprintf("%s_g%d", f.id, 1+f.n(2))
		f.goals = append(f.goals, goal)
		return "{goal: " + goal + f.when(4) + "}"
	case "flow":
		return "{flow: " + f.other() + f.when(2) + "}"
	case "jump":
		return "{jump: " + f.other() + f.when(2) + "}"
	case "items":
		return f.offer(depth)
	case "repeat":
		return f.repeat(depth)
	case "end":
		return "{end: " + f.when(0) + "}"
	}
	return f.say()
}

// other is another flow; mostly one behind this one.
func (f *flow) other() string {
	if f.at+1 < len(f.flows) && !f.one(4) {
		return f.flows[f.at+1+f.n(len(f.flows)-f.at-1)]
	}
	return f.flows[f.n(len(f.flows))]
}

// id is the id of a step, as a key.
func (f *flow) newID() string {
	id := fmt.Sprintf("%s_s%d", f.id, f.next())
	f.ids = append(f.ids, id)
	return ", id: " + id
}

// when is a condition, as a key: mostly none, or always one.
func (f *flow) when(none int) string {
	if none > 0 && !f.one(none) {
		return ""
	}
	return `, when: "` + f.condition(2) + `"`
}

func (f *flow) say() string {
	if f.one(4) {
		return "{say: " + f.textArms() + f.newID() + f.when(3) + "}"
	}
	return "{say: " + f.text() + f.newID() + f.when(3) + "}"
}

// text is a text of its own, which may read something. What is read stands in brackets of its own: where they are empty, it was not known.
func (f *flow) text() string {
	read := ""
	if f.one(3) {
		known := f.names()
		read = " <<{{ " + known[f.n(len(known))].name + " }}>>"
	}
	return fmt.Sprintf("\"t%d.%s\"", f.next(), read)
}

func (f *flow) textArms() string {
	var arms []string
	for range 1 + f.n(2) {
		arms = append(arms, `{when: "`+f.condition(2)+`", text: `+f.text()+"}")
	}
	if !f.one(2) {
		arms = append(arms, "{else: "+f.text()+"}")
	}
	return "[" + strings.Join(arms, ", ") + "]"
}

func (f *flow) arms(depth int) string {
	var arms []string
	for range 1 + f.n(3) {
		arms = append(arms, `{when: "`+f.condition(2)+`", do: `+f.block(depth)+"}")
	}
	if f.one(2) {
		arms = append(arms, "{else: "+f.block(depth)+"}")
	}
	return "[" + strings.Join(arms, ", ") + "]"
}

// ask asks for a field of the flow or of the customer.
func (f *flow) ask(depth int) string {
	fields := append(append([]field{}, f.own...), f.customers...)
	asked := fields[f.n(len(fields))]
	text := "{ask: " + asked.name + f.newID() + ", text: " + f.text() + f.when(4)
	if known := f.of("", "", "skip", "confirm", "ask"); known != "" {
		text += ", if_known: " + known
	}
	if f.one(4) {
		text += ", skip: Pass"
	}
	if f.one(6) {
		text += `, check: [{when: "` + f.conditionOn(asked) + `", text: ` + f.text() + "}]"
	}
	if f.one(6) {
		text += ", retry: [Again.], give_up: " + f.target(depth)
	}
	if f.one(8) {
		text += ", silence: {after: 2h, then: " + f.target(depth) + "}"
	}
	return text + "}"
}

// target is where the talk goes on.
func (f *flow) target(depth int) string {
	switch f.n(4) {
	case 0:
		return "next"
	case 1:
		return "end"
	case 2:
		return "@" + fmt.Sprint(f.n(16))
	}
	return "[" + f.say() + "]"
}

func (f *flow) menu(depth int) string {
	text := "{menu: " + f.text() + f.newID() + f.when(5)
	var options []string
	for range 2 + f.n(2) {
		n := f.next()
		option := fmt.Sprintf("o%d: {label: O%d", n, n)
		if f.one(4) {
			option += f.when(0)
		}
		switch f.n(6) {
		case 1, 2:
			option += ", do: " + f.block(depth)
		case 3:
			option += ", go: @" + fmt.Sprint(f.n(16))
		case 4:
			option += ", jump: " + f.other()
		case 5:
			option += ", flow: " + f.other()
		}
		options = append(options, option+"}")
	}
	return text + ", options: {" + strings.Join(options, ", ") + "}}"
}

// offer offers items of the catalog in one of the ways there are.
func (f *flow) offer(depth int) string {
	kind := f.of("recommend", "show", "ask")
	name := fmt.Sprintf("%s_item%d", f.id, f.next())
	text := "{" + kind + ": " + name + ", from: catalog.goods" + f.when(5)
	if !f.one(4) {
		text += `, where: "` + f.where() + `"`
	}
	if kind == "recommend" {
		if f.one(2) {
			text += fmt.Sprintf(`, rank: [{score: 2, when: "%s"}]`, f.where())
		}
		if f.one(2) {
			text += fmt.Sprintf(", limit: %d", 1+f.n(2))
		}
	}
	skips := f.one(4) && !strings.Contains(text, "limit: 1") // with which nothing is asked
	if kind != "show" {
		text += ", text: " + fmt.Sprintf("\"t%d.", f.next())
		if kind == "recommend" {
			text += " {{ item.name }}"
		}
		text += `"`
	}
	if kind != "ask" && f.one(2) {
		text += ", none: " + f.target(depth)
	}
	if skips {
		text += ", skip: Pass"
	}
	f.chosen = append(f.chosen, name)
	return text + "}"
}

func (f *flow) repeat(depth int) string {
	list := f.list
	f.list = "" // one for each list
	text := "{repeat: " + list
	times := ""
	for _, own := range f.own {
		if own.kind == "number" || own.kind == "count" {
			times = own.name
		}
	}
	if times == "" || f.one(2) {
		text += ", more: " + f.text()
	} else {
		text += ", times: " + times
	}
	text += ", do: [{ask: " + list + "_in, text: " + f.text() + "}"
	if f.one(3) {
		text += ", " + f.say()
	}
	return text + "]}"
}

// aimed puts the ids of steps where some step was meant.
func (f *flow) aimed(steps []string) []string {
	if len(f.ids) == 0 {
		steps = append(steps, f.say())
	}
	for i := range steps {
		for n := 15; n >= 0; n-- {
			steps[i] = strings.ReplaceAll(steps[i], "@"+fmt.Sprint(n), f.ids[n%len(f.ids)])
		}
	}
	return steps
}

// goal is the condition at the head of the flow; "" for none.
func (f *flow) goal() string {
	switch {
	case len(f.goals) > 0 && !f.one(3):
		return f.goals[f.n(len(f.goals))]
	case f.one(3):
		return `"` + f.condition(1) + `"`
	}
	return ""
}
