package compare

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// ways finds which ways from question to question only one of the versions has. A way is known by the question, the outcome and what comes next; the names are
// those of the new version.
func (c *comparer) ways() (gained, lost []Way) {
	if c.old == nil || c.now == nil {
		return nil, nil
	}
	before, after := analysis.New(c.old), analysis.New(c.now)
	for _, was := range before.Flows() {
		flow := c.now.Flow(c.flowNow(string(was.ID)))
		if flow == nil || flow.Builtin() {
			continue
		}
		old := newRoutes(before, was, called{c.renamed, func(flow *flows.Flow) string { return c.flowNow(string(flow.ID)) }})
		now := newRoutes(after, flow, namesNow())
		gained = append(gained, now.without(old)...)
		lost = append(lost, old.without(now)...)
	}
	return gained, lost
}

// renamed gives the name that a step of the old version has now, and the id of one of its options.
func (c *comparer) renamed(step *flows.Step, option string) (string, string) {
	ref, ok := c.steps[step.Ref]
	flow := c.now.Flow(c.flowNow(string(step.Flow().ID)))
	if !ok || flow == nil {
		return stepName(step), option
	}
	for _, now := range flow.AllSteps() {
		if now.Ref != ref {
			continue
		}
		for _, exit := range c.now.Exits(now) {
			if exit.Option != nil && string(exit.Option.Was) == option && option != "" {
				option = string(exit.Option.ID)
			}
		}
		return stepName(now), option
	}
	return stepName(step), option
}

// stepName is what a step is called as a place of a way.
func stepName(step *flows.Step) string {
	if goal, ok := step.Body.(*steps.Goal); ok {
		return "goal " + string(goal.Name)
	}
	return step.Name()
}

// called tells what the places of ways are called in the new version: a step, with one of its options, and a flow.
type called struct {
	step func(step *flows.Step, option string) (string, string)
	flow func(flow *flows.Flow) string
}

// namesNow are those of the new version itself.
func namesNow() called {
	return called{
		step: func(step *flows.Step, option string) (string, string) { return stepName(step), option },
		flow: func(flow *flows.Flow) string { return string(flow.ID) },
	}
}

// routes are the ways of a flow.
type routes struct {
	view   *analysis.View
	flow   *flows.Flow
	called called
	found  map[passage]route
	order  []passage
}

// beginning is where a way begins that leads from no question.
const beginning = "start"

// passage is what a way is known by: two of the same name are the same way.
type passage struct{ from, outcome, to string }

// route is how a way is gone: from the question, none where the flow begins, over the steps that do not wait, to the next; nil at an end.
type route struct {
	legs analysis.Path
	to   *flows.Step
}

func newRoutes(view *analysis.View, flow *flows.Flow, called called) *routes {
	r := &routes{view: view, flow: flow, called: called, found: map[passage]route{}}
	if len(flow.Steps) > 0 {
		r.follow(passage{from: beginning}, nil, flow.Steps[0], map[visit]bool{})
	}
	for _, step := range flow.AllSteps() {
		if !rests(step) {
			continue
		}
		for _, exit := range view.Exits(step) {
			if exit.Kind != flows.ExitPass && here(step, exit) {
				r.leave(step, exit)
			}
		}
	}
	return r
}

// rests tells of the steps that ways lead from and to. A repeat that is told how often asks nothing itself.
func rests(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Goal:
		return true
	case *steps.Repeat:
		return body.Times == nil
	}
	return step.Waits()
}

func (r *routes) leave(step *flows.Step, exit flows.Exit) {
	option := ""
	if exit.Option != nil {
		option = string(exit.Option.ID)
	}
	from, option := r.called.step(step, option)
	way := passage{from: from, outcome: outcome(exit, option)}
	r.onward(way, analysis.Path{{Step: step, Exit: exit}}, exit, map[visit]bool{})
}

// outcome is what is told of how a question ends.
func outcome(exit flows.Exit, option string) string {
	switch exit.Kind {
	case flows.ExitOption:
		return "option " + option
	case flows.ExitAnswer:
		return "an answer"
	case flows.ExitNext, flows.ExitGo, flows.ExitCall:
		return "then"
	}
	return exit.Name
}

// onward follows an outcome to where it leads.
func (r *routes) onward(way passage, legs analysis.Path, exit flows.Exit, seen map[visit]bool) {
	switch {
	case exit.Into != nil && exit.Returns && exit.Kind != flows.ExitCall:
		r.arrive(way, "flow "+r.called.flow(exit.Into)+" and back", legs, nil)
	case exit.Into != nil && !exit.Returns:
		r.arrive(way, "flow "+r.called.flow(exit.Into), legs, nil)
	case exit.To == nil:
		r.arrive(way, "end", legs, nil)
	default:
		r.follow(way, legs, exit.To, seen)
	}
}

// follow goes on through the steps that do not wait.
func (r *routes) follow(way passage, legs analysis.Path, step *flows.Step, seen map[visit]bool) {
	at := arrival{lastOf(legs), step}
	if seen[at.visit()] {
		return
	}
	seen[at.visit()] = true
	resting := rests(step) && at.asks()
	if resting {
		name, _ := r.called.step(step, "")
		r.arrive(way, name, legs, step)
	}
	for _, exit := range r.view.Exits(step) {
		if resting && exit.Kind != flows.ExitPass || !at.has(exit) {
			continue
		}
		r.onward(way, append(slices.Clone(legs), analysis.Leg{Step: step, Exit: exit}), exit, seen)
	}
}

// arrive notes a way; of several routes the first is enough.
func (r *routes) arrive(way passage, to string, legs analysis.Path, step *flows.Step) {
	way.to = to
	if _, ok := r.found[way]; !ok {
		r.found[way] = route{legs, step}
		r.order = append(r.order, way)
	}
}
