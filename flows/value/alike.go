package value

import "strings"

// Akin is from which likeness on a text counts as another one that was changed: see Alike.
const Akin = 0.4

// Alike is the share of words that two texts have in common, from 0 to 1; how they are written does not matter: see Fold.
func Alike(a, b string) float64 {
	left, right := strings.Fields(Fold(a)), strings.Fields(Fold(b))
	if len(left)+len(right) == 0 {
		return 0
	}
	words := map[string]int{}
	for _, w := range left {
		words[w]++
	}
	common := 0
	for _, w := range right {
		if words[w] > 0 {
			words[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(left)+len(right))
}
