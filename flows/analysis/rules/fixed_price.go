package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// filledItem finds in a text the items that are put in by name: {{ item.name }}, {{ chosen.name ?? ... }}, {{ chosen }}.
var filledItem = regexp.MustCompile(`\{\{\s*([a-z][a-z0-9_]*)(?:\.name)?\s*(?:\?\?[^}]*)?\}\}`)

// fixed knows from which catalog an item comes that a text is filled with.
type fixed struct {
	v      *analysis.View
	fields map[string]string                 // catalogs by the field that keeps the item
	steps  map[string]map[string]*flows.Step // by flow and path
	source map[string]map[string]fixedItems  // what the names of a text stand for, by the text in the first language
}

// fixedItems are the items that a name in a text can stand for.
type fixedItems struct {
	catalog string
	chosen  bool // by a condition: not all of the catalog
	at      span // in the sentence
}

func newFixed(v *analysis.View) *fixed {
	return &fixed{v: v, fields: catalogsOfFields(v), steps: map[string]map[string]*flows.Step{}, source: map[string]map[string]fixedItems{}}
}

// stepsOf are the steps of a flow by their paths.
func (f *fixed) stepsOf(flow string) map[string]*flows.Step {
	if f.steps[flow] == nil {
		f.steps[flow] = map[string]*flows.Step{}
		if of := f.v.Set.Flow(flow); of != nil {
			for _, step := range of.AllSteps() {
				f.steps[flow][step.Ref.Path] = step
			}
		}
	}
	return f.steps[flow]
}

// in gives what the names in a sentence stand for. A translation is filled with the same as its source, which comes before it.
func (f *fixed) in(said flows.Said, text string) []fixedItems {
	var all []fixedItems
	for _, found := range filledItem.FindAllStringSubmatchIndex(text, -1) {
		name := text[found[2]:found[3]]
		items := f.source[said.Source][name]
		if said.Ref.Flow != "" {
			items = f.of(said.Ref, name)
			if f.source[said.Source] == nil {
				f.source[said.Source] = map[string]fixedItems{}
			}
			f.source[said.Source][name] = items
		}
		if items.catalog != "" {
			items.at = span{found[0], found[1]}
			all = append(all, items)
		}
	}
	return all
}

func (f *fixed) of(ref flows.Ref, name string) fixedItems {
	if name != "item" {
		return fixedItems{catalog: f.fields[name], chosen: true}
	}
	of := f.stepsOf(ref.Flow)
	for path := ref.Path; path != ""; path = path[:max(strings.LastIndexByte(path, '.'), 0)] {
		if step := of[path]; step != nil {
			source := sourceOf(step)
			return fixedItems{catalog: catalogAt(step), chosen: source != nil && source.Where != nil}
		}
	}
	return fixedItems{}
}

// fixedPrice holds a sentence with a figure beside an item that is filled in to what the items cost.
func (p *priced) fixedPrice(said flows.Said, s sentence, sums []amount) bool {
	items := p.fixed.in(said, s.text)
	if len(items) != 1 {
		return false
	}
	costs := p.costsOf(items[0].catalog)
	wrong := func(a amount) bool {
		if p.isKnown(a.minor) || len(costs) == 0 {
			return false
		}
		if !toldAsPrice(s.text, items[0].at, a.within(s)) {
			return false
		}
		any := slices.ContainsFunc(costs, func(n *named) bool { return n.costs(a.minor) })
		all := !slices.ContainsFunc(costs, func(n *named) bool { return !n.costs(a.minor) })
		return !all && (!any || !items[0].chosen)
	}
	if i := slices.IndexFunc(sums, wrong); i >= 0 {
		p.tell(said, sums[i].span, "fixed "+strconv.FormatInt(sums[i].minor, 10), "write {{ item.price }}, or the price of the field's item, in place of the figure",
			"the items of %s do not all cost %s", items[0].catalog, said.Text[sums[i].from:sums[i].to])
	}
	return true
}

// costsOf are the items of a catalog with what they cost in the bot's currency.
func (p *priced) costsOf(catalog string) []*named {
	if p.costs[catalog] == nil && p.set.Catalog(catalog) != nil {
		for _, item := range p.set.Catalog(catalog).Sold(0) {
			if prices := pricesOf(item, p.set.Currency); len(prices) > 0 {
				p.costs[catalog] = append(p.costs[catalog], &named{prices: prices})
			}
		}
	}
	return p.costs[catalog]
}
