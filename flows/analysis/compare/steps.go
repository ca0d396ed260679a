package compare

import (
	"reflect"
	"strings"

	"repartee/flows"
)

// flowEntry is a flow: its head, and all its steps in reading order, those within others too.
type flowEntry struct {
	*entry
	steps []*stepEntry
}

// stepEntry is one step without those that are nested in it.
type stepEntry struct {
	*entry
	kind  string
	known string // the name it is known by; empty for those that have none
	outer *stepEntry
	slot  *entry // of the outer one, or of the flow, that it stands in
	place int    // in the slot
}

func (r *reader) flow(flow *flows.Flow) *flowEntry {
	r.within = &flowEntry{}
	r.within.entry = r.structure(reflect.ValueOf(flow).Elem())
	r.within.id = string(flow.ID)
	r.within.title = "flow " + r.within.id
	for _, part := range r.within.parts {
		if part.key == "flow" { // its own id
			into(part, r.within.id)
		}
	}
	return r.within
}

// steps takes in steps and leaves a slot where they stood.
func (r *reader) steps(steps flows.Steps) *entry {
	if len(steps) == 0 {
		return nil
	}
	at := &entry{kind: slot, ref: steps[0].Ref}
	outer := r.outer
	for i, step := range steps {
		s := &stepEntry{kind: step.Kind, known: nameOf(step), outer: outer, slot: at, place: i}
		r.within.steps = append(r.within.steps, s)
		r.outer = s
		s.entry = r.structure(reflect.ValueOf(step).Elem())
		if step.Body != nil {
			r.keys(reflect.ValueOf(step.Body).Elem(), s.entry)
		}
		s.title = s.called()
	}
	r.outer = outer
	return at
}

// nameOf is what a step is known by.
func nameOf(step *flows.Step) string {
	if step.ID != "" {
		return string(step.ID)
	}
	if body, ok := step.Body.(flows.Named); ok {
		if name := body.Name(); name != "" {
			return name
		}
		return step.Kind
	}
	return ""
}

// called is what people call the step: its kind with its name, else with its first words.
func (s *stepEntry) called() string {
	switch {
	case s.known != "" && s.known != s.kind:
		return s.kind + " " + s.known
	case s.known == "":
		if words := shortened(strings.TrimPrefix(s.summary(), s.kind+" "), 30); words != "" {
			return s.kind + " “" + words + "”"
		}
	}
	return s.kind
}

// shortened is the beginning of a text, up to so many signs, in one line.
func shortened(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:most-1]), " ,.;:") + "…"
}
