package expr

import (
	"slices"
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

// functions lists them all. It is a function, for the list mentions those that
// look things up in it.
func functions() []function {
	return slices.Concat(listFunctions(), numberFunctions(), textFunctions(), timeFunctions())
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
		p := c.report(n, CodeUnknownFunction, "There is no function `%s`.", n.text)
		if p.Help = didYouMean(n.text, names); p.Help == "" {
			p.Help = "There are: " + strings.Join(names, ", ") + "."
		}
		c.checkArguments(n, at)
		return broken()
	}
	if len(n.args) < f.least || len(n.args) > f.most {
		c.report(n, CodeWrongArguments, "This is not how `%s` is written.", f.name).
			Help = "Write `" + f.usage + "`."
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
		return c.mismatch(n.args[i], "Write `"+functionNamed(n.text).usage+"`.",
			"`%s` cannot take %s here.", n.text, describe(arg.typ))
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
