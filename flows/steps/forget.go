package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
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
	if numbers := ordersUnderWay(t); numbers != "" {
		parts = append(parts, t.Phrase("forget_orders", named("list", value.Text(numbers))))
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

// ordersUnderWay are the numbers of the orders that are not done: they are carried out all the same.
func ordersUnderWay(t *flows.Turn) string {
	var numbers []string
	for _, o := range t.Orders() {
		if !o.Done() {
			numbers = append(numbers, o.Number)
		}
	}
	return strings.Join(numbers, ", ")
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
	for _, b := range t.Bookings() { // whose time is free for others then
		t.Unbook(b)
	}
	t.SayPhrase("forget_done")
	return t.Forget()
}
