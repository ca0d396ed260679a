package value

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// scaleOf is the range of a rating's scale.
func scaleOf(t *Type) (low, high int64) {
	switch t.Scale {
	case "points":
		low, high = 0, 10
	case "thumbs":
		low, high = 0, 1
	default:
		low, high = 1, 5
	}
	if t.Min != nil {
		low = t.Min.AsInt()
	}
	if t.Max != nil {
		high = t.Max.AsInt()
	}
	return low, high
}

func readRating(t *Type, words string, loc Locale) (Value, *Misread) {
	low, high := scaleOf(t)
	n, ok := ratingSaid(t, words, loc, high)
	switch {
	case !ok:
		return Value{}, &Misread{Reason: NotARating}
	case n < low:
		return Value{}, &Misread{Reason: TooSmall, Limit: Integer(low)}
	case n > high:
		return Value{}, &Misread{Reason: TooLarge, Limit: Integer(high)}
	default:
		return Integer(n), nil
	}
}

// outOf is the form of "4/5" and "4 out of 5".
var outOf = regexp.MustCompile(`^(.*?\d)\s*(?:/|out of|von|sur)\s*(\d+)\s*\pL*$`)

func ratingSaid(t *Type, words string, loc Locale, high int64) (n int64, ok bool) {
	if t.Scale == "thumbs" {
		if v, wrong := readYesNo(words, loc); wrong == nil {
			return v.num, true
		}
	}
	if stars := countStars(words); stars > 0 {
		return int64(stars), true
	}
	if m := outOf.FindStringSubmatch(words); m != nil && m[2] == strconv.FormatInt(high, 10) {
		words = m[1]
	}
	found, ok := findNumeral(words, loc.Language)
	if !ok || slices.ContainsFunc(found.beside, func(w string) bool { return !isRatingWord(w) }) {
		return 0, false
	}
	n, exact, inRange := found.value.units(0)
	return n, exact && inRange
}

// countStars counts an answer that is nothing but stars.
func countStars(words string) int {
	rest := strings.NewReplacer("⭐", "", "🌟", "", "★", "", "*", "", "\ufe0f", "", " ", "").Replace(words)
	if rest != "" {
		return 0
	}
	stars := 0
	for _, sign := range [...]string{"⭐", "🌟", "★", "*"} {
		stars += strings.Count(words, sign)
	}
	return stars
}

func isRatingWord(word string) bool {
	if isFiller(word) || word == "⭐" || word == "★" {
		return true
	}
	for _, l := range lexicons {
		if slices.Contains(l.rating, word) {
			return true
		}
	}
	return false
}
