package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// card is the message that shows one item: its text, and its picture where it has one.
func card(t *flows.Turn, text *flows.Text, item value.Value, names map[string]value.Value) flows.Display {
	var said expr.Formatted
	t.WithItem(item, names, func() { said = expr.Join(t.Render(text), "\n\n") })
	if strings.TrimSpace(said.Text) == "" {
		said = plainCard(t, item)
	}
	return flows.Display{Text: said, Media: picture(t, item, said)}
}

// picture is an item's photo, if the text fits under it.
func picture(t *flows.Turn, item value.Value, under expr.Formatted) []flows.Attachment {
	if expr.UTF16Len(under.Text) > flows.CaptionLimit {
		return nil
	}
	return t.Photo(item.Field("photo").AsText())
}

// plainCard is what is said of an item where no text is written: its name, its price and what the catalog says of it.
func plainCard(t *flows.Turn, item value.Value) expr.Formatted {
	parts := []expr.Formatted{marked(value.Format(item, nil, t.Locale()), "bold")}
	for _, column := range [...]string{"price", "text"} {
		if v := item.Field(column); v.Known() {
			parts = append(parts, plain(value.Format(v, nil, t.Locale())))
		}
	}
	if soldOut(item) {
		parts = append(parts, t.Phrase("card_sold_out", nil))
	}
	return expr.Join(parts, "\n")
}

// chooseLabel is what the button under an item says.
func chooseLabel(t *flows.Turn, label *flows.Label, item value.Value) (text string) {
	if label.Source == "" {
		return t.Phrase("choose_item", nil).Text
	}
	t.WithItem(item, nil, func() { text = t.Read(label) })
	return text
}
