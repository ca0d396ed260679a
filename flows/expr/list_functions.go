package expr

import "repartee/flows/value"

func checkKnown(c *checker, n *node, _ place) code {
	part := c.code(n.args[0], harmless)
	eval := part.eval
	return condition(func(env Env) bool { return eval(env).Known() }).folded(part)
}

// checkCount: nobody who has not been asked for guests has guests, so of an
// unknown list the count is 0.
func checkCount(c *checker, n *node, _ place) code {
	list := c.argument(n, 0, harmless, value.KindList)
	return mapped(list, integerType, func(v value.Value) value.Value {
		return value.Integer(int64(len(v.AsList())))
	})
}

func checkFirst(c *checker, n *node, at place) code {
	return c.entryAt(n, at, func(items []value.Value) value.Value { return items[0] })
}

func checkLast(c *checker, n *node, at place) code {
	return c.entryAt(n, at, func(items []value.Value) value.Value { return items[len(items)-1] })
}

func (c *checker) entryAt(n *node, at place, pick func([]value.Value) value.Value) code {
	list := c.argument(n, 0, at, value.KindList)
	return mapped(list, entryType(list.typ), func(v value.Value) value.Value {
		if items := v.AsList(); len(items) > 0 {
			return pick(items)
		}
		return value.Value{}
	})
}
