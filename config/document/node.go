package document

// Kind tells what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Empty  Kind = iota // nothing is written behind the key or the dash
	Scalar             // one text
	List
	Map
)

// Style tells how a scalar is written.
type Style uint8

// The styles of scalars.
const (
	Plain Style = iota
	Single
	Double
	Block // | or > and the lines below
	Cell  // of a table; also of the map that is a row of it
)

// Node is one node of the tree.
type Node struct {
	Kind  Kind
	Style Style
	Value string  // of a scalar: the text as typed, whatever it looks like
	Items []*Node // of a list
	Pairs []Pair  // of a map, in the order written; a key may be there twice
	Flow  bool    // a list in [] or a map in {}

	line, col int // 0-based, in the mended text
	last      int // the last line that belongs to the node
}

// Pair is a key of a map with its value.
type Pair struct {
	Key   *Node
	Value *Node
	Bare  bool // stands in {} without a colon
}

// Get gives the value of a key, nil where it is not written.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, p := range n.Pairs {
		if p.Key.Value == key {
			return p.Value
		}
	}
	return nil
}

// settle tells each node its last line: the one before the next node begins.
func (n *Node) settle(last int) {
	n.last = last
	for i, item := range n.Items {
		item.settle(n.before(i+1, last))
	}
	for i, p := range n.Pairs {
		p.Key.last = p.Key.line
		p.Value.settle(n.before(i+1, last))
	}
}

// before is the last line before child i.
func (n *Node) before(i, last int) int {
	next := last + 1
	switch {
	case i < len(n.Items):
		next = n.Items[i].line
	case i < len(n.Pairs):
		next = n.Pairs[i].Key.line
	}
	return max(n.line, next-1)
}
