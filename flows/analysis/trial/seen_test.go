package trial

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// seen is what was met on a walk, each with a way to where it was met first.
type seen struct {
	held, fell map[flows.Ref]string // conditions that held, and that failed
	lacked     map[flows.Ref]string // conditions that looked at something unknown
	taken      map[flows.Ref]string
	texts      map[string]string // messages, and labels of buttons
	reached    map[string]string // flows whose goal was reached
	missed     map[string]string // flows that ended without it
	started    map[string]string
	silent     map[string]string // flows after which there was not a word
	errors     map[string]string
	answered   map[*flows.Step]string
	empty      map[*flows.Step]string // steps that had nothing to offer, and no word for that
	asked      map[*flows.Step]asking
}

// asking is what was known when a question was put.
type asking struct{ known, unknown string }

func newSeen() seen {
	refs := func() map[flows.Ref]string { return map[flows.Ref]string{} }
	names := func() map[string]string { return map[string]string{} }
	steps := func() map[*flows.Step]string { return map[*flows.Step]string{} }
	return seen{refs(), refs(), refs(), refs(), names(), names(), names(), names(), names(), names(), steps(), steps(), map[*flows.Step]asking{}}
}

func first[K comparable](all map[K]string, key K, way func() string) {
	if _, there := all[key]; !there {
		all[key] = way()
	}
}

func (s *seen) failed(from *spot, by string, err error) {
	first(s.errors, err.Error(), func() string { return from.way() + " | " + by })
}

// look notes what a turn shows.
func (s *seen) look(w *walk, from, to *spot, out flows.Outcome) {
	way := to.way
	for _, d := range out.Decisions {
		if d.Held {
			first(s.held, d.Ref, way)
		} else {
			first(s.fell, d.Ref, way)
		}
		for _, saw := range d.Saw {
			if saw.Value == "" {
				first(s.lacked, d.Ref, way)
			}
		}
	}
	for _, ref := range out.Taken {
		first(s.taken, ref, way)
	}
	s.events(w, from, out.Events, way)
	spoke := false
	for _, effect := range out.Effects {
		switch effect := effect.(type) {
		case flows.Send:
			spoke = true
			s.show(effect.Text, effect.Buttons, way)
		case flows.Edit:
			spoke = true
			s.show(effect.Text, effect.Buttons, way)
		}
	}
	if !spoke && len(out.State.Session.Frames) == 0 {
		first(s.silent, from.by, way)
	}
	s.question(w, to, out.Events)
}

func (s *seen) show(text string, buttons [][]flows.PressButton, way func() string) {
	first(s.texts, text, way)
	for _, row := range buttons {
		for _, button := range row {
			first(s.texts, button.Label, way)
		}
	}
}

func (s *seen) events(w *walk, from *spot, events []flows.Event, way func() string) {
	for i, e := range events {
		flow := w.set.Flow(e.Flow)
		if flow == nil || flow.Builtin() {
			continue
		}
		switch e.Name {
		case flows.Started:
			first(s.started, e.Flow, way)
		case flows.Reached:
			if e.Detail == "" {
				first(s.reached, e.Flow, way)
			}
		case flows.Answered:
			if step := flow.Resting(e.Step); step != nil {
				first(s.answered, step, way)
			}
		case flows.Ended:
			if !won(from, events, e.Flow) {
				first(s.missed, e.Flow, way)
			}
		case flows.Stepped:
			if step := flow.Resting(e.Step); step != nil && goesOn(step) && (i+1 == len(events) || !about(events[i+1], e)) {
				first(s.empty, step, way)
			}
		}
	}
}

// about tells of an event at the same step as another one.
func about(e, other flows.Event) bool {
	switch e.Name {
	case flows.Asks, flows.Recommended, flows.Remembered:
		return e.Flow == other.Flow && e.Step == other.Step
	}
	return false
}

// goesOn tells of a step that goes on without a word where it has no item to offer.
func goesOn(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Recommend:
		return !body.None.Written()
	case *steps.Show:
		return !body.None.Written()
	case *steps.Ask:
		return body.Source() != nil
	}
	return false
}

// won tells whether a run of a flow has reached its goal, before a turn or in it.
func won(from *spot, events []flows.Event, flow string) bool {
	for _, frame := range from.state.Session.Frames {
		if frame.Flow == flow && frame.Won {
			return true
		}
	}
	return slices.ContainsFunc(events, func(e flows.Event) bool { return e.Name == flows.Reached && e.Detail == "" && e.Flow == flow })
}

// question notes what was known when a question was put that stands open now.
func (s *seen) question(w *walk, to *spot, events []flows.Event) {
	frames := to.state.Session.Frames
	if len(frames) == 0 || len(events) == 0 {
		return
	}
	top := &frames[len(frames)-1]
	last := events[len(events)-1]
	flow := w.set.Flow(top.Flow)
	if last.Name != flows.Asks || flow == nil || top.Reopened || flow.Builtin() {
		return
	}
	step := flow.Resting(top.Step)
	if step == nil {
		return
	}
	for _, name := range step.Keeps() {
		_, known := top.Fields[name]
		if flow.Field(name) == nil {
			_, known = to.state.Contact.Fields[name]
		}
		a := s.asked[step]
		if known && a.known == "" {
			a.known = to.way()
		}
		if !known && a.unknown == "" {
			a.unknown = to.way()
		}
		s.asked[step] = a
	}
}

// hole tells whether a text with a mark was said in which a value was missing.
func (s *seen) hole(mark string) (string, bool) { return s.said(mark + "<<>>") }

// said tells whether something was ever to be read.
func (s *seen) said(words string) (string, bool) {
	for text, way := range s.texts {
		if strings.Contains(text, words) {
			return way, true
		}
	}
	return "", false
}
