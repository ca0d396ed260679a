package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// sourceOf is where the items of a step come from; nil where there are none.
func sourceOf(step *flows.Step) *flows.Listing {
	if body, ok := step.Body.(flows.Sourced); ok {
		return body.Source()
	}
	return nil
}

// catalogAt is the id of the catalog that `item` is of at a step; "" for none.
func catalogAt(step *flows.Step) string {
	if source := sourceOf(step); source != nil {
		if id, ok := strings.CutPrefix(source.From.Name, "catalog."); ok {
			return id
		}
	}
	return ""
}

// catalogOf is that catalog; nil where there is none.
func catalogOf(v *analysis.View, step *flows.Step) *flows.Catalog {
	return v.Set.Catalog(catalogAt(step))
}
