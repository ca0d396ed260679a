package compare

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// here tells of an outcome that leads somewhere of its own, and belongs to the step itself: not what a flow or the bot says for all its questions, nor a button beside the answers.
func here(step *flows.Step, x flows.Exit) bool {
	switch x.Kind {
	case flows.ExitButton:
		return false
	case flows.ExitOutcome:
		return x.Written // else it goes on as if nothing had been
	case flows.ExitGiveUp, flows.ExitSilence:
		return strings.HasPrefix(x.Ref.Path, step.Ref.Path+".")
	}
	return true
}

// The part of a talk that a transcript shows: what comes before and behind the way itself.
const (
	linesBefore = 6
	linesBehind = 3
)

// transcript is a talk that takes the way: from the beginning of the flow, and on to its end.
func (r *routes) transcript(way route) []string {
	var before analysis.Path
	if len(way.legs) > 0 {
		before = r.shortest(r.begin(), func(step *flows.Step) bool { return step == way.legs[0].Step })
	}
	var behind analysis.Path
	if way.to != nil {
		behind = r.shortest(way.to, nil)
	}
	all := r.view.Transcript(slices.Concat(before, way.legs, behind))
	first := len(r.view.Transcript(before))
	last := len(r.view.Transcript(slices.Concat(before, way.legs)))
	return window(all, first-linesBefore, last+linesBehind)
}

func (r *routes) begin() *flows.Step {
	if len(r.flow.Steps) == 0 {
		return nil
	}
	return r.flow.Steps[0]
}

// window leaves out the lines before and behind a part.
func window(lines []string, from, to int) []string {
	from, to = max(from, 0), min(to, len(lines))
	if from >= to {
		return lines
	}
	part := slices.Clone(lines[from:to])
	if from > 0 {
		part = append([]string{"…"}, part...)
	}
	if to < len(lines) {
		part = append(part, "…")
	}
	return part
}

// shortest is the way with the fewest steps from one to where it is wanted, or to the end of the flow; nil where there is none.
func (r *routes) shortest(from *flows.Step, wanted func(*flows.Step) bool) analysis.Path {
	type place struct {
		before *place
		leg    analysis.Leg
		step   *flows.Step
	}
	path := func(p *place) analysis.Path {
		var legs analysis.Path
		for ; p.before != nil; p = p.before {
			legs = append(legs, p.leg)
		}
		slices.Reverse(legs)
		return legs
	}
	seen := map[*flows.Step]bool{from: true}
	for open := []*place{{step: from}}; len(open) > 0; open = open[1:] {
		at := open[0]
		if at.step == nil || wanted != nil && wanted(at.step) {
			if at.step == nil && wanted != nil {
				continue
			}
			return path(at)
		}
		for _, exit := range r.view.Exits(at.step) {
			if !here(at.step, exit) || exit.Returns && exit.Kind != flows.ExitCall || seen[exit.To] && exit.To != nil {
				continue
			}
			seen[exit.To] = true
			open = append(open, &place{at, analysis.Leg{Step: at.step, Exit: exit}, exit.To})
		}
	}
	return nil
}
