package rehearsal

import (
	"slices"
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
}

// mostSheets bounds those that are kept: what is folded makes another one.
const mostSheets = 64

func (s *sheets) sheet(loaded *config.Loaded, flow *flows.Flow, folded []string) drawing.Sheet {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of != loaded || len(s.byFlow) >= mostSheets {
		s.of, s.byFlow = loaded, map[string]drawing.Sheet{}
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
	return sheet
}

func pictureOf(set *flows.Set, flow *flows.Flow, folded []string) drawing.Picture {
	if flow == nil {
		return drawing.OfBot(set, nil)
	}
	return drawing.OfFlow(set, flow, nil)
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
	m := mapping{w: w, flow: drawn, sheet: r.drawn.sheet(w.loaded, drawn, folded), passes: passesOf(w.record.of(customer)), reached: w.reached()}
	if customer != nobody {
		m.place, m.step = w.stands(customer)
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
	place    string // the flow that is open
	step     string // and the step
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
	out.Step, out.Flow, out.Texts = "", string(flow.ID), nil
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

// stepBox tells of a step. What a flow ends with, and other flows, have no Ref of a step.
func (m *mapping) stepBox(out *console.MapBox, box *drawing.Box) {
	step := m.stepOf(box)
	if step == nil {
		if other := m.w.loaded.Set.Flow(box.Ref.Flow); other != nil && other != m.flow {
			out.Step, out.Flow = "", string(other.ID)
		}
		return
	}
	out.Step = step.Ref.Path
	out.Texts = textsOf(m.w.loaded.Set, m.flow, step)
	lines := linesOf(m.w.loaded, step.Ref)
	out.Place, out.Source = lines.place, lines.text
	out.Passes, out.Reached = m.passes.steps[step.Ref], m.reached[step.Ref]
	out.Open = m.place == string(m.flow.ID) && m.step != "" && m.step == step.Name()
}

func (m *mapping) stepOf(box *drawing.Box) *flows.Step {
	i := slices.IndexFunc(m.flow.AllSteps(), func(s *flows.Step) bool { return s.Ref.Flow == box.Ref.Flow && s.Ref.Path == box.Ref.Path })
	if i < 0 {
		return nil
	}
	return m.flow.AllSteps()[i]
}

// textsOf is all that a step says, in each language.
func textsOf(set *flows.Set, flow *flows.Flow, step *flows.Step) (texts []string) {
	for _, wording := range set.Texts() {
		if wording.Ref.Flow != string(flow.ID) || stepAt(flow, wording.Ref.Path) != step || wording.Source == "" {
			continue
		}
		texts = append(texts, wording.Source)
		for _, language := range set.Languages[1:] {
			if t := wording.Translations[language]; t != nil && t.Text != "" {
				texts = append(texts, t.Text)
			}
		}
	}
	return texts
}
