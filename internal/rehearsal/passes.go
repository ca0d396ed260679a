package rehearsal

import (
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/internal/console"
)

// passes are how often a talk went where.
type passes struct {
	refs  map[flows.Ref]int    // steps, options, arms and outcomes
	flows map[string]int       // flows that began
	ways  map[[2]flows.Ref]int // from step to step of one flow
	from  map[flows.Ref]int    // on from a step to any other of its flow
	over  map[[2]string]int    // from flow to flow
}

// passesOf counts the ways of a talk. stepOf is the step that a Ref is of, where it tells that the talk came there.
func passesOf(turns []turn, stepOf map[flows.Ref]flows.Ref) passes {
	p := passes{
		refs: map[flows.Ref]int{}, flows: map[string]int{}, ways: map[[2]flows.Ref]int{}, from: map[flows.Ref]int{}, over: map[[2]string]int{},
	}
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
			p.refs[ref]++
			step, came := stepOf[ref]
			if !came {
				continue
			}
			if before != "" && step.Flow != before {
				p.over[[2]string{before, step.Flow}]++
			}
			before = step.Flow
			if from, known := last[step.Flow]; known {
				p.ways[[2]flows.Ref{from, step}]++
				p.from[from]++
			}
			last[step.Flow] = step
		}
	}
	return p
}

// arrivals are the Refs that tell that a talk came to a step: its own, and that of a condition that let it pass by.
func arrivals(set *flows.Set) map[flows.Ref]flows.Ref {
	at := map[flows.Ref]flows.Ref{}
	for _, flow := range set.Flows {
		for _, step := range flow.AllSteps() {
			own := step.Ref.Span(0, 0)
			at[own] = own
			if step.When != nil {
				at[step.When.Ref.Span(0, 0)] = own
			}
		}
	}
	return at
}

// light counts how often the talk went along each line.
func (m *mapping) light(out *console.Map) {
	for i, line := range m.sheet.Picture.Lines {
		from, to := &m.sheet.Picture.Boxes[line.From], &m.sheet.Picture.Boxes[line.To]
		switch {
		case m.flow == nil:
			out.Lines[i].Passes = m.passes.over[[2]string{from.Ref.Flow, to.Ref.Flow}]
		case from.Shape == drawing.Start:
			out.Lines[i].Passes = m.passes.flows[string(m.flow.ID)]
		default:
			for _, label := range line.Labels {
				out.Lines[i].Passes += m.along(&label, to)
			}
		}
	}
}

// along is how often the talk went by an outcome: as it was noted, else as the steps followed one another.
func (m *mapping) along(label *drawing.Label, to *drawing.Box) (times int) {
	noted, step := label.Ref.Span(0, 0), label.Step.Span(0, 0)
	if noted != step {
		return m.passes.refs[noted]
	}
	within := m.within(to)
	for _, next := range within {
		times += m.passes.ways[[2]flows.Ref{step, next.Ref.Span(0, 0)}]
	}
	if len(within) > 0 {
		return times
	}
	times = m.passes.refs[step] - m.passes.from[step] // the flow ended there, or another one came
	if m.open != nil && m.open.Ref.Span(0, 0) == step {
		times--
	}
	return max(times, 0)
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
