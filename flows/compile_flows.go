package flows

import (
	"reflect"
	"slices"
	"strings"
)

// reservedFlows are words that mean something else where a flow's name could stand.
var reservedFlows = []string{"next", "end", commandStart, commandRestart, commandBack, commandCancel, commandWhy}

// flowKinds are what a flow can be for.
var flowKinds = []string{"information", "passive_advice", "interactive_advice", "purchase", "service"}

// flows takes in the folder's flows and the built-in ones that it does not replace, and lays out their steps.
func (c *compiler) flows() {
	c.set.flows = map[string]*Flow{}
	add := func(flow *Flow) {
		id := string(flow.ID)
		c.set.flows[id], c.set.parts[id] = flow, newPart()
		c.set.Flows = append(c.set.Flows, flow)
	}
	for _, flow := range c.src.Flows {
		id := string(flow.ID)
		switch {
		case id == "":
		case slices.Contains(reservedFlows, id):
			c.fail(flow.Ref.At("flow"), "reserved-name", "give the flow another name", "%q has a meaning of its own and cannot name a flow", id)
		case flow.Kind != "" && !slices.Contains(flowKinds, flow.Kind):
			c.fail(flow.Ref.At("kind"), "unknown-flow-kind", didYouMean(flow.Kind, flowKinds, ""), "there is no kind of flow called %s", flow.Kind)
			add(flow)
		case c.set.flows[id] != nil:
			c.fail(flow.Ref.At("flow"), "duplicate-id", "two files begin with `flow: "+id+"`; rename one of them", "there is another flow called %s", id)
		default:
			add(flow)
		}
	}
	for _, flow := range c.src.Builtin {
		if c.set.flows[string(flow.ID)] == nil && c.needed(flow) {
			flow.builtin = true
			add(flow)
		}
	}
	c.formerFlows()
	c.makeupsAhead()
	c.eachFlow((*compiler).layOut)
	c.set.start = c.startFlow()
}

// makeupsAhead finds out what the bodies of steps are made of, before flows are compiled side by side.
func (c *compiler) makeupsAhead() {
	for _, flow := range c.set.Flows {
		for _, step := range flow.Steps {
			if step.Body != nil {
				c.makeups.ahead(reflect.TypeOf(step.Body))
			}
		}
	}
}

func (c *compiler) startFlow() *Flow {
	start := c.src.Bot.Start
	if start.Name == "" {
		return nil // config has reported the missing key
	}
	flow := c.set.flows[start.Name]
	if flow == nil {
		c.unknownFlow(start, "write a file in flows/ that begins with `flow: "+start.Name+"`")
	}
	return flow
}

func (c *compiler) flowIDs() []string {
	var ids []string
	for id, flow := range c.set.flows {
		if !strings.HasPrefix(id, "_") {
			ids = append(ids, string(flow.ID))
		}
	}
	slices.Sort(ids)
	return ids
}

// layOut links the steps of a flow, nested ones too, and gives them their names.
func (c *compiler) layOut(flow *Flow) {
	flow.resting, flow.goals, flow.fields = map[string]*Step{}, map[string]bool{}, map[string]*Field{}
	if len(flow.Steps) == 0 && !flow.builtin {
		c.fail(flow.Ref.At("steps"), "empty-flow", "write at least one step, as `- say: Hello!`", "flow %s has no steps", flow.ID)
	}
	c.link(flow, flow.Steps, nil, nil)
	var former []*Step
	for _, step := range flow.steps {
		step.name = stepName(step)
		if step.Was != "" {
			former = append(former, step)
		}
		if step.name == "" {
			continue
		}
		if slices.Contains([]string{"next", "end"}, step.name) {
			c.fail(step.Ref.At("id"), "reserved-name", "give the step another id", "%q has a meaning of its own and cannot name a step", step.name)
		}
		if first := flow.resting[step.name]; first != nil {
			c.fail(step.Ref, "duplicate-id", "give this step an `id:` of its own", "two steps of flow %s are known as %s", flow.ID, step.name)
			continue
		}
		flow.resting[step.name] = step
	}
	c.formerSteps(flow)
	for _, step := range former {
		if flow.resting[string(step.Was)] == nil {
			flow.resting[string(step.Was)] = step
		}
	}
}

// link makes each step know the one after it; the last of a nested list goes on behind the step it is nested in.
func (c *compiler) link(flow *Flow, steps Steps, outer, after *Step) {
	for i, step := range steps {
		step.flow, step.outer = flow, outer
		step.next = after
		if i+1 < len(steps) {
			step.next = steps[i+1]
		}
		step.order = len(flow.steps)
		flow.steps = append(flow.steps, step)
		behind := step.next
		if _, loops := step.Body.(Looping); loops {
			behind = step
		}
		for _, nested := range c.makeups.steps(step.Body) {
			c.link(flow, nested, step, behind)
		}
	}
}

func stepName(step *Step) string {
	if step.ID != "" {
		return string(step.ID)
	}
	if body, ok := step.Body.(Named); ok {
		if name := body.Name(); name != "" {
			return name
		}
		return step.Kind
	}
	return ""
}
