package config

import (
	"slices"

	"repartee/config/document"
)

// divided gives the items of a list, in two where another one begins without a dash; second finds the pair that it begins with, or gives 0.
func (d *decoder) divided(items []*document.Node, second func(*document.Node) int) []*document.Node {
	var whole []*document.Node
	for _, item := range items {
		for at := secondIn(item, second); at > 0; at = secondIn(item, second) {
			key := item.Pairs[at].Key
			d.report(key, "missing-dash", "a dash is missing: the next item of the list begins here", "write `- "+key.Value+": ...`")
			before, behind := *item, *item
			before.Pairs, behind.Pairs = item.Pairs[:at], item.Pairs[at:]
			whole, item = append(whole, &before), &behind
		}
		whole = append(whole, item)
	}
	return whole
}

func secondIn(n *document.Node, second func(*document.Node) int) int {
	if n.Kind != document.Map || n.Flow || n.Style == document.Cell {
		return 0
	}
	return second(n)
}

// firstAgain is the pair of a map whose key is the first one once more; 0 where there is none.
func firstAgain(n *document.Node) int {
	at := slices.IndexFunc(n.Pairs[min(1, len(n.Pairs)):], func(p document.Pair) bool { return p.Key.Value == n.Pairs[0].Key.Value })
	return at + 1
}
