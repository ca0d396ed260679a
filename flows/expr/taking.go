package expr

import (
	"strings"

	"repartee/flows/value"
)

// taker takes a checked expression apart.
type taker struct{ src, currency string }

// source is a node as it was written, without brackets around all of it.
func (t taker) source(n *node) string {
	s := t.src[n.from:n.to]
	for strings.HasPrefix(s, "(") && closing(s) == len(s)-1 {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	return s
}

// closing is where the bracket that s begins with is closed.
func closing(s string) int {
	depth, quote := 0, rune(0)
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '\'' || r == '"':
			quote = r
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// formula is what a node says as a condition.
func (t taker) formula(n *node) *Formula {
	if n.made.same {
		return fixed(n.made.eval(nil).AsBool(), t.source(n))
	}
	switch {
	case n.kind == nodeUnary && n.text == "not":
		return t.formula(n.args[0]).Negated()
	case n.kind == nodeChoice:
		return t.of(If, n, t.formula(n.args[0]), t.formula(n.args[1]), t.formula(n.args[2]))
	case n.kind == nodeCall && n.text == "known":
		return t.about(Known, n, n.args[0])
	case n.kind == nodeBinary:
		return t.binary(n)
	default:
		return t.about(Truth, n, n)
	}
}

func (t taker) binary(n *node) *Formula {
	a, b := n.args[0], n.args[1]
	switch n.text {
	case "and":
		return t.of(And, n, t.joined("and", n, nil)...)
	case "or":
		return t.of(Or, n, t.joined("or", n, nil)...)
	case "==":
		return t.about(Equal, n, a, b)
	case "!=":
		return t.about(Equal, n, a, b).Negated()
	case "<":
		return t.about(Less, n, a, b)
	case "<=":
		return t.about(AtMost, n, a, b)
	case ">":
		return t.about(Less, n, b, a)
	case ">=":
		return t.about(AtMost, n, b, a)
	case "in":
		return t.about(Within, n, a, b)
	default:
		return t.about(Truth, n, n)
	}
}

// joined are the parts of `a and b and c`, which are two and two as nodes.
func (t taker) joined(sign string, n *node, parts []*Formula) []*Formula {
	if n.kind == nodeBinary && n.text == sign && !n.made.same {
		return t.joined(sign, n.args[1], t.joined(sign, n.args[0], parts))
	}
	return append(parts, t.formula(n))
}

func (t taker) of(sign Sign, n *node, parts ...*Formula) *Formula {
	return &Formula{Sign: sign, Parts: parts, Source: t.source(n)}
}

func (t taker) about(sign Sign, n *node, nodes ...*node) *Formula {
	f := &Formula{Sign: sign, Source: t.source(n)}
	for _, of := range nodes {
		f.Terms = append(f.Terms, t.term(of))
	}
	return f
}

// term is what a node gives. What was brought to the kind of its neighbour is, but for amounts, opaque: a day depends on the zone of the customer.
func (t taker) term(n *node) *Term {
	switch {
	case n.made.same:
		return &Term{Kind: Constant, Value: n.made.eval(nil), Type: n.made.typ, Source: t.source(n)}
	case n.raw == nil:
		return t.plain(n)
	case n.made.typ == moneyType && n.raw.typ.Kind() == value.KindNumber:
		return t.converted(n, Amount)
	case n.made.typ == numberType && n.raw.typ.Kind() == value.KindMoney:
		return t.converted(n, Number)
	default:
		opaque := t.made(n, Opaque)
		opaque.Source += " as " + n.made.kind().String()
		return opaque
	}
}

// converted is a node that was brought to another kind.
func (t taker) converted(n *node, kind TermKind) *Term {
	raw := *n
	raw.made, raw.raw = *n.raw, nil
	of := t.plain(&raw)
	made := &Term{Kind: kind, Args: []*Term{of}, Type: n.made.typ, Source: of.Source, names: of.names}
	if kind == Amount {
		made.Value = value.Text(t.currency)
	}
	return made
}

func (t taker) plain(n *node) *Term {
	switch {
	case n.kind == nodeName && n.made.typ.Base != value.TypeAny:
		name := t.made(n, Name)
		name.Name, name.Base = n.text, n.base
		return name
	case n.kind == nodeCall && n.text == "fresh":
		asked := t.made(n, Name)
		asked.Name, asked.Base = asked.names[0], asked.names[0]
		return asked
	case n.kind == nodeBinary && n.text == "??":
		return t.made(n, OrElse, n.args...)
	case n.kind == nodeChoice:
		choice := t.made(n, Choice, n.args[1:]...)
		choice.If = t.formula(n.args[0])
		return choice
	case n.kind == nodeList:
		return t.made(n, List, n.args...)
	case n.kind == nodeCall && n.text == "count":
		return t.made(n, Count, n.args...)
	case n.kind == nodeCall && n.text == "number" && n.args[0].made.mayBe(value.KindNumber, value.KindMoney) && n.args[0].made.typ.Base != value.TypeAny:
		return t.made(n, Number, n.args...)
	default:
		opaque := t.made(n, Opaque)
		if n.kind == nodeCall && len(n.args) == 1 && n.args[0].kind == nodeName {
			opaque.Func = n.text
		}
		if n.kind == nodeBinary {
			opaque.Needs = needed(n, nil)
		}
		return opaque
	}
}

// needed are the names that are reckoned with, without their parts: if one of them is unknown, so is what is made of them.
func needed(n *node, names []string) []string {
	switch {
	case n.kind == nodeName:
		return appendNew(names, n.base)
	case n.kind == nodeBinary && reckons(n.text), n.kind == nodeUnary && n.text == "-":
		for _, arg := range n.args {
			names = needed(arg, names)
		}
	}
	return names
}

func reckons(operator string) bool {
	switch operator {
	case "+", "-", "*", "/":
		return true
	}
	return false
}

func (t taker) made(n *node, kind TermKind, args ...*node) *Term {
	term := &Term{Kind: kind, Type: n.made.typ, Source: t.source(n), names: namesRead(n, nil), run: n.made.eval}
	for _, arg := range args {
		term.Args = append(term.Args, t.term(arg))
	}
	return term
}

// namesRead are the names that a node reads, as written, and those that functions ask the scope about, as fresh:brew.
func namesRead(n *node, names []string) []string {
	if n.kind == nodeName {
		return appendNew(names, n.text)
	}
	if n.kind == nodeCall && len(n.args) == 1 {
		switch of := n.args[0]; n.text {
		case "fresh":
			return appendNew(names, "fresh:"+of.text)
		case "is_open", "next_open":
			return appendNew(names, n.text+":"+of.val.AsText())
		}
	}
	for _, arg := range n.args {
		names = namesRead(arg, names)
	}
	return names
}
