package document

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// tree makes our own tree of the parsed file, and reports a second document.
func (d *Document) tree(file *ast.File) *Node {
	var root *Node
	for i, doc := range file.Docs {
		if i > 0 {
			d.faultSecondDocument(doc)
			break
		}
		if doc.Body != nil {
			root = d.node(doc.Body, 0)
		}
	}
	if root != nil {
		root.settle(len(d.text.mended) - 1)
		root.line = 0
	}
	return root
}

// maxNesting bounds the depth of the tree by indentation. A step in a branch of a branch of a branch lies at about 20.
const maxNesting = 200

func (d *Document) node(n ast.Node, depth int) *Node {
	if depth > maxNesting {
		return &Node{Kind: Empty}
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return d.mapping(n, n.Values, depth)
	case *ast.MappingValueNode:
		return d.mapping(n, []*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		list := at(n.GetToken(), List)
		list.Flow = n.IsFlowStyle
		for _, item := range n.Values {
			node := d.node(item, depth+1)
			if list.Flow && glued(node) {
				node = join(node)
			}
			list.Items = append(list.Items, node)
		}
		return list
	case *ast.LiteralNode:
		block := at(n.Start, Scalar)
		block.Style, block.Value = Block, n.Value.Value
		return block
	case nil:
		return &Node{Kind: Empty}
	}
	return scalar(n.GetToken())
}

// glued tells whether an item of a list is one text that the parser took apart at a colon without a blank: {words: [9:30]}.
func glued(n *Node) bool {
	if n.Kind != Map || n.Flow || len(n.Pairs) != 1 || n.Pairs[0].Value.Kind != Scalar {
		return false
	}
	key, value := n.Pairs[0].Key, n.Pairs[0].Value
	return key.Style == Plain && value.Style == Plain && value.line == key.line && value.col == key.col+utf8.RuneCountInString(key.Value)+1
}

func join(n *Node) *Node {
	whole := *n.Pairs[0].Key
	whole.Value += ":" + n.Pairs[0].Value.Value
	return &whole
}

func (d *Document) mapping(n ast.Node, values []*ast.MappingValueNode, depth int) *Node {
	m := at(n.GetToken(), Map)
	// A pair within [] is a map without braces.
	m.Flow = n.GetToken().Type == token.MappingStartType
	for _, v := range values {
		key := d.node(v.Key, depth+1)
		value := d.node(v.Value, depth+1)
		if value.Kind == Empty {
			value.line, value.col = key.line, key.col
		}
		bare := m.Flow && v.Start != nil && v.Start.Type != token.MappingValueType
		m.Pairs = append(m.Pairs, Pair{Key: key, Value: value, Bare: bare})
	}
	if !m.Flow && len(m.Pairs) > 0 {
		m.line, m.col = m.Pairs[0].Key.line, m.Pairs[0].Key.col
	}
	return m
}

func scalar(tk *token.Token) *Node {
	n := at(tk, Scalar)
	n.Value = tk.Value
	switch tk.Type {
	case token.SingleQuoteType:
		n.Style = Single
	case token.DoubleQuoteType:
		n.Style = Double
	case token.ImplicitNullType:
		n.Kind, n.Value = Empty, ""
	}
	return n
}

func at(tk *token.Token, kind Kind) *Node {
	n := &Node{Kind: kind}
	if tk != nil && tk.Position != nil {
		n.line, n.col = max(tk.Position.Line-1, 0), max(tk.Position.Column-1, 0)
	}
	return n
}

func (d *Document) faultSecondDocument(doc *ast.DocumentNode) {
	line := 0
	if doc.Start != nil {
		line = doc.Start.Position.Line - 1
	} else if doc.Body != nil {
		line = doc.Body.GetToken().Position.Line - 1
	}
	line = min(max(line, 0), len(d.text.written)-1)
	end := len(strings.TrimRight(string(d.text.written[line]), " "))
	d.fault(Fault{
		Range: Range{line + 1, 1, end + 1}, Code: SecondDocument,
		Message: "a second document begins here", Help: "put what stands below into a file of its own, and take this line out",
	})
}
