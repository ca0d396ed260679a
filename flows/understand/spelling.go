package understand

import (
	"math"
	"math/bits"
	"slices"
)

// Letters of a word from which one, and from which two typing errors are mended.
const (
	oneError  = 4
	twoErrors = 9
	maxErrors = 2
	tolerance = 0.01 // sums of costs are not exact
)

// spelling knows words, and the one that was meant by a misspelt one.
type spelling struct {
	general map[string]bool // of the lexicon
	own     map[string]bool // of the index
	byShape map[int][]shape // by length; in the order learnt
}

// shape is a word with the set of its letters, to dismiss most words at a glance.
type shape struct {
	word    []rune
	letters uint64
}

func newSpelling(general map[string]bool) *spelling {
	return &spelling{general: general, own: map[string]bool{}, byShape: map[int][]shape{}}
}

// learn takes a word of the index, which misspelt ones may be mended to.
func (s *spelling) learn(word string) {
	if s.own[word] {
		return
	}
	s.own[word] = true
	s.target(word)
}

// target takes a word that misspelt ones may be mended to.
func (s *spelling) target(word string) {
	letters := []rune(word)
	if len(letters) >= oneError {
		s.byShape[len(letters)] = append(s.byShape[len(letters)], shape{letters, letterSet(letters)})
	}
}

func (s *spelling) knows(word string) bool { return s.own[word] || s.general[word] }

// mend finds the word of the index that a misspelt one was meant to be, and how
// like it is; "" if there is none that is near enough.
func (s *spelling) mend(word string) (mended string, likeness float64) {
	letters := []rune(word)
	if len(letters) < oneError || len(letters) > maxLetters {
		return "", 0
	}
	set, least := letterSet(letters), math.Inf(1)
	for length := len(letters) - maxErrors; length <= len(letters)+maxErrors; length++ {
		limit := allowance(len(letters), length)
		for _, known := range s.byShape[length] {
			if bits.OnesCount64(set^known.letters) > 2*int(math.Ceil(limit)) {
				continue
			}
			if d := distance(letters, known.word, min(least, limit+tolerance)); d < least && d <= limit {
				mended, least = string(known.word), d
			}
		}
	}
	if mended == "" {
		return "", 0
	}
	return mended, 1 - least/float64(len(letters)+1)
}

// allowance is the distance up to which a word of so many letters may be meant by
// one of so many. In short words only an error that is easily made is one.
func allowance(said, known int) float64 {
	switch {
	case said >= twoErrors:
		return maxErrors
	case max(said, known) > oneError:
		return 1
	}
	return swapped
}

func letterSet(letters []rune) uint64 {
	var set uint64
	for _, r := range letters {
		set |= 1 << (r & 63)
	}
	return set
}

// What a typing error costs, by how easily it is made.
const (
	otherLetter   = 1.0
	nearbyLetter  = 0.8
	swapped       = 0.8
	doubledLetter = 0.6
	firstLetter   = 0.5 // more, for an error at the beginning
)

// distance of two words in typing errors: letters swapped, missing, too many, or
// others. It stops where the distance is not below the limit.
func distance(a, b []rune, limit float64) float64 {
	var room [3][maxLetters + maxErrors + 1]float64
	before, last, row := rowOf(room[0][:], b), rowOf(room[1][:], b), rowOf(room[2][:], b)
	for j := range last {
		last[j] = float64(j) * (otherLetter + firstLetter)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = float64(i) * (otherLetter + firstLetter)
		for j := 1; j <= len(b); j++ {
			d := min(last[j-1]+replace(a, b, i-1, j-1), last[j]+extra(a, i-1), row[j-1]+extra(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+swapped)
			}
			row[j] = d
		}
		if slices.Min(row) >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// rowOf is room for a number at each letter of a word, and at its end.
func rowOf(room []float64, word []rune) []float64 {
	if len(word) >= len(room) {
		return make([]float64, len(word)+1)
	}
	return room[:len(word)+1]
}

// replace is what it costs that one letter stands for another.
func replace(a, b []rune, i, j int) float64 {
	cost := otherLetter
	switch {
	case a[i] == b[j]:
		return 0
	case isNearby(a[i], b[j]):
		cost = nearbyLetter
	}
	if i == 0 && j == 0 {
		cost += firstLetter
	}
	return cost
}

// extra is what it costs that a letter is too many.
func extra(word []rune, i int) float64 {
	switch {
	case i > 0 && word[i] == word[i-1]:
		return doubledLetter
	case i == 0:
		return otherLetter + firstLetter
	}
	return otherLetter
}

// keyboard has the rows of the letters on German, French and other keyboards.
var keyboard = []string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"}

// nearby are, for each letter, those beside it: a bit each.
var nearby = func() (beside [26]uint32) {
	for _, row := range keyboard {
		for i := 1; i < len(row); i++ {
			a, b := row[i-1]-'a', row[i]-'a'
			beside[a] |= 1 << b
			beside[b] |= 1 << a
		}
	}
	return beside
}()

func isNearby(a, b rune) bool {
	return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && nearby[a-'a']&(1<<(b-'a')) != 0
}
