package talk

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Check holds the names in talks against the set: languages, fields, questions, goals, calls, items and arms, and the clock. What it finds is a mistake of the talk, and stops
// nobody from running the bot.
func Check(set *flows.Set, talks []Talk) []flows.Problem {
	c := &checker{set: set}
	for i := range talks {
		c.talk(&talks[i])
	}
	return c.found
}

type checker struct {
	set   *flows.Set
	found []flows.Problem
}

func (c *checker) warn(ref flows.Ref, code, name, what string, among []string) {
	help := ""
	if near := expr.Nearest(name, among); near != "" {
		help = expr.DidYouMean(near)
	} else if len(among) > 0 && len(among) <= 12 {
		help = "there is " + strings.Join(among, ", ")
	}
	c.tell(ref, code, "there is no "+what+" called "+name, help)
}

func (c *checker) tell(ref flows.Ref, code, message, help string) {
	c.found = append(c.found, flows.Problem{Ref: ref, Severity: flows.Warning, Code: code, Message: message, Help: help})
}

func (c *checker) talk(t *Talk) {
	for _, language := range t.Languages {
		if !slices.Contains(c.set.Languages, language) {
			c.warn(t.Ref.At("languages"), "unknown-language", language, "language", c.set.Languages)
		}
	}
	contact := c.contactFields()
	for _, field := range t.Given.Fields {
		if !slices.Contains(contact, field.Name) {
			c.warn(field.Ref, "unknown-field", field.Name, "field of the customer", contact)
		}
	}
	for _, stub := range t.Given.Calls {
		if c.set.Gives(stub.Name) == nil {
			c.warn(stub.Ref, "unknown-call", stub.Name, "call", c.set.Calls())
		}
	}
	c.clock(t)
	for _, arm := range t.Given.Arms {
		c.arm(arm)
	}
	for _, left := range t.Given.Stock {
		c.item(left)
	}
	for _, with := range t.Given.Together {
		c.item(with)
	}
	questions := c.questions()
	for i := range t.Turns {
		for _, v := range slices.Concat(t.Turns[i].Stock, t.Turns[i].Price, t.Turns[i].Taken) {
			c.item(v)
		}
		if at := t.Turns[i].At; at != "" && at != "none" && !slices.Contains(questions, at) {
			c.warn(t.Turns[i].Ref.At("at"), "unknown-step", at, "question", questions)
		}
	}
	c.expected(&t.Expect, questions)
}

func (c *checker) clock(t *Talk) {
	if _, err := t.Given.time(c.set.Zone()); err != nil {
		c.tell(t.Ref.At("given", "clock"), "bad-clock", err.Error(), "write it as "+defaultClock)
	}
}

func (c *checker) arm(v Value) {
	splits := c.set.Splits()
	arms, ok := splits[v.Name]
	switch {
	case !ok:
		c.warn(v.Ref, "unknown-split", v.Name, "split", slices.Sorted(maps.Keys(splits)))
	case !slices.Contains(arms, v.Text):
		c.warn(v.Ref, "unknown-arm", v.Text, "arm of "+v.Name, arms)
	}
}

func (c *checker) expected(e *Expect, questions []string) {
	if e.At != "" && e.At != "none" && !slices.Contains(questions, e.At) {
		c.warn(e.Ref.At("at"), "unknown-step", e.At, "question", questions)
	}
	fields := c.contactFields()
	for _, flow := range c.set.Flows {
		for _, field := range flow.Answers() {
			fields = append(fields, string(field.Name))
		}
	}
	for _, field := range e.Fields {
		if !slices.Contains(fields, field.Name) && field.Name != "language" {
			c.warn(field.Ref, "unknown-field", field.Name, "field", fields)
		}
	}
	c.events(e.Ref.At("events"), e.Events)
	c.events(e.Ref.At("never"), e.Never)
	goals := append(c.set.Goals(), "reached", "missed")
	if e.Goal != "" && !slices.Contains(goals, e.Goal) {
		c.warn(e.Ref.At("goal"), "unknown-goal", e.Goal, "goal", goals)
	}
}

func (c *checker) events(ref flows.Ref, events []string) {
	var names []string
	for _, name := range flows.EventNames() {
		names = append(names, string(name))
	}
	for i, written := range events {
		if name, _, _ := strings.Cut(strings.TrimSpace(written), " "); !slices.Contains(names, name) {
			c.warn(ref.At(strconv.Itoa(i)), "unknown-event", name, "event", names)
		}
	}
}

func (c *checker) item(v Value) {
	id, variant, _ := strings.Cut(v.Name, ".")
	item, ok := c.set.Item(id)
	if ok && (variant == "" || slices.ContainsFunc(flows.Variants(item), func(v value.Value) bool { return v.Field("id").AsText() == variant })) {
		return
	}
	var ids []string
	for _, catalog := range c.set.Catalogs() {
		ids = append(ids, catalog.IDs()...)
	}
	c.warn(v.Ref, "unknown-item", v.Name, "item", ids)
}

func (c *checker) contactFields() []string {
	var names []string
	for _, field := range c.set.Fields() {
		names = append(names, string(field.Name))
	}
	return names
}

// questions are the steps that a talk can rest at.
func (c *checker) questions() []string {
	var names []string
	for _, flow := range c.set.Flows {
		names = append(names, flow.Rests()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
