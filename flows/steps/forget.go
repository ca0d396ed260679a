package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// forget erases all that is kept of the customer, when asked and told so once more. It says what is erased and what stays.
type forget struct{ flows.Question }

func (*forget) Name() string { return "forget" }

func (f *forget) Run(t *flows.Turn) flows.Move {
	parts := []expr.Formatted{t.Phrase("forget_erased", nil), t.Phrase("forget_stays", nil)}
	if lines := comingBookings(t); lines != nil {
		parts = append(parts, t.Phrase("forget_appointments", named("list", value.Text(bullets(lines)))))
	}
	unpaid, paid := openOrders(t)
	if unpaid != "" {
		parts = append(parts, t.Phrase("forget_unpaid", named("list", value.Text(unpaid))))
	}
	if paid != "" {
		parts = append(parts, t.Phrase("forget_orders", named("list", value.Text(paid))))
	}
	t.SayFormatted(expr.Join(parts, "\n\n"))
	return t.Ask(f)
}

func comingBookings(t *flows.Turn) []string {
	var lines []string
	for _, b := range t.Bookings() {
		lines = append(lines, bookingText(t, b))
	}
	return lines
}

// openOrders are the numbers of the orders that are not done: those that are still to be paid, and those that are carried out all the same.
func openOrders(t *flows.Turn) (unpaid, paid string) {
	var lists [2][]string
	for _, o := range t.Orders() {
		switch {
		case o.State == shop.Placed:
			lists[0] = append(lists[0], o.Number)
		case !o.Done():
			lists[1] = append(lists[1], o.Number)
		}
	}
	return strings.Join(lists[0], ", "), strings.Join(lists[1], ", ")
}

func (*forget) Offer(t *flows.Turn) flows.Offer {
	return flows.Offer{
		Text: flows.PhraseText("forget_question"),
		Type: &value.Type{Base: value.TypeYesNo},
		Choices: []flows.Choice{
			{ID: "yes", Label: t.Phrase("title_forget", nil).Text, Value: value.Bool(true)},
			{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)},
		},
	}
}

func (*forget) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if !r.Value.AsBool() {
		t.SayPhrase("forget_kept")
		return flows.Next()
	}
	if !t.MoneyOnItsWay() { // else Forget says why it cannot be yet
		t.SayPhrase("forget_done")
	}
	return t.Forget()
}
