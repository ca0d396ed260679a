package layered

import "slices"

// crossings counts how often two lines cross, over all layers.
func (p *proper) crossings() int {
	sum := 0
	for i := range len(p.layers) - 1 {
		sum += p.crossingsBelow(p.layers[i], len(p.layers[i+1]))
	}
	return sum
}

// crossingsBelow counts between a layer and the one below it, which is so wide: the pairs of lines whose lower ends are in the other order than their upper ones,
// found with a tree of sums (Barth, Jünger, Mutzel: Simple and Efficient Bilayer Cross Counting).
func (p *proper) crossingsBelow(layer []int, width int) int {
	sums := make([]int, width+1)
	count, before := 0, 0
	for _, v := range layer {
		ends := p.places(p.down[v])
		for _, end := range ends {
			upTo := 0
			for j := end + 1; j > 0; j -= j & -j {
				upTo += sums[j]
			}
			count += before - upTo
		}
		for _, end := range ends { // lines from the same vertex do not cross one another
			for j := end + 1; j <= width; j += j & -j {
				sums[j]++
			}
		}
		before += len(ends)
	}
	return count
}

// between counts the crossings of the lines of v with those of w, where v stands left of w.
func (p *proper) between(v, w int) int {
	return p.inversions(p.up[v], p.up[w]) + p.inversions(p.down[v], p.down[w])
}

func (p *proper) inversions(left, right []int) int {
	count := 0
	for _, a := range left {
		for _, b := range right {
			if p.pos[a] > p.pos[b] {
				count++
			}
		}
	}
	return count
}

func (p *proper) places(vertices []int) []int {
	at := make([]int, len(vertices))
	for i, v := range vertices {
		at[i] = p.pos[v]
	}
	slices.Sort(at)
	return at
}
