package expr

import (
	"strings"
)

// checkFresh asks whether an answer is known and not older than its field's fresh_for. The scope tells of "fresh:name" where the field has one.
func checkFresh(c *checker, n *node, _ place) code {
	arg := n.args[0]
	if arg.kind != nodeName {
		return c.mismatch(arg, "write `fresh(brew)`", "`fresh` takes the name of a field")
	}
	if found, ok := c.about(n, "fresh:"+arg.text); ok {
		return found
	}
	if c.scope.Lookup(arg.text) == nil {
		c.unknownName(arg, harmless)
		return broken()
	}
	return c.mismatch(arg, "give the field a `fresh_for`, or write `known("+arg.text+")`", "`%s` never grows stale: it has no `fresh_for`", arg.text)
}

func checkIsOpen(c *checker, n *node, _ place) code { return c.ofHours(n) }

func checkNextOpen(c *checker, n *node, _ place) code { return c.ofHours(n) }

// ofHours is a function of opening hours, which are named in quotes. The scope tells of "is_open:shop" and "next_open:shop".
func (c *checker) ofHours(n *node) code {
	arg, prefix := n.args[0], n.text+":"
	name := arg.val.AsText()
	if arg.kind == nodeName {
		name = arg.text
	}
	found := c.scope.Lookup(prefix + name)
	switch {
	case arg.kind != nodeLiteral || name == "":
		help := "write `" + functionNamed(n.text).usage + "`"
		if found != nil {
			help = "write `" + n.text + "('" + name + "')`"
		}
		return c.mismatch(arg, help, "the name of the hours stands in quotes here")
	case found != nil:
		of, _ := c.about(n, prefix+name)
		return of
	}
	var names []string
	for _, known := range c.scope.Names() {
		if hours, ok := strings.CutPrefix(known, prefix); ok {
			names = append(names, hours)
		}
	}
	p := c.report(arg, CodeUnknownName, "there are no hours called '%s'", name)
	switch near := Nearest(name, names); {
	case near != "":
		p.Help = "did you mean '" + near + "'?"
	case len(names) > 0:
		p.Help = "there are: " + strings.Join(names, ", ")
	default:
		p.Help = "declare them under `hours:` in bot.yaml"
	}
	return broken()
}

// about is what the scope knows under a name that authors do not write themselves.
func (c *checker) about(n *node, name string) (code, bool) {
	typ := c.scope.Lookup(name)
	if typ == nil {
		return code{}, false
	}
	c.reads = append(c.reads, Read{Name: name, From: n.from, To: n.to, Guarded: true})
	return code{typ: typ, eval: c.lookup(name)}, true
}
