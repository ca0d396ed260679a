package steps

import (
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// mydata shows all that is kept of the customer.
type mydata struct{}

func (*mydata) Run(t *flows.Turn) flows.Move {
	var lines []string
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, "• "+label+": "+text)
		}
	}
	c := t.Contact()
	add(t.Phrase("mydata_name", nil).Text, strings.TrimSpace(c.FirstName+" "+c.LastName))
	add(t.Phrase("mydata_lang", nil).Text, value.Format(value.Text(t.Locale().Language), t.Set().LanguageType(), t.Locale()))
	if c.Since != 0 {
		since := value.Locale{Zone: t.Locale().Zone, Now: time.Unix(c.Since, 0)}.Today()
		add(t.Phrase("mydata_since", nil).Text, value.Format(since, &value.Type{Base: value.TypeDate}, t.Locale()))
	}
	for _, field := range t.Set().Fields() {
		if kept, ok := c.Fields[string(field.Name)]; ok {
			add(t.FieldLabel(field), value.Format(kept.Value, field.TypeNow(t), t.Locale()))
		}
	}
	for _, frame := range t.OpenRuns() {
		for _, field := range frame.Flow.Answers() {
			if kept, ok := frame.Fields[string(field.Name)]; ok {
				add(t.FieldLabel(field), value.Format(kept.Value, field.TypeNow(t), t.Locale()))
			}
		}
	}
	add(t.Phrase("mydata_tags", nil).Text, strings.Join(c.Tags, ", "))
	if c.OptedOut != 0 {
		lines = append(lines, "• "+t.Phrase("mydata_news", nil).Text)
	}
	list := map[string]value.Value{"list": value.Text(strings.Join(lines, "\n"))}
	t.SayFormatted(t.Phrase("mydata_list", list))
	return flows.Next()
}
