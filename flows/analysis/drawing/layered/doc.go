// Package layered places the boxes and lines of a directed graph so that it reads from top to bottom: boxes in layers, lines downwards, few crossings.
//
// Arrange goes the way of Sugiyama, Tagawa and Toda: lines that lead back are turned round (acyclic.go); each box gets a layer, so that the lines are short in
// all, by the network simplex of Gansner, Koutsofios, North and Vo (rank.go, tree.go); long lines get a bend in each layer they pass (proper.go); the layers are
// sorted for few crossings (order.go, crossings.go); each box gets its place from side to side as Brandes and Köpf do it (align.go, compact.go); at last the lines
// are laid (route.go). A label is a bend with a size, in a layer of its own between two layers of boxes: so it covers nothing, and nothing runs through it.
//
// All is reckoned in whole units, so the same graph looks the same on every machine.
package layered
