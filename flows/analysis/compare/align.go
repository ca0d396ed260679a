package compare

import "slices"

// pair is two entries, by their places, that are taken for the same thing.
type pair struct{ old, now int }

// aligned finds which entries of two lists are the same things: those that say the same and are the only ones to do so, wherever they stand; then those in between,
// so that in all as much as possible stays alike. like tells how much two entries are alike, from 0 (not at all: they are no pair) to 1.
func aligned(old, now []*entry, like func(old, now int) float64) []pair {
	pairs := unchanged(old, now)
	takenOld, takenNow := make([]bool, len(old)), make([]bool, len(now))
	for _, p := range pairs {
		takenOld[p.old], takenNow[p.now] = true, true
	}
	restOld, restNow := free(takenOld), free(takenNow)
	for _, p := range best(len(restOld), len(restNow), func(i, j int) float64 { return like(restOld[i], restNow[j]) }) {
		pairs = append(pairs, pair{restOld[p.old], restNow[p.now]})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return a.now - b.now })
	return pairs
}

// unchanged pairs what says the same and is there only once on each side.
func unchanged(old, now []*entry) []pair {
	type found struct{ count, at int }
	index := func(entries []*entry) map[string]found {
		m := map[string]found{}
		for i, e := range entries {
			s := e.signature()
			m[s] = found{m[s].count + 1, i}
		}
		return m
	}
	before, after := index(old), index(now)
	var pairs []pair
	for i, e := range old {
		s := e.signature()
		if before[s].count == 1 && after[s].count == 1 {
			pairs = append(pairs, pair{i, after[s].at})
		}
	}
	return pairs
}

func free(taken []bool) []int {
	var rest []int
	for i, t := range taken {
		if !t {
			rest = append(rest, i)
		}
	}
	return rest
}

// best pairs two rows without crossing so that the sum of likenesses is the greatest.
func best(n, m int, like func(i, j int) float64) []pair {
	sums := make([][]float64, n+1)
	for i := range sums {
		sums[i] = make([]float64, m+1)
	}
	likes := make([][]float64, n)
	for i := n - 1; i >= 0; i-- {
		likes[i] = make([]float64, m)
		for j := m - 1; j >= 0; j-- {
			sums[i][j] = max(sums[i+1][j], sums[i][j+1])
			if likes[i][j] = like(i, j); likes[i][j] > 0 {
				sums[i][j] = max(sums[i][j], sums[i+1][j+1]+likes[i][j])
			}
		}
	}
	var pairs []pair
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case likes[i][j] > 0 && sums[i][j] == sums[i+1][j+1]+likes[i][j]:
			pairs = append(pairs, pair{i, j})
			i, j = i+1, j+1
		case sums[i][j] == sums[i+1][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// overlap is how many of the words of two entries are the same, from 0 to 1.
func overlap(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	count := map[string]int{}
	for _, word := range a {
		count[word]++
	}
	same := 0
	for _, word := range b {
		if count[word] > 0 {
			count[word]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}

// displaced gives the pairs that do not stand in the order of the others: as few as possible. The pairs are in the new order.
func displaced(pairs []pair) []pair {
	n := len(pairs)
	length, before := make([]int, n), make([]int, n)
	last := -1
	for i := range pairs {
		length[i], before[i] = 1, -1
		for j := range i {
			if pairs[j].old < pairs[i].old && length[j]+1 > length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	stays := make([]bool, n)
	for ; last >= 0; last = before[last] {
		stays[last] = true
	}
	var moved []pair
	for i, p := range pairs {
		if !stays[i] {
			moved = append(moved, p)
		}
	}
	return moved
}
