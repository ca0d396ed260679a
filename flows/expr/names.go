package expr

import (
	"fmt"
	"slices"
	"strings"

	"repartee/flows/value"
)

// name finds what a dotted name means: the longest beginning that the scope
// knows, and parts of records behind it.
func (c *checker) name(n *node, at place) code {
	for end := len(n.text); end > 0; end = strings.LastIndexByte(n.text[:end], '.') {
		name := n.text[:end]
		typ := c.scope.Lookup(name)
		if typ == nil {
			continue
		}
		c.reads = append(c.reads, Read{
			Name: name, From: n.from, To: n.to,
			Guarded: at.knows(n.text),
		})
		n.base = name
		found := code{typ: typ, eval: c.lookup(name), name: name}
		for part := range strings.SplitSeq(strings.TrimPrefix(n.text[end:], "."), ".") {
			if part != "" {
				found = c.part(n, found, part)
			}
		}
		return found
	}
	c.unknownName(n, at)
	return broken()
}

// part is a part of a record.
func (c *checker) part(n *node, of code, name string) code {
	typ := anyType
	switch {
	case of.kind() == value.KindList:
		return c.mismatch(n, fmt.Sprintf("write `first(...).%s` for one, `join(..., '%s')` for all", name, name),
			"`%s` is a part of the entries, but this is a list", name)
	case !of.mayBe(value.KindRecord):
		return c.mismatch(n, "", "%s has no parts, so there is no `.%s`", describe(of.typ), name)
	case of.typ.Fields != nil:
		known, there := of.typ.Fields[name]
		if !there {
			c.report(n, CodeUnknownName, "there is no `.%s` here", name).Help = didYouMean(name, fieldNames(of.typ))
			return broken()
		}
		typ = known
	}
	if of.name != "" {
		return code{typ: typ, eval: c.lookupPart(of.name, name)}
	}
	eval := of.eval
	return code{typ: typ, eval: func(env Env) value.Value { return eval(env).Field(name) }}
}

func (c *checker) field(n *node, at place) code {
	return c.part(n, c.code(n.args[0], at.within()), n.text)
}

// nothings are words of other languages for what is called unknown here.
var nothings = []string{"null", "nil", "none", "None", "empty", "undefined", "NULL"}

// spokenValues are words for what is written in another way.
var spokenValues = map[string]string{
	"tomorrow": "today + 1d", "yesterday": "today - 1d", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10",
}

func (c *checker) unknownName(n *node, at place) {
	p := c.report(n, CodeUnknownName, "there is nothing called `%s` here", n.text)
	_, isOption := at.beside.Option(n.text)
	switch {
	case isOption:
		p.Help = fmt.Sprintf("option ids stand in quotes: '%s'", n.text)
	case slices.Contains(nothings, n.text):
		p.Help = "write `known(name)` to ask whether there is something, `unknown` for nothing"
	case isFunction(n.text):
		p.Help = fmt.Sprintf("`%s` is a function: write `%s`", n.text, functionNamed(n.text).usage)
	case spokenValues[n.text] != "":
		p.Help = "write `" + spokenValues[n.text] + "`"
	case c.ofItem(n.text):
		p.Help = DidYouMean("item." + n.text)
	default:
		written := slices.DeleteFunc(slices.Clone(c.scope.Names()), func(name string) bool { return strings.Contains(name, ":") })
		p.Help = didYouMean(n.text, written)
		if head, part, dotted := strings.Cut(n.text, "."); dotted && p.Help == "" {
			if near := Nearest(head, written); near != "" {
				p.Help = DidYouMean(near + "." + part)
			}
		}
	}
	switch {
	case p.Help != "" || strings.Contains(n.text, "."):
	case n.from == 0 && n.to == c.size && at.guarded: // a condition is no text
	case n.from == 0 && n.to == c.size: // its own quotes would be taken for those of the file
		p.Help = fmt.Sprintf("if a text is meant, it stands in quotes within quotes: \"'%s'\"", n.text)
	default:
		p.Help = fmt.Sprintf("if a text is meant, it stands in quotes: '%s'", n.text)
	}
}

// ofItem tells whether a name is that of a column of the item at hand.
func (c *checker) ofItem(name string) bool {
	item := c.scope.Lookup("item")
	return item != nil && item.Fields[name] != nil
}

func fieldNames(t *value.Type) []string {
	names := make([]string, 0, len(t.Fields))
	for name := range t.Fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
