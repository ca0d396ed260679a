package flows

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// renames are what a set calls differently now: `was: old_id` beside the new id.
type renames struct {
	fields  map[string]string            // old name -> new name
	options map[string]map[string]string // field -> old id -> new id
}

func (c *compiler) renamesOf(fields Fields) renames {
	r := renames{fields: map[string]string{}, options: map[string]map[string]string{}}
	for _, field := range fields {
		if field.Was != "" && !slices.ContainsFunc(fields, func(f *Field) bool { return f.Name == field.Was }) { // a name that means something is no former one
			r.fields[string(field.Was)] = string(field.Name)
		}
		for _, option := range field.typ.Options {
			if option.Was == "" || slices.ContainsFunc(field.typ.Options, func(o value.Option) bool { return o.ID == option.Was }) {
				continue
			}
			if r.options[string(field.Name)] == nil {
				r.options[string(field.Name)] = map[string]string{}
			}
			r.options[string(field.Name)][option.Was] = option.ID
		}
	}
	return r
}

// rename gives what the customer told before the names that it has now, and the flows and items that it is about.
func (t *Turn) rename() {
	t.renameFlows()
	t.renameItems()
	if t.set.renames.any() {
		t.ownFields()
		t.set.renames.apply(t.state.Contact.Fields)
	}
	t.state.Session.eachFrame(func(frame *Frame) {
		if flow := t.set.flows[frame.Flow]; flow != nil {
			flow.renames.apply(frame.Fields)
		}
	})
}

func (r renames) any() bool { return len(r.fields)+len(r.options) > 0 }

func (r renames) apply(kept map[string]Answer) {
	for was, name := range r.fields {
		if answer, ok := kept[was]; ok {
			if _, taken := kept[name]; !taken {
				kept[name] = answer
			}
			delete(kept, was)
		}
	}
	for name, ids := range r.options {
		if answer, ok := kept[name]; ok {
			answer.Value = renamed(answer.Value, ids)
			kept[name] = answer
		}
	}
}

func renamed(v value.Value, ids map[string]string) value.Value {
	switch v.Kind() {
	case value.KindText:
		if id, ok := ids[v.AsText()]; ok {
			return value.Text(id)
		}
	case value.KindList:
		items := make([]value.Value, len(v.AsList()))
		for i, item := range v.AsList() {
			items[i] = renamed(item, ids)
		}
		return value.List(items...)
	}
	return v
}

// renameSteps gives the steps that the talk has gone through the names that they have now.
func (t *Turn) renameSteps() {
	session := &t.state.Session
	session.eachFrame(func(frame *Frame) {
		flow := t.set.flows[frame.Flow]
		if flow == nil || !flow.hasFormer() {
			return
		}
		for _, names := range [][]string{frame.Later, frame.Trail, frame.Silent} {
			for i, name := range names {
				names[i] = flow.nameNow(name)
			}
		}
		frame.Step = flow.nameNow(frame.Step)
		frame.Rounds, frame.Passed = underNames(flow, frame.Rounds), underNames(flow, frame.Passed)
		for i := range frame.Called {
			frame.Called[i].Step = flow.nameNow(frame.Called[i].Step)
		}
	})
	for i := range session.Asked {
		asked := &session.Asked[i]
		if flow := t.set.flows[asked.Flow]; flow != nil {
			asked.Step = flow.nameNow(asked.Step)
		}
	}
	for place, arm := range t.state.Contact.Arms {
		id, step, _ := strings.Cut(place, ".")
		if flow := t.set.flows[id]; flow != nil && flow.nameNow(step) != step {
			delete(t.state.Contact.Arms, place)
			t.state.Contact.Arms[id+"."+flow.nameNow(step)] = arm
		}
	}
}

// hasFormer tells whether a step of the flow had another name before.
func (f *Flow) hasFormer() bool {
	return slices.ContainsFunc(f.steps, func(s *Step) bool { return s.Was != "" })
}

// nameNow is what a step is called now; its old name where it is gone.
func (f *Flow) nameNow(name string) string {
	if step := f.resting[name]; step != nil && step.name != "" {
		return step.name
	}
	return name
}

func underNames[V any](flow *Flow, m map[string]V) map[string]V {
	now := make(map[string]V, len(m))
	for name, v := range m {
		now[flow.nameNow(name)] = v
	}
	if len(now) == 0 {
		return nil
	}
	return now
}
