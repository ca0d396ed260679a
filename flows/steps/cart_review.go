package steps

import (
	"slices"

	"repartee/flows"
	"repartee/flows/value"
)

// What can be chosen at a review, beside the changes of its lines.
const (
	cartOrder   = "order"
	cartVoucher = "voucher"
	cartNoCode  = "no_code"
)

// cartLines is how many lines of a cart are shown at once.
const cartLines = 8

// show shows the cart and waits. The prices it shows are those that the customer has seen from here on.
func (c *Cart) show(t *flows.Turn) flows.Move {
	if len(t.Cart()) == 0 {
		return c.nothingIn(t)
	}
	t.ArmAbandoned()
	move := t.Ask(c)
	t.Noted()
	return move
}

// nothingIn leaves a review that has nothing to show. What stands behind it is for an order, so the flow ends where nothing else is written.
func (c *Cart) nothingIn(t *flows.Turn) flows.Move {
	if c.Empty.Written() {
		return t.To(&c.Empty)
	}
	t.SayPhrase("cart_empty")
	return flows.End()
}

// reviewed is the cart as it is now, with buttons that change it; or the question for the code of a voucher.
func (c *Cart) reviewed(t *flows.Turn) flows.Offer {
	lines := t.Cart()
	switch {
	case len(lines) == 0:
		return flows.Offer{}
	case t.Paying().Note == cartVoucher:
		return askCode(t)
	}
	pages := pager{at: pageNumber(t.Page()), of: (len(lines) + cartLines - 1) / cartLines}
	pages.at = min(pages.at, pages.of-1)
	from := pages.at * cartLines
	page := lines[from:min(from+cartLines, len(lines))]
	choices, rows := c.lastChoices(t)
	message := flows.Display{Text: c.told(t, page)}
	offer := flows.Offer{Choices: append(choices, pages.choices(t)...)}
	for _, line := range page {
		changes := lineChanges(t, line)
		offer.Choices = append(offer.Choices, changes...)
		message.Buttons = append(message.Buttons, changeButtons(t, changes))
	}
	message.Buttons = append(append(message.Buttons, pages.buttons(t)...), rows...)
	offer.Messages = []flows.Display{message}
	return offer
}

// askCode asks for the code of a voucher.
func askCode(t *flows.Turn) flows.Offer {
	most := value.Integer(longestCode)
	none := flows.Choice{ID: cartNoCode, Label: t.Phrase("cart_no_code", nil).Text, Value: value.Bool(false)}
	return flows.Offer{Text: flows.PhraseText("cart_code"), Type: &value.Type{Base: value.TypeText, Max: &most}, Choices: []flows.Choice{none}}
}

// longestCode is how many characters the code of a voucher has at most.
const longestCode = 64

// lastChoices are the ways on from a review, and their buttons.
func (c *Cart) lastChoices(t *flows.Turn) (choices []flows.Choice, rows [][]flows.PressButton) {
	add := func(choice flows.Choice) {
		choices, rows = append(choices, choice), append(rows, []flows.PressButton{t.Button(choice.ID, choice.Label)})
	}
	switch code := t.CartVoucher(); {
	case code != "":
		add(flows.Choice{ID: flows.ChangePrefix + cartNoCode, Label: t.Phrase("cart_drop_code", named("voucher", value.Text(code))).Text})
	case t.TakesVouchers():
		add(flows.Choice{ID: cartVoucher, Label: t.Phrase("cart_voucher", nil).Text, Value: value.Text(cartVoucher)})
	}
	order := flows.Choice{ID: cartOrder, Label: t.Phrase("cart_order_for", named("amount", value.Text(totalsOf(t)))).Text,
		Synonyms: []string{t.Phrase("cart_order", nil).Text}, Value: value.Text(cartOrder)}
	if !canOrder(t) { // a button of before is understood
		return append(choices, order), rows
	}
	add(order)
	return choices, rows
}

// unavailable tells that a line cannot be had as it is: the customer has to decide about it first.
func unavailable(lines []flows.CartLine) bool {
	return slices.ContainsFunc(lines, func(l flows.CartLine) bool { return l.Gone() || l.TooMany() })
}

// canOrder tells whether the cart can be ordered as it is.
func canOrder(t *flows.Turn) bool { return t.Draft("").Missing <= 0 && !unavailable(t.Cart()) }

// taken goes on from a review.
func (c *Cart) taken(t *flows.Turn, r flows.Reply) flows.Move {
	asked := t.Paying().Note == cartVoucher
	t.PayingOver()
	switch {
	case asked:
		if code := r.Value.AsText(); code != "" {
			if refusal := t.TryVoucher(code); refusal != "" {
				t.SayPlain(refusal)
			}
		}
		return c.show(t)
	case r.Skipped:
		return flows.Next()
	case r.Value.AsText() == cartVoucher:
		t.Paying().Note = cartVoucher
		return t.Ask(c)
	}
	return c.order(t)
}

// Back leads from the question for a code to the review.
func (c *Cart) Back(t *flows.Turn) bool {
	asked := c.reviews() && t.Paying().Note == cartVoucher
	if asked {
		t.PayingOver()
	}
	return asked
}

// order goes on to the payment, if all is as the customer has seen it; where the step says so, what he orders is held for him first.
func (c *Cart) order(t *flows.Turn) flows.Move {
	if !canOrder(t) || slices.ContainsFunc(t.Cart(), flows.CartLine.Repriced) {
		t.SayPhrase("cart_look")
		return c.show(t)
	}
	if c.Hold.Zero() {
		t.Came(cartOrder)
		return flows.Next()
	}
	return t.HoldFor(t.Draft(""), c.Hold.After(t.Now()))
}

// Resume goes on when the stock is held. What somebody else has taken meanwhile is said, and the cart shown again.
func (c *Cart) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	if r.Stock != nil && !r.Stock.OK {
		t.Told(r.Stock.Left)
		t.SayPhrase("cart_taken")
		return c.show(t)
	}
	if r.Stock != nil {
		t.HeldUntil(c.Hold.After(t.Now()).Unix())
	}
	t.Came(cartOrder)
	return flows.Next()
}
