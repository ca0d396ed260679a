package config

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// talks notes the names in conversation tests. What may be another name as well, of another flow or another question, is left out.
func (m *mentions) talks() {
	for i := range m.Talks {
		t := &m.Talks[i]
		m.kept(t.Given.Fields, m.contactField)
		for _, stub := range t.Given.Calls {
			m.key(called{NameCall, "", stub.Name}, stub.Ref, false)
		}
		m.kept(t.Given.Arms, m.onlyStep)
		m.stocked(t.Given.Stock, t.Given.Together, t.Given.Taken)
		for _, order := range t.Given.Orders {
			for n, id := range order.Items {
				m.value(called{NameItem, "", id}, order.Ref.At("items", strconv.Itoa(n)), "", false)
			}
		}
		for n := range t.Turns {
			m.turn(&t.Turns[n])
		}
		m.expected(&t.Expect)
	}
}

func (m *mentions) turn(turn *talk.Turn) {
	if turn.At != "" {
		m.told(turn.At, turn.Ref.At("at"), "", NameStep)
	}
	m.stocked(turn.Stock, turn.Taken, turn.Price)
	if turn.Tap == nil {
		return
	}
	for language, pressed := range turn.Tap.Button.ByLanguage {
		ref := turn.Tap.Button.Ref
		if language != "" {
			ref = ref.At(language)
		}
		m.told(pressed, ref, "", NameOption, NameItem, NameFAQ)
	}
}

func (m *mentions) expected(e *talk.Expect) {
	m.kept(e.Fields, m.anyField)
	m.told(e.Goal, e.Ref.At("goal"), "", NameGoal)
	m.told(e.At, e.Ref.At("at"), "", NameStep)
	for key, events := range map[string][]string{"events": e.Events, "never": e.Never} {
		for i, written := range events {
			m.event(written, e.Ref.At(key, strconv.Itoa(i)))
		}
	}
}

// event notes what stands behind the name of an event: a step, a flow, a goal or an answer, or an item behind its catalog.
func (m *mentions) event(written string, ref flows.Ref) {
	name, of, _ := strings.Cut(written, " ")
	if catalog, item, chosen := strings.Cut(of, "."); chosen {
		m.value(called{NameItem, "", item}, ref, name+" "+catalog+".", false)
		return
	}
	m.told(of, ref, name+" ", NameStep, NameFlow, NameGoal, NameOption)
}

// told notes a name of a talk that may be of several sorts. Where several things have it, it is for those who play the talk to say which is meant.
func (m *mentions) told(name string, ref flows.Ref, behind string, sorts ...NameSort) {
	switch all := m.having(name, sorts...); len(all) {
	case 0:
	case 1:
		m.value(all[0], ref, behind, false)
	default:
		m.doubtful = append(m.doubtful, doubt{ref, behind, all})
	}
}

// doubt is a name in a talk that several things have.
type doubt struct {
	ref    flows.Ref
	behind string
	of     []called
}

// kept notes fields with their values, as far as these are options or items.
func (m *mentions) kept(values talk.Values, means func(name string) called) {
	for _, v := range values {
		of := means(v.Name)
		m.key(of, v.Ref, false)
		if of.sort != NameField {
			continue
		}
		typ := m.held(of.of, of.name)
		if typ == nil {
			continue
		}
		m.cell(typ, flows.Cell{Ref: v.Ref, Text: v.Text, List: v.List})
	}
}

// stocked notes the items that something is said of, with or without a variant.
func (m *mentions) stocked(all ...talk.Values) {
	for _, values := range all {
		for _, v := range values {
			id, _, _ := strings.Cut(v.Name, ".")
			m.key(called{NameItem, "", id}, v.Ref, false)
		}
	}
}

func (m *mentions) contactField(name string) called { return called{NameField, "", name} }

// anyField is a field of the customer, else that of the only flow that has it.
func (m *mentions) anyField(name string) called {
	if of := m.contactField(name); m.names[of].Name != "" {
		return of
	}
	return m.only(name, NameField)
}

func (m *mentions) onlyStep(name string) called { return m.only(name, NameStep) }

// only is what has a name, where nothing else of the sort has it.
func (m *mentions) only(name string, sort NameSort) called {
	if all := m.having(name, sort); len(all) == 1 {
		return all[0]
	}
	return called{}
}

// having is all that has a name and is of one of these sorts.
func (m *mentions) having(name string, sorts ...NameSort) []called {
	if m.alike == nil {
		m.alike = map[string][]called{}
		for of := range m.names {
			m.alike[of.name] = append(m.alike[of.name], of)
		}
	}
	var all []called
	for _, of := range m.alike[name] {
		if slices.Contains(sorts, of.sort) {
			all = append(all, of)
		}
	}
	return all
}
