package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
)

// itemNeverRecommended finds items that no answers lead to.
func itemNeverRecommended() Rule {
	return Rule{
		Code: "item-never-recommended",
		What: "No combination of answers leads to an item of a catalog: the `where` of each step that offers its items leaves it out.",
		Why:  "It is in the catalog, and nobody is ever shown it.",
		Mend: "Look at what the `where` asks of it: give it the answers that it is good for, or widen what the question takes.",
		Faulty: `flow: part
start: {command: part}
fields: {budget: {type: money, min: 1, max: 10}}
steps:
  - ask: budget
    text: Up to how much per bag?
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
		Mended: `flow: part
start: {command: part}
fields: {budget: {type: money, min: 1, max: 100}}
steps:
  - ask: budget
    text: Up to how much per bag?
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
				for _, ref := range lostItems(v, catalog) {
					r.Found(ref.Ref, "look at the `where` of the steps that offer it", "no answers lead to %s", ref.name)
				}
			}
		},
	}
}

// lost is an item that nothing leads to.
type lost struct {
	flows.Ref
	name string
}

// lostItems are those of a catalog that the steps which offer its items all leave out.
func lostItems(v *analysis.View, catalog *flows.Catalog) []lost {
	var offers []offer
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			if slices.ContainsFunc(v.Uses(step), func(u flows.Use) bool { return u.Name == "catalog."+string(catalog.ID) }) {
				return nil // an expression may lead to any of them
			}
			if catalogOf(v, step) != catalog {
				continue
			}
			w, _ := wheresOf(v, step)
			if w.where == nil {
				return nil
			}
			if at, ok := groundAt(v, step); ok {
				offers = append(offers, offer{w, at.taken(), map[string]bool{}})
			}
		}
	}
	if len(offers) == 0 {
		return nil
	}
	refs := refsOf(catalog)
	var all []lost
	for _, item := range catalog.Sold(0) {
		if !slices.ContainsFunc(offers, func(o offer) bool { return o.mayShow(o.of(item)) }) {
			id := item.Field("id").AsText()
			all = append(all, lost{refs[id], item.Field("name").AsText()})
		}
	}
	return all
}

// offer is a step that offers some items of a catalog, and what it may show, by the key of the condition.
type offer struct {
	wheres
	at  ground
	may map[string]bool
}

// mayShow tells whether some answers meet the condition that an item has here.
func (o offer) mayShow(f *expr.Formula) bool {
	if f.Sign == expr.Fixed {
		return f.Holds
	}
	key := decide.Key(f)
	may, there := o.may[key]
	if !there {
		may = o.at.can(f)
		o.may[key] = may
	}
	return may
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
