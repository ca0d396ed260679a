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
func (r *routes) transcript(from string, way route) []string {
	var before analysis.Path
	if len(way.legs) > 0 && from != beginning {
		before = r.shortest(arrival{step: r.begin()}, func(at arrival) bool { return at.step == way.legs[0].Step && at.asks() })
	}
	var behind analysis.Path
	if way.to != nil {
		behind = r.shortest(arrival{lastOf(way.legs), way.to}, nil)
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

// arrival is a step that the talk comes to from another one; from none where the flow begins.
type arrival struct{ from, step *flows.Step }

// asks tells of an arrival after which the step's own question is put: a list begins with its first entry.
func (a arrival) asks() bool { return !analysis.Unasked(a.step, a.from) }

// has tells of the outcomes of the step that belong to it, and are to be had after the arrival.
func (a arrival) has(x flows.Exit) bool {
	return here(a.step, x) && (a.asks() || x.Kind == flows.ExitRound || x.Kind == flows.ExitPass)
}

// visit is what two arrivals have in common that lead to the same.
type visit struct {
	step *flows.Step
	asks bool
}

func (a arrival) visit() visit {
	if a.step == nil {
		return visit{}
	}
	return visit{a.step, a.asks()}
}

func lastOf(legs analysis.Path) *flows.Step {
	if len(legs) == 0 {
		return nil
	}
	return legs[len(legs)-1].Step
}

// shortest is the way with the fewest steps from an arrival to where it is wanted, or to the end of the flow; nil where there is none.
func (r *routes) shortest(from arrival, wanted func(arrival) bool) analysis.Path {
	type place struct {
		before *place
		leg    analysis.Leg
		arrival
	}
	path := func(p *place) analysis.Path {
		var legs analysis.Path
		for ; p.before != nil; p = p.before {
			legs = append(legs, p.leg)
		}
		slices.Reverse(legs)
		return legs
	}
	seen := map[visit]bool{from.visit(): true}
	for open := []*place{{arrival: from}}; len(open) > 0; open = open[1:] {
		at := open[0]
		if at.step == nil || wanted != nil && wanted(at.arrival) {
			if at.step == nil && wanted != nil {
				continue
			}
			return path(at)
		}
		for _, exit := range r.view.Exits(at.step) {
			to := arrival{at.step, exit.To}
			if !at.has(exit) || exit.Returns && exit.Kind != flows.ExitCall || exit.To != nil && seen[to.visit()] {
				continue
			}
			seen[to.visit()] = true
			open = append(open, &place{at, analysis.Leg{Step: at.step, Exit: exit}, to})
		}
	}
	return nil
}
