package mutate

import (
	"repartee/flows"
	"repartee/flows/steps"
)

const onward = "the talk went on with the next step here"

// target leads a target elsewhere: on to the next step, or to the end where it went on.
func (g *gatherer) target(t *flows.Target) {
	if !t.Written() {
		return
	}
	ref, next := t.Ref, g.landing(g.next)
	switch {
	case t.Next && next == nil, t.End && next == nil && g.step != nil:
		return // behind the last step is the end
	case t.Next || t.Step != "" && next != nil && g.landing(g.named[t.Step]) == next:
		g.add(Redirect, ref, "the flow ended here", func() { *t = flows.Target{Ref: ref, End: true} }, ref)
	default:
		g.add(Redirect, ref, onward, func() { *t = flows.Target{Ref: ref, Next: true} }, ref)
	}
}

// option lets an option lead to the next step, as if it said nothing of where it leads.
func (g *gatherer) option(o *flows.Option) {
	switch {
	case o.Go != nil && g.landing(g.named[o.Go.Name]) == g.landing(g.next):
		return
	case o.Go == nil && o.Jump == nil && o.Flow == nil && o.FAQ == nil && len(o.Do) == 0:
		return
	}
	g.add(Redirect, o.Ref, "this option led to the next step", func() { o.Go, o.Jump, o.Flow, o.FAQ, o.Do, o.With = nil, nil, nil, nil, nil, nil }, o.Ref)
}

// landing is the step that the talk comes to from one on: a `go` leads on at once. Nil: the end of the flow.
func (g *gatherer) landing(step *flows.Step) *flows.Step {
	for range len(g.named) {
		if step == nil || step.When != nil {
			return step
		}
		switch body := step.Body.(type) {
		case *steps.Go:
			step = g.named[body.Go.Name]
		case *steps.End:
			return nil
		default:
			return step
		}
	}
	return step
}

// leading leaves out steps that lead elsewhere.
func (g *gatherer) leading(step *flows.Step) {
	switch body := step.Body.(type) {
	case *steps.Repeat:
		g.rounds(body)
	case *steps.Branch:
		g.branchArms(body)
	case *steps.Go:
		if g.landing(g.named[body.Go.Name]) != g.landing(g.next) {
			g.without(Redirect, step, onward)
		}
	case *steps.End:
		if g.landing(g.next) != nil {
			g.without(Redirect, step, onward)
		}
	case *steps.Jump:
		g.without(Redirect, step, onward)
	case *steps.Flow:
		g.without(Redirect, step, "the flow "+body.Flow.Name+" were left out")
	}
}

// without leaves a step out.
func (g *gatherer) without(kind Kind, step *flows.Step, words string) {
	g.add(kind, step.Ref, words, func() {
		step.When = &flows.Condition{Expr: flows.Expr{Ref: step.Ref.At("when"), Source: never}}
	}, step.Ref)
}

// never is a condition that does not hold.
const never = "1 == 2"
