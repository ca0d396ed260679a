package flows

import (
	"maps"
	"slices"
	"strconv"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// CartLine is a line of the cart as things stand now.
type CartLine struct {
	shop.Line             // with the price as the catalog has it now
	Now       value.Value // the item; unknown where the catalog has it no longer
	Before    int64       // what one cost when it was last shown, minor units
	Left      int64       // how many can be had; -1: nobody counts them
}

// Gone tells that the item, or its variant, is not sold any more.
func (l CartLine) Gone() bool { return !l.Now.Known() }

// TooMany tells that there are fewer left than the customer wants.
func (l CartLine) TooMany() bool { return l.Left >= 0 && l.Left < l.Quantity }

// Repriced tells that the price has changed since it was last shown.
func (l CartLine) Repriced() bool { return l.Price != l.Before }

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

// lineNow is a line as the catalog has it now. One that is gone keeps what was known of it.
func (t *Turn) lineNow(line shop.Line) CartLine {
	now := CartLine{Line: line, Before: line.Price, Left: -1}
	item, ok := t.itemNow(line.Catalog, line.Item)
	if !ok {
		return now
	}
	fresh, ok := t.lineOf(item, line.Variant, line.Quantity)
	if !ok {
		return now
	}
	now.Line, now.Now, now.Left = fresh, item, t.left(fresh)
	return now
}

// itemNow finds an item of a catalog with its stock and its price of now.
func (t *Turn) itemNow(catalog, id string) (value.Value, bool) {
	c := t.set.catalogs[catalog]
	if c == nil {
		return value.Value{}, false
	}
	item, ok := c.sold.ItemIn(id, t.lang)
	if !ok {
		return value.Value{}, false
	}
	return t.asOfNow(item), true
}

// Variants are the variants of an item that can be chosen; none where it has none.
func Variants(item value.Value) []value.Value { return item.Field("variants").AsList() }

// VariantName is how customers read a variant; its id where it has no name, as with options.
func VariantName(v value.Value) string {
	if name := v.Field("name").AsText(); name != "" {
		return name
	}
	return v.Field("id").AsText()
}

// countsVariants tells whether the variants of an item have stocks of their own; else they share the item's.
func countsVariants(item value.Value) bool {
	return slices.ContainsFunc(Variants(item), func(v value.Value) bool { return v.Field("stock").Known() })
}

func variant(item value.Value, id string) (value.Value, bool) {
	for _, v := range Variants(item) {
		if v.Field("id").AsText() == id {
			return v, true
		}
	}
	return value.Value{}, false
}

// lineOf makes a line of an item; not ok where it has no price, or no such variant.
func (t *Turn) lineOf(item value.Value, chosen string, quantity int64) (shop.Line, bool) {
	line := shop.Line{
		Catalog: item.Field(catalogColumn).AsText(), Item: item.Field("id").AsText(), Variant: chosen, Name: item.Field("name").AsText(), Quantity: quantity,
		Tax: item.Field("tax").AsText(), Weight: item.Field("weight").AsNumber(), Digital: item.Field("digital").AsBool(), Counted: item.Field("stock").Known(),
	}
	if line.Digital {
		line.File, line.Link, line.Code = item.Field(fileColumn).AsText(), item.Field(linkColumn).AsText(), item.Field(codeColumn).AsBool()
	}
	price := item.Field("price")
	if len(Variants(item)) > 0 {
		v, ok := variant(item, chosen)
		if !ok {
			return shop.Line{}, false
		}
		line.Name += ", " + VariantName(v)
		line.Shared = line.Counted && !countsVariants(item)
		if own := v.Field("price"); own.Known() {
			price = own
		}
		if own := v.Field("weight"); own.Known() {
			line.Weight = own.AsNumber()
		}
	} else if chosen != "" {
		return shop.Line{}, false
	}
	if !price.Known() {
		return shop.Line{}, false
	}
	line.Price, line.Currency = price.AsMoney()
	if now, ok := t.facts.Prices[line.LineKey()]; ok {
		line.Price, line.Currency = now.AsMoney()
	}
	return line, true
}

// toldTime is how many seconds what the stock itself has said counts more than the facts, which lag a little.
const toldTime = 10

// left is how many of a line's item can be had now; -1 where nobody counts them. What the stock itself has said counts more than the facts.
func (t *Turn) left(line shop.Line) int64 {
	key := line.StockKey()
	if cart := t.state.Session.Cart; cart != nil {
		if n, told := cart.Left[key]; told && t.in.At.Unix() < cart.Told+toldTime {
			return max(n, 0)
		}
	}
	if !line.Counted {
		return -1
	}
	if n, known := t.facts.Stock[key]; known {
		return max(n, 0) + t.heldByCart(key)
	}
	item, ok := t.itemNow(line.Catalog, line.Item)
	if !ok {
		return -1
	}
	stock := item.Field("stock")
	if v, ok := variant(item, line.Variant); ok && !line.Shared {
		stock = v.Field("stock")
	}
	if !stock.Known() {
		return -1
	}
	return max(stock.AsInt(), 0)
}

// heldByCart is how many the customer holds himself, which the facts count as gone.
func (t *Turn) heldByCart(key string) (held int64) {
	cart := t.state.Session.Cart
	if cart == nil || cart.Held <= t.in.At.Unix() {
		return 0
	}
	for _, line := range cart.Lines {
		if line.StockKey() == key {
			held += line.Quantity
		}
	}
	return held
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
		if room := mostOf(line) - c.Quantity(line.Key(), line.Variant); line.Quantity > room {
			line.Quantity = room
		}
		return c.Put(line)
	})
	if t.state.Session.Cart.quantity(line) == before && before < mostOf(line) {
		return false // the cart is full
	}
	t.chose(now)
	t.event(CartChanged, t.step, line.Key()+" "+strconv.FormatInt(quantity, 10))
	return true
}

// mostCodes is how many codes of one item can be bought at once.
const mostCodes = 20

// mostOf is how many of an item can lie in a cart: of a file or a link one is enough.
func mostOf(line shop.Line) int64 {
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
	held, id := cart.Held > t.in.At.Unix(), cart.ID
	cart.Cart = change(cart.Cart)
	cart.ID, cart.Left, cart.Held = id, nil, 0
	t.closeOrders(id)
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
	if cart := t.state.Session.Cart; cart != nil {
		t.dropGone(cart)
	}
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
