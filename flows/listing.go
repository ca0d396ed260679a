package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// List gives the items of a source now: those for which `where` holds, sorted, no more than the limit, in the customer's words.
func (t *Turn) List(l *Listing) []value.Value {
	if l.source == nil {
		return nil
	}
	items := t.items(l.source)
	if l.Where != nil {
		items = t.where(items, l.Where)
	}
	if len(l.Sort) > 0 {
		items = sortedBy(items, l.Sort)
	}
	if l.Limit > 0 && len(items) > l.Limit {
		items = items[:l.Limit]
	}
	return items
}

func (t *Turn) items(s *source) []value.Value {
	switch {
	case s.catalog != nil:
		return t.inStock(s.catalog.sold.Items(t.lang))
	case s.faq:
		return t.set.faqItems[t.lang]
	case s.program != nil:
		return s.program.Eval(t).AsList()
	}
	return nil
}

// inStock gives the items with what is left of them now and what they cost, where the runtime knows it.
func (t *Turn) inStock(items []value.Value) []value.Value {
	if len(t.facts.Stock) == 0 && len(t.facts.Prices) == 0 {
		return items
	}
	now := make([]value.Value, len(items))
	for i, item := range items {
		now[i] = t.asOfNow(item)
	}
	return now
}

// asOfNow is an item of the catalog with what is left of it now and what it costs, where the runtime knows it.
func (t *Turn) asOfNow(item value.Value) value.Value {
	key := itemKey(item)
	if left, ok := t.facts.Stock[key]; ok {
		item = withPart(item, "stock", value.Integer(left))
	}
	if price, ok := t.facts.Prices[key]; ok {
		item = withPart(item, "price", price)
	}
	if variants := Variants(item); len(variants) > 0 {
		item = t.variantsNow(item, key, variants)
	}
	return item
}

// variantsNow is an item whose variants have what is left of them; of the item itself there is as much as of all of them.
func (t *Turn) variantsNow(item value.Value, key string, variants []value.Value) value.Value {
	now, all, counted := make([]value.Value, len(variants)), int64(0), false
	for i, v := range variants {
		if left, ok := t.facts.Stock[key+"."+v.Field("id").AsText()]; ok {
			v = withPart(v, "stock", value.Integer(left))
		}
		if stock := v.Field("stock"); stock.Known() {
			all, counted = all+max(stock.AsInt(), 0), true
		}
		now[i] = v
	}
	item = withPart(item, "variants", value.List(now...))
	if counted {
		item = withPart(item, "stock", value.Integer(all))
	}
	return item
}

func withPart(record value.Value, name string, v value.Value) value.Value {
	parts := map[string]value.Value{}
	for part, of := range record.Fields() {
		parts[part] = of
	}
	parts[name] = v
	return value.Record(parts)
}

func (t *Turn) where(items []value.Value, condition *Condition) []value.Value {
	kept := make([]value.Value, 0, min(len(items), 64))
	holds := t.ForEach(condition)
	for _, item := range items {
		if holds(item) {
			kept = append(kept, item)
		}
	}
	return kept
}

// ForEach prepares a condition for many items: the other names in it are looked up once.
func (t *Turn) ForEach(c *Condition) func(item value.Value) bool {
	if readsTogether(&c.Expr) { // which depends on the item too
		return func(item value.Value) (holds bool) {
			t.WithItem(item, nil, func() { holds = t.Holds(c) })
			return holds
		}
	}
	return c.program.Loop(t, itemName).True
}

// EvalEach prepares an expression for many items, as ForEach does.
func (t *Turn) EvalEach(e *Expr) func(item value.Value) value.Value {
	if v, fixed := e.program.Constant(); fixed {
		return func(value.Value) value.Value { return v }
	}
	if readsTogether(e) {
		return func(item value.Value) (v value.Value) {
			t.WithItem(item, nil, func() { v = t.Eval(e) })
			return v
		}
	}
	return e.program.Loop(t, itemName).Eval
}

