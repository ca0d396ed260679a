package layered

import "slices"

// proper is a graph in layers, each line cut into pieces from one layer to the next. Its vertices are the boxes, then the bends.
type proper struct {
	graph  Graph
	turned []bool
	size   []Size  // of each vertex, with the room of lines to itself
	rank   []int   // its layer
	up     [][]int // the vertices above it that it hangs at
	down   [][]int // those below
	layers [][]int // from left to right
	pos    []int   // of each vertex in its layer
	x      []int   // of its middle
	chains [][]int // of each edge: its vertices from the upper box to the lower one; nil: from a box to itself
	trunks map[trunk]int
	weight map[piece]int
	boxes  int
}

// layers puts the boxes into every other layer and the labels between them.
func layers(g Graph, turned []bool, ranks []int) *proper {
	p := &proper{graph: g, turned: turned, boxes: len(g.Boxes), chains: make([][]int, len(g.Edges)), trunks: map[trunk]int{}, weight: map[piece]int{}}
	for i, box := range g.Boxes {
		p.vertex(box, 2*ranks[i])
	}
	for _, edge := range g.Edges {
		if edge.From == edge.To { // the same room on both sides: lines begin at a box's middle
			p.size[edge.From].Width += 2 * (loopWidth + edge.Label.Width)
			p.size[edge.From].Height = max(p.size[edge.From].Height, edge.Label.Height)
		}
	}
	for e, edge := range g.Edges {
		if edge.From != edge.To {
			p.chain(e, edge)
		}
	}
	p.layers = make([][]int, 1)
	for v, rank := range p.rank {
		for len(p.layers) <= rank {
			p.layers = append(p.layers, nil)
		}
		p.layers[rank] = append(p.layers[rank], v)
	}
	return p
}

func (p *proper) vertex(size Size, rank int) int {
	p.size = append(p.size, size)
	p.rank = append(p.rank, rank)
	p.up = append(p.up, nil)
	p.down = append(p.down, nil)
	return len(p.rank) - 1
}

// trunk is the bend of a layer that several long lines to the same box share.
type trunk struct {
	to, kind, rank int
	up             bool
}

// chain lays an edge through all layers between its ends. The label stands next to where the line begins, which of a turned one is below.
func (p *proper) chain(e int, edge Edge) {
	from, to, begin := edge.From, edge.To, p.rank[edge.From]+1
	if p.turned[e] {
		from, to, begin = to, from, p.rank[edge.From]-1
	}
	at := from
	p.chains[e] = []int{from}
	for rank := p.rank[from] + 1; rank <= p.rank[to]; rank++ {
		next := to
		switch {
		case rank == begin:
			next = p.vertex(edge.Label, rank)
		case rank < p.rank[to]:
			next = p.shared(trunk{edge.To, edge.Trunk, rank, p.turned[e]})
		}
		p.join(at, next, edge.Weight)
		p.chains[e] = append(p.chains[e], next)
		at = next
	}
}

// join lays a piece of a line. The pieces of a trunk are heavier than all others: so it stays straight.
func (p *proper) join(upper, lower, weight int) {
	if p.bend(upper) && slices.Contains(p.down[upper], lower) {
		p.weight[piece{upper, lower}] += weight + 1
		return
	}
	p.down[upper] = append(p.down[upper], lower)
	p.up[lower] = append(p.up[lower], upper)
	p.weight[piece{upper, lower}] = weight
}

// piece is a part of a line, from an upper vertex to the one below.
type piece struct{ upper, lower int }

// shared gives the bend of a trunk.
func (p *proper) shared(t trunk) int {
	bend, ok := p.trunks[t]
	if !ok {
		bend = p.vertex(Size{}, t.rank)
		p.trunks[t] = bend
	}
	return bend
}

// bend tells that a vertex is none of the boxes.
func (p *proper) bend(v int) bool { return v >= p.boxes }

// place notes where each vertex stands in its layer.
func (p *proper) place(layer []int) {
	for i, v := range layer {
		p.pos[v] = i
	}
}
