package expr

import (
	"strings"

	"repartee/flows/value"
)

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
		if d := value.Distance(strings.ToLower(name), strings.ToLower(candidate)); d <= limit && (best == "" || d < least) {
			best, least = candidate, d
		}
	}
	if len(best) == 1 && least > 0 {
		return ""
	}
	return best
}

func abs(n int) int { return max(n, -n) }
