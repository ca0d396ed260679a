package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// offer is a step that offers some items of a catalog.
type offer struct {
	wheres
	asks  *ofItem // what `where` asks of an item; nil: nothing
	shows map[*expr.Formula]bool
	at    ground
	may   map[string]bool // whether something leads to an item, by the key of its condition, or of a part that nothing meets
	led   []answers       // that led to items before, those that did last at the end

	best   map[string]bool // the items that are among the best with some answers, where that can be told
	ranked bool
}

// mostLed is how many answers that led to other items are tried.
const mostLed = 6

// mayShow tells whether some answers meet the condition that an item has here.
func (o *offer) mayShow(item value.Value) bool {
	f := o.asks.with(item)
	may, there := o.shows[f]
	if !there {
		may = o.canBe(f)
		o.shows[f] = may
	}
	return may
}

// canBe tells whether some answers meet a condition.
func (o *offer) canBe(f *expr.Formula) bool {
	if f.Sign == expr.Fixed {
		return f.Holds
	}
	for i, known := range slices.Backward(o.led) {
		if met(f, known) {
			o.led = append(slices.Delete(o.led, i, i+1), known)
			return true
		}
	}
	key := decide.Key(f)
	if may, there := o.may[key]; there {
		return may
	}
	if slices.ContainsFunc(partsOf(f), o.isDead) {
		return false
	}
	answer, witness := o.at.decide([]*expr.Formula{f}, nil)
	o.may[key] = answer != decide.No
	switch answer {
	case decide.Yes:
		o.led = append(o.led[max(0, len(o.led)+1-mostLed):], answersOf(witness))
	case decide.No:
		for _, part := range partsOf(f) {
			if !o.at.can(part) {
				o.may[decide.Key(part)] = false
			}
		}
	}
	return answer != decide.No
}

// isDead tells of a part of a condition that was found to be met by nothing.
func (o *offer) isDead(part *expr.Formula) bool {
	may, there := o.may[decide.Key(part)]
	return there && !may
}

// partsOf are the conditions that have to hold for a formula to hold; none where it is one by itself.
func partsOf(f *expr.Formula) []*expr.Formula {
	if f.Sign == expr.And {
		return f.Parts
	}
	return nil
}

// offersOf are the steps that offer some items of a catalog; all tells that something may lead to each of them.
func offersOf(v *analysis.View, catalog *flows.Catalog) (offers []*offer, all bool) {
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			if slices.ContainsFunc(v.Uses(step), func(u flows.Use) bool { return u.Name == "catalog."+string(catalog.ID) }) {
				return nil, true // an expression may
			}
			if catalogOf(v, step) != catalog {
				continue
			}
			at, comes := groundAt(v, step)
			if !comes {
				continue
			}
			o := &offer{at: at.taken(), may: map[string]bool{}, shows: map[*expr.Formula]bool{}}
			if o.wheres, _ = wheresOf(v, step); o.where != nil {
				o.asks = ofItems(o.where)
			}
			o.best, o.ranked = bestOf(v, step, o.at, o.wheres)
			if o.where == nil && !o.ranked {
				return nil, true
			}
			offers = append(offers, o)
		}
	}
	return offers, false
}
