package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
)

// itemNeverRecommended finds items that no answers lead to.
func itemNeverRecommended() Rule {
	return Rule{
		Code: "item-never-recommended",
		What: "No combination of answers leads to an item of a catalog: the `where` of each step that offers its items leaves it out, or others always come first.",
		Why:  "It is in the catalog, and nobody is ever shown it.",
		Mend: "Look at what the `where` asks of it: give it the answers that it is good for, or widen what the question takes. Where others always come first, write a rule for it in `rank`, or raise the `limit`.",
		Example: `
  flow: part
  start: {command: part}
< fields: {budget: {type: money, min: 1, max: 10}}
> fields: {budget: {type: money, min: 1, max: 100}}
  steps:
    - {ask: budget, text: Up to how much?}
    - recommend: chosen
      from: catalog.coffee
      where: item.price <= budget
      text: "**{{ item.name }}** ({{ item.price }})"
      none: nothing
    - cart: {add: chosen}
    - end
    - say: There is nothing for that.
      id: nothing
`,
		Check: func(v *analysis.View, r *Report) {
			for _, catalog := range v.Set.Catalogs() {
				for _, item := range lostItems(v, catalog) {
					if item.behind {
						r.Found(item.Ref, "write a rule for it in `rank`, or raise `limit`", "no answers lead to %s: with all that fit it others come first", item.name)
					} else {
						r.Found(item.Ref, "look at the `where` of the steps that offer it", "no answers lead to %s", item.name)
					}
				}
			}
		},
	}
}

// lost is an item that nothing leads to.
type lost struct {
	flows.Ref
	name   string
	behind bool // some answers fit it, but with each of them others are better
}

// lostItems are those of a catalog that the steps which offer its items all leave out.
func lostItems(v *analysis.View, catalog *flows.Catalog) []lost {
	offers, all := offersOf(v, catalog)
	if all || len(offers) == 0 {
		return nil
	}
	items, refs := catalog.Sold(0), refsOf(catalog)
	found, fits := make([]bool, len(items)), make([]bool, len(items))
	for i := range items {
		at := mixed(i, len(items))
		found[at] = slices.ContainsFunc(offers, func(o *offer) bool {
			may := o.where == nil || o.mayShow(items[at])
			fits[at] = fits[at] || may
			return may && (!o.ranked || o.best[items[at].Field("id").AsText()])
		})
	}
	var lostOnes []lost
	for i, item := range items {
		if !found[i] {
			lostOnes = append(lostOnes, lost{refs[item.Field("id").AsText()], item.Field("name").AsText(), fits[i]})
		}
	}
	return lostOnes
}

// mixed goes through n numbers in another order than theirs: what leads to an item from the middle of a long catalog, or to the dearest, leads to many others.
func mixed(i, n int) int {
	const prime = 7919
	if n%prime == 0 {
		return i
	}
	return i * prime % n
}

// refsOf are the places where the items of a catalog are written, by their ids.
func refsOf(catalog *flows.Catalog) map[string]flows.Ref {
	refs := make(map[string]flows.Ref, len(catalog.Items))
	for i := range catalog.Items {
		item := &catalog.Items[i]
		for _, cell := range item.Cells {
			if cell.Column == "id" {
				refs[cell.Text] = item.Ref
			}
		}
	}
	return refs
}
