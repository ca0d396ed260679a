package expr

import "repartee/flows/value"

// membership is `a in list`.
func (c *checker) membership(n *node) code {
	list := c.code(n.args[1], harmless)
	if !list.mayBe(value.KindList) {
		return c.mismatch(n.args[1], "", "`in` needs a list on its right, but this is %s", describe(list.typ))
	}
	entry := entryType(list.typ)
	item := c.code(n.args[0], place{guarded: true, beside: entry})
	aligned, ok := c.alignedTo(item, entry)
	if !ok {
		return c.mismatch(n, "", "%s is never in a list of which each entry is %s", describe(item.typ), describe(entry))
	}
	n.args[0].brought(aligned)
	c.checkOptions(n.args[0], entry, item.typ)
	c.checkOptions(n.args[1], item.typ, entry)
	left, right := aligned.eval, list.eval
	return condition(func(env Env) bool {
		v := left(env)
		if !v.Known() {
			return false
		}
		for _, entry := range right(env).AsList() {
			if value.Equal(v, entry) {
				return true
			}
		}
		return false
	}).folded(aligned, list)
}

// alignedTo brings what is looked for to the kind of the entries.
func (c *checker) alignedTo(item code, entry *value.Type) (code, bool) {
	switch {
	case item.typ.Base == value.TypeAny || entry.Base == value.TypeAny:
		return c.loose(item, code{typ: entry}), true
	case item.kind() == value.KindNumber && entry.Kind() == value.KindMoney:
		return c.asMoney(item), true
	case item.kind() == value.KindMoney && entry.Kind() == value.KindNumber:
		return mapped(item, numberType, value.NumberOf), true
	case item.kind() == value.KindDateTime && entry.Kind() == value.KindDate:
		return asDate(item), true
	default:
		return item, item.kind() == entry.Kind()
	}
}
