package layered

import "slices"

// spread gives each vertex its place from side to side, as Brandes and Köpf do it (Fast and Simple Horizontal Coordinate Assignment, 2002): four times the vertices
// are put in columns, from above or below and from the left or the right; of the four places of a vertex the middle of the two inner ones is taken. So it stays
// straight where it can be, and nothing comes too close, since that is so in each of the four.
func (p *proper) spread() {
	crossed := p.conflicts()
	var places [4][]int
	for i := range places {
		fromBelow, fromRight := i >= 2, i%2 == 1
		layers, neighbours := p.copied(), p.up
		if fromBelow {
			slices.Reverse(layers)
			neighbours = p.down
		}
		if fromRight {
			for _, layer := range layers {
				slices.Reverse(layer)
			}
		}
		places[i] = p.columns(layers, neighbours, crossed, fromRight)
	}
	p.x = p.balanced(places)
}

// conflicts finds the pieces that cross a piece between two bends. Long lines are to stay straight, so these others give way.
func (p *proper) conflicts() map[piece]bool {
	crossed := map[piece]bool{}
	for i := range len(p.layers) - 1 {
		left, scanned := 0, 0
		lower := p.layers[i+1]
		for at, v := range lower {
			inner := p.innerAbove(v)
			if inner < 0 && at < len(lower)-1 {
				continue
			}
			right := len(p.layers[i]) - 1
			if inner >= 0 {
				right = p.pos[inner]
			}
			for ; scanned <= at; scanned++ {
				w := lower[scanned]
				for _, u := range p.up[w] {
					if (p.pos[u] < left || p.pos[u] > right) && !(p.bend(u) && p.bend(w)) {
						crossed[piece{u, w}] = true
					}
				}
			}
			left = right
		}
	}
	return crossed
}

// innerAbove gives the bend above a bend; -1: there is none.
func (p *proper) innerAbove(v int) int {
	if !p.bend(v) {
		return -1
	}
	above := -1
	for _, u := range p.up[v] {
		if p.bend(u) && (above < 0 || len(p.up[u]) > len(p.up[above])) { // of a trunk the part above, not a line that joins it
			above = u
		}
	}
	return above
}

// aligned puts each vertex into the column of one of its median neighbours. It gives the head of each vertex's column.
func (p *proper) aligned(layers, neighbours [][]int, crossed map[piece]bool) []int {
	pos := make([]int, len(p.rank))
	for _, layer := range layers {
		for i, v := range layer {
			pos[v] = i
		}
	}
	head, taken := make([]int, len(p.rank)), make([]bool, len(p.rank))
	for v := range head {
		head[v] = v
	}
	for _, layer := range layers {
		last := -1 // columns do not cross
		for _, v := range layer {
			near := p.heaviest(v, neighbours[v])
			slices.SortFunc(near, func(a, b int) int { return pos[a] - pos[b] })
			for m := (len(near) - 1) / 2; len(near) > 0 && m <= len(near)/2; m++ {
				u := near[m]
				if head[v] != v || taken[u] || pos[u] <= last || crossed[piece{u, v}] || crossed[piece{v, u}] {
					continue
				}
				taken[u], head[v], last = true, head[u], pos[u]
			}
		}
	}
	return head
}

// heaviest gives those of a vertex's neighbours that the heaviest lines lead to, where there is anything to choose.
func (p *proper) heaviest(v int, neighbours []int) []int {
	most, near := 0, []int(nil)
	for _, u := range neighbours {
		weight := max(p.weight[piece{u, v}], p.weight[piece{v, u}])
		if weight > most {
			most, near = weight, nil
		}
		if weight == most {
			near = append(near, u)
		}
	}
	return near
}
