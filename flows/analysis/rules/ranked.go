package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// The bounds up to which it is gone through all answers which items are among the best.
const (
	mostCombinations = 2000
	mostRanked       = 50_000 // items, times combinations, times rules
	mostRules        = 2000   // items, times rules
)

// bestOf are the items that are among the best with some answers, by their ids; not ok where that cannot be told: too many answers matter, or what is left of an
// item, or a score is worked out of answers.
func bestOf(v *analysis.View, step *flows.Step, at ground, w wheres) (best map[string]bool, ok bool) {
	body, is := step.Body.(*steps.Recommend)
	if !is || len(body.Sort) > 0 || len(w.items)*(1+len(body.Rank)) > mostRules {
		return nil, false
	}
	about := rankedBy(v, body, w)
	if slices.ContainsFunc(about, func(f *expr.Formula) bool { return f == nil || readsStock(f) || ofParts(f) }) {
		return nil, false
	}
	q := decide.Question{Hold: touching(at.hold, about), Currency: v.Set.Currency, Domain: func(name string, _ *value.Type) decide.Domain { return at.domain(name) }}
	combinations, ok := decide.Combinations(q, about, mostCombinations)
	if !ok || len(combinations)*len(w.items)*(1+len(body.Rank)) > mostRanked {
		return nil, false
	}
	best = map[string]bool{}
	for _, c := range combinations {
		for _, id := range ranked(body, w, answersOf(c)) {
			best[id] = true
		}
	}
	return best, true
}

// rankedBy are the conditions that choose and rank the items, for each of them; with a nil among them where a score depends on more than the item.
func rankedBy(v *analysis.View, body *steps.Recommend, w wheres) []*expr.Formula {
	var about []*expr.Formula
	seen := map[string]bool{}
	add := func(f *expr.Formula) {
		if key := decide.Key(f); f.Sign != expr.Fixed && !seen[key] {
			seen[key] = true
			about = append(about, f)
		}
	}
	conditions := []*expr.Formula{w.where}
	for i := range body.Rank {
		rule := &body.Rank[i]
		if slices.ContainsFunc(rule.Score.Program().Formula().Names(), func(name string) bool { return !strings.HasPrefix(name, itemName+".") || ofStock(name) }) {
			return []*expr.Formula{nil}
		}
		if rule.When != nil {
			conditions = append(conditions, v.Formula(rule.When))
		}
	}
	for _, f := range conditions {
		if f == nil {
			continue
		}
		asks := ofItems(f)
		for _, item := range w.items {
			add(asks.with(item))
		}
	}
	return about
}

// ofParts tells of a condition about parts of records, or about expressions.
func ofParts(f *expr.Formula) bool {
	return slices.ContainsFunc(f.Names(), func(name string) bool { return strings.ContainsAny(name, ".:") })
}

// touching are the conditions that are about no other names than some others are.
func touching(hold, about []*expr.Formula) []*expr.Formula {
	var names []string
	for _, f := range about {
		names = append(names, f.Names()...)
	}
	var kept []*expr.Formula
	for _, f := range hold {
		if !slices.ContainsFunc(f.Names(), func(name string) bool { return !slices.Contains(names, name) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// ranked are the ids of the items that are recommended with some answers.
func ranked(body *steps.Recommend, w wheres, given answers) []string {
	type pick struct {
		id    string
		score int64
	}
	var best []pick
	for _, item := range w.items {
		given[itemName] = item
		if body.Where != nil && !body.Where.Program().True(given) {
			continue
		}
		p := pick{id: item.Field("id").AsText()}
		for i := range body.Rank {
			if rule := &body.Rank[i]; rule.When == nil || rule.When.Program().True(given) {
				p.score += rule.Score.Program().Eval(given).AsNumber()
			}
		}
		at := slices.IndexFunc(best, func(other pick) bool { return other.score < p.score })
		if at < 0 {
			at = len(best)
		}
		best = slices.Insert(best, at, p)
		best = best[:min(len(best), body.Most())]
	}
	ids := make([]string, len(best))
	for i, p := range best {
		ids[i] = p.id
	}
	return ids
}
