package config

import (
	"cmp"
	"slices"
	"strings"

	"repartee/flows"
)

// Part is one thing of a file's outline.
type Part struct {
	Sort  NameSort
	Name  string
	Text  string // what customers read of it, or its type
	Range Range  // of its name
	Lines [2]int // the first and the last, from 1
	Parts []Part // that stand within it
}

// Outline is what stands in a file, from top to bottom, as far as it could be read: of a flow its fields and steps, else what is named.
func (l *Loaded) Outline(file string) []Part {
	for _, flow := range l.source.Flows {
		if l.places.fileOf(flow.Ref.At("flow")) == file {
			return l.flowOutline(flow)
		}
	}
	var parts []Part
	for _, name := range l.Names() {
		if name.Sort == NameOption || name.Flow != "" || l.places.fileOf(name.Ref) != file {
			continue
		}
		part, ok := l.outlined(name)
		at := slices.IndexFunc(parts, func(p Part) bool { return p.Sort == NameCatalog && p.Name == name.Of })
		switch {
		case !ok:
		case at >= 0 && (name.Sort == NameItem || name.Sort == NameColumn):
			parts[at].Parts = append(parts[at].Parts, part)
		default:
			parts = append(parts, part)
		}
	}
	return inOrder(parts)
}

// outlined is a name with the lines that belong to it.
func (l *Loaded) outlined(name Name) (Part, bool) {
	ref := name.Ref
	if name.Sort == NameItem || name.Sort == NameFAQ || name.Sort == NameFlow {
		ref = parent(ref)
	}
	r, named := l.Range(name.Ref)
	if !named {
		return Part{}, false
	}
	return Part{Sort: name.Sort, Name: name.Name, Text: name.Text, Range: r, Lines: l.lines(ref, r)}, true
}

// lines are the first and the last line of something whose name stands at a place.
func (l *Loaded) lines(ref flows.Ref, name Range) [2]int {
	at, exact, ok := l.places.find(ref)
	if !ok || !exact || at.doc.Name != name.File {
		return [2]int{name.Line, name.Line}
	}
	first, last := at.doc.Extent(at.node)
	for last > first && strings.TrimSpace(at.doc.Line(last)) == "" {
		last--
	}
	return [2]int{min(first, name.Line), max(last, name.Line)}
}

func inOrder(parts []Part) []Part {
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Range.Line, b.Range.Line), cmp.Compare(a.Range.Col, b.Range.Col))
	})
	for _, part := range parts {
		inOrder(part.Parts)
	}
	return parts
}

// flowOutline is one part, the flow, with its fields and steps.
func (l *Loaded) flowOutline(flow *flows.Flow) []Part {
	whole, ok := l.outlined(Name{Sort: NameFlow, Name: string(flow.ID), Text: flow.Title.Source, Ref: flow.Ref.At("flow")})
	if !ok {
		return nil
	}
	for _, field := range flow.Fields {
		if part, ok := l.outlined(Name{Sort: NameField, Name: string(field.Name), Text: field.Type, Ref: field.Ref}); ok {
			whole.Parts = append(whole.Parts, part)
		}
	}
	whole.Parts = append(whole.Parts, l.stepsOutline(flow.AllSteps(), nil)...)
	for _, part := range whole.Parts {
		whole.Lines[1] = max(whole.Lines[1], part.Lines[1])
	}
	return inOrder([]Part{whole})
}

// stepsOutline are the steps that stand directly within another one.
func (l *Loaded) stepsOutline(all []*flows.Step, outer *flows.Step) []Part {
	var parts []Part
	for _, step := range all {
		at, ok := l.places.at(step.Ref)
		if !ok || step.Outer() != outer {
			continue
		}
		p := at.doc.Place(at.node)
		r := Range{at.doc.Name, p.Line, p.Col, p.End}
		part := Part{Sort: NameStep, Name: cmp.Or(step.Name(), step.Kind), Text: l.saying(step), Range: r, Lines: l.lines(step.Ref, r)}
		part.Parts = l.stepsOutline(all, step)
		parts = append(parts, part)
	}
	return parts
}

// saying is the kind of a step, and the first of what it says.
func (l *Loaded) saying(step *flows.Step) string {
	said := ""
	flows.Forms(step.Body, func(form any) {
		if line, ok := form.(*flows.Line); ok && said == "" {
			said = line.Source
		}
	})
	said, _, _ = strings.Cut(said, "\n")
	return strings.TrimSuffix(step.Kind+": "+said, ": ")
}
