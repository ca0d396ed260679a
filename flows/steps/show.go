package steps

import (
	"strconv"

	"repartee/flows"
	"repartee/flows/value"
)

// Show lets the customer leaf through items, one card at a time or a few side by side, and keeps the one that he takes.
type Show struct {
	flows.Question `yaml:",inline"`
	flows.Listing  `yaml:",inline"`
	Show           flows.FieldName `yaml:"show,required" doc:"The field that keeps the item that is taken; it needs no line under fields."`
	Text           flows.Text      `yaml:"text" doc:"What is said of each item; without it its name, its price and its text."`
	Choose         flows.Label     `yaml:"choose" doc:"What the button under an item says."`
	Compare        int             `yaml:"compare" doc:"2 or 3: so many side by side, as a table of the price and of the catalog's columns that have a label."`
	None           flows.Target    `yaml:"none" doc:"Where the talk goes on when there is no item; without it with the next step."`

	item *value.Type
}

// Name is the field's.
func (s *Show) Name() string { return s.Show.Name }

// Source is where the items come from.
func (s *Show) Source() *flows.Listing { return sourceOf(&s.Listing) }

// Declares gives the field that keeps the item.
func (s *Show) Declares() *flows.Field { return itemField(s.Show, &s.Listing) }

// Sets is the field.
func (s *Show) Sets() []string { return []string{s.Show.Name} }

// Outcomes is that it is answered.
func (s *Show) Outcomes() []string { return []string{flows.OutcomeAnswer} }

// Check settles the source.
func (s *Show) Check(k *flows.Checker) {
	needsSource(k, &s.Listing, s.Show.Ref, "show")
	s.item = k.Listing(&s.Listing)
	switch {
	case s.Compare < 0 || s.Compare == 1 || s.Compare > 3:
		k.Fail(beside(s.Show.Ref, "compare"), "bad-compare", "write `compare: 2`", "2 or 3 items fit side by side, not %d", s.Compare)
	case s.Compare > 0 && !s.Text.Empty():
		k.Fail(s.Text.Ref, "text-unused", "leave out `text` or `compare`", "items side by side are a table of the catalog's columns, without a text")
	}
}

// Run shows the first card.
func (s *Show) Run(t *flows.Turn) flows.Move {
	if len(t.List(&s.Listing)) == 0 {
		return t.To(&s.None)
	}
	return t.Ask(s)
}

// Offer gives the card at hand. All items can be chosen by their names.
func (s *Show) Offer(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Type: s.item, Field: s.Show.Name}
	items := t.List(&s.Listing)
	if len(items) == 0 {
		offer.Text = flows.PhraseText("nothing_fits")
		return offer
	}
	offer.Choices = itemChoices(t, items, s.item, nil)
	perPage := max(1, s.Compare)
	pages := pager{at: pageNumber(t.Page()), of: (len(items) + perPage - 1) / perPage}
	pages.at = min(pages.at, pages.of-1)
	from := pages.at * perPage
	shown := offer.Choices[from:min(from+perPage, len(items))]
	if s.Compare == 0 {
		atHand(t.Locale().Language, &shown[0], chooseLabel(t, &s.Choose, shown[0].Value))
	}
	message := s.card(t, items, shown)
	message.Buttons = append(s.buttons(t, shown), pages.buttons(t)...)
	offer.Messages = []flows.Display{message}
	offer.Choices = append(offer.Choices, pages.choices(t)...)
	return offer
}

func (s *Show) card(t *flows.Turn, items []value.Value, shown []flows.Choice) flows.Display {
	if s.Compare > 0 {
		return flows.Display{Text: comparison(t, &s.Listing, shown)}
	}
	message := card(t, &s.Text, shown[0].Value, nil)
	message.Media = nil
	limit := flows.MessageLimit
	if allPictured(items) {
		message.Media, limit = t.Photo(shown[0].Value.Field("photo").AsText()), flows.CaptionLimit
	}
	message.Text = flows.Shorten(message.Text, limit) // a card stays one message, which turns into the next
	return message
}

// allPictured tells whether every item has a photo. A picture cannot be taken out of a message when it turns to another card.
func allPictured(items []value.Value) bool {
	for _, item := range items {
		if item.Field("photo").AsText() == "" {
			return false
		}
	}
	return true
}

func (s *Show) buttons(t *flows.Turn, shown []flows.Choice) [][]flows.PressButton {
	if s.Compare == 0 {
		return [][]flows.PressButton{{t.Button(shown[0].ID, chooseLabel(t, &s.Choose, shown[0].Value))}}
	}
	var rows [][]flows.PressButton
	for _, choice := range shown {
		rows = append(rows, []flows.PressButton{t.Button(choice.ID, choice.Label)})
	}
	return rows
}

// Take keeps the item.
func (s *Show) Take(t *flows.Turn, r flows.Reply) flows.Move {
	t.Keep(s.Show.Name, r.Answer)
	return flows.Next()
}

// pager leafs through pages, counted from 0; behind the last comes the first.
type pager struct{ at, of int }

func pageNumber(page string) int {
	n, err := strconv.Atoi(page)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

func (p pager) id(step int) string {
	return flows.PagePrefix + strconv.Itoa((p.at+step+p.of)%p.of)
}

// buttons are a row with the page before, the one at hand and the one after; none where there is only one page.
func (p pager) buttons(t *flows.Turn) [][]flows.PressButton {
	if p.of < 2 {
		return nil
	}
	here := strconv.Itoa(p.at+1) + "/" + strconv.Itoa(p.of)
	return [][]flows.PressButton{{t.Button(p.id(-1), "‹"), t.Button(p.id(0), here), t.Button(p.id(1), "›")}}
}

// choices are the ways to turn, for typed words.
func (p pager) choices(t *flows.Turn) []flows.Choice {
	if p.of < 2 {
		return nil
	}
	return []flows.Choice{
		{ID: p.id(1), Label: t.Phrase("page_next", nil).Text},
		{ID: p.id(-1), Label: t.Phrase("page_before", nil).Text},
		{ID: p.id(0), Label: strconv.Itoa(p.at+1) + "/" + strconv.Itoa(p.of)},
	}
}
