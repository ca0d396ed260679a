package compare

import (
	"strings"
	"unicode"
)

// Word is a piece of a text that changed: in both versions, or only in one of them.
type Word struct {
	Text string `json:"text"`
	Kind Kind   `json:"change,omitempty"` // Added or Removed; empty for what stayed
}

// wordwise compares two texts word by word.
func wordwise(before, after string) []Word {
	old, now := pieces(before), pieces(after)
	pairs := best(len(old), len(now), func(i, j int) float64 {
		switch {
		case old[i] != now[j]:
			return 0
		case strings.TrimSpace(old[i]) == "":
			return 0.1 // a space alone holds nothing together
		}
		return 1
	})
	return smoothed(pairs, old, now)
}

// smoothed tells pieces that stayed from those that did not. A space between two pieces that changed has changed with them: that reads better.
func smoothed(pairs []pair, old, now []string) []Word {
	var words []Word
	i, j := 0, 0
	for n, p := range pairs {
		lonely := strings.TrimSpace(old[p.old]) == "" && (p.old > i || p.now > j) && !beside(pairs, n, len(old), len(now))
		if lonely {
			continue
		}
		words = add(words, Removed, old[i:p.old])
		words = add(words, Added, now[j:p.now])
		words = add(words, "", old[p.old:p.old+1])
		i, j = p.old+1, p.now+1
	}
	words = add(words, Removed, old[i:])
	return add(words, Added, now[j:])
}

// beside tells whether what follows a pair stayed too.
func beside(pairs []pair, n, old, now int) bool {
	next := pair{old, now}
	if n+1 < len(pairs) {
		next = pairs[n+1]
	}
	return next == (pair{pairs[n].old + 1, pairs[n].now + 1})
}

// add joins what has the same kind.
func add(words []Word, kind Kind, pieces []string) []Word {
	if len(pieces) == 0 {
		return words
	}
	text := strings.Join(pieces, "")
	if n := len(words); n > 0 && words[n-1].Kind == kind {
		words[n-1].Text += text
		return words
	}
	return append(words, Word{text, kind})
}

// pieces cuts a text into words, spaces and signs.
func pieces(s string) []string {
	var all []string
	class := func(r rune) int {
		switch {
		case unicode.IsSpace(r):
			return 1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return 2
		}
		return 3
	}
	last := 0
	for _, r := range s {
		c := class(r)
		if c == last && c != 3 {
			all[len(all)-1] += string(r)
		} else {
			all = append(all, string(r))
		}
		last = c
	}
	return all
}
