package flows

import "repartee/flows/value"

// renames are what a set calls differently now: `was: old_id` beside the new id.
type renames struct {
	fields  map[string]string            // old name -> new name
	options map[string]map[string]string // field -> old id -> new id
}

func (c *compiler) renamesOf(fields Fields) renames {
	r := renames{fields: map[string]string{}, options: map[string]map[string]string{}}
	for _, field := range fields {
		if field.Was != "" {
			r.fields[string(field.Was)] = string(field.Name)
		}
		for _, option := range field.typ.Options {
			if option.Was == "" {
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

// rename gives what the customer told before the names that it has now.
func (t *Turn) rename() {
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
