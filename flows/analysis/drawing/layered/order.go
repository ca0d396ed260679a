package layered

import "slices"

const (
	sweeps   = 12 // from each order that is begun with
	starts   = 12 // orders to begin with, as long as lines cross
	crossing = 30 // counts as so many pairs that do not stand in the order of reading
)

// sort orders the layers for few crossings: down and up again each vertex goes to the median of those it hangs at, then neighbours change places where that is
// better. It is begun with the order of reading; where lines still cross then, with others too. What is unlike the order of reading counts as well: so a small change
// of the graph does not turn the drawing over.
func (p *proper) sort() {
	p.pos = make([]int, len(p.rank))
	p.reading(0)
	read := slices.Clone(p.pos)
	var best [][]int
	least := -1
	for start := range starts {
		p.reading(shuffle(start))
		layers, crossed := p.improved()
		if cost := crossed*crossing + unlike(layers, read); least < 0 || cost < least {
			best, least = layers, cost
		}
		if crossed == 0 {
			break
		}
	}
	p.layers = best
	for _, layer := range p.layers {
		p.place(layer)
	}
}

// unlike counts the pairs side by side that stand the other way round than in the order of reading; where that is most of them, the layers are turned round first.
func unlike(layers [][]int, read []int) int {
	turned, all := 0, 0
	for _, layer := range layers {
		for i, v := range layer {
			for _, w := range layer[:i] {
				all++
				if read[w] > read[v] {
					turned++
				}
			}
		}
	}
	if 2*turned <= all {
		return turned
	}
	for _, layer := range layers {
		slices.Reverse(layer)
	}
	return all - turned
}

// shuffle is the seed of an order that looks as if it were by chance, and is the same each time; 0 leaves all as it is.
type shuffle uint32

// mix changes the order of some vertices. The numbers are Marsaglia's (Xorshift RNGs, 2003).
func (s *shuffle) mix(vertices []int) {
	if *s == 0 {
		return
	}
	for i := len(vertices) - 1; i > 0; i-- {
		*s ^= *s << 13
		*s ^= *s >> 17
		*s ^= *s << 5
		j := int(*s % shuffle(i+1))
		vertices[i], vertices[j] = vertices[j], vertices[i]
	}
}

// improved gives the best order that sweeps come to, and how many lines cross in it.
func (p *proper) improved() (best [][]int, fewest int) {
	best, fewest = p.copied(), p.crossings()
	for i := 0; i < sweeps && fewest > 0; i++ {
		p.sweep(i%2 == 0)
		p.transpose(i%4 < 2)
		if now := p.crossings(); now < fewest {
			best, fewest = p.copied(), now
		}
	}
	return best, fewest
}

// reading is an order to begin with: as the boxes are met when all is followed downwards in the order of the edges, or in a shuffled one.
func (p *proper) reading(order shuffle) {
	seen := make([]bool, len(p.rank))
	sorted := make([][]int, len(p.layers))
	for start := range p.rank {
		for stack := []int{start}; len(stack) > 0; {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[v] {
				continue
			}
			seen[v] = true
			sorted[p.rank[v]] = append(sorted[p.rank[v]], v)
			next := slices.Clone(p.down[v])
			order.mix(next)
			slices.Reverse(next)
			stack = append(stack, next...)
		}
	}
	p.layers = sorted
	for _, layer := range p.layers {
		p.place(layer)
	}
}

func (p *proper) copied() [][]int {
	layers := make([][]int, len(p.layers))
	for i, layer := range p.layers {
		layers[i] = slices.Clone(layer)
	}
	return layers
}

func (p *proper) sweep(down bool) {
	for i := range p.layers {
		if down {
			p.toMedians(p.layers[i], p.up)
		} else {
			p.toMedians(p.layers[len(p.layers)-1-i], p.down)
		}
	}
}

// toMedians sorts a layer by the medians of the vertices' neighbours; those that have none stay where they are.
func (p *proper) toMedians(layer []int, neighbours [][]int) {
	type moved struct{ v, median int }
	var movable []moved
	for _, v := range layer {
		if m := p.median(neighbours[v]); m >= 0 {
			movable = append(movable, moved{v, m})
		}
	}
	slices.SortStableFunc(movable, func(a, b moved) int { return a.median - b.median })
	for i, v := range layer {
		if len(neighbours[v]) > 0 {
			layer[i] = movable[0].v
			movable = movable[1:]
		}
	}
	p.place(layer)
}

// median is between the places of the vertices, weighted to the side where they stand closer; -1: there are none. It is a thousand times the place, to stay whole.
func (p *proper) median(vertices []int) int {
	at := make([]int, len(vertices))
	for i, v := range vertices {
		at[i] = p.pos[v] * 1000
	}
	slices.Sort(at)
	n, mid := len(at), len(at)/2
	switch {
	case n == 0:
		return -1
	case n%2 == 1:
		return at[mid]
	case n == 2:
		return (at[0] + at[1]) / 2
	}
	left, right := at[mid-1]-at[0], at[n-1]-at[mid]
	if left+right == 0 {
		return (at[mid-1] + at[mid]) / 2
	}
	return (at[mid-1]*right + at[mid]*left) / (left + right)
}

// transpose lets neighbours change places for as long as that saves crossings. Where eager, those whom it is all the same change too, once: that can lead on
// from where nothing else does.
func (p *proper) transpose(eager bool) {
	for better, round := true, 0; better && round < 20; round++ {
		better = false
		for _, layer := range p.layers {
			for i := range len(layer) - 1 {
				v, w := layer[i], layer[i+1]
				now, then := p.between(v, w), p.between(w, v)
				if then < now || eager && round == 0 && now > 0 && then == now {
					layer[i], layer[i+1] = w, v
					p.pos[w], p.pos[v] = i, i+1
					better = better || then < now
				}
			}
		}
	}
}
