package expr

import "repartee/flows/value"

// comparison is a checked pair of operands, of one kind at run time wherever both
// are known.
type comparison struct {
	left, right func(Env) value.Value
	parts       [2]code
}

// compared checks that two things can be compared, and brings them to one kind: a
// number beside money is money, an instant beside a date is its date.
func (c *checker) compared(n *node) (comparison, bool) {
	a := c.code(n.args[0], harmless)
	b := c.code(n.args[1], place{guarded: true, beside: a.typ})
	for _, arg := range n.args {
		if arg.kind == nodeLiteral && !arg.val.Known() {
			c.report(n, CodeCompareUnknown, "nothing is equal to `unknown`, not even unknown itself").
				Help = "write `known(...)` or `not known(...)`"
			return comparison{}, false
		}
	}
	a, b, ok := c.aligned(a, b)
	if !ok {
		c.mismatch(n, comparableAs(n, a.typ, b.typ), "%s and %s cannot be compared", describe(a.typ), describe(b.typ))
		return comparison{}, false
	}
	n.args[0].brought(a)
	n.args[1].brought(b)
	c.checkOptions(n.args[1], a.typ, b.typ)
	c.checkOptions(n.args[0], b.typ, a.typ)
	return comparison{a.eval, b.eval, [2]code{a, b}}, true
}

// aligned brings two operands to one kind; not ok if they are too different.
func (c *checker) aligned(a, b code) (code, code, bool) {
	ka, kb := a.kind(), b.kind()
	switch {
	case a.typ.Base == value.TypeAny || b.typ.Base == value.TypeAny:
		return c.loose(a, b), c.loose(b, a), true
	case ka == value.KindMoney && kb == value.KindNumber:
		return a, c.asMoney(b), true
	case ka == value.KindNumber && kb == value.KindMoney:
		return c.asMoney(a), b, true
	case ka == value.KindDate && kb == value.KindDateTime:
		return a, asDate(b), true
	case ka == value.KindDateTime && kb == value.KindDate:
		return asDate(a), b, true
	default:
		return a, b, ka == kb
	}
}

// loose aligns at run time what could not be known before.
func (c *checker) loose(a, b code) code {
	switch b.kind() {
	case value.KindMoney:
		a.eval = c.moneyOr(a.eval)
	case value.KindDate:
		eval := a.eval
		a.eval = func(env Env) value.Value {
			v := eval(env)
			if v.Kind() == value.KindDateTime {
				return value.DateIn(v, env.Locale())
			}
			return v
		}
		a.same = false
	}
	return a
}

func (c *checker) moneyOr(eval func(Env) value.Value) func(Env) value.Value {
	currency := c.scope.Currency()
	return func(env Env) value.Value {
		v := eval(env)
		if v.Kind() == value.KindNumber {
			return value.MoneyOf(v, currency)
		}
		return v
	}
}

func (c *checker) asMoney(a code) code {
	return code{typ: moneyType, eval: c.moneyOr(a.eval)}.folded(a)
}

func asDate(a code) code {
	eval := a.eval
	return code{typ: dateType, eval: func(env Env) value.Value { return value.DateIn(eval(env), env.Locale()) }}
}

func (c *checker) equality(n *node) code {
	pair, ok := c.compared(n)
	if !ok {
		return broken()
	}
	left, right := pair.left, pair.right
	equal := func(env Env) bool {
		a := left(env)
		return a.Known() && value.Equal(a, right(env))
	}
	if n.text == "!=" {
		return condition(func(env Env) bool { return !equal(env) }).folded(pair.parts[:]...)
	}
	return condition(equal).folded(pair.parts[:]...)
}

func (c *checker) order(n *node) code {
	pair, ok := c.compared(n)
	if !ok {
		return broken()
	}
	for i, part := range pair.parts {
		if !part.mayBe(orderedKinds...) {
			return c.mismatch(n.args[i], "", "%s is neither less nor more than another", describe(part.typ))
		}
	}
	left, right, holds := pair.left, pair.right, orders[n.text]
	return condition(func(env Env) bool {
		order, ok := value.Compare(left(env), right(env))
		return ok && holds[order+1]
	}).folded(pair.parts[:]...)
}

var orderedKinds = []value.Kind{
	value.KindNumber, value.KindMoney, value.KindDate, value.KindTime, value.KindDateTime, value.KindDuration,
}

// orders tells for each operator whether it holds where the left side is less,
// equal, more.
var orders = map[string][3]bool{
	"<":  {true, false, false},
	"<=": {true, true, false},
	">":  {false, false, true},
	">=": {false, true, true},
}