func readsTogether(e *Expr) bool {
	return slices.ContainsFunc(e.program.Reads(), func(r expr.Read) bool { return r.Name == togetherName })
}

// Columns are the columns of the items of a catalog; none for other sources.
func (t *Turn) Columns(l *Listing) []shop.Column {
	if l.source == nil || l.source.catalog == nil {
		return nil
	}
	return l.source.catalog.sold.Columns
}

// sortedBy sorts by one column after the other. What is unknown comes last; ties stay in the order they came.
func sortedBy(items []value.Value, keys []SortKey) []value.Value {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b value.Value) int {
		for _, key := range keys {
			x, y := a.Field(key.Column), b.Field(key.Column)
			if x.Known() != y.Known() {
				if x.Known() {
					return -1
				}
				return 1
			}
			order, _ := value.Compare(x, y)
			if key.Descending {
				order = -order
			}
			if order != 0 {
				return order
			}
		}
		return 0
	})
	return items
}

// WithItem makes an item, and further names, known while something is said or worked out.
func (t *Turn) WithItem(item value.Value, names map[string]value.Value, do func()) {
	outer := t.item
	t.item = item
	if len(names) > 0 {
		t.with(names, do)
	} else {
		do()
	}
	t.item = outer
}

// itemKey is what an item is known by over all catalogs; "" for what is none.
func itemKey(item value.Value) string {
	catalog, id := item.Field(catalogColumn).AsText(), item.Field("id").AsText()
	if catalog == "" || id == "" {
		return ""
	}
	return catalog + "." + id
}

// keptItem is what is kept of an item: where it is found, and its name for when it is gone.
func keptItem(item value.Value) value.Value {
	if itemKey(item) == "" {
		return item
	}
	return value.Record(map[string]value.Value{catalogColumn: item.Field(catalogColumn), "id": item.Field("id"), "name": item.Field("name")})
}

// today gives a kept item as the catalog has it now; what was kept of it where it is gone. What an order has of its own, as the price paid, stays.
func (t *Turn) today(item value.Value) value.Value {
	catalog := t.set.catalogs[item.Field(catalogColumn).AsText()]
	if catalog == nil {
		return item
	}
	now, ok := catalog.sold.ItemIn(item.Field("id").AsText(), t.lang)
	if !ok {
		return item
	}
	now = t.asOfNow(now)
	for _, own := range []string{"price", "quantity"} {
		if v := item.Field(own); v.Known() {
			now = withPart(now, own, v)
		}
	}
	return now
}

// chose notes that the customer chose an item, and counts it together with what else he chose.
func (t *Turn) chose(item value.Value) {
	key := itemKey(item)
	if key == "" {
		return
	}
	t.event(Chose, t.step, key)
	chosen := t.state.Contact.Chosen
	if slices.Contains(chosen, key) {
		return
	}
	for _, other := range chosen {
		t.counts = append(t.counts, Count{Table: CountTogether, Key: min(key, other) + " " + max(key, other)})
	}
	chosen = append(chosen, key)
	if extra := len(chosen) - chosenKept; extra > 0 {
		chosen = slices.Clone(chosen[extra:])
	}
	t.state.Contact.Chosen = chosen
}

// leastTogether is how many customers must have chosen two items before it is told to others: few could be recognized, and say little.
const leastTogether = 5

// Together tells how many customers chose an item along with something that this one chose; 0 where they are few, or where he has it already.
func (t *Turn) Together(item value.Value) int64 {
	key, most := itemKey(item), 0
	if key == "" || slices.Contains(t.state.Contact.Chosen, key) {
		return 0
	}
	for _, chosen := range t.state.Contact.Chosen {
		for _, companion := range t.facts.Together[chosen] {
			if companion.Item == key {
				most = max(most, companion.Customers)
			}
		}
	}
	if most < leastTogether {
		return 0
	}
	return int64(most)
}
