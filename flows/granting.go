package flows

import (
	"strconv"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// The columns that say what a buyer of a digital item gets.
const (
	fileColumn = "file"
	linkColumn = "link"
	codeColumn = "code"
)

// grant settles what the customer gets of the digital items of an order. It is made once: the messages that tell it may come twice and say the same.
func (t *Turn) grant(o *shop.Order) {
	if len(o.Grants) > 0 {
		return
	}
	for n, line := range o.Lines {
		g := shop.Grant{Item: line.Key(), File: line.File, Link: line.Link}
		for i := int64(0); line.Code && i < line.Quantity; i++ {
			g.Codes = append(g.Codes, shop.Code(t.in.Seed, o.Number+" "+strconv.Itoa(n)+" "+strconv.FormatInt(i, 10)))
		}
		if g.File != "" || g.Link != "" || len(g.Codes) > 0 {
			o.Grants = append(o.Grants, g)
		}
	}
}

// deliver sends what was granted, a message for each item.
func (t *Turn) deliver(o *shop.Order) {
	for _, g := range o.Grants {
		name := g.Item
		for _, line := range o.Lines {
			if line.Key() == g.Item {
				name = line.Name
			}
		}
		text := t.Phrase("delivery", map[string]value.Value{"item": value.Text(name)})
		if g.Link != "" {
			text = linkedText(text, t.phrase("delivery_link").Text, g.Link)
		}
		for _, code := range g.Codes {
			text = withCode(text, code)
		}
		message := Display{Text: text}
		if file := t.set.media[g.File]; file != nil {
			message.Media = []Attachment{t.attachment(file, File)}
		}
		t.SendMessage(message)
	}
}

// GiveAgain sends once more what was granted for a paid order.
func (t *Turn) GiveAgain(o *shop.Order) { t.deliver(o) }

// linkedText puts a link below a text. The address is data: it becomes no markup.
func linkedText(f expr.Formatted, label, url string) expr.Formatted {
	at := expr.UTF16Len(f.Text) + 1
	f.Text += "\n" + label
	f.Entities = append(f.Entities[:len(f.Entities):len(f.Entities)], expr.Entity{Type: "text_link", Offset: at, Length: expr.UTF16Len(label), URL: url})
	return f
}

// withCode puts a code below a text, to be copied by a tap.
func withCode(f expr.Formatted, code string) expr.Formatted {
	at := expr.UTF16Len(f.Text) + 1
	f.Text += "\n" + code
	f.Entities = append(f.Entities[:len(f.Entities):len(f.Entities)], expr.Entity{Type: "code", Offset: at, Length: expr.UTF16Len(code)})
	return f
}

// receipt is what the customer gets for his money.
func (t *Turn) receipt(o *shop.Order) expr.Formatted {
	heading := "receipt"
	if o.Totals.Total == 0 {
		heading = "receipt_free"
	}
	parts := []expr.Formatted{t.orderPhrase(heading, o)}
	parts = append(parts, t.SumLines(o.Lines, o.Totals, o.Voucher, o.Way)...)
	if next := t.orderPhrase("receipt_next", o); next.Text != "" {
		parts = append(parts, next)
	}
	return expr.Join(parts, "\n")
}
