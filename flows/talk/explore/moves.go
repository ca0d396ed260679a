package explore

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// moveKind is what a customer, or the world, does; it is the key of a talk's line.
type moveKind string

const (
	typed    moveKind = "they"
	tapped   moveKind = "tap"
	photo    moveKind = "photo"
	voice    moveKind = "voice"
	file     moveKind = "file"
	place    moveKind = "location"
	event    moveKind = "event"
	pays     moveKind = "pay"
	ordered  moveKind = "order"
	restock  moveKind = "stock"
	silence  moveKind = "after"
	begins   moveKind = ""         // nothing is done yet
	soldOut  moveKind = "sold out" // everything is gone from the beginning on
	gibber            = "qwrtz xkvb"
	anyPlace          = "52.54, 13.41"
)

// move is one thing that is done.
type move struct {
	kind    moveKind
	words   string // as a line of a talk has them
	answer  bool   // the customer means to get on: neither gibberish nor a command
	mayFail bool   // it need not be possible
	country string // of pays: where the goods are sent; "" where a talk sends them anyway

	id      string // the same in all languages
	message int
	button  flows.PressButton
	names   []string // of the button: its label, and the ids of what the question offers
	item    string   // of restock: the key of the stock
	wait    time.Duration
}

// do makes the move.
func (m move) do(c *talk.Conversation) ([]talk.Said, error) {
	switch m.kind {
	case tapped:
		if m.message > 0 {
			return c.Press(m.message, m.button)
		}
		return c.Tap(m.words)
	case photo:
		return c.Show(flows.Photo, m.words)
	case voice:
		return c.Show(flows.Voice, m.words)
	case file:
		return c.Show(flows.File, m.words)
	case place:
		at, _ := flows.ParseSpot(m.words)
		return c.Be(at)
	case event:
		return c.Happen(m.words)
	case pays:
		return c.Pay(talk.PayTurn{How: talk.PayHow(m.words), Country: m.country})
	case ordered:
		return c.Staff(m.words, "")
	case restock:
		c.Restock(m.item, 0)
		return nil, nil
	case silence:
		return c.Pass(flows.Duration{Span: m.wait})
	}
	return c.Say(m.words)
}

// moves are all that is tried in a state.
func (w *walk) moves(s *spot) []move {
	state, err := s.at.State()
	if err != nil {
		return nil
	}
	asked, typ, open := s.at.Standing()
	all := buttons(s, asked)
	if open {
		all = append(all, numbered(w.answers(s, asked, typ))...)
	} else if len(state.Session.Frames) == 0 {
		all = append(all, w.starts()...)
	}
	all = append(all, w.money(s, state)...)
	for _, aside := range state.Session.Aside {
		if aside.Event != "" {
			all = append(all, move{kind: event, words: aside.Event})
		}
	}
	if wait := state.Wake().Sub(s.at.Now()); !state.Wake().IsZero() && wait < longestWait {
		minutes := max(1, int((wait+time.Minute-1)/time.Minute))
		all = append(all, move{kind: silence, words: strconv.Itoa(minutes) + "m", wait: time.Duration(minutes) * time.Minute})
	}
	for i := range all {
		if all[i].id == "" {
			all[i].id = string(all[i].kind) + " " + all[i].words
		}
	}
	return all
}

// numbered tells answers apart by their place: their words differ from language to language.
func numbered(answers []move) []move {
	for i := range answers {
		answers[i].id = "answer " + strconv.Itoa(i)
	}
	return answers
}

// longestWait is how far ahead something that comes by itself is waited for.
const longestWait = 100 * 24 * time.Hour

// starts are the ways into the flows of the folder: a command, a link, an event, or words.
func (w *walk) starts() []move {
	all := []move{{kind: typed, words: "/start", answer: true}}
	for _, flow := range w.set.Flows {
		if flow.Builtin() {
			continue
		}
		start := flow.Start
		if start.Command != "" {
			all = append(all, move{kind: typed, words: "/" + string(start.Command), answer: true})
		} else if words := w.set.StartWords(flow, w.language); len(words) > 0 {
			all = append(all, move{kind: typed, words: words[0], answer: true, id: "start " + string(flow.ID)})
		}
		if start.Event != "" {
			all = append(all, move{kind: event, words: string(start.Event)})
		}
		for _, payload := range w.payloads(start.Link) {
			all = append(all, move{kind: typed, words: "/start " + payload, answer: true})
		}
	}
	return all
}

// payloads are deep links that a flow starts with: those that conditions know, and one that none knows.
func (w *walk) payloads(link string) []string {
	prefix, starred := strings.CutSuffix(link, "*")
	if !starred {
		return nonEmpty(link)
	}
	payloads := []string{prefix + "else"}
	for _, known := range w.limits["link"] {
		if text := known.at.AsText(); text != "" {
			payloads = append(payloads, prefix+text)
		}
	}
	return payloads
}

func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// money are the ways to deal with an open invoice, what staff do with an order, and that what is in the cart is sold out.
func (w *walk) money(s *spot, state flows.State) []move {
	var all []move
	invoice := s.at.Invoice()
	for _, o := range state.Contact.Orders {
		switch {
		case o.State == shop.Open && invoice != nil && invoice.Order == o.Number:
			for _, how := range []talk.PayHow{talk.PayPaid, talk.PayDeclined, talk.PayExpired} {
				all = append(all, move{kind: pays, words: string(how), answer: how == talk.PayPaid, mayFail: true, country: countryOf(o)})
			}
		case o.State == shop.Placed:
			all = append(all, move{kind: ordered, words: string(shop.Paid), mayFail: true}, move{kind: ordered, words: string(shop.Cancelled), mayFail: true})
		}
	}
	if cart := state.Session.Cart; cart != nil && len(cart.Lines) > 0 {
		line := cart.Lines[0]
		if key := line.StockKey(); s.at.Left()[key] > 0 {
			item := line.Item
			if line.Variant != "" {
				item += "." + line.Variant
			}
			all = append(all, move{kind: restock, words: item, item: key})
		}
	}
	return all
}

// countryOf is one that an order can be sent to, where it cannot be sent to the country of talks that say none; else "".
func countryOf(o shop.Order) string {
	usual := (&talk.PayTurn{}).Address().Country
	other := ""
	for _, way := range o.Ways {
		if len(way.Countries) == 0 || slices.Contains(way.Countries, usual) {
			return ""
		}
		if other == "" {
			other = way.Countries[0]
		}
	}
	return other
}
