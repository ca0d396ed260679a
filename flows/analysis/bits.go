package analysis

// bits is a set of small numbers.
type bits []uint64

const wordBits = 64

func wordsFor(n int) int { return (n + wordBits - 1) / wordBits }

func (b bits) has(i int) bool { return b[i/wordBits]&(1<<(i%wordBits)) != 0 }

func (b bits) add(i int) { b[i/wordBits] |= 1 << (i % wordBits) }

func (b bits) remove(i int) { b[i/wordBits] &^= 1 << (i % wordBits) }

// word is a part of the set; one that is not there is empty.
func (b bits) word(w int) uint64 {
	if w < len(b) {
		return b[w]
	}
	return 0
}

// join adds all of another set of the same size, and tells whether anything was new.
func (b bits) join(other bits) bool {
	grown := false
	for w, more := range other {
		grown = grown || b[w]|more != b[w]
		b[w] |= more
	}
	return grown
}
