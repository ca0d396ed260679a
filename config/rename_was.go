package config

import (
	"fmt"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// keepFormer writes `was: old` beside the new name, where customers may stand at it or have chosen it.
func (r *renaming) keepFormer() error {
	for _, of := range r.of {
		if of.sort == NameStep {
			r.formerStep(of)
		}
	}
	for _, m := range r.mentions {
		if !m.Defines || !slices.Contains(r.of, m.of) {
			continue
		}
		var err error
		switch m.of.sort {
		case NameField:
			err = r.formerField(m)
		case NameOption:
			err = r.formerOption(m)
		case NameFlow:
			r.former(place{doc: m.at.doc, node: m.at.doc.Root}, "flow")
		case NameItem:
			err = r.formerItem(m)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// formerStep writes it to a step. One that has no id of its own, and keeps the word that it is known by, gets one.
func (r *renaming) formerStep(of called) {
	step := r.stepOf(of)
	at, ok := r.places.at(step.Ref)
	if !ok || at.node.Kind != document.Map {
		return
	}
	if step.ID != "" || of != r.of[0] {
		r.former(at, "id")
		return
	}
	for _, m := range r.mentions {
		if m.of == of && m.Defines {
			r.drop(m.Range)
		}
	}
	r.changes = append(r.changes, r.inFront(at, "id: "+r.to))
	r.former(at, step.Kind)
}

func (r *renaming) stepOf(of called) *flows.Step {
	flow := r.Set.Flow(of.of)
	at := slices.IndexFunc(flow.AllSteps(), func(s *flows.Step) bool { return s.Name() == of.name })
	return flow.AllSteps()[at]
}

// formerField writes it to a field that is declared. What a step keeps without that needs none.
func (r *renaming) formerField(m Mention) error {
	switch {
	case m.at.key == nil || m.at.key.Value != m.of.name:
		return nil
	case m.at.node.Kind == document.Map:
		r.former(m.at, "type")
		return nil
	}
	return r.widened(m.at, "type")
}

// formerOption writes it to an option, which may have a label alone, or not even that.
func (r *renaming) formerOption(m Mention) error {
	switch {
	case m.at.key == nil:
		return r.labelled(m)
	case m.at.node.Kind == document.Map:
		r.former(m.at, "label")
		return nil
	}
	return r.widened(m.at, "label")
}

// formerItem writes it to an item. In a table there is no place for it that could be found: an empty cell is none.
func (r *renaming) formerItem(m Mention) error {
	row, ok := r.places.at(parent(m.ref))
	switch {
	case !ok:
		return nil
	case row.node.Style == document.Cell:
		return fmt.Errorf("the item stands in a table: change it in line %d of %s, with the old name in the column `was`, and `check` finds what is left", m.Range.Line, m.Range.File)
	}
	r.former(row, "id")
	return nil
}

// widened makes a map of a single value, so that `was` has room: {label: Filter, was: filter}.
func (r *renaming) widened(at place, key string) error {
	if at.node.Kind != document.Scalar || at.node.Style == document.Block {
		return fmt.Errorf("write what stands behind `%s` on one line first: the old name is to stand beside it", r.from)
	}
	text := at.node.Value
	if at.node.Style == document.Plain {
		text = plainOrQuoted(text)
	} else {
		text = quoted(text)
	}
	p := at.doc.Place(at.node)
	r.put(Range{at.doc.Name, p.Line, p.Col, p.End}, "{"+key+": "+text+", was: "+r.from+"}")
	return nil
}

// labelled makes a map of a list of options, whose labels are their ids: customers go on to read what they read before.
func (r *renaming) labelled(m Mention) error {
	at := m.at
	list, _, ok := r.places.find(parent(m.ref))
	if !ok || list.node.Kind != document.List || !list.node.Flow {
		return fmt.Errorf("give the options labels first, as `%s: %s`: the old name is to stand beside them", r.from, r.from)
	}
	items := list.node.Items
	first, last := at.doc.Place(items[0]), at.doc.Place(items[len(items)-1])
	line := []rune(at.doc.Line(first.Line))
	from := strings.LastIndexByte(string(line[:first.Col-1]), '[')
	to := slices.Index(line[last.End-1:], ']')
	if first.Line != last.Line || from < 0 || to < 0 {
		return fmt.Errorf("write the list of options on one line first: the old name is to stand beside `%s`", r.to)
	}
	var all []string
	for _, item := range items {
		place := at.doc.Place(item)
		r.drop(Range{at.doc.Name, place.Line, place.Col, place.End})
		if item == at.node {
			all = append(all, fmt.Sprintf("%s: {label: %s, was: %s}", r.to, r.from, r.from))
		} else {
			all = append(all, item.Value+": "+item.Value)
		}
	}
	col := len([]rune(string(line)[:from])) + 1
	r.put(Range{at.doc.Name, first.Line, col, last.End + to + 1}, "{"+strings.Join(all, ", ")+"}")
	return nil
}

// former writes it into a map: in the place of an older one, behind a key that stands on one line, else in front of all.
func (r *renaming) former(at place, behind string) {
	if was := at.node.Get("was"); was != nil && was.Kind == document.Scalar {
		p := at.doc.Place(was)
		r.put(Range{at.doc.Name, p.Line, p.Col, p.End}, r.from)
		return
	}
	r.changes = append(r.changes, r.beside(at, behind, "was: "+r.from))
}

// pin gives menus that are known by their options the name that they had: nothing else changes then.
func (r *renaming) pin() {
	if r.of[0].sort != NameOption {
		return
	}
	for _, flow := range r.source.Flows {
		for _, step := range flow.AllSteps() {
			at, ok := r.places.at(step.Ref)
			if !ok || step.ID != "" || step.Name() == "" || !r.offers(step) || at.node.Kind != document.Map || r.namedInKey(step) {
				continue
			}
			r.changes = append(r.changes, r.inFront(at, "id: "+step.Name()))
		}
	}
}

// offers tells of a step that the option which is renamed is written at.
func (r *renaming) offers(step *flows.Step) bool {
	offers := false
	step.Forms(func(form any) {
		option, ok := form.(*flows.Option)
		offers = offers || ok && slices.ContainsFunc(r.mentions, func(m Mention) bool { return m.of == r.of[0] && m.Defines && r.places.stand(m, option.Ref) })
	})
	return offers
}

// stand tells whether a mention is the one at a Ref.
func (p *places) stand(m Mention, ref flows.Ref) bool {
	at, ok := p.at(ref)
	return ok && at == m.at
}

// namedInKey tells of a step that is known by the name in its opening key.
func (r *renaming) namedInKey(step *flows.Step) bool {
	at, exact, ok := r.places.find(step.Ref.At(step.Kind))
	return ok && exact && at.node.Value == step.Name() || step.Name() == step.Kind
}
