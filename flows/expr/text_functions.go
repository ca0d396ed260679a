package expr

import (
	"strings"
	"unicode/utf8"

	"repartee/flows/value"
)

func checkLength(c *checker, n *node, at place) code {
	return c.ofText(n, at, lengthType, func(s string) value.Value {
		return value.Integer(int64(utf8.RuneCountInString(s)))
	})
}

func checkLower(c *checker, n *node, at place) code {
	return c.ofText(n, at, textType, func(s string) value.Value { return value.Text(strings.ToLower(s)) })
}

func checkUpper(c *checker, n *node, at place) code {
	return c.ofText(n, at, textType, func(s string) value.Value { return value.Text(strings.ToUpper(s)) })
}

// ofText is a function of a text; an option is its label.
func (c *checker) ofText(n *node, at place, typ *value.Type, f func(string) value.Value) code {
	part := c.code(n.args[0], at.within())
	if !part.mayBe(value.KindText) {
		help := "write `" + functionNamed(n.text).usage + "`"
		if part.kind() == value.KindList {
			help = "write `count(list)` for how many there are"
		}
		return c.mismatch(n.args[0], help, "`%s` cannot take %s here", n.text, describe(part.typ))
	}
	eval := printed(part)
	return code{typ: typ, eval: func(env Env) value.Value {
		v := eval(env)
		if v.Kind() != value.KindText {
			return value.Value{}
		}
		return f(v.AsText())
	}}.folded(part)
}

// checkPlural: the forms are those of the language that the text is in, and the
// last stands in for those that are missing.
func checkPlural(c *checker, n *node, at place) code {
	count := c.argument(n, 0, at, value.KindNumber)
	forms := make([]code, 0, len(n.args)-1)
	for i := range n.args[1:] {
		forms = append(forms, c.argument(n, i+1, at, value.KindText))
	}
	eval := count.eval
	return code{typ: textType, eval: func(env Env) value.Value {
		v := eval(env)
		if v.Kind() != value.KindNumber {
			return value.Value{}
		}
		form := value.PluralForm(env.Locale().Language, v)
		return forms[min(form, len(forms)-1)].eval(env)
	}}
}
