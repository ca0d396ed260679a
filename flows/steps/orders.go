package steps

import (
	"slices"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// orders lists what the customer has ordered, and shows one in full: what is in it, where it stands, and what was granted for it.
type orders struct{ flows.Question }

func (*orders) Name() string { return "" }

// What can be chosen where an order is shown in full.
const (
	orderCancel = "cancel_order"
	orderAll    = "all_orders"
	orderDone   = "done"
)

func (o *orders) Run(t *flows.Turn) flows.Move {
	t.PayingOver()
	all := ordersMade(t)
	switch {
	case len(all) == 0:
		t.SayPhrase("orders_none")
		return flows.Next()
	case len(all) == 1:
		return o.open(t, all[0].Number)
	}
	return t.Ask(o)
}

// ordersMade are all that came to be, the newest first: those that were cancelled, too, but no invoices that nobody paid.
func ordersMade(t *flows.Turn) []shop.Order {
	var made []shop.Order
	for _, o := range slices.Backward(t.Contact().Orders) {
		unpaid := o.State == shop.Open || o.State == shop.Expired || o.State == shop.Cancelled && o.Method != shop.ByHand && len(o.Charges) == 0
		if !unpaid {
			made = append(made, o)
		}
	}
	return made
}

// open shows an order in full. Only of one that can still be cancelled, or where there are others, something is asked.
func (o *orders) open(t *flows.Turn, number string) flows.Move {
	order := t.Order(number)
	if order == nil {
		return flows.Next()
	}
	t.Paying().Order = number
	t.SayFormatted(orderText(t, order))
	switch {
	case order.State == shop.Placed:
		t.SayPayment(order)
	case len(order.Grants) > 0 && order.State != shop.Refunded && order.State != shop.Cancelled:
		t.GiveAgain(order)
	}
	if order.State != shop.Placed && len(ordersMade(t)) == 1 {
		return flows.Next()
	}
	return t.Ask(o)
}

// orderText is an order with its lines and sums, and where it is sent.
func orderText(t *flows.Turn, o *shop.Order) expr.Formatted {
	parts := append([]expr.Formatted{orderLine(t, o)}, t.SumLines(o.Lines, o.Totals, o.Voucher, o.Way)...)
	if o.Address != nil {
		parts = append(parts, answerLine(t, t.Phrase("pay_to", nil).Text, wholeAddress(t, o.Address)))
	}
	return expr.Join(parts, "\n")
}

// wholeAddress is an address as it was typed, or as Telegram's form gave it.
func wholeAddress(t *flows.Turn, a *shop.Address) string {
	if a.Text != "" {
		return addressText(t, a)
	}
	text := ""
	for _, part := range []string{a.Name, a.Line1, a.Line2, joinedWords(a.PostCode, a.City), a.State} {
		if part != "" {
			text += part + "\n"
		}
	}
	return addressText(t, &shop.Address{Text: text, Country: a.Country})
}

func joinedWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// orderLine is an order in one line: its number, its day, its sum and where it stands.
func orderLine(t *flows.Turn, o *shop.Order) expr.Formatted {
	return t.Phrase("orders_line", map[string]value.Value{
		"number": value.Text(o.Number), "day": value.Text(dateText(t, o.At)), "state": value.Text(t.OrderStateText(o)),
		"amount": value.Money(o.Totals.Total, o.Totals.Currency),
	})
}

func (o *orders) Offer(t *flows.Turn) flows.Offer {
	if order := t.Order(t.Paying().Order); order != nil {
		return orderChoices(t, order)
	}
	var lines []expr.Formatted
	var offer flows.Offer
	all := ordersMade(t)
	for i, order := range all {
		lines = append(lines, orderLine(t, &order))
		choice := flows.Choice{ID: order.Number, Label: order.Number, Synonyms: ordinals(t.Locale().Language, i, len(all)), Value: value.Text(order.Number)}
		offer.Choices = append(offer.Choices, choice)
	}
	if len(lines) > 0 {
		offer.Said = []expr.Formatted{expr.Join([]expr.Formatted{t.Phrase("orders_list", nil), expr.Join(lines, "\n"), t.Phrase("orders_which", nil)}, "\n\n")}
		offer.Choices = append(offer.Choices, orderChoice(t, orderDone))
	}
	return offer
}

// orderChoices are what can be done with an order that is shown.
func orderChoices(t *flows.Turn, o *shop.Order) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("orders_more")}
	if o.State == shop.Placed {
		cancelIt := orderChoice(t, orderCancel)
		cancelIt.Synonyms = flows.CommandWords(t.Locale().Language, "cancel") // here it is the order that is meant, not the talk
		offer.Choices = append(offer.Choices, cancelIt)
	}
	if len(ordersMade(t)) > 1 {
		offer.Choices = append(offer.Choices, orderChoice(t, orderAll))
	}
	offer.Choices = append(offer.Choices, orderChoice(t, orderDone))
	return offer
}

func orderChoice(t *flows.Turn, id string) flows.Choice {
	return flows.Choice{ID: id, Label: t.Phrase("orders_"+id, nil).Text, Value: value.Text(id)}
}

func (o *orders) Back(t *flows.Turn) bool {
	if t.Paying().Order == "" || len(ordersMade(t)) < 2 {
		return false
	}
	t.PayingOver()
	return true
}

func (o *orders) Take(t *flows.Turn, r flows.Reply) flows.Move {
	order := t.Order(t.Paying().Order)
	switch choice := r.Value.AsText(); choice {
	case orderCancel:
		t.PayingOver()
		if order != nil && order.State == shop.Placed {
			t.CancelOrder(order)
			t.SayFormatted(t.Phrase("orders_cancelled", named("number", value.Text(order.Number))))
		}
		return flows.Next()
	case orderAll:
		t.PayingOver()
		return t.Ask(o)
	case orderDone:
		t.PayingOver()
		t.SayPhrase("orders_closed")
		return flows.Next()
	default:
		return o.open(t, choice)
	}
}
