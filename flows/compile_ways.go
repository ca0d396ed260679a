package flows

import (
	"maps"
	"slices"
	"strings"

	"repartee/flows/expr"
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
	case len(t.Steps) > 0 && p.flow == nil:
		c.fail(t.Ref, "steps-misplaced", "write a flow with these steps, and its name here", "bot.yaml has no steps of its own")
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
	c.fail(name.Ref, "unknown-flow", didYouMean(name.Name, c.flowIDs(), ""), "there is no flow called %s", name.Name)
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
	if len(o.Do) > 0 {
		ways++
		o.target = Target{Steps: o.Do, step: o.Do[0]}
	}
	if ways > 1 {
		c.fail(o.Ref, "two-ways", "keep one of go, jump, flow and do", "option %s leads to more than one place", o.ID)
	}
	if len(o.With) > 0 && o.Jump == nil && o.Flow == nil {
		c.fail(o.With[0].Name.Ref, "with-unused", "`with` goes with flow or jump", "nothing is given anything here")
	}
}

// button checks a button: a built-in command, a page, or a flow.
func (c *compiler) button(b *Button, p place) {
	if b.When != nil {
		c.condition(b.When, p)
	}
	if b.Command != "" {
		c.buttonCommand(b)
		return
	}
	c.label(&b.Label, p)
	if b.Label.Source == "" {
		c.fail(b.Ref, "missing-key", "write `label: ...`", "the button has no label")
	}
	switch {
	case b.URL != nil && b.Flow != nil:
		c.fail(b.Ref, "two-ways", "keep one of url and flow", "the button leads to more than one place")
	case b.URL != nil:
		c.url(b.URL, p)
	case b.Flow != nil:
		c.flowName(b.Flow, p)
	default:
		c.fail(b.Ref, "missing-key", "write `flow: name` or `url: https://...`", "the button leads nowhere")
	}
}

var commandButtons = []string{"back", "cancel", "forget", "help", "language", "menu", "mydata", "privacy", "restart", "stop"}

func (c *compiler) buttonCommand(b *Button) {
	if slices.Contains(commandButtons, b.Command) {
		return
	}
	for _, flow := range c.set.Flows {
		if string(flow.Start.Command) == b.Command {
			return
		}
	}
	c.fail(b.Ref, "unknown-command", didYouMean(b.Command, commandButtons, "one of "+strings.Join(commandButtons, ", ")), "there is no command %s for a button", b.Command)
}

// url compiles an address; values in it are encoded.
func (c *compiler) url(l *Line, p place) {
	l.templates = make([]*expr.Template, len(c.set.Languages))
	for i, language := range c.set.Languages {
		text, ref := l.Source, l.Ref
		if entry := c.translation(p.at, l.Source, language); i > 0 && entry != nil {
			text, ref = entry.Text, entry.Ref
		}
		l.templates[i] = c.template(ref, text, p, expr.CompileURL)
	}
}

// buttonTargets are the flows that a button leads to, by name.
func (c *compiler) buttonTargets() map[string]bool {
	targets := map[string]bool{}
	add := func(form any) {
		if b, ok := form.(*Button); ok && b.Flow != nil {
			targets[b.Flow.Name] = true
		}
	}
	for _, flow := range c.set.Flows {
		for _, step := range flow.steps {
			forms(step.Body, add)
		}
		forms(defaultsBody{&flow.Defaults}, add)
	}
	forms(defaultsBody{&c.src.Bot.Defaults}, add)
	return targets
}

// defaults gives every question what its flow or the bot says for all of them.
func (c *compiler) defaults() {
	for _, flow := range c.set.Flows {
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

// Checker lets a kind check what its fields' types do not tell.
type Checker struct {
	c     *compiler
	place place
}

// Fail reports a mistake that stops the set from being used.
func (k *Checker) Fail(ref Ref, code, help, format string, args ...any) {
	k.c.fail(ref, code, help, format, args...)
}

// Crossing settles a way into another flow. A flow that is not there has been reported already.
func (k *Checker) Crossing(flow FlowName, with Passing) *Crossing {
	x := &Crossing{Flow: flow, With: with, flow: k.c.set.flows[flow.Name]}
	if flow.Name == commandMenu && x.flow == nil {
		x.flow = k.c.set.start
	}
	k.c.handed(x, k.place)
	return x
}

// Taking checks what is taken from another flow at its end.
func (k *Checker) Taking(x *Crossing, take Taking) {
	if x.flow == nil {
		return
	}
	inside := place{c: k.c, flow: x.flow}
	for i := range take {
		pair := &take[i]
		k.c.expr(&pair.Expr, inside)
		if to := k.c.assignable(pair.Name, k.place); to != nil && pair.Expr.program != nil {
			k.c.fits(&pair.Expr, to, "field "+pair.Name.Name)
		}
	}
}

// Step finds the step that a name means. One that is not there has been reported already.
func (k *Checker) Step(name StepName) *Step { return k.place.flow.resting[name.Name] }

// Field finds the field that a name means; nil where there is none, which has been reported already.
func (k *Checker) Field(name FieldName) *Field { return k.place.field(name.Name) }

// Choices settles the options that are offered for a field: the step's own, which must agree with the field's, else the field's. For a menu pass no field.
func (k *Checker) Choices(own Options, field *Field) []*Option {
	var options []*Option
	if own.Of != nil {
		if lender := k.place.field(own.Of.Name); lender != nil {
			own.List = lender.Options.List
		}
	}
	for i := range own.List {
		options = append(options, &own.List[i])
	}
	if field == nil {
		for _, option := range options {
			at := k.place.under(string(option.ID))
			k.c.label(&option.Label, at)
			k.c.optionWords(option, at.at)
		}
		return options
	}
	if len(options) == 0 {
		return k.c.fieldChoices(field)
	}
	k.agree(options, field)
	return options
}

func (c *compiler) fieldChoices(field *Field) []*Option {
	for field.Options.Of != nil {
		lender := c.set.fields[field.Options.Of.Name]
		if lender == nil || lender == field {
			break
		}
		field = lender
	}
	var options []*Option
	for i := range field.Options.List {
		options = append(options, &field.Options.List[i])
	}
	return options
}

// agree holds the options of a question against those of its field.
func (k *Checker) agree(options []*Option, field *Field) {
	for _, option := range options {
		if option.templates() == nil {
			k.c.option(option, place{c: k.c, flow: k.place.flow, step: k.place.step, at: k.place.at})
		}
		if _, ok := field.typ.Option(string(option.ID)); !ok {
			var ids []string
			for _, known := range field.typ.Options {
				ids = append(ids, known.ID)
			}
			k.c.fail(option.Ref, "not-an-option", didYouMean(string(option.ID), ids, ""), "%s is not among the options of field %s", option.ID, field.Name)
		}
	}
}

func (o *Option) templates() []*expr.Template { return o.Label.templates }
