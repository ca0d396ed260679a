package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// inCarts are the currencies of what flows put into carts, as far as that can be told.
func inCarts(v *analysis.View) []string {
	var all []string
	from, looked := catalogsOfFields(v), map[string]bool{}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			cart, ok := step.Body.(*steps.Cart)
			if !ok || cart.Cart.Add == nil || cart.Cart.Add.Program() == nil {
				continue
			}
			for _, read := range cart.Cart.Add.Program().Reads() {
				catalog := from[read.Name]
				if name, ok := strings.CutPrefix(read.Name, "catalog."); ok {
					catalog = name
				}
				if looked[catalog] {
					continue
				}
				looked[catalog] = true
				for _, currency := range currenciesOf(v.Set.Catalog(catalog)) {
					if !slices.Contains(all, currency) {
						all = append(all, currency)
					}
				}
			}
		}
	}
	return all
}

type catalogsKey struct{}

// catalogsOfFields tells of fields that keep items which catalog these are of. One that keeps items of several is left out.
func catalogsOfFields(v *analysis.View) map[string]string {
	return v.Once(catalogsKey{}, func() any { return newCatalogsOfFields(v) }).(map[string]string)
}

func newCatalogsOfFields(v *analysis.View) map[string]string {
	from := map[string]string{}
	add := func(field, catalog string) {
		if was, there := from[field]; there && was != catalog {
			catalog = ""
		}
		from[field] = catalog
	}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			if catalog := catalogAt(step); catalog != "" {
				for _, field := range step.Keeps() {
					add(field, catalog)
				}
			}
		}
	}
	return from
}

// currenciesOf are those of the prices of a catalog.
func currenciesOf(catalog *flows.Catalog) []string {
	if catalog == nil {
		return nil
	}
	var all []string
	for _, item := range catalog.Sold(0) {
		minor, currency := item.Field("price").AsMoney()
		if minor > 0 && !slices.Contains(all, currency) {
			all = append(all, currency)
		}
	}
	return all
}
