package explore

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
)

// keyOf is what two states have in common that go on alike: no ids, no times, no counters. What is on the screen counts where it may be older than what is so: a cart
// with something that was sold out meanwhile shows other buttons once it is drawn anew.
func keyOf(set *flows.Set, s flows.State, left map[string]int64, screen func() []string) string {
	k := keyed{set: set}
	for _, frame := range s.Session.Frames {
		k.frame(frame)
	}
	for _, aside := range s.Session.Aside {
		k.words("aside", aside.Event)
		for _, frame := range aside.Frames {
			k.frame(frame)
		}
	}
	k.words("contact", s.Contact.Language, s.Contact.Source, strconv.FormatBool(s.Contact.OptedOut != 0))
	k.fields(s.Contact.Fields)
	k.words(slices.Sorted(slices.Values(s.Contact.Tags))...)
	k.goods(s)
	if cart := s.Session.Cart; cart != nil && len(cart.Lines) > 0 {
		none := wantsGone(s, left)
		k.words("nothing left", strconv.FormatBool(none))
		if none {
			k.words(screen()...)
		}
	}
	return k.String()
}

// placeOf is where the talk stands, whatever was answered and whatever lies below.
func placeOf(set *flows.Set, s flows.State) string {
	k := keyed{set: set}
	if n := len(s.Session.Frames); n > 0 {
		top := s.Session.Frames[n-1]
		k.words(top.Flow, top.Step, k.tries(top), strconv.FormatBool(top.Confirm || top.Near != nil))
		if top.Paying != nil {
			k.words(stage(top.Paying)...)
		}
	}
	return k.String()
}

// keyed writes a key.
type keyed struct {
	strings.Builder
	set *flows.Set
}

func (k *keyed) words(words ...string) {
	for _, word := range words {
		k.WriteString(word)
		k.WriteByte(0)
	}
}

func (k *keyed) frame(f flows.Frame) {
	k.words("frame", f.Flow, f.Step, string(f.Back), k.tries(f), f.Page, f.Event, strconv.FormatBool(f.Won), strconv.FormatBool(f.Confirm),
		strconv.FormatBool(f.Reopened), strconv.FormatBool(f.Job != ""))
	if f.Near != nil {
		k.words(string(f.Near.Value.AppendJSON(nil)))
	}
	k.fields(f.Fields)
	k.words(slices.Sorted(slices.Values(f.Goals))...)
	k.words(slices.Sorted(slices.Values(f.Picked))...)
	for _, name := range slices.Sorted(maps.Keys(f.Rounds)) {
		k.words(name, strconv.Itoa(f.Rounds[name]))
	}
	if f.Paying != nil {
		k.words(stage(f.Paying)...)
	}
}

// tries are those that were used up, as far as one more or less makes a difference.
func (k *keyed) tries(f flows.Frame) string {
	most := 1
	if flow := k.set.Flow(f.Flow); flow != nil {
		if step := flow.Resting(f.Step); step != nil && step.Asks() != nil {
			most = max(most, len(step.Asks().Retry.All))
		}
	}
	return strconv.Itoa(min(f.Tries, most))
}

// stage is how far a payment or an appointment has come.
func stage(p *flows.Paying) []string {
	return []string{p.Payment, p.Way, p.Item, strconv.FormatBool(p.Day != ""), strconv.FormatBool(p.Start != 0), strconv.FormatBool(p.Order != ""), strconv.FormatBool(p.Address != nil), note(p.Note)}
}

// note is a note without the sum in it.
func note(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

func (k *keyed) fields(fields map[string]flows.Answer) {
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		v := fields[name].Value
		if number := v.Field("number"); v.Field("state").Known() && number.Known() { // an order: its number is new each time
			k.words(name, v.Field("state").AsText())
			continue
		}
		if v.Field("booking").Known() || v.Field("start").Known() {
			k.words(name, "appointment")
			continue
		}
		if id := v.Field("id"); id.Known() && v.Field("catalog").Known() { // an item: all else of it may be in the customer's language
			k.words(name, v.Field("catalog").AsText(), id.AsText(), v.Field("variant").AsText())
			continue
		}
		k.words(name, string(v.AppendJSON(nil)))
	}
}

// goods are the cart, the orders and the appointments.
func (k *keyed) goods(s flows.State) {
	k.cart(s)
	k.words("orders")
	var orders []string
	for _, o := range s.Contact.Orders {
		orders = append(orders, string(o.State)+" "+o.Payment)
	}
	slices.Sort(orders)
	k.words(slices.Compact(orders)...)
	k.words("bookings", strconv.Itoa(min(len(s.Contact.Bookings), 2)))
}

func (k *keyed) cart(s flows.State) {
	if cart := s.Session.Cart; cart != nil {
		k.words("cart", cart.Voucher)
		for _, line := range cart.Lines {
			k.words(line.Catalog, line.Item, line.Variant, strconv.FormatInt(min(line.Quantity, manyOfOne), 10))
		}
	}
}

// manyOfOne is the quantity from which on it makes no difference.
const manyOfOne = 2

// wantsGone tells of a cart whose first line is sold out.
func wantsGone(s flows.State, left map[string]int64) bool {
	cart := s.Session.Cart
	if cart == nil || len(cart.Lines) == 0 {
		return false
	}
	n, counted := left[cart.Lines[0].StockKey()]
	return counted && n <= 0
}
