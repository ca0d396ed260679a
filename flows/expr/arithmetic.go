package expr

import "repartee/flows/value"

func (c *checker) negation(n *node, at place) code {
	part := c.code(n.args[0], at.within())
	if !part.mayBe(value.KindNumber, value.KindMoney, value.KindDuration) {
		return c.mismatch(n, "", "%s has no opposite", describe(part.typ))
	}
	eval := part.eval
	return code{typ: part.typ, eval: func(env Env) value.Value { return value.Neg(eval(env)) }}.folded(part)
}

func (c *checker) arithmetic(n *node, at place) code {
	a := c.code(n.args[0], at.within())
	b := c.code(n.args[1], at.within())
	if n.text == "+" || n.text == "-" {
		a, b = c.alignedSum(a, b)
	}
	typ := resultOf(n.text, a.typ, b.typ)
	if typ == nil {
		return c.mismatch(n, arithmeticHelp(n.text, a.typ, b.typ), "%s %s %s cannot be reckoned",
			describe(a.typ), n.text, describe(b.typ))
	}
	if problem := c.fractionOfDay(n, a, b); problem {
		return broken()
	}
	left, right, reckon := a.eval, b.eval, operations[n.text]
	if typ == textType {
		left, right = printed(a), printed(b)
	}
	return code{typ: typ, eval: func(env Env) value.Value {
		return reckon(left(env), right(env))
	}}.folded(a, b)
}

var operations = map[string]func(a, b value.Value) value.Value{
	"+": value.Add, "-": value.Sub, "*": value.Mul, "/": value.Div,
}

// alignedSum makes money of a number beside it; dates and instants stay as they
// are.
func (c *checker) alignedSum(a, b code) (code, code) {
	if a.kind() == value.KindMoney {
		return a, c.moneyLike(b)
	}
	if b.kind() == value.KindMoney {
		return c.moneyLike(a), b
	}
	return a, b
}

func (c *checker) moneyLike(a code) code {
	if a.mayBe(value.KindNumber) {
		return c.asMoney(a)
	}
	return a
}

// resultOf is the type of a sum, difference, product or quotient; nil if there is
// none.
func resultOf(op string, a, b *value.Type) *value.Type {
	ka, kb := a.Kind(), b.Kind()
	switch {
	case a.Base == value.TypeAny || b.Base == value.TypeAny:
		return anyType
	case op == "*" && ka == value.KindNumber && kb != value.KindNumber:
		return resultOf(op, b, a)
	case op == "*" || op == "/":
		return productOf(op, a, b)
	case kb == value.KindDuration:
		switch ka {
		case value.KindDate, value.KindDateTime, value.KindTime, value.KindDuration:
			return ofKind(ka)
		}
		return nil
	case op == "-" && ka == kb && (ka == value.KindDate || ka == value.KindDateTime):
		return durationType
	case ka != kb:
		return nil
	}
	switch ka {
	case value.KindNumber:
		return wholeIf(a.Base == value.TypeInteger && b.Base == value.TypeInteger)
	case value.KindMoney:
		return moneyType
	case value.KindText:
		if op == "+" {
			return textType
		}
	}
	return nil
}

func productOf(op string, a, b *value.Type) *value.Type {
	switch {
	case op == "/" && a.Kind() == value.KindMoney && b.Kind() == value.KindMoney:
		return numberType
	case b.Kind() != value.KindNumber:
		return nil
	}
	switch a.Kind() {
	case value.KindNumber:
		return wholeIf(op == "*" && a.Base == value.TypeInteger && b.Base == value.TypeInteger)
	case value.KindMoney, value.KindDuration:
		return ofKind(a.Kind())
	default:
		return nil
	}
}

func wholeIf(whole bool) *value.Type {
	if whole {
		return integerType
	}
	return numberType
}

func ofKind(k value.Kind) *value.Type {
	switch k {
	case value.KindMoney:
		return moneyType
	case value.KindDate:
		return dateType
	case value.KindTime:
		return timeType
	case value.KindDateTime:
		return dateTimeType
	case value.KindDuration:
		return durationType
	default:
		return anyType
	}
}

// fractionOfDay reports hours that are added to a date.
func (c *checker) fractionOfDay(n *node, a, b code) bool {
	if a.kind() != value.KindDate || b.kind() != value.KindDuration || !b.same {
		return false
	}
	today := value.Date(2026, 1, 1)
	if value.Add(today, b.eval(nil)).Known() {
		return false
	}
	c.mismatch(n, "add whole days, or reckon with a date with time such as `now`", "a date has no hours")
	return true
}

func arithmeticHelp(op string, a, b *value.Type) string {
	date := a.Kind() == value.KindDate || a.Kind() == value.KindDateTime
	if date && b.Kind() == value.KindNumber {
		return "a length of time has a unit: `" + op + " 3d`"
	}
	return ""
}

// printed is a text as the customer reads it: of an option its label.
func printed(a code) func(Env) value.Value {
	if a.typ.Base != value.TypeOneOf {
		return a.eval
	}
	text := a.printer()
	return func(env Env) value.Value {
		if s := text(env); s != "" {
			return value.Text(s)
		}
		return value.Value{}
	}
}
