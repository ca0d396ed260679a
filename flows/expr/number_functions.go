package expr

import "repartee/flows/value"

// checkRound rounds to whole ones, or to so many decimals; halves away from zero.
func checkRound(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindNumber, value.KindMoney)
	digits := 0
	if len(n.args) == 2 {
		digits = int(n.args[1].val.AsInt())
		if n.args[1].kind != nodeLiteral || n.args[1].val.Kind() != value.KindNumber {
			return c.mismatch(n.args[1], "write `round(number, 2)`", "how many decimals there shall be is written as a number")
		}
	}
	typ := part.typ
	if part.kind() == value.KindNumber {
		typ = wholeIf(digits == 0)
	}
	return mapped(part, typ, func(v value.Value) value.Value { return value.Round(v, digits) })
}

// checkMoney makes an amount in the bot's currency of a number, or of what a
// customer typed.
func checkMoney(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindNumber, value.KindMoney, value.KindText)
	if part.kind() == value.KindText {
		return readAs(part, moneyType)
	}
	return c.asMoney(part)
}

func checkNumber(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindNumber, value.KindMoney, value.KindText)
	if part.kind() == value.KindText {
		return readAs(part, numberType)
	}
	return mapped(part, numberType, value.NumberOf)
}

// readAs reads a text as a customer's answer of the type is read; unknown where
// that fails.
func readAs(part code, typ *value.Type) code {
	return local(part, typ, func(v value.Value, loc value.Locale) value.Value {
		read, _ := value.Read(typ, v.AsText(), loc)
		return read
	})
}
