package rehearsal

import (
	"strings"
	"sync"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/internal/console"
)

// sheets are the drawings of what runs. A drawing takes some milliseconds, and a talk asks for it with each turn.
type sheets struct {
	mu     sync.Mutex
	of     *config.Loaded
	byFlow map[string]drawing.Sheet
	stepOf map[flows.Ref]flows.Ref // see arrivals
}

// mostSheets bounds those that are kept: what is folded makes another one.
const mostSheets = 64

func (s *sheets) sheet(loaded *config.Loaded, flow *flows.Flow, folded []string) (drawing.Sheet, map[flows.Ref]flows.Ref) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of != loaded || len(s.byFlow) >= mostSheets {
		s.of, s.byFlow, s.stepOf = loaded, map[string]drawing.Sheet{}, arrivals(loaded.Set)
	}
	key := strings.Join(folded, " ")
	if flow != nil {
		key = string(flow.ID) + " " + key
	}
	sheet, ok := s.byFlow[key]
	if !ok {
		sheet = drawing.Arrange(pictureOf(loaded.Set, flow, folded))
		s.byFlow[key] = sheet
	}
	return sheet, s.stepOf
}

func pictureOf(set *flows.Set, flow *flows.Flow, folded []string) drawing.Picture {
	if flow == nil {
		return drawing.OfBot(set, nil)
	}
	return drawing.OfFlow(set, flow, nil, folded...)
}

// nobody is who the map is drawn for without a talk.
const nobody = 0

// Map implements [console.Workbench].
func (r *Rehearsal) Map(customer int64, flow string, folded []string) (console.Map, error) {
	w, files := r.current(), r.Files()
	var drawn *flows.Flow
	if flow != "" {
		if drawn = w.loaded.Set.Flow(flow); drawn == nil || drawn.Builtin() {
			return console.Map{}, console.ErrNotFound
		}
	}
	if _, ok := w.phones.Get(customer); !ok && customer != nobody {
		return console.Map{}, console.ErrNotFound
	}
	sheet, stepOf := r.drawn.sheet(w.loaded, drawn, folded)
	m := mapping{w: w, flow: drawn, sheet: sheet, passes: passesOf(w.record.of(customer), stepOf), reached: w.reached()}
	if customer != nobody {
		place, step := w.stands(customer)
		m.place = place
		if flow := w.loaded.Set.Flow(place); flow != nil {
			m.open = flow.Resting(step)
		}
	}
	if files.Good {
		m.findings = files.Findings
	}
	return m.draw(), nil
}

// mapping is a drawing with a talk on it, in the making.
type mapping struct {
	w        *world
	flow     *flows.Flow // nil: it is the bot that is drawn
	sheet    drawing.Sheet
	passes   passes
	reached  map[flows.Ref]bool
	place    string      // the flow that is open
	open     *flows.Step // the step at which the talk rests; nil where it does not
	findings config.Diagnostics
}

func (m *mapping) draw() console.Map {
	out := console.MapOf(m.sheet)
	if m.flow != nil {
		out.Flow = string(m.flow.ID)
	}
	for i := range out.Boxes {
		box := &m.sheet.Picture.Boxes[i]
		switch {
		case m.flow == nil:
			m.flowBox(&out.Boxes[i], box)
		case box.Shape == drawing.Start:
			m.startBox(&out.Boxes[i])
		default:
			m.stepBox(&out.Boxes[i], box)
		}
	}
	m.light(&out)
	if m.flow != nil {
		m.find(&out)
	}
	return out
}

// flowBox tells of a flow on the map of the bot.
func (m *mapping) flowBox(out *console.MapBox, box *drawing.Box) {
	flow := m.w.loaded.Set.Flow(box.Ref.Flow)
	if flow == nil {
		out.Reached = true // the beginning
		return
	}
	out.Step, out.Flow, out.Texts = "", string(flow.ID), box.Said
	out.Passes, out.Open = m.passes.flows[string(flow.ID)], m.place == string(flow.ID)
	for ref := range m.reached {
		out.Reached = out.Reached || ref.Flow == string(flow.ID)
	}
	if !flow.Builtin() {
		out.Place = placeOf(m.w.loaded, flow.Ref)
	}
}

func (m *mapping) startBox(out *console.MapBox) {
	out.Place, out.Passes = placeOf(m.w.loaded, m.flow.Ref), m.passes.flows[string(m.flow.ID)]
	for ref := range m.reached {
		out.Reached = out.Reached || ref.Flow == string(m.flow.ID)
	}
}

// stepBox tells of a step, and of those that are folded into it. What a flow ends with, and other flows, are no steps.
func (m *mapping) stepBox(out *console.MapBox, box *drawing.Box) {
	out.Folds, out.Folded = box.Folds || box.Folded > 0, box.Folded > 0
	within := m.within(box)
	if len(within) == 0 {
		if other := m.w.loaded.Set.Flow(box.Ref.Flow); other != nil && other != m.flow {
			out.Step, out.Flow = "", string(other.ID)
		}
		return
	}
	first := within[0]
	lines := linesOf(m.w.loaded, first.Ref)
	out.Step, out.Place, out.Source = first.Ref.Path, lines.place, lines.text
	for _, step := range within {
		ref := step.Ref.Span(0, 0)
		out.Passes = max(out.Passes, m.passes.refs[ref])
		out.Reached = out.Reached || m.reached[ref]
		out.Open = out.Open || step == m.open
		out.Texts = append(out.Texts, textsOf(m.w.loaded.Set, m.flow, step)...)
	}
}

// within are the steps that a box stands for: its own, and what is folded into it, be it held by the step or said behind it.
func (m *mapping) within(box *drawing.Box) (steps []*flows.Step) {
	if box.Ref.Flow != string(m.flow.ID) || box.Ref.Path == "" {
		return nil
	}
	all := m.flow.AllSteps()
	for i, step := range all {
		own := step.Ref.Path == box.Ref.Path
		if own || box.Folded > 0 && strings.HasPrefix(step.Ref.Path, box.Ref.Path+".") {
			steps = append(steps, step)
		}
		if own && box.Folded > 0 && step.Kind == "say" {
			return all[i:min(len(all), i+box.Folded)]
		}
	}
	return steps
}

// textsOf is all that a step says, in each language.
func textsOf(set *flows.Set, flow *flows.Flow, step *flows.Step) (texts []string) {
	for _, wording := range set.Texts() {
		if wording.Ref.Flow != string(flow.ID) || stepAt(flow, wording.Ref.Path) != step || wording.Source == "" {
			continue
		}
		texts = append(texts, wording.Source)
		for _, language := range set.Languages[1:] {
			if t := wording.In(language); t != nil && t.Text != "" {
				texts = append(texts, t.Text)
			}
		}
	}
	return texts
}
