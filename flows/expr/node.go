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
}
