package flows

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// The names that every expression may use beside fields. languageField can be set too.
const languageField = "language"

var textType, numberType = &value.Type{Base: value.TypeText}, &value.Type{Base: value.TypeInteger}

// given are the names that need no declaration, with their types. `language` is not among them: its type depends on the set.
func given() map[string]*value.Type {
	return map[string]*value.Type{
		"contact.first_name": textType,
		"contact.last_name":  textType,
		"contact.username":   textType,
		"source":             textType,
		"link":               textType,
		"visits":             numberType,
		"first_contact":      {Base: value.TypeDate},
		"tags":               {Base: value.TypeList, Elem: textType},
		"now":                {Base: value.TypeDateTime},
		"today":              {Base: value.TypeDate},
	}
}

// Value gives the value of a name: of the text at hand, the flow's run, the customer, or a given one. It makes a Turn the Env of expressions.
func (t *Turn) Value(name string) value.Value {
	if v, ok := t.places[name]; ok {
		return v
	}
	if len(t.state.Session.Frames) > 0 {
		frame := t.frame()
		if answer, ok := frame.Fields[name]; ok {
			return answer.Value
		}
		if flow := t.set.flows[frame.Flow]; flow != nil && flow.goals[name] {
			return value.Bool(slices.Contains(frame.Goals, name))
		}
	}
	if answer, ok := t.state.Contact.Fields[name]; ok {
		return answer.Value
	}
	return t.given(name)
}

func (t *Turn) given(name string) value.Value {
	c := &t.state.Contact
	switch name {
	case "contact.first_name":
		return known(c.FirstName)
	case "contact.last_name":
		return known(c.LastName)
	case "contact.username":
		return known(c.Username)
	case languageField:
		return value.Text(t.locale.Language)
	case "source":
		return known(c.Source)
	case "link":
		if len(t.state.Session.Frames) > 0 {
			return known(t.frame().Link)
		}
	case "visits":
		return value.Integer(int64(c.Visits))
	case "first_contact":
		return value.Locale{Zone: t.locale.Zone, Now: unix(c.Since)}.Today()
	case "tags":
		tags := make([]value.Value, len(c.Tags))
		for i, tag := range c.Tags {
			tags[i] = value.Text(tag)
		}
		return value.List(tags...)
	case "now":
		return value.DateTime(t.in.At)
	case "today":
		return t.locale.Today()
	}
	if id, ok := strings.CutPrefix(name, "phrases."); ok {
		return known(t.phrase(id).Text)
	}
	return value.Value{}
}

func known(s string) value.Value {
	if s == "" {
		return value.Value{}
	}
	return value.Text(s)
}

// with makes names known while a text is rendered.
func (t *Turn) with(names map[string]value.Value, do func()) {
	outer := t.places
	t.places = names
	do()
	t.places = outer
}
