package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// answers is what names are, for conditions that are worked out with them.
type answers map[string]value.Value

// Value is what a name is.
func (a answers) Value(name string) value.Value { return a[name] }

// Locale is nobody's: what depends on it is not worked out.
func (a answers) Locale() value.Locale { return value.Locale{} }

// answersOf are the values of a witness, but for those of parts of records.
func answersOf(w decide.Witness) answers {
	given := answers{}
	for _, a := range w {
		if !strings.ContainsAny(a.Name, ".(") {
			given[a.Name] = a.Value
		}
	}
	return given
}

// met tells whether a formula holds with some answers, whatever others there are.
func met(f *expr.Formula, given answers) bool {
	left := f.With(given, given.has)
	return left.Sign == expr.Fixed && left.Holds
}

func (a answers) has(name string) bool {
	_, there := a[name]
	return there
}

// wheres are the conditions of a step for the items of its catalog.
type wheres struct {
	where *expr.Formula // nil: all of them
	items []value.Value
}

// wheresOf are those of a step; not ok where its items are no catalog's.
func wheresOf(v *analysis.View, step *flows.Step) (wheres, bool) {
	catalog := catalogOf(v, step)
	if catalog == nil {
		return wheres{}, false
	}
	w := wheres{items: catalog.Sold(0)}
	if l := sourceOf(step); l.Where != nil {
		w.where = v.Formula(l.Where)
	}
	return w, true
}

// differing gives what a condition comes to for the items, without those for which it says the same.
func (w wheres) differing(c *ofItem) []*expr.Formula {
	seen := map[*expr.Formula]bool{}
	keys := map[string]bool{}
	var all []*expr.Formula
	for _, item := range w.items {
		f := c.with(item)
		if seen[f] {
			continue
		}
		seen[f] = true
		if key := decide.Key(f); !keys[key] {
			keys[key] = true
			all = append(all, f)
		}
	}
	return all
}
