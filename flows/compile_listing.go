package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Sourced is a body with a source of items: `item` is the one at hand in all that the step says.
type Sourced interface{ Source() *Listing }

// itemName is the name of the item at hand, togetherName of how many customers chose it along with something that this one chose.
const (
	itemName     = "item"
	togetherName = "together"
)

// itemsOf settles where a step's items come from and makes `item` known in it.
func (c *compiler) itemsOf(body Body, p place) place {
	sourced, ok := body.(Sourced)
	if !ok {
		return p
	}
	l := sourced.Source()
	if l == nil || l.From.Name == "" {
		return p
	}
	l.source = c.source(l.From, p)
	if l.source == nil { // that is said once, and not again of all that the step says of its items
		return p.with(map[string]*value.Type{itemName: {}, togetherName: numberType})
	}
	if p.flow != nil && p.flow.fields[itemName] != nil {
		c.fail(p.flow.fields[itemName].Ref, "reserved-name", "give the field another name", "item is given in a flow with a source and cannot name a field")
	}
	return p.with(map[string]*value.Type{itemName: l.source.item, togetherName: numberType})
}

// source finds out what a name stands for that items come from.
func (c *compiler) source(from SourceName, p place) *source {
	id, isCatalog := strings.CutPrefix(from.Name, "catalog.")
	switch {
	case isCatalog:
		if catalog := c.set.catalogs[id]; catalog != nil {
			return &source{catalog: catalog, item: catalog.sold.Type()}
		}
	case from.Name == "faq":
		if len(c.src.FAQ) > 0 {
			return &source{faq: true, item: faqType}
		}
		c.fail(from.Ref, "unknown-source", "write a file faq.yaml", "there is no FAQ")
		return nil
	default:
		if typ := p.Lookup(from.Name); typ != nil {
			return c.listSource(from, typ, p)
		}
		if record, _, within := strings.Cut(from.Name, "."); within && p.Lookup(record) != nil { // cart.items
			if program, problems := expr.Compile(from.Name, p); len(problems) == 0 {
				return c.listSource(from, program.Type(), p)
			}
		}
	}
	c.fail(from.Ref, "unknown-source", didYouMean(from.Name, c.sourceNames(p), "write catalog.<name>, faq, orders, or a field of type list"), "there is no source %s", from.Name)
	return nil
}

// listSource takes a name whose value is a list.
func (c *compiler) listSource(from SourceName, typ *value.Type, p place) *source {
	if typ.Kind() != value.KindList {
		c.fail(from.Ref, "unknown-source", "write catalog.<name>, faq, orders, or a field of type list", "%s is %s and no list of items", from.Name, expr.Describe(typ))
		return nil
	}
	program, problems := expr.Compile(from.Name, p)
	c.expressionProblems(from.Ref, problems)
	item := typ.Elem
	if item == nil {
		item = &value.Type{}
	}
	return &source{program: program, item: item}
}

func (c *compiler) sourceNames(p place) []string {
	names := []string{"faq", "orders", "bookings", "cart.items"}
	for id := range c.set.catalogs {
		names = append(names, "catalog."+id)
	}
	for _, name := range p.Names() {
		if typ := p.Lookup(name); typ.Kind() == value.KindList {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sortKeys makes sure that items have the columns they are sorted by.
func (c *compiler) sortKeys(l *Listing) {
	if l.source == nil {
		return
	}
	for _, key := range l.Sort {
		if l.source.item.Fields != nil && l.source.item.Fields[key.Column] == nil {
			var names []string
			for name := range l.source.item.Fields {
				names = append(names, name)
			}
			c.fail(key.Ref, "unknown-column", didYouMean(key.Column, sorted(names), ""), "the items have no column called %s", key.Column)
		}
	}
}

// Listing gives the type of a step's items; nil where it has none.
func (k *Checker) Listing(l *Listing) *value.Type {
	if l.source == nil {
		if l.From.Name == "" && (l.Where != nil || len(l.Sort) > 0) {
			k.Fail(k.place.step.Ref, "missing-key", "write `from: catalog.<name>`", "where and sort need a source")
		}
		return nil
	}
	k.c.sortKeys(l)
	return l.source.item
}
