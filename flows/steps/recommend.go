package steps

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Recommend chooses the items that fit this customer best, says why, and keeps the one that he takes.
type Recommend struct {
	flows.Question `yaml:",inline"`
	flows.Listing  `yaml:",inline"`
	Recommend      flows.FieldName `yaml:"recommend,required" doc:"The field that keeps the item that is taken; it needs no line under fields."`
	Rank           []Rule          `yaml:"rank" doc:"What speaks for an item. Those with the highest sum come first; ties stay in the order of the source."`
	Text           flows.Text      `yaml:"text,required" names:"reasons" doc:"What is said of each item; {{ item.name }} and {{ reasons }} are known in it."`
	Choose         flows.Label     `yaml:"choose" doc:"What the button under each item says."`
	None           flows.Target    `yaml:"none" doc:"Where the talk goes on when no item is left; without it with the next step."`

	item *value.Type
	pool flows.Listing // the source without the limit: the best are known only when all are ranked
}

// Rule is one thing that speaks for an item, or against it.
type Rule struct {
	Score   flows.Expr       `yaml:"score,required" doc:"How much it counts: a number, or an expression as -item.price / 10."`
	When    *flows.Condition `yaml:"when" doc:"It counts only if this holds."`
	Because flows.Label      `yaml:"because" doc:"The reason as customers read it, for {{ reasons }}."`
}

// How many items are recommended where no limit is written, and at most: each is a message of its own.
const (
	fewItems  = 3
	mostItems = 10
)

// Name is the field's.
func (r *Recommend) Name() string { return r.Recommend.Name }

// Source is where the items come from.
func (r *Recommend) Source() *flows.Listing { return sourceOf(&r.Listing) }

// Declares gives the field that keeps the item.
func (r *Recommend) Declares() *flows.Field { return itemField(r.Recommend, &r.Listing) }

// Sets is the field.
func (r *Recommend) Sets() []string { return []string{r.Recommend.Name} }

// Check settles the source.
func (r *Recommend) Check(k *flows.Checker) {
	needsSource(k, &r.Listing, r.Recommend.Ref, "recommend")
	r.item = k.Listing(&r.Listing)
	r.pool = r.Listing
	r.pool.Limit = 0
	if r.Limit > mostItems {
		k.Fail(r.Recommend.Ref, "limit-too-high", "write `limit: 3`, or use `show` to leaf through many", "at most %d items can be recommended at once", mostItems)
	}
	for i := range r.Rank {
		k.Number(&r.Rank[i].Score)
	}
}

// Run recommends. A single item (`limit: 1`) is kept without asking.
func (r *Recommend) Run(t *flows.Turn) flows.Move {
	picks := r.picks(t)
	if len(picks) == 0 {
		return t.To(&r.None)
	}
	for _, pick := range picks {
		t.Event(flows.Recommended, r.told(t, pick.item))
	}
	if r.Limit != 1 {
		return t.Ask(r)
	}
	t.SendMessage(card(t, &r.Text, picks[0].item, r.names(t, picks[0].item)))
	t.Keep(r.Recommend.Name, t.Worked(picks[0].item))
	return flows.Next()
}

// Offer gives the best items now, each with a button of its own.
func (r *Recommend) Offer(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Type: r.item, Field: r.Recommend.Name}
	var items []value.Value
	for _, pick := range r.picks(t) {
		items = append(items, pick.item)
	}
	offer.Choices = itemChoices(t, items, r.item, nil)
	for i, item := range items {
		message := card(t, &r.Text, item, r.names(t, item))
		message.Buttons = [][]flows.PressButton{{t.Button(offer.Choices[i].ID, chooseLabel(t, &r.Choose, item))}}
		offer.Messages = append(offer.Messages, message)
	}
	if len(items) == 0 {
		offer.Text = flows.PhraseText("nothing_fits")
	}
	return offer
}

// Take keeps the item.
func (r *Recommend) Take(t *flows.Turn, reply flows.Reply) flows.Move {
	t.Keep(r.Recommend.Name, reply.Answer)
	return flows.Next()
}

// pick is an item with the sum of its rules, in millionths.
type pick struct {
	item  value.Value
	score int64
}

// picks are the best items, the best first.
func (r *Recommend) picks(t *flows.Turn) []pick {
	limit := r.Limit
	if limit == 0 {
		limit = fewItems
	}
	best := make([]pick, 0, limit+1)
	for _, item := range t.List(&r.pool) {
		score := r.score(t, item)
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

func (r *Recommend) score(t *flows.Turn, item value.Value) (sum int64) {
	t.WithItem(item, nil, func() {
		for i := range r.Rank {
			sum += r.Rank[i].gives(t)
		}
	})
	return sum
}

func (rule *Rule) gives(t *flows.Turn) int64 {
	if rule.When != nil && !t.Holds(rule.When) {
		return 0
	}
	return t.Eval(&rule.Score).AsNumber()
}

// names are the reasons for an item, as one text; unknown where there is none.
func (r *Recommend) names(t *flows.Turn, item value.Value) map[string]value.Value {
	reasons := map[string]value.Value{"reasons": {}}
	t.WithItem(item, nil, func() {
		var list []string
		for i := range r.Rank {
			if rule := &r.Rank[i]; rule.Because.Source != "" && rule.gives(t) > 0 {
				list = append(list, t.Read(&rule.Because))
			}
		}
		if list != nil {
			reasons["reasons"] = value.Text(value.Join(list, t.Locale()))
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
