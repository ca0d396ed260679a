package expr

import "repartee/flows/value"

type nodeKind uint8

const (
	nodeLiteral nodeKind = iota
	nodeName             // text: the whole dotted name
	nodeField            // args[0] . text
	nodeList
	nodeUnary  // text: - or not
	nodeBinary // text: the operator
	nodeChoice // args: condition, then, else
	nodeCall   // text: the function
)

// node is a part of an expression as it was written, not yet checked.
type node struct {
	kind     nodeKind
	from, to int
	text     string
	val      value.Value // of a literal
	args     []*node

	// What the checker found, for Formula.
	made code
	raw  *code  // what made was before it was brought to the kind of what it stands beside; nil where it was left alone
	base string // of a name: how much of it the scope knew
}

// brought notes what became of a node that stands beside another.
func (n *node) brought(to code) {
	if n.made.typ != to.typ || to.typ.Base == value.TypeAny {
		raw := n.made
		n.raw = &raw
	}
	n.made = to
}
