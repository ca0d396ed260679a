package flows

import (
	"maps"
	"slices"
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// ItemNow is what an item is known by now, "catalog.item"; its old name where it is gone.
func (s *Set) ItemNow(key string) string {
	if now, ok := s.formerItems[key]; ok {
		return now
	}
	return key
}

// FormerItems are the items that were called something else before: what each is known by now, "catalog.item", by what it was known by.
func (s *Set) FormerItems() map[string]string { return maps.Clone(s.formerItems) }

// renameItems gives the items that the customer has chosen, put into the cart or booked the ids that they have now. Orders stay as they were invoiced: their lines
// are found by the former ids.
func (t *Turn) renameItems() {
	s := t.set
	if len(s.formerItems) == 0 {
		return
	}
	if fields := t.state.Contact.Fields; s.anyRenamed(fields) {
		t.ownFields()
		s.renameKept(t.state.Contact.Fields)
	}
	t.state.Session.eachFrame(func(frame *Frame) {
		s.renameKept(frame.Fields)
		if frame.Near != nil {
			frame.Near.Value = s.renamedItems(frame.Near.Value)
		}
		if frame.Paying != nil {
			frame.Paying.Item = s.ItemNow(frame.Paying.Item)
		}
	})
	chosen := t.state.Contact.Chosen
	for i := range chosen {
		chosen[i] = s.ItemNow(chosen[i])
	}
	for i := range t.state.Contact.Bookings {
		s.renameBooking(&t.state.Contact.Bookings[i])
	}
	t.state.Session.Held = s.slotNow(t.state.Session.Held)
	t.renameCart()
}

func (s *Set) anyRenamed(kept map[string]Answer) bool {
	for _, answer := range kept {
		if !value.Equal(s.renamedItems(answer.Value), answer.Value) {
			return true
		}
	}
	return false
}

func (s *Set) renameKept(kept map[string]Answer) {
	for name, answer := range kept {
		answer.Value = s.renamedItems(answer.Value)
		kept[name] = answer
	}
}

// renamedItems is a kept value in which items have the ids of now.
func (s *Set) renamedItems(v value.Value) value.Value {
	switch v.Kind() {
	case value.KindRecord:
		parts := maps.Collect(v.Fields())
		for name, part := range parts {
			parts[name] = s.renamedItems(part)
		}
		if key := itemKey(v); key != "" {
			_, id, _ := strings.Cut(s.ItemNow(key), ".")
			parts["id"] = value.Text(id)
		}
		return value.Record(parts)
	case value.KindList:
		items := make([]value.Value, len(v.AsList()))
		for i, item := range v.AsList() {
			items[i] = s.renamedItems(item)
		}
		return value.List(items...)
	}
	return v
}

func (s *Set) renameBooking(b *Booking) {
	b.Item = s.itemNow(b.Catalog, b.Item)
	if b.Was != nil {
		was := *b.Was // what the state was given is not changed
		was.Item = s.itemNow(was.Catalog, was.Item)
		b.Was = &was
	}
}

// itemNow is the id that an item of a catalog has now.
func (s *Set) itemNow(catalog, id string) string {
	return strings.TrimPrefix(s.ItemNow(catalog+"."+id), catalog+".")
}

// slotNow is what a free time is counted by now.
func (s *Set) slotNow(key string) string {
	parts := strings.Split(key, ".")
	if len(parts) != 4 {
		return key
	}
	parts[2] = s.itemNow(parts[1], parts[2])
	return strings.Join(parts, ".")
}

// stockNow is what the stock of an item, or of a variant of it, is counted by now.
func (s *Set) stockNow(key string) string {
	parts := strings.SplitN(key, ".", 3)
	if len(parts) < 2 {
		return key
	}
	parts[1] = s.itemNow(parts[0], parts[1])
	return strings.Join(parts, ".")
}

// leftNow is what is left by the keys of now.
func (s *Set) leftNow(left map[string]int64) map[string]int64 {
	now := make(map[string]int64, len(left))
	for key, n := range left {
		now[s.stockNow(key)] = n
	}
	return now
}

// linesNow are the lines of an order with the ids that its items have now.
func (s *Set) linesNow(lines []shop.Line) []shop.Line {
	now := slices.Clone(lines)
	for i := range now {
		now[i].Item = s.itemNow(now[i].Catalog, now[i].Item)
	}
	return now
}

// renameCart renames the lines of the cart. Of two that have become one there are as many as of both.
func (t *Turn) renameCart() {
	cart, s := t.state.Session.Cart, t.set
	if cart == nil || !slices.ContainsFunc(cart.Lines, func(l shop.Line) bool { return s.ItemNow(l.Key()) != l.Key() }) {
		return
	}
	renamed := shop.Cart{ID: cart.ID, Voucher: cart.Voucher}
	for _, line := range s.linesNow(cart.Lines) {
		renamed = renamed.Put(line)
	}
	cart.Cart = renamed
	cart.Left, cart.Freed = nil, nil // by the former ids, and only of the last seconds
}
