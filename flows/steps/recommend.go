package steps

import (
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

// How many items are recommended where no limit is written, and at most: each is a message of its own.
const (
	fewItems  = 3
	mostItems = 10
)

// Most is how many items it recommends at most.
func (r *Recommend) Most() int {
	if r.Limit == 0 {
		return fewItems
	}
	return r.Limit
}

// Name is the field's.
func (r *Recommend) Name() string { return r.Recommend.Name }

// Source is where the items come from.
func (r *Recommend) Source() *flows.Listing { return sourceOf(&r.Listing) }

// Declares gives the field that keeps the item.
func (r *Recommend) Declares() *flows.Field { return itemField(r.Recommend, &r.Listing) }

// Sets is the field.
func (r *Recommend) Sets() []string { return []string{r.Recommend.Name} }

// Outcomes is that an item is kept.
func (r *Recommend) Outcomes() []string { return []string{flows.OutcomeAnswer} }

// Check settles the source.
func (r *Recommend) Check(k *flows.Checker) {
	needsSource(k, &r.Listing, r.Recommend.Ref, "recommend")
	r.item = k.Listing(&r.Listing)
	r.pool = r.Listing
	r.pool.Limit = 0
	if r.Limit > mostItems {
		k.Fail(beside(r.Recommend.Ref, "limit"), "limit-too-high", "write `limit: 3`, or use `show` to leaf through many", "at most %d items can be recommended at once", mostItems)
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
		return t.Ask(recommending{r, picks})
	}
	t.SendMessage(card(t, &r.Text, picks[0].item, r.names(t, picks[0].item)))
	t.Keep(r.Recommend.Name, t.Worked(picks[0].item))
	t.Came(flows.OutcomeAnswer)
	return flows.Next()
}

// recommending is a Recommend whose items have just been ranked: a large catalog is gone through once in a turn.
type recommending struct {
	*Recommend
	picks []pick
}

// Offer gives the items, each with a button of its own.
func (r recommending) Offer(t *flows.Turn) flows.Offer { return r.offer(t, r.picks) }

// Offer gives the best items now, each with a button of its own.
func (r *Recommend) Offer(t *flows.Turn) flows.Offer { return r.offer(t, r.picks(t)) }

func (r *Recommend) offer(t *flows.Turn, picks []pick) flows.Offer {
	offer := flows.Offer{Type: r.item, Field: r.Recommend.Name}
	items := make([]value.Value, len(picks))
	for i, pick := range picks {
		items[i] = pick.item
	}
	offer.Choices = itemChoices(t, items, r.item, nil)
	for i, item := range items {
		message := card(t, &r.Text, item, r.names(t, item))
		button := chooseLabel(t, &r.Choose, item)
		message.Buttons = [][]flows.PressButton{{t.Button(offer.Choices[i].ID, button)}}
		if len(items) == 1 {
			atHand(t.Locale().Language, &offer.Choices[i], button)
		}
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
