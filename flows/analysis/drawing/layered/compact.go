package layered

import "slices"

// columns gives the places that come of one of the four ways. From the right, the layers are turned round and so are the places.
func (p *proper) columns(layers, neighbours [][]int, crossed map[piece]bool, fromRight bool) []int {
	head := p.aligned(layers, neighbours, crossed)
	at := p.compacted(layers, head)
	x := make([]int, len(head))
	for v, h := range head {
		x[v] = at[h]
		if fromRight {
			x[v] = -at[h]
		}
	}
	return x
}

// beside is a column that has to keep a distance from another.
type beside struct{ column, distance int }

// compacted moves the columns as far to the left as their distances allow, then those that nothing holds there as near to what is right of them as they may be.
func (p *proper) compacted(layers [][]int, head []int) []int {
	left, right := make([][]beside, len(head)), make([][]beside, len(head))
	for _, layer := range layers {
		for i := range len(layer) - 1 {
			v, w := layer[i], layer[i+1]
			d := p.distance(v, w)
			left[head[w]] = append(left[head[w]], beside{head[v], d})
			right[head[v]] = append(right[head[v]], beside{head[w], d})
		}
	}
	order := leftToRight(left, right)
	at := make([]int, len(head))
	for _, column := range order {
		for _, b := range left[column] {
			at[column] = max(at[column], at[b.column]+b.distance)
		}
	}
	for _, column := range slices.Backward(order) {
		if near, ok := nearest(at, right[column]); ok {
			at[column] = near
		}
	}
	return at
}

// nearest is how far to the right the columns there let one go.
func nearest(at []int, right []beside) (place int, ok bool) {
	for i, b := range right {
		if p := at[b.column] - b.distance; i == 0 || p < place {
			place = p
		}
	}
	return place, len(right) > 0
}

// leftToRight gives the columns so that what stands left of another comes before it.
func leftToRight(left, right [][]beside) []int {
	waits := make([]int, len(left))
	var order []int
	for column := range left {
		waits[column] = len(left[column])
		if waits[column] == 0 {
			order = append(order, column)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, b := range right[order[i]] {
			if waits[b.column]--; waits[b.column] == 0 {
				order = append(order, b.column)
			}
		}
	}
	return order
}

// distance is how far the middles of two vertices side by side must be apart.
func (p *proper) distance(v, w int) int {
	gap := boxGap
	if p.bend(v) || p.bend(w) {
		gap = bendGap
	}
	return (p.size[v].Width+1)/2 + (p.size[w].Width+1)/2 + gap
}

// balanced lays the four ways over one another, on the narrowest of them, and takes the middle of the two inner places of each vertex.
func (p *proper) balanced(places [4][]int) []int {
	var from, to [4]int
	narrowest := 0
	for i, x := range places {
		from[i], to[i] = p.extent(x)
		if to[i]-from[i] < to[narrowest]-from[narrowest] {
			narrowest = i
		}
	}
	x := make([]int, len(p.rank))
	for v := range x {
		var four [4]int
		for i := range places {
			shift := from[narrowest] - from[i]
			if i%2 == 1 {
				shift = to[narrowest] - to[i]
			}
			four[i] = places[i][v] + shift
		}
		slices.Sort(four[:])
		x[v] = (four[1] + four[2]) >> 1 // rounded the same way below zero too: distances stay
	}
	return x
}

// extent is how far a drawing goes to the left and to the right.
func (p *proper) extent(x []int) (from, to int) {
	for v := range x {
		half := (p.size[v].Width + 1) / 2
		if v == 0 {
			from, to = x[v]-half, x[v]+half
		}
		from, to = min(from, x[v]-half), max(to, x[v]+half)
	}
	return from, to
}
