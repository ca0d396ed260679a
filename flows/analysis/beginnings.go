package analysis

import "repartee/flows"

// beginning is one way in which a flow begins, and what is known then.
type beginning struct {
	entry *Entry // nil: the customer or an event starts it
	known func(name string) Knowledge
}

// mostBeginnings is how many callers of a flow are looked at, one by one.
const mostBeginnings = 8

// beginnings are the ways in which a flow begins.
func (v *View) beginnings(flow *flows.Flow) []beginning {
	var all []beginning
	if v.Starts(flow) {
		all = append(all, beginning{known: func(name string) Knowledge {
			if flow.Field(name) != nil {
				return Never
			}
			return Perhaps
		}})
	}
	entries := v.entries[flow]
	for i := range entries {
		if len(all) >= mostBeginnings {
			break
		}
		if b, ok := v.handedBy(flow, &entries[i]); ok {
			all = append(all, b)
		}
	}
	return all
}

// handedBy is how a flow begins by one of its entries; not ok where nobody comes that way.
func (v *View) handedBy(flow *flows.Flow, entry *Entry) (beginning, bool) {
	from := v.facts[entry.From.Flow()]
	r := from.at[entry.From.Order()]
	if r.all == nil {
		return beginning{}, false
	}
	r = r.clone()
	for _, g := range v.Givens(entry.From, entry.Exit) {
		if !v.guard(from, r, g.Condition, g.Holds) {
			return beginning{}, false
		}
	}
	knows := from.knower(r)
	return beginning{entry, func(name string) Knowledge {
		if flow.Field(name) != nil {
			return given(entry.With, name, knows)
		}
		return knows(name)
	}}, true
}
