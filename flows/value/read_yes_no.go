package value

import (
	"slices"
	"strings"
)

// readYesNo reads a yes or no said in any of the languages: a sign, or words that are all of one side ("yes please", "ja klar, gerne"), or a sentence that
// begins with one and does not take it back ("no, I don't want that").
func readYesNo(words string, loc Locale) (Value, *Misread) {
	said := Fold(words)
	switch said {
	case "👍", "✅", "✔", "👌", "☑":
		return Bool(true), nil
	case "👎", "❌", "🚫", "✖":
		return Bool(false), nil
	}
	question := strings.Contains(words, "?")
	for _, l := range nearestFirst(loc.Language) {
		if v := l.yesOrNo(strings.Fields(unstretched(said)), question); v.Known() {
			return v, nil
		}
	}
	return Value{}, &Misread{Reason: NotYesOrNo}
}

// maxYesNoWords is how long a sentence may be that begins with a yes or no.
const maxYesNoWords = 8

// yesOrNo takes the words apart, the longest phrase each time.
func (l *lexicon) yesOrNo(words []string, question bool) Value {
	yes, no, other := 0, 0, 0
	first := Value{}
	for i := 0; i < len(words); {
		phrase, used := Value{}, 1
		for n := min(5, len(words)-i); n > 0 && !phrase.Known(); n-- {
			phrase, used = l.sayingOf(strings.Join(words[i:i+n], " "), len(words) == n), n
		}
		switch {
		case phrase.AsBool():
			yes++
		case phrase.Known():
			no++
		case slices.Contains(l.polite, words[i]):
		default:
			other++
		}
		if i == 0 {
			first = phrase
		}
		i += used
	}
	switch {
	case other == 0 && yes > 0 && no == 0:
		return Bool(true)
	case other == 0 && no > 0 && yes == 0:
		return Bool(false)
	case !first.Known() || question || len(words) > maxYesNoWords || slices.ContainsFunc(words, l.hedges):
		return Value{}
	case first.AsBool() && no == 0 && !slices.ContainsFunc(words, isDenial), !first.AsBool() && yes == 0:
		return first
	default:
		return Value{}
	}
}

// sayingOf is the yes or no that a phrase is. Single letters are one only where nothing else is said.
func (l *lexicon) sayingOf(phrase string, alone bool) Value {
	switch {
	case len(phrase) == 1 && !alone:
		return Value{}
	case slices.Contains(l.yes, phrase):
		return Bool(true)
	case slices.Contains(l.no, phrase):
		return Bool(false)
	default:
		return Value{}
	}
}

// hedges knows the words that take a yes or no back, or put a condition to it.
func (l *lexicon) hedges(word string) bool { return slices.Contains(l.buts, word) }

// unstretched writes "yesss" and "neeein" with single letters where one comes three times or more, or twice at the end of a word such as "jaa".
func unstretched(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		n := i
		for n < len(runes) && runes[n] == runes[i] {
			n++
		}
		kept := n - i
		end := n == len(runes) || runes[n] == ' '
		if kept > 2 && runes[i] > '9' || kept == 2 && end && strings.ContainsRune("aiouy", runes[i]) {
			kept = 1
		}
		b.WriteString(string(runes[i : i+kept]))
		i = n
	}
	return b.String()
}
