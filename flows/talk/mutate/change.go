package mutate

import "repartee/flows"

// Change is one small fault that could be written into a flow.
type Change struct {
	Ref     flows.Ref   // the place
	Flow    string      // "" where bot.yaml is changed
	Kind    Kind        // what is done to it
	If      string      // in words, to go on behind "if": "this check were missing"
	Through []flows.Ref // only talks that go through one of these ways (Set.Ways) can notice; the first is the likeliest

	apply func()
}

// Kind is what a Change does.
type Kind string

// The kinds of Change.
const (
	Negate   Kind = "negate"   // a condition is the other way round
	Boundary Kind = "boundary" // < instead of <=, and the like
	Number   Kind = "number"   // a limit is shifted by the smallest step
	Swap     Kind = "swap"     // two neighbouring arms change places
	Redirect Kind = "redirect" // the talk goes on elsewhere
	DropSet  Kind = "drop-set" // a value, a tag or a goal is not kept
	NoRetry  Kind = "no-retry" // a retry is missing
	NoCheck  Kind = "no-check" // a check is missing
)

// Apply makes the change in the source that it was found in. Each source takes one.
func (c Change) Apply() { c.apply() }

// Changes gives all changes of a source, as it is before it is compiled, in reading order. For the same files they are always the same, so that a change can be found
// again by its place in the list in another source of them.
//
// Changes that mean the same by construction are left out, as an end where nothing stands behind. Of the others see Equivalent.
func Changes(source *flows.Source) []Change {
	g := &gatherer{}
	for _, flow := range source.Flows {
		g.inFlow(flow)
	}
	g.flow, g.step, g.next, g.named = nil, nil, nil, nil
	g.defaults(&source.Bot.Defaults)
	for _, field := range source.Bot.Fields {
		g.field(field, asking(source.Flows, string(field.Name)))
	}
	return g.all
}

// gatherer collects the changes of one source.
type gatherer struct {
	all  []Change
	flow *flows.Flow // nil in bot.yaml
	step *flows.Step // nil in the head of a flow
	next *flows.Step // the one behind it; nil: the end of the flow

	named map[string]*flows.Step // the steps of the flow by what they are known by
}

// add takes a change that can be noticed by talks that go through one of some ways; without any, by those that come to the step at hand.
func (g *gatherer) add(kind Kind, ref flows.Ref, words string, apply func(), through ...flows.Ref) {
	if len(through) == 0 && g.step != nil {
		through = []flows.Ref{g.step.Ref}
		if g.step.When != nil {
			through = append(through, g.step.When.Ref)
		}
	}
	c := Change{Ref: ref, Kind: kind, If: words, Through: through, apply: apply}
	if g.flow != nil {
		c.Flow = string(g.flow.ID)
	}
	g.all = append(g.all, c)
}

func (g *gatherer) inFlow(flow *flows.Flow) {
	g.flow, g.step, g.next, g.named = flow, nil, nil, map[string]*flows.Step{}
	steps := stepsOf(flow.Steps)
	for _, step := range steps {
		g.named[nameOf(step)] = step
	}
	if flow.Goal != nil {
		g.condition(flow.Goal, refs(steps)...)
	}
	for _, field := range flow.Fields {
		g.field(field, asking([]*flows.Flow{flow}, string(field.Name)))
	}
	g.defaults(&flow.Defaults)
	g.steps(flow.Steps, nil)
	g.step = nil
}

// steps looks at steps in their order; after is the one behind them.
func (g *gatherer) steps(list flows.Steps, after *flows.Step) {
	for i, step := range list {
		g.next = after
		if i+1 < len(list) {
			g.next = list[i+1]
		}
		behind := g.next
		g.step = step
		g.at(step)
		if _, loops := step.Body.(flows.Looping); loops {
			behind = step
		}
		for _, within := range nested(step) {
			g.steps(within, behind)
		}
	}
}

// field looks at the bounds of a field and at its options; asked are the questions for it.
func (g *gatherer) field(field *flows.Field, asked []flows.Ref) {
	if len(asked) == 0 {
		return
	}
	g.bounds(field, asked)
	for i := range field.Options.List {
		if o := &field.Options.List[i]; o.When != nil {
			g.condition(o.When, asked...)
		}
	}
}

// at looks at one step.
func (g *gatherer) at(step *flows.Step) {
	if step.When != nil {
		g.condition(step.When)
	}
	flows.Forms(step.Body, g.form)
	g.question(step)
	g.keeping(step)
	g.leading(step)
}

// form looks at one of the recurring forms that a step is made of.
func (g *gatherer) form(form any) {
	switch form := form.(type) {
	case *flows.Condition:
		if form != g.step.When {
			g.condition(form)
		}
	case *flows.Text:
		g.textArms(form)
	case *flows.Option:
		g.option(form)
	case *flows.Target:
		g.target(form)
	case *flows.Listing:
		g.limit(form)
	case *flows.Taking:
		g.passing((*[]flows.Pass)(form), "taken over")
	case *flows.Passing:
		g.passing((*[]flows.Pass)(form), "handed over")
	case *flows.Assignments:
		g.passing((*[]flows.Pass)(form), "set")
	}
}

// defaults looks at what is said for all questions. Its targets and retries are ways of their own.
func (g *gatherer) defaults(keys *flows.Defaults) {
	g.retries(&keys.Retry)
	flows.Forms(shared{keys}, func(form any) {
		switch form := form.(type) {
		case *flows.Target:
			g.target(form)
		case *flows.Text:
			g.textArms(form)
		}
	})
}

// shared lets the forms of keys be gone through that belong to no step.
type shared struct{ *flows.Defaults }

// Run is never called.
func (shared) Run(*flows.Turn) flows.Move { return flows.Next() }
