package expr

import "repartee/flows/value"

// column is a list with what is taken of each entry.
type column struct {
	list code
	typ  *value.Type
	of   func(entry value.Value) value.Value
}

// column checks a list argument and the name of a column behind it, if there is
// one.
func (c *checker) column(n *node, at place) column {
	return c.columnOf(n, c.argument(n, 0, at, value.KindList))
}

func (c *checker) columnOf(n *node, list code) column {
	entry := entryType(list.typ)
	if len(n.args) == 1 {
		return column{list, entry, func(v value.Value) value.Value { return v }}
	}
	name := n.args[1].val.AsText()
	of := func(v value.Value) value.Value { return v.Field(name) }
	if n.args[1].kind != nodeLiteral || name == "" {
		c.mismatch(n.args[1], "write `"+functionNamed(n.text).usage+"`", "the name of a column stands in quotes here")
		return column{broken(), anyType, of}
	}
	mayHaveIt := entry.Base == value.TypeAny || entry.Kind() == value.KindRecord
	typ, there := entry.Fields[name]
	switch {
	case there:
		return column{list, typ, of}
	case mayHaveIt && entry.Fields == nil:
		return column{list, anyType, of}
	default:
		c.report(n.args[1], CodeUnknownName, "there is no column '%s' in this list", name).
			Help = didYouMean(name, fieldNames(entry))
		return column{broken(), anyType, of}
	}
}

func checkSum(c *checker, n *node, at place) code {
	col := c.column(n, at)
	entry := code{typ: col.typ}
	if !entry.mayBe(value.KindNumber, value.KindMoney, value.KindDuration) {
		return c.mismatch(n, "", "there is no sum of a list of which each entry is %s", describe(col.typ))
	}
	nothing := c.zero(col.typ)
	return mapped(col.list, col.typ, func(v value.Value) value.Value {
		if !v.Known() {
			return v
		}
		items := v.AsList()
		if len(items) == 0 {
			return nothing
		}
		total := col.of(items[0])
		for _, item := range items[1:] {
			total = value.Add(total, col.of(item))
		}
		return total
	})
}

func (c *checker) zero(t *value.Type) value.Value {
	switch t.Kind() {
	case value.KindMoney:
		return value.Money(0, c.scope.Currency())
	case value.KindDuration:
		return value.Duration(0, 0)
	default:
		return value.Number(0)
	}
}

// checkJoin: an empty list gives nothing, so that join(guests, 'name') ?? 'nobody' says what is meant.
func checkJoin(c *checker, n *node, at place) code {
	col := c.column(n, at)
	return local(col.list, textType, func(v value.Value, loc value.Locale) value.Value {
		if len(v.AsList()) == 0 {
			return value.Value{}
		}
		items := make([]string, 0, len(v.AsList()))
		for _, item := range v.AsList() {
			items = append(items, value.Format(col.of(item), col.typ, loc))
		}
		return value.Text(value.Join(items, loc))
	})
}
