package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Cart puts items into the cart, takes them out, or shows what is in it and lets that be changed and ordered.
type Cart struct {
	flows.Question `yaml:",inline"`
	Cart           flows.CartChange `yaml:"cart,required" doc:"review or clear; or {add: chosen}, {remove: chosen}, {voucher: link}."`
	Text           flows.Text       `yaml:"text" doc:"What is said: above the lines of a review, else when it is done: of {add: ...} when something was put in."`
	Empty          flows.Target     `yaml:"empty" doc:"Where the talk goes on when there is nothing to review; without it the flow ends."`
	None           flows.Target     `yaml:"none" doc:"Where the talk goes on when nothing was put in, as it is sold out; without it with the next step."`
	Hold           flows.Duration   `yaml:"hold" doc:"How long the stock is kept for a customer who orders; without it while the payment is made."`
}

// Name tells the steps of a flow apart by what they do, and with what.
func (c *Cart) Name() string {
	switch change := &c.Cart; {
	case change.Add != nil:
		return "cart_add_" + idOf(change.Add.Source)
	case change.Remove != nil:
		return "cart_remove_" + idOf(change.Remove.Source)
	case c.reviews():
		return string(flows.CartReview)
	case change.Word == flows.CartClear:
		return "cart_clear"
	}
	return "cart_voucher"
}

// idOf makes of an expression what can stand in an id.
func idOf(source string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '_'
	}, source), "_")
}

// Check makes sure that the step does one thing, and that its keys belong to that.
func (c *Cart) Check(k *flows.Checker) {
	change := &c.Cart
	ways := 0
	for _, written := range []bool{change.Word != "", change.Add != nil, change.Remove != nil, change.Voucher != nil && change.Add == nil && change.Word == ""} {
		if written {
			ways++
		}
	}
	if ways != 1 {
		k.Fail(change.Ref, "two-ways", "write `cart: review`, `cart: clear`, `cart: {add: chosen}` or `cart: {remove: chosen}`", "a step does one thing with the cart")
	}
	if change.Add == nil && change.Remove == nil && (change.Quantity != nil || change.Variant != nil) {
		k.Fail(change.Ref, "key-unused", "leave out quantity and variant", "they belong to what is added or removed")
	}
	if !c.reviews() && (c.Empty.Written() || !c.Hold.Zero()) {
		k.Fail(change.Ref, "key-unused", "leave out empty and hold", "they belong to `cart: review`")
	}
	if change.Add == nil && c.None.Written() {
		k.Fail(change.Ref, "key-unused", "leave out none", "it belongs to what is added")
	}
	k.Items(change.Add)
	k.Items(change.Remove)
	k.Number(change.Quantity)
}

// Outcomes is of a review that what is in the cart is ordered.
func (c *Cart) Outcomes() []string {
	if c.reviews() {
		return []string{cartOrder}
	}
	return nil
}

// Unled tells that only a review can find the cart empty, which ends the flow, and only what is added can be sold out.
func (c *Cart) Unled(outcome string) (comes, ends bool) {
	switch outcome {
	case "empty":
		return c.reviews(), true
	case "none":
		return c.Cart.Add != nil, false
	}
	return true, false
}

func (c *Cart) reviews() bool { return c.Cart.Word == flows.CartReview }

// Abandoned is what happens with a cart that nobody orders: the review's silence.
func (c *Cart) Abandoned() *flows.Pause {
	if !c.reviews() {
		return nil
	}
	return c.Silence
}

// Run does what is written. Only a review, and an item with several variants, wait for the customer.
func (c *Cart) Run(t *flows.Turn) flows.Move {
	t.PayingOver()
	switch change := &c.Cart; {
	case c.reviews():
		return c.show(t)
	case change.Add != nil:
		return c.addFrom(t, 0)
	case change.Remove != nil:
		for _, item := range itemsOf(t.Eval(change.Remove)) {
			t.TakeOut(item, c.wantedVariant(t), c.quantity(t, 0))
		}
	case change.Word == flows.CartClear:
		t.ClearCart()
	}
	c.tryVoucher(t)
	t.Say(&c.Text)
	return flows.Next()
}

// tryVoucher tries the code that the step names, if it is known.
func (c *Cart) tryVoucher(t *flows.Turn) {
	if c.Cart.Voucher == nil {
		return
	}
	if code := t.Eval(c.Cart.Voucher).AsText(); code != "" {
		if refusal := t.TryVoucher(code); refusal != "" {
			t.SayPlain(refusal)
		}
	}
}

// Offer gives the review, or the question for a variant.
func (c *Cart) Offer(t *flows.Turn) flows.Offer {
	if c.reviews() {
		return c.reviewed(t)
	}
	return c.adding(t)
}

// Take goes on with what was chosen.
func (c *Cart) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if c.reviews() {
		return c.taken(t, r)
	}
	return c.added(t, r)
}

// itemsOf are the items that an expression gives: one, or a list of them.
func itemsOf(v value.Value) []value.Value {
	switch v.Kind() {
	case value.KindList:
		return v.AsList()
	case value.KindRecord:
		return []value.Value{v}
	}
	return nil
}
