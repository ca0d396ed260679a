package expr

import "strings"

// Nearest is the one of the names that was most likely meant: at most a third of
// its letters are other ones, missing, too many or swapped. It is "" if none is
// that near; of several the first.
func Nearest(name string, among []string) string {
	const longest = 64
	best, least := "", 0
	if name == "" || len(name) > longest {
		return best
	}
	for _, candidate := range among {
		limit := max(1, max(len(name), len(candidate))/3)
		if len(candidate) > longest || abs(len(candidate)-len(name)) > limit {
			continue
		}
		if d := distance(strings.ToLower(name), strings.ToLower(candidate)); d <= limit && (best == "" || d < least) {
			best, least = candidate, d
		}
	}
	if len(best) == 1 && least > 0 {
		return ""
	}
	return best
}

// distance counts insertions, deletions, replacements and swaps of neighbours
// (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost(a[i-1] != b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func cost(differs bool) int {
	if differs {
		return 1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }
