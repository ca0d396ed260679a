package expr

import (
	"strings"

	"repartee/flows/value"
)

// function is one that expressions may call.
type function struct {
	name  string
	usage string // as help shows it
	least int    // arguments
	most  int
	check func(c *checker, n *node, at place) code
}

// functions lists them all: a function and not a variable, for the list mentions
// functions that look things up in it.
func functions() [23]function {
	return [...]function{
		{"known", "known(name)", 1, 1, checkKnown},
		{"fresh", "fresh(name)", 1, 1, checkFresh},
		{"is_open", "is_open('shop')", 1, 1, checkIsOpen},
		{"next_open", "next_open('shop')", 1, 1, checkNextOpen},
		{"count", "count(list)", 1, 1, checkCount},
		{"sum", "sum(list), sum(list, 'column')", 1, 2, checkSum},
		{"first", "first(list)", 1, 1, checkFirst},
		{"last", "last(list)", 1, 1, checkLast},
		{"join", "join(list), join(list, 'column')", 1, 2, checkJoin},
		{"min", "min(a, b), min(list), min(list, 'column')", 1, maxArguments, checkLeast},
		{"max", "max(a, b), max(list), max(list, 'column')", 1, maxArguments, checkMost},
		{"round", "round(number), round(number, 2)", 1, 2, checkRound},
		{"money", "money(8)", 1, 1, checkMoney},
		{"number", "number(amount)", 1, 1, checkNumber},
		{"length", "length(text)", 1, 1, checkLength},
		{"lower", "lower(text)", 1, 1, checkLower},
		{"upper", "upper(text)", 1, 1, checkUpper},
		{"plural", "plural(number, 'bag', 'bags')", 2, 7, checkPlural},
		{"date", "date(2026-03-02 in quotes, or a date with time)", 1, 1, checkDate},
		{"time", "time(a date with time)", 1, 1, checkTime},
		{"hour", "hour(now)", 1, 1, checkHour},
		{"weekday", "weekday(today)", 1, 1, checkWeekday},
		{"years_since", "years_since(birthday)", 1, 1, checkYearsSince},
	}
}

// maxArguments is how many arguments there may be where any number fits.
const maxArguments = 32

func functionNamed(name string) function {
	for _, f := range functions() {
		if f.name == name {
			return f
		}
	}
	return function{}
}

func isFunction(name string) bool { return functionNamed(name).name != "" }

func (c *checker) call(n *node, at place) code {
	f := functionNamed(n.text)
	if f.name == "" {
		var names []string
		for _, known := range functions() {
			names = append(names, known.name)
		}
		p := c.report(n, CodeUnknownFunction, "there is no function `%s`", n.text)
		if p.Help = didYouMean(n.text, names); p.Help == "" {
			p.Help = "there are: " + strings.Join(names, ", ")
		}
		c.checkArguments(n, at)
		return broken()
	}
	if len(n.args) < f.least || len(n.args) > f.most {
		c.report(n, CodeWrongArguments, "this is not how `%s` is written", f.name).
			Help = "write `" + f.usage + "`"
		c.checkArguments(n, at)
		return broken()
	}
	return f.check(c, n, at)
}

// checkArguments reports what is wrong inside a call that is wrong itself.
func (c *checker) checkArguments(n *node, at place) {
	for _, arg := range n.args {
		c.code(arg, at.within())
	}
}

// argument checks the argument at i, which has to be of one of the kinds.
func (c *checker) argument(n *node, i int, at place, kinds ...value.Kind) code {
	arg := c.code(n.args[i], at.within())
	if !arg.mayBe(kinds...) {
		return c.mismatch(n.args[i], "write `"+functionNamed(n.text).usage+"`",
			"`%s` cannot take %s here", n.text, describe(arg.typ))
	}
	return arg
}

// mapped is code that makes something of one part, without an Env.
func mapped(part code, typ *value.Type, f func(value.Value) value.Value) code {
	eval := part.eval
	return code{typ: typ, eval: func(env Env) value.Value { return f(eval(env)) }}.folded(part)
}

// local is code that makes something of one part, as the customer's locale has it.
func local(part code, typ *value.Type, f func(value.Value, value.Locale) value.Value) code {
	eval := part.eval
	return code{typ: typ, eval: func(env Env) value.Value {
		v := eval(env)
		if !v.Known() {
			return v
		}
		return f(v, env.Locale())
	}}
}
