package flows

import (
	"maps"
	"strconv"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// Cart gives what the customer means to buy, with today's prices and stock.
func (t *Turn) Cart() []CartLine {
	cart := t.state.Session.Cart
	if cart == nil {
		return nil
	}
	lines := make([]CartLine, len(cart.Lines))
	wanted := map[string]int64{}
	for i, line := range cart.Lines {
		lines[i] = t.lineNow(line)
		wanted[lines[i].StockKey()] += line.Quantity
	}
	for i := range lines { // what variants share, the others of the cart want too
		if l := &lines[i]; l.Shared && l.Left >= 0 {
			l.Left = max(l.Left-(wanted[l.StockKey()]-l.Quantity), 0)
		}
	}
	return lines
}

// PutIn puts something into the cart; ok is false where the item has no price, or no such variant, or the cart is full.
func (t *Turn) PutIn(item value.Value, chosen string, quantity int64) (ok bool) {
	now, there := t.itemNow(item.Field(catalogColumn).AsText(), item.Field("id").AsText())
	if !there {
		return false
	}
	line, ok := t.lineOf(now, chosen, quantity)
	if !ok {
		return false
	}
	before := t.state.Session.Cart.quantity(line)
	t.changeCart(func(c shop.Cart) shop.Cart {
		if room := MostOf(line) - c.Quantity(line.Key(), line.Variant); line.Quantity > room {
			line.Quantity = room
		}
		return c.Put(line)
	})
	if t.state.Session.Cart.quantity(line) == before && before < MostOf(line) {
		return false // the cart is full
	}
	t.chose(now)
	t.event(CartChanged, t.step, line.Key()+" "+strconv.FormatInt(quantity, 10))
	return true
}

// mostCodes is how many codes of one item can be bought at once.
const mostCodes = 20

// MostOf is how many of an item can lie in a cart: of a file or a link one is enough.
func MostOf(line shop.Line) int64 {
	switch {
	case !line.Digital:
		return shop.MaxQuantity
	case line.Code:
		return mostCodes
	}
	return 1
}

// TakeOut takes some of an item out of the cart, or with quantity 0 all. Without a variant it is that of any variant.
func (t *Turn) TakeOut(item value.Value, chosen string, quantity int64) {
	key := itemKey(item)
	t.changeCart(func(c shop.Cart) shop.Cart {
		for _, line := range c.Lines {
			if line.Key() == key && (chosen == "" || chosen == line.Variant) {
				c = c.Take(line.Key(), line.Variant, quantity)
			}
		}
		return c
	})
	t.event(CartChanged, t.step, key+" "+strconv.FormatInt(-quantity, 10))
}

// ClearCart empties the cart.
func (t *Turn) ClearCart() {
	t.changeCart(func(shop.Cart) shop.Cart { return shop.Cart{} })
	t.event(CartChanged, t.step, "")
}

// changeCart puts another cart in the place of the one that is there. Orders that were made of it and are not paid are over, and what was held goes back.
func (t *Turn) changeCart(change func(shop.Cart) shop.Cart) {
	cart := t.state.Session.Cart
	if cart == nil {
		cart = &Cart{}
	}
	held, id, freed := cart.Held > t.in.At.Unix(), cart.ID, t.heldNow()
	cart.Cart = change(cart.Cart)
	cart.ID, cart.Left, cart.Held = id, nil, 0
	cart.Freed, cart.Told = freed, t.in.At.Unix()
	t.closeOrders(id, "")
	if held && !t.beingPaid(id) {
		t.work(Work{Stock: &StockJob{Op: StockRelease, Hold: id}})
		cart.ID = "" // a release may come late, and nothing else must be held by the same name then
	}
	t.keepCart(cart)
}

// keepCart keeps a cart, or forgets one that is empty.
func (t *Turn) keepCart(cart *Cart) {
	if len(cart.Lines) == 0 {
		t.state.Session.Cart = nil
		return
	}
	if cart.ID == "" || t.beingPaid(cart.ID) || t.sold(cart.ID) {
		if t.beingPaid(cart.ID) {
			cart.Earlier = cart.ID
		}
		cart.ID = t.jobID("cart")
	}
	t.state.Session.Cart = cart
}

// TakeLine takes some of a line out of the cart, or with quantity 0 all: also where the item is gone from its catalog.
func (t *Turn) TakeLine(l CartLine, quantity int64) {
	t.changeCart(func(c shop.Cart) shop.Cart { return c.Take(l.Key(), l.Variant, quantity) })
	t.event(CartChanged, t.step, l.Key()+" "+strconv.FormatInt(-quantity, 10))
}

// Noted remembers that the customer has seen the prices of now.
func (t *Turn) Noted() {
	cart := t.state.Session.Cart
	if cart == nil {
		return
	}
	for i, line := range t.Cart() {
		cart.Lines[i] = line.Line
	}
}

// DropGone takes out of the cart what cannot be had any more, and cuts what there is too little of down to what is left.
func (t *Turn) DropGone() {
	cart := t.state.Session.Cart
	if cart == nil {
		return
	}
	kept := cart.Lines[:0:0]
	for _, line := range t.Cart() {
		switch {
		case line.Gone() || line.Left == 0:
			continue
		case line.TooMany():
			line.Quantity = line.Left
		}
		was := line.Line
		was.Price = line.Before
		kept = append(kept, was)
	}
	cart.Cart = shop.Cart{ID: cart.ID, Lines: kept, Voucher: cart.Voucher}
	t.keepCart(cart)
}

// Told notes what is left of things that there was too little of. A voucher that others have used up meanwhile is taken out, and that is said.
func (t *Turn) Told(left map[string]int64) {
	cart := t.state.Session.Cart
	if cart == nil {
		return
	}
	now := maps.Clone(cart.Left)
	if now == nil {
		now = map[string]int64{}
	}
	left = t.set.leftNow(left)
	maps.Copy(now, left)
	if v := t.set.vouchers[cart.Voucher]; v != nil {
		if _, usedUp := left[v.voucher.StockKey()]; usedUp {
			t.SayFormatted(t.Phrase("voucher_gone", map[string]value.Value{"voucher": value.Text(cart.Voucher)}))
			cart.Voucher = ""
		}
	}
	cart.Left, cart.Told, cart.Held = now, t.in.At.Unix(), 0
	for _, line := range cart.Lines {
		if _, too := left[line.StockKey()]; too {
			t.event(SoldOut, t.step, line.Key())
		}
	}
}

// HeldUntil notes that the stock of the cart is held for the customer.
func (t *Turn) HeldUntil(until int64) {
	if cart := t.state.Session.Cart; cart != nil {
		cart.Held, cart.Left = until, nil
	}
}
