package shop

// PartKind is what a part of an invoice is for.
type PartKind string

// The kinds of parts.
const (
	PartGoods    PartKind = "goods"
	PartDiscount PartKind = "discount" // below zero
	PartShipping PartKind = "shipping"
	PartTax      PartKind = "tax" // that comes on top
)

// Part is one line of an invoice.
type Part struct {
	Kind   PartKind
	Line   int   // of PartGoods: the number of the line from 0; -1: all of them
	Rate   int64 // of PartTax, in millionths
	Amount int64 // minor units
}

// Parts are the lines of an invoice: of the same lines that were reckoned, in this order: goods, discount, shipping, taxes on top. Their sum is the Total without
// the tip, which Telegram's form adds itself. Parts of nothing are left out. In Stars an invoice has exactly one: https://core.telegram.org/bots/api#sendinvoice
func (t Totals) Parts(lines []Line) []Part {
	if t.Currency == Stars {
		return []Part{{Kind: PartGoods, Line: -1, Amount: t.Total}}
	}
	var parts []Part
	add := func(part Part) {
		if part.Amount != 0 {
			parts = append(parts, part)
		}
	}
	for i, amount := range amountsOf(lines) {
		add(Part{Kind: PartGoods, Line: i, Amount: amount})
	}
	add(Part{Kind: PartDiscount, Amount: -t.Discount})
	add(Part{Kind: PartShipping, Amount: t.Shipping})
	if t.OnTop {
		for _, tax := range t.Taxes {
			add(Part{Kind: PartTax, Rate: tax.Rate, Amount: tax.Amount})
		}
	}
	return parts
}
