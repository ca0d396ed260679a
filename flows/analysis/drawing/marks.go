package drawing

import "repartee/flows"

// Mark is put on a step, an option, an arm or an outcome: a number, and whether it was never reached.
type Mark struct {
	Text   string // as "12" or "3 talks"
	Missed bool   // it is drawn as a way that nobody goes
}

// Marks are Marks by what they belong to: Step.Ref, Exit.Ref, Flow.Ref. The zero Marks mark nothing.
type Marks map[flows.Ref]Mark

// box puts its mark on a box.
func (m Marks) box(b Box) Box {
	mark := m[plain(b.Ref)]
	b.Number, b.Missed = mark.Text, mark.Missed
	return b
}

// label puts its mark on a label.
func (m Marks) label(l Label) Label {
	mark := m[plain(l.Ref)]
	l.Number, l.Missed = mark.Text, mark.Missed
	return l
}

// plain is the Ref of the whole value: marks know no part of it.
func plain(r flows.Ref) flows.Ref { return r.Span(0, 0) }
