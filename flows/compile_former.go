package flows

import (
	"fmt"

	"repartee/flows/shop"
)

// former is something with an id, and the one that it had before; "" where it has not been renamed.
type former struct {
	what    string // as "step ask"
	id, was ID
	ref     Ref // of `was:`
}

// formers checks what a list of things were called before. Each of them is known by its former name too, so that name must be nobody else's.
func (c *compiler) formers(kind string, all []former) {
	ids, claimed := make(map[ID]bool, len(all)), map[ID]former{}
	for i := range all {
		ids[all[i].id] = true
	}
	for _, f := range all {
		other, twice := claimed[f.was]
		switch {
		case f.was == "":
			continue
		case f.was == f.id:
			c.fail(f.ref, "was-itself", "write the name that it had before, or leave `was` out", "%s is called %s still", f.what, f.was)
		case ids[f.was]:
			c.fail(f.ref, "was-in-use", fmt.Sprintf("leave `was` out, or give the %s that is called %s now another name", kind, f.was), "%s cannot have been %s: another %s has that name", f.what, f.was, kind)
		case twice:
			c.fail(f.ref, "was-twice", "keep it at the one that customers shall go on with", "%s has been %s already", other.what, f.was)
		default:
			claimed[f.was] = f
		}
	}
}

// formerFlows checks what flows were called before.
func (c *compiler) formerFlows() {
	all := make([]former, len(c.set.Flows))
	for i, flow := range c.set.Flows {
		all[i] = former{"flow " + string(flow.ID), flow.ID, flow.Was, flow.Ref.At("was")}
	}
	c.formers("flow", all)
}

// formerNames makes flows known by their former names as well, once all that the files name is settled: a state may still name them so, a file may not.
func (c *compiler) formerNames() {
	s := c.set
	s.formerFlows, s.formerItems = map[string]string{}, map[string]string{}
	for _, flow := range s.Flows {
		if was := string(flow.Was); was != "" && s.flows[was] == nil {
			s.flows[was], s.formerFlows[was] = flow, string(flow.ID)
		}
	}
	for _, catalog := range s.catalogOrder {
		for _, item := range catalog.sold.Items(0) {
			was := item.Field(shop.WasColumn).AsText()
			if now, ok := catalog.sold.Item(was); ok && itemKey(now) == itemKey(item) {
				s.formerItems[string(catalog.ID)+"."+was] = itemKey(item)
			}
		}
	}
}

// nowCalled is the flow that had a name before; "" where none had.
func (c *compiler) nowCalled(was string) ID {
	for _, flow := range c.set.Flows {
		if was != "" && string(flow.Was) == was {
			return flow.ID
		}
	}
	return ""
}

// unknownFlow reports the name of a flow that is not there.
func (c *compiler) unknownFlow(name FlowName, otherwise string) {
	help := didYouMean(name.Name, c.flowIDs(), otherwise)
	if now := c.nowCalled(name.Name); now != "" {
		help = "it is called `" + string(now) + "` now"
	}
	c.fail(name.Ref, "unknown-flow", help, "there is no flow called %s", name.Name)
}

// formerSteps checks what the steps of a flow were called before.
func (c *compiler) formerSteps(flow *Flow) {
	var all []former
	for _, step := range flow.steps {
		if step.name != "" {
			all = append(all, former{"step " + step.name, ID(step.name), step.Was, step.Ref.At("was")})
		}
	}
	c.formers("step", all)
}

// formerFields checks what fields, and the options of each, were called before.
func (c *compiler) formerFields(fields Fields) {
	all := make([]former, len(fields))
	for i, field := range fields {
		all[i] = former{"field " + string(field.Name), field.Name, field.Was, field.Ref.At("was")}
		c.formerOptions(field.Options.List)
	}
	c.formers("field", all)
}

// formerOptions checks what the options of one question were called before.
func (c *compiler) formerOptions(options []Option) {
	all := make([]former, len(options))
	for i := range options {
		o := &options[i]
		all[i] = former{"option " + string(o.ID), o.ID, o.Was, o.Ref.At("was")}
	}
	c.formers("option", all)
}

// formerItems checks what the items of a catalog were called before.
func (c *compiler) formerItems(written []*Item) {
	all := make([]former, len(written))
	for i, item := range written {
		id := cellText(item, "id")
		all[i] = former{"item " + id, ID(id), ID(cellText(item, shop.WasColumn)), item.Ref.At(shop.WasColumn)}
	}
	c.formers("item", all)
}
