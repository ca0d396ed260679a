package flows

import (
	"maps"
	"slices"
)

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}

// target settles where a Target leads. In bot.yaml, which has no steps, a bare name is a flow.
func (c *compiler) target(t *Target, p place) {
	switch {
	case t.Step != "" && p.flow == nil:
		t.Flow = &Crossing{Flow: FlowName{Ref: t.Ref, Name: t.Step}}
		t.Step = ""
		c.crossing(t.Flow, p)
	case t.Step != "":
		t.step = c.stepNamed(StepName{Ref: t.Ref, Name: t.Step}, p)
	case t.Flow != nil:
		c.crossing(t.Flow, p)
	case t.Jump != nil:
		c.crossing(t.Jump, p)
	case t.FAQ != nil:
		c.faqName(t.FAQ)
	case len(t.Steps) > 0 && p.flow == nil:
		c.fail(t.Ref, "steps-misplaced", "write a flow with these steps, and its name here", "bot.yaml has no steps of its own")
	case len(t.Steps) > 0 && p.step == nil:
		c.fail(t.Ref, "steps-misplaced", "write them behind an `id:` in `steps`, and that id here", "steps cannot stand in the defaults of a flow")
	case len(t.Steps) > 0:
		t.step = t.Steps[0]
	}
}

func (c *compiler) stepName(name *StepName, p place) { c.stepNamed(*name, p) }

func (c *compiler) stepNamed(name StepName, p place) *Step {
	if name.Name == "" || p.flow == nil {
		return nil
	}
	step := p.flow.resting[name.Name]
	if step == nil {
		help := didYouMean(name.Name, sorted(slices.Collect(maps.Keys(p.flow.resting))), "")
		if c.set.flows[name.Name] != nil {
			help = "for the flow of that name write `jump: " + name.Name + "`"
		}
		c.fail(name.Ref, "unknown-step", help, "flow %s has no step called %s", p.flow.ID, name.Name)
	}
	return step
}

func (c *compiler) flowName(name *FlowName, p place) { c.flowNamed(*name) }

func (c *compiler) flowNamed(name FlowName) *Flow {
	if name.Name == "" {
		return nil
	}
	if flow := c.set.flows[name.Name]; flow != nil {
		return flow
	}
	if name.Name == commandMenu {
		return c.set.start
	}
	c.unknownFlow(name, "")
	return nil
}

// crossing settles a way into another flow: the flow and the names that values are handed over to.
func (c *compiler) crossing(x *Crossing, p place) {
	x.flow = c.flowNamed(x.Flow)
	for i := range x.With {
		c.expr(&x.With[i].Expr, p)
	}
	c.handed(x, p)
}

func (c *compiler) handed(x *Crossing, p place) {
	if x.flow == nil {
		return
	}
	for i := range x.With {
		pair := &x.With[i]
		field := x.flow.fields[pair.Name.Name]
		if field == nil {
			names := sorted(slices.Collect(maps.Keys(x.flow.fields)))
			c.fail(pair.Name.Ref, "unknown-field", didYouMean(pair.Name.Name, names, "declare it there under `fields:`"), "flow %s has no field called %s", x.flow.ID, pair.Name.Name)
			continue
		}
		if pair.Expr.program != nil {
			c.fits(&pair.Expr, field.typ, "field "+pair.Name.Name+" of flow "+string(x.flow.ID))
		}
	}
}

// optionWays settles where an option leads on; one that says several is a mistake.
func (c *compiler) optionWays(o *Option, p place) {
	if o.When != nil {
		c.condition(o.When, p)
	}
	ways := 0
	if o.Go != nil {
		ways++
		o.target = Target{Ref: o.Go.Ref, Step: o.Go.Name, step: c.stepNamed(*o.Go, p)}
	}
	if o.Jump != nil {
		ways++
		o.target = Target{Jump: &Crossing{Flow: *o.Jump, With: o.With}}
		c.crossing(o.target.Jump, p)
	}
	if o.Flow != nil {
		ways++
		o.target = Target{Flow: &Crossing{Flow: *o.Flow, With: o.With}}
		c.crossing(o.target.Flow, p)
	}
	if o.FAQ != nil {
		ways++
		o.target = Target{FAQ: o.FAQ}
		c.faqName(o.FAQ)
	}
	if len(o.Do) > 0 {
		ways++
		o.target = Target{Steps: o.Do, step: o.Do[0]}
	}
	if ways > 1 {
		c.fail(o.Ref, "two-ways", "keep one of go, jump, flow, faq and do", "option %s leads to more than one place", o.ID)
	}
	if len(o.With) > 0 && o.Jump == nil && o.Flow == nil {
		c.fail(o.With[0].Name.Ref, "with-unused", "`with` goes with flow or jump", "nothing is given anything here")
	}
}

// defaults gives every question of a flow what that or the bot says for all of them.
func (c *compiler) defaults(flow *Flow) {
	for _, step := range flow.steps {
		if body, ok := step.Body.(Asking); ok {
			keys := &body.Shared().Defaults
			inherit(keys, &flow.Defaults)
			if !flow.builtin {
				inherit(keys, &c.src.Bot.Defaults)
			}
		}
	}
}

func inherit(keys, from *Defaults) {
	if keys.Retry.Empty() {
		keys.Retry = from.Retry
	}
	if !keys.GiveUp.written() {
		keys.GiveUp = from.GiveUp
	}
	if keys.Silence == nil {
		keys.Silence = from.Silence
	}
	if keys.Interrupts == nil {
		keys.Interrupts = from.Interrupts
	}
	if keys.Buttons == nil {
		keys.Buttons = from.Buttons
	}
	if keys.AfterPress == "" {
		keys.AfterPress = from.AfterPress
	}
}
