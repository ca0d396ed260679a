package value

// Distance counts the typing errors between two words: letters that are missing, too many, replaced, or swapped with their neighbour (optimal string
// alignment). It takes time in proportion to the product of their lengths.
func Distance(a, b string) int {
	from, into := []rune(a), []rune(b)
	before, last, row := make([]int, len(into)+1), make([]int, len(into)+1), make([]int, len(into)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(from); i++ {
		row[0] = i
		for j := 1; j <= len(into); j++ {
			replaced := last[j-1]
			if from[i-1] != into[j-1] {
				replaced++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replaced)
			if i > 1 && j > 1 && from[i-1] == into[j-2] && from[i-2] == into[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(into)]
}
