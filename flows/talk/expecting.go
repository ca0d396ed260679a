package talk

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// expect holds the state after the last turn against what is expected.
func (p *player) expect() {
	expect := &p.talk.Expect
	state, err := p.conversation.State()
	if err != nil {
		p.fail(expect.Ref, "%s", err)
		return
	}
	for _, field := range expect.Fields {
		p.expectField(state, field)
	}
	if expect.Goal != "" {
		p.expectGoal(expect)
	}
	for _, tag := range expect.Tags {
		if !slices.Contains(state.Contact.Tags, tag) {
			p.fail(expect.Ref.At("tags"), "the customer does not have the tag %s", tag)
		}
	}
	p.expectEvents(expect)
	if expect.At != "" {
		p.at(expect.Ref.At("at"), expect.At)
	}
}

func (p *player) expectField(state flows.State, field Value) {
	kept, typ := p.kept(state, field.Name)
	if typ == nil {
		p.fail(field.Ref, "there is no field called %s", field.Name)
		return
	}
	if field.words() == "unknown" {
		if kept.Known() {
			p.fail(field.Ref, "%s is %s, and not unknown", field.Name, p.print(kept, typ))
		}
		return
	}
	want, why := p.written(typ, field.words())
	switch {
	case why != "":
		p.fail(field.Ref, "%q does not fit field %s: %s", field.words(), field.Name, why)
	case !kept.Known():
		p.fail(field.Ref, "%s is unknown%s, and not %s", field.Name, p.forgotten(state, field.Name), field.words())
	case !flows.SameAnswer(inOrder(want, typ), inOrder(kept, typ)):
		p.fail(field.Ref, "%s is %s, and not %s", field.Name, p.print(kept, typ), field.words())
	}
}

// forgotten says why a field may be unknown although it was answered: it belongs to a flow, and none is open any more that has it.
func (p *player) forgotten(state flows.State, name string) string {
	if p.set.Field(name) != nil || slices.ContainsFunc(state.Session.Frames, func(f flows.Frame) bool {
		flow := p.set.Flow(f.Flow)
		return flow != nil && flow.Field(name) != nil
	}) {
		return ""
	}
	return " (what is asked for by a flow alone is forgotten when it ends)"
}

// inOrder sorts what was chosen of several: the order means nothing.
func inOrder(v value.Value, typ *value.Type) value.Value {
	if typ.Base != value.TypeManyOf {
		return v
	}
	return value.List(slices.SortedFunc(slices.Values(v.AsList()), func(a, b value.Value) int { return strings.Compare(a.AsText(), b.AsText()) })...)
}

func (p *player) print(v value.Value, typ *value.Type) string {
	return value.Format(v, typ, p.locale())
}

// kept finds a field of the customer, of an open flow, or of one that has ended.
func (p *player) kept(state flows.State, name string) (value.Value, *value.Type) {
	if typ := p.set.Type("", name); typ != nil {
		return state.Contact.Fields[name].Value, typ
	}
	for i := len(state.Session.Frames) - 1; i >= 0; i-- {
		frame := state.Session.Frames[i]
		if typ := p.set.Type(frame.Flow, name); typ != nil {
			return frame.Fields[name].Value, typ
		}
	}
	for _, flow := range p.set.Flows {
		if typ := p.set.Type(string(flow.ID), name); typ != nil {
			return value.Value{}, typ
		}
	}
	return value.Value{}, nil
}

func (p *player) expectGoal(expect *Expect) {
	reached := slices.ContainsFunc(p.conversation.Events, func(e flows.Event) bool {
		if e.Name != flows.Reached {
			return false
		}
		return expect.Goal == e.Detail || e.Detail == "" && (expect.Goal == "reached" || expect.Goal == "missed")
	})
	switch {
	case expect.Goal == "missed" && reached:
		p.fail(expect.Ref.At("goal"), "the goal is reached, and should not be")
	case expect.Goal != "missed" && !reached:
		p.fail(expect.Ref.At("goal"), "the goal %s", strings.TrimPrefix(expect.Goal+" is not reached", "reached "))
	}
}

// expectEvents looks for events in their order, and for those that must not come.
func (p *player) expectEvents(expect *Expect) {
	from := 0
	for i, wanted := range expect.Events {
		at := slices.IndexFunc(p.conversation.Events[from:], func(e flows.Event) bool { return isEvent(e, wanted) })
		if at < 0 {
			p.fail(expect.Ref.At("events", strconv.Itoa(i)), "there is no event `%s`%s; there is %s", wanted, behind(expect.Events[:i]), p.eventsLike(wanted))
			break
		}
		from += at + 1
	}
	for i, unwanted := range expect.Never {
		if slices.ContainsFunc(p.conversation.Events, func(e flows.Event) bool { return isEvent(e, unwanted) }) {
			p.fail(expect.Ref.At("never", strconv.Itoa(i)), "there is an event `%s`, and should be none", unwanted)
		}
	}
}

// isEvent holds an event against what is written of it: its name, and behind that its step, its flow or its detail.
func isEvent(e flows.Event, written string) bool {
	name, of, told := strings.Cut(strings.TrimSpace(written), " ")
	return string(e.Name) == name && (!told || of == e.Detail || of == e.Step || of == e.Flow)
}

func behind(events []string) string {
	if len(events) == 0 {
		return ""
	}
	return " after `" + events[len(events)-1] + "`"
}

// eventsLike are the events of the same name, else the names of all that there were.
func (p *player) eventsLike(written string) string {
	name, _, _ := strings.Cut(written, " ")
	var same, names []string
	for _, e := range p.conversation.Events {
		names = append(names, string(e.Name))
		if string(e.Name) == name {
			same = append(same, "`"+strings.Join(slices.DeleteFunc([]string{name, e.Flow, e.Step, e.Detail}, func(s string) bool { return s == "" }), " ")+"`")
		}
	}
	if len(same) == 0 {
		same = names
	}
	slices.Sort(same)
	if same = slices.Compact(same); len(same) == 0 {
		return "none"
	}
	return strings.Join(same, ", ")
}
