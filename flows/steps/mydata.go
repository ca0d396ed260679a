package steps

import (
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// mydata shows all that is kept of the customer, and leads to where it can be corrected, exported and erased. It does not wait.
type mydata struct{}

func (*mydata) Run(t *flows.Turn) flows.Move {
	lines := keptLines(t)
	buttons := commandButtons(exportFlow, "forget")
	if len(keptFields(t)) > 0 || keptAddresses(t) != nil {
		buttons = commandButtons(changeFlow, exportFlow, "forget")
	}
	list := named("list", value.Text(bullets(lines)))
	t.SayFormatted(t.Phrase("mydata_list", list), t.Linked(buttons)...)
	return flows.Next()
}

// keptLines tells all that is kept of the customer, a line each.
func keptLines(t *flows.Turn) []string {
	var lines []string
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, answerLine(t, label, text).Text)
		}
	}
	c := t.Contact()
	add(t.Phrase("mydata_name", nil).Text, strings.TrimSpace(c.FirstName+" "+c.LastName))
	add(t.Phrase("mydata_lang", nil).Text, value.Format(value.Text(t.Locale().Language), t.Set().LanguageType(), t.Locale()))
	if c.Since != 0 {
		add(t.Phrase("mydata_since", nil).Text, dateText(t, c.Since))
	}
	for _, field := range keptFields(t) {
		add(t.FieldLabel(field), keptText(t, field, c.Fields[string(field.Name)].Value))
	}
	for _, run := range t.OpenRuns() {
		for _, field := range run.Flow.Answers() {
			add(t.FieldLabel(field), keptText(t, field, run.Fields[string(field.Name)].Value))
		}
	}
	add(t.Phrase("mydata_orders", nil).Text, orderNumbers(t))
	add(t.Phrase("mydata_addresses", nil).Text, strings.Join(keptAddresses(t), "; "))
	add(t.Phrase("mydata_appointments", nil).Text, strings.Join(keptBookings(t), "; "))
	add(t.Phrase("mydata_tags", nil).Text, strings.Join(c.Tags, ", "))
	if c.OptedOut != 0 {
		lines = append(lines, t.Phrase("mydata_news", nil).Text)
	}
	return lines
}

// keptFields are the customer's fields of which something is kept.
func keptFields(t *flows.Turn) flows.Fields {
	var kept flows.Fields
	for _, field := range t.Set().Fields() {
		if answer, ok := t.Contact().Fields[string(field.Name)]; ok && answer.Value.Known() {
			kept = append(kept, field)
		}
	}
	return kept
}

// keptText is a kept value as the customer reads it.
func keptText(t *flows.Turn, field *flows.Field, v value.Value) string {
	return shownText(field, value.Format(v, field.TypeNow(t), t.Locale()))
}

func orderNumbers(t *flows.Turn) string {
	var numbers []string
	for _, order := range t.Contact().Orders {
		numbers = append(numbers, order.Number)
	}
	return strings.Join(numbers, ", ")
}

// keptAddresses are the addresses that orders were sent to, each once.
func keptAddresses(t *flows.Turn) []string {
	var addresses []string
	for _, order := range t.Contact().Orders {
		if order.Address == nil {
			continue
		}
		if text := wholeAddress(t, order.Address); text != "" && !slices.Contains(addresses, text) {
			addresses = append(addresses, text)
		}
	}
	return addresses
}

// keptBookings are the appointments that are kept, those that are over too.
func keptBookings(t *flows.Turn) []string {
	var lines []string
	for _, b := range t.Contact().Bookings {
		lines = append(lines, bookingText(t, b))
	}
	return lines
}

// dateText is the day of a time in Unix seconds, as the customer reads it.
func dateText(t *flows.Turn, seconds int64) string {
	day := value.Locale{Zone: t.Locale().Zone, Now: time.Unix(seconds, 0)}.Today()
	return value.Format(day, &value.Type{Base: value.TypeDate}, t.Locale())
}
