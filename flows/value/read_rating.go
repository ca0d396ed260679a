package value

import (
	"slices"
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

func ratingSaid(t *Type, words string, loc Locale, high int64) (n int64, ok bool) {
	if t.Scale == "thumbs" {
		if v, wrong := readYesNo(words, loc); wrong == nil {
			return v.num, true
		}
	}
	if stars := countStars(words); stars > 0 {
		return int64(stars), true
	}
	parts, ok := numeralParts(words, loc.Language)
	if !ok || languageOf(loc.Language) == "de" && slices.ContainsFunc(parts, func(p numeralPart) bool { return p.word == "note" || p.word == "schulnote" }) {
		return 0, false // of German grades 1 is the best
	}
	said, ok := onlyNumber(withoutScale(parts, high))
	if !ok || (sentence{question: strings.Contains(words, "?")}).stray(said.beside, isRatingWord) != "" {
		return 0, false
	}
	n, exact, inRange := said.value.units(0)
	return n, exact && inRange
}

// withoutScale takes away the scale behind a rating, if it is the one that was asked for: 4/5, 4 out of 5 stars, four of five.
func withoutScale(parts []numeralPart, high int64) []numeralPart {
	first := slices.IndexFunc(parts, func(p numeralPart) bool { return p.number })
	for i := first + 1; first >= 0 && i < len(parts); i++ {
		if p := parts[i]; p.number {
			if n, exact, _ := p.value.units(0); exact && n == high && i > first+1 {
				return slices.Concat(parts[:first+1], parts[i+1:])
			}
			return parts
		} else if !slices.Contains(outOf, p.word) {
			return parts
		}
	}
	return parts
}

// outOf are the words between a rating and its scale.
var outOf = strings.Fields("/ out of von sur star stars stern sterne sternen punkt punkte punkten point points etoile etoiles")

// countStars counts an answer that is nothing but stars.
func countStars(words string) int {
	rest := strings.NewReplacer("⭐", "", "🌟", "", "★", "", "☆", "", "*", "", "\ufe0f", "", " ", "").Replace(words)
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
	if word == "⭐" || word == "★" {
		return true
	}
	for _, l := range lexicons {
		if slices.Contains(l.rating, word) {
			return true
		}
	}
	return false
}
