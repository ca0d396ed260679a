package expr

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// Mention is one place where a source writes a name, or a text that may be one; or where two names meet that have options.
type Mention struct {
	From, To int    // byte offsets in the source: of the name without its parts, of a text within its quotes
	Name     string // as the scope knows it, as brew or phrases.address; with the function in front where that asks for it: is_open:shop
	Text     string // a text in quotes; Name is "" then

	Held   *value.Type // what the text is held against: a type with options; nil where it is nothing of the kind
	Beside string      // the name, with its parts, that the text is compared with
	With   *value.Type // where two meet: the options of the other one; nil with Beside alone where that is an id
}

// Mentions lists the names and the quoted texts of the source, in its order. held is the type of what takes the result; nil where nothing does.
func (p *Program) Mentions(held *value.Type) []Mention {
	m := mentions{}
	m.node(p.root, heldBy(held), "")
	m.meet(p.root, heldBy(held), heldBy(p.code.typ))
	return m.all
}

// Mentions lists the names and the quoted texts in the {{ expressions }}, as Program.Mentions does.
func (t *Template) Mentions() []Mention {
	m := mentions{}
	for _, within := range t.written {
		m.offset = within.from
		m.node(within.root, nil, "")
	}
	slices.SortStableFunc(m.all, func(a, b Mention) int { return a.From - b.From }) // an address is compiled before the text around it
	return m.all
}

// written is an expression of a text as it was parsed, and where it begins.
type written struct {
	root *node
	from int
}

// mentions gathers them.
type mentions struct {
	offset int
	all    []Mention
}

func (m *mentions) add(from, to int, made Mention) {
	made.From, made.To = m.offset+from, m.offset+to
	m.all = append(m.all, made)
}

// node looks into a part of an expression that is held against a type, beside a name.
func (m *mentions) node(n *node, held *value.Type, beside string) {
	switch {
	case n.kind == nodeName && n.to-n.from == len(n.text):
		m.name(n, "")
	case n.kind == nodeLiteral:
		if text := n.val.AsText(); n.val.Kind() == value.KindText && n.to-n.from == len(text)+2 {
			m.add(n.from+1, n.to-1, Mention{Text: text, Held: held, Beside: beside})
		}
	case n.kind == nodeBinary && isComparison(n.text):
		left, right := n.args[0], n.args[1]
		m.node(left, heldBy(right.made.typ), nameOf(right))
		m.node(right, heldBy(left.made.typ), nameOf(left))
		m.meet(n, heldBy(left.made.typ), heldBy(right.made.typ))
		m.meetID(n, heldBy(left.made.typ), nameOf(right))
		m.meetID(n, heldBy(right.made.typ), nameOf(left))
	case n.kind == nodeBinary && n.text == "??":
		for i, arg := range n.args {
			m.node(arg, either(heldBy(n.args[1-i].made.typ), held), beside)
		}
	case n.kind == nodeChoice:
		m.node(n.args[0], nil, "")
		m.node(n.args[1], either(held, heldBy(n.args[2].made.typ)), beside)
		m.node(n.args[2], either(held, heldBy(n.args[1].made.typ)), beside)
	case n.kind == nodeList:
		for _, arg := range n.args {
			m.node(arg, held, beside)
		}
	case n.kind == nodeCall:
		m.call(n)
	default:
		for _, arg := range n.args {
			m.node(arg, nil, "")
		}
	}
}

// meet adds that options of two kinds are taken for the same.
func (m *mentions) meet(n *node, one, other *value.Type) {
	if one != nil && other != nil && &one.Options[0] != &other.Options[0] {
		m.add(n.from, n.to, Mention{Held: one, With: other})
	}
}

// meetID adds that options are held against the id of an item.
func (m *mentions) meetID(n *node, one *value.Type, name string) {
	if one != nil && strings.HasSuffix(name, ".id") {
		m.add(n.from, n.to, Mention{Held: one, Beside: name})
	}
}

// name adds as much of a dotted name as the scope knows.
func (m *mentions) name(n *node, asked string) {
	name := n.base
	if name == "" {
		name = n.text
	}
	m.add(n.from, n.from+len(name), Mention{Name: asked + name})
}

// call looks into the arguments of a function. Some functions take a name itself, and not its value.
func (m *mentions) call(n *node) {
	for _, arg := range n.args {
		switch asked := n.text + ":"; {
		case n.text == "fresh" && arg.kind == nodeName:
			m.name(arg, "")
		case (n.text == "is_open" || n.text == "next_open") && arg.kind == nodeLiteral:
			m.add(arg.from+1, arg.to-1, Mention{Name: asked + arg.val.AsText()})
		default:
			m.node(arg, nil, "")
		}
	}
}

func isComparison(sign string) bool {
	switch sign {
	case "==", "!=", "in":
		return true
	}
	return false
}

// heldBy is the type whose options a text may be: that of the entries, of a list.
func heldBy(t *value.Type) *value.Type {
	if t == nil {
		return nil
	}
	if t = optionsOf(t); t == nil || t.Base != value.TypeOneOf || len(t.Options) == 0 {
		return nil
	}
	return t
}

func either(a, b *value.Type) *value.Type {
	if a != nil {
		return a
	}
	return b
}

// nameOf is the name that a node is; "" where it is none.
func nameOf(n *node) string {
	if n.kind == nodeName {
		return n.text
	}
	return ""
}
