package expr

import "repartee/flows/value"

func checkLeast(c *checker, n *node, at place) code { return c.extreme(n, at, -1) }

func checkMost(c *checker, n *node, at place) code { return c.extreme(n, at, 1) }

// extreme is the least (sign -1) or the most (1) of a list, a column or the
// arguments themselves; unknown if one of them is.
func (c *checker) extreme(n *node, at place, sign int) code {
	first := c.code(n.args[0], at.within())
	listed := first.mayBe(value.KindList)
	switch {
	case listed && first.typ.Base != value.TypeAny && len(n.args) > 2, !listed && len(n.args) == 1:
		return c.mismatch(n, "write `"+functionNamed(n.text).usage+"`", "`%s` takes one list, or several values", n.text)
	case !listed, len(n.args) > 1 && first.typ.Base == value.TypeAny:
		return c.extremeOf(n, first, at, sign)
	}
	col := c.columnOf(n, first)
	return mapped(col.list, col.typ, func(v value.Value) value.Value {
		items := v.AsList()
		if len(items) == 0 {
			return value.Value{}
		}
		best := col.of(items[0])
		for _, item := range items[1:] {
			best = better(best, col.of(item), sign)
		}
		return best
	})
}

// extremeOf brings all arguments to the kind of the first that is not a bare
// number, so that max(5, price) is money.
func (c *checker) extremeOf(n *node, first code, at place, sign int) code {
	parts := []code{first}
	for _, arg := range n.args[1:] {
		parts = append(parts, c.code(arg, at.within()))
	}
	best := parts[0]
	for i, part := range parts[1:] {
		if !part.mayBe(orderedKinds...) {
			return c.mismatch(n.args[i+1], "", "%s is neither less nor more than another", describe(part.typ))
		}
		a, b, ok := c.aligned(best, part)
		if !ok {
			return c.mismatch(n.args[i+1], "", "%s and %s cannot be compared", describe(a.typ), describe(b.typ))
		}
		typ, _ := union(a.typ, b.typ)
		left, right := a.eval, b.eval
		best = code{typ: typ, eval: func(env Env) value.Value {
			return better(left(env), right(env), sign)
		}}.folded(a, b)
	}
	return best
}

func better(a, b value.Value, sign int) value.Value {
	order, ok := value.Compare(b, a)
	switch {
	case !ok:
		return value.Value{}
	case order == sign:
		return b
	default:
		return a
	}
}
