package rehearsal

import (
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/internal/console"
)

// passes are how often a talk went where.
type passes struct {
	steps map[flows.Ref]int    // steps, options, arms and outcomes
	flows map[string]int       // flows that began
	ways  map[[2]flows.Ref]int // from step to step of one flow
	over  map[[2]string]int    // from flow to flow
}

func passesOf(turns []turn) passes {
	p := passes{steps: map[flows.Ref]int{}, flows: map[string]int{}, ways: map[[2]flows.Ref]int{}, over: map[[2]string]int{}}
	last, before := map[string]flows.Ref{}, ""
	for i := range turns {
		for _, e := range turns[i].events {
			if e.Name == flows.Started {
				p.flows[e.Flow]++
				delete(last, e.Flow)
			}
		}
		for _, ref := range turns[i].taken {
			ref = ref.Span(0, 0)
			p.steps[ref]++
			if ref.Flow != before && before != "" {
				p.over[[2]string{before, ref.Flow}]++
			}
			before = ref.Flow
			from, known := last[ref.Flow]
			if known {
				p.ways[[2]flows.Ref{from, ref}]++
			}
			last[ref.Flow] = ref
		}
	}
	return p
}

// light counts how often the talk went along each line: an outcome of a step is noted behind it, and the step that comes then behind that.
func (m *mapping) light(out *console.Map) {
	for i, line := range m.sheet.Picture.Lines {
		from, to := &m.sheet.Picture.Boxes[line.From], &m.sheet.Picture.Boxes[line.To]
		switch {
		case m.flow == nil:
			out.Lines[i].Passes = m.passes.over[[2]string{from.Ref.Flow, to.Ref.Flow}]
		case from.Shape == drawing.Start:
			out.Lines[i].Passes = m.passes.flows[string(m.flow.ID)]
		default:
			out.Lines[i].Passes = m.along(&line, from, to)
		}
	}
}

// along is how often the talk went from one box to another: by the outcomes that are noted, else by the steps that followed one another.
func (m *mapping) along(line *drawing.Line, from, to *drawing.Box) int {
	noted, silent := 0, false
	for _, label := range line.Labels {
		if ref := label.Ref.Span(0, 0); ref != from.Ref.Span(0, 0) && ref != (flows.Ref{}) {
			noted += m.passes.steps[ref]
		} else {
			silent = true
		}
	}
	if silent || len(line.Labels) == 0 {
		noted += m.passes.ways[[2]flows.Ref{from.Ref.Span(0, 0), to.Ref.Span(0, 0)}]
	}
	return noted
}

// reached is all that any talk went through.
func (w *world) reached() map[flows.Ref]bool {
	reached := map[flows.Ref]bool{}
	for _, chat := range w.customersOf() {
		for _, t := range w.record.of(chat) {
			for _, ref := range t.taken {
				reached[ref.Span(0, 0)] = true
			}
		}
	}
	return reached
}
