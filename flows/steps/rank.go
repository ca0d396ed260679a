package steps

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Rule is one thing that speaks for an item, or against it.
type Rule struct {
	Score   flows.Expr       `yaml:"score,required" doc:"How much it counts: a number, or an expression as -item.price / 10."`
	When    *flows.Condition `yaml:"when" doc:"It counts only if this holds."`
	Because flows.Label      `yaml:"because" doc:"The reason as customers read it, for {{ reasons }}."`
}

// pick is an item with the sum of its rules, in millionths.
type pick struct {
	item  value.Value
	score int64
}

// picks are the best items, the best first.
func (r *Recommend) picks(t *flows.Turn) []pick {
	limit := r.Most()
	best := make([]pick, 0, limit+1)
	score := r.scores(t)
	for _, item := range t.List(&r.pool) {
		score := score(item)
		at := slices.IndexFunc(best, func(p pick) bool { return p.score < score })
		if at < 0 {
			at = len(best)
		}
		if at < limit {
			best = slices.Insert(best, at, pick{item, score})
			best = best[:min(len(best), limit)]
		}
	}
	return best
}

// scores prepares the sum of the rules for many items.
func (r *Recommend) scores(t *flows.Turn) func(item value.Value) int64 {
	counts := make([]func(value.Value) bool, len(r.Rank))
	worth := make([]func(value.Value) value.Value, len(r.Rank))
	for i := range r.Rank {
		if r.Rank[i].When != nil {
			counts[i] = t.ForEach(r.Rank[i].When)
		}
		worth[i] = t.EvalEach(&r.Rank[i].Score)
	}
	return func(item value.Value) (sum int64) {
		for i := range worth {
			if counts[i] == nil || counts[i](item) {
				sum += worth[i](item).AsNumber()
			}
		}
		return sum
	}
}

func (rule *Rule) gives(t *flows.Turn) int64 {
	if rule.When != nil && !t.Holds(rule.When) {
		return 0
	}
	return t.Eval(&rule.Score).AsNumber()
}

// names are the reasons for an item, as one text. Where there is none, it fits the answers, if the text has no word of its own for that.
func (r *Recommend) names(t *flows.Turn, item value.Value) map[string]value.Value {
	reasons := map[string]value.Value{"reasons": {}}
	t.WithItem(item, nil, func() {
		var list []string
		for i := range r.Rank {
			if rule := &r.Rank[i]; rule.Because.Source != "" && rule.gives(t) > 0 {
				list = append(list, t.Read(&rule.Because))
			}
		}
		switch {
		case list != nil:
			reasons["reasons"] = value.Text(value.Join(list, t.Locale()))
		case !r.Text.Guards("reasons"):
			reasons["reasons"] = value.Text(t.Phrase("reasons_fit", nil).Text)
		}
	})
	return reasons
}

// told is the item with the numbers of the rules that counted, from 1, as "crema 1 3".
func (r *Recommend) told(t *flows.Turn, item value.Value) string {
	words := []string{strings.TrimPrefix(r.From.Name, "catalog.") + "." + itemID(item, 0)}
	t.WithItem(item, nil, func() {
		for i := range r.Rank {
			if r.Rank[i].gives(t) != 0 {
				words = append(words, strconv.Itoa(i+1))
			}
		}
	})
	return strings.Join(words, " ")
}
