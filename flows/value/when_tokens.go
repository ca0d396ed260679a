package value

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// whenToken is a word, a number in digits, or a sign behind one.
type whenToken struct {
	text   string // a word is folded
	digits bool
	sign   bool // one of . , : / - directly behind a digit, or - behind the sign of an hour
}

// spellings are words whose signs would take them apart.
var spellings = strings.NewReplacer("a.m.", "am", "p.m.", "pm", "a.m", "am", "p.m", "pm", "o'clock", "oclock", "o clock", "oclock", "drei viertel", "dreiviertel", "aujourd'hui", "aujourdhui", "d'heure", "dheure",
	"s'il", "sil", "j'", "j ", "d'", "d ", "l'", "l ", "c'", "c ", "qu'", "qu ", "n'", "n ")

func whenTokens(words string) []whenToken {
	s := spellings.Replace(plainSigns(words))
	var tokens []whenToken
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		length := size
		switch {
		case r >= '0' && r <= '9':
			length = len(s) - len(strings.TrimLeft(s, asciiDigits))
			tokens = append(tokens, whenToken{text: s[:length], digits: true})
		case unicode.IsLetter(r) || unicode.IsMark(r):
			length = len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' }))
			tokens = append(tokens, wordTokens(Fold(s[:length]))...)
		case strings.ContainsRune(".,:/-", r) && len(tokens) > 0 && tokens[len(tokens)-1].digits, r == '-' && len(tokens) > 0 && isHourSign(tokens[len(tokens)-1].text):
			tokens = append(tokens, whenToken{text: s[:size], sign: true})
		}
		s = s[length:]
	}
	return tokens
}

const asciiDigits = "0123456789"

// wordTokens takes "Freitagabend" apart.
func wordTokens(word string) []whenToken {
	for _, day := range german.calendar.dayNames {
		part, found := strings.CutPrefix(word, day)
		if _, known := german.calendar.parts[part]; found && (known || part == "morgen" || part == "mittag") {
			return []whenToken{{text: day}, {text: part}}
		}
	}
	return []whenToken{{text: spelt(word)}}
}

// spelt is the name of a day or month that a word is one slip away from, else the word.
func spelt(word string) string {
	const shortest = 6
	if len(word) < shortest {
		return word
	}
	near := ""
	for _, l := range lexicons {
		for _, name := range slices.Concat(l.calendar.dayNames, l.calendar.monthNames) {
			switch {
			case word == name || word == name+"s" || word == name+"e":
				return word
			case len(name) < shortest || len(name) > len(word)+1 || len(name) < len(word)-1 || near == name || Distance(word, name) > 1:
			case near != "":
				return word
			default:
				near = name
			}
		}
	}
	if near != "" {
		return near
	}
	return word
}

// word is the word at i, if one stands there and is not taken.
func (w *when) word(i int) string {
	if i < 0 || i >= len(w.tokens) || w.taken[i] || w.tokens[i].digits || w.tokens[i].sign {
		return ""
	}
	return w.tokens[i].text
}

// digitsAt are the digits at i, if some stand there and are not taken.
func (w *when) digitsAt(i int) string {
	if i < 0 || i >= len(w.tokens) || w.taken[i] || !w.tokens[i].digits {
		return ""
	}
	return w.tokens[i].text
}

// signAt reports whether one of the signs stands at i.
func (w *when) signAt(i int, signs string) bool {
	return i >= 0 && i < len(w.tokens) && !w.taken[i] && w.tokens[i].sign && strings.Contains(signs, w.tokens[i].text)
}

// maxPhrase is how many words a phrase of a table has at most.
const maxPhrase = 5

// phrasesOf are the phrases of one to maxPhrase words that begin at each token, which are looked up over and over.
func phrasesOf(tokens []whenToken) [][maxPhrase]string {
	phrases := make([][maxPhrase]string, len(tokens))
	for i := range tokens {
		phrase := ""
		for n := range min(maxPhrase, len(tokens)-i) {
			if tokens[i+n].digits || tokens[i+n].sign {
				break
			}
			phrase = strings.TrimPrefix(phrase+" "+tokens[i+n].text, " ")
			phrases[i][n] = phrase
		}
	}
	return phrases
}

// joined are n words from i on with spaces between; "" if there are not so many, or if one is taken.
func (w *when) joined(i, n int) string {
	if i < 0 || i+n > len(w.tokens) || slices.Contains(w.taken[i:i+n], true) {
		return ""
	}
	return w.phrases[i][n-1]
}

// longest finds the longest phrase of a table that stands at i, in the customer's language first.
func longest[T any](w *when, i int, table func(*calendarWords) map[string]T) (found T, used int) {
	for n := maxPhrase; n > 0; n-- {
		phrase := w.joined(i, n)
		if phrase == "" {
			continue
		}
		for _, l := range w.lexicons {
			if found, ok := table(l.calendar)[phrase]; ok {
				return found, n
			}
		}
	}
	return found, 0
}

// number is the number at i in tenths: in digits, also "1,5", or in words.
func (w *when) number(i int) (tenths int64, used int) {
	if digits := w.digitsAt(i); digits != "" {
		if len(digits) > 6 {
			return 0, 0
		}
		tenths = int64(number(digits)) * 10
		if half := w.digitsAt(i + 2); w.signAt(i+1, ".,") && len(half) == 1 {
			if word := w.word(i + 3); word != "" {
				return tenths + int64(number(half)), 3
			}
		}
		return tenths, 1
	}
	const most = 5
	var words []string
	for n := range most {
		if word := w.word(i + n); word != "" {
			words = append(words, word)
		} else {
			break
		}
	}
	for _, l := range w.lexicons {
		if tenths, used = l.cardinal(words); used > 0 {
			return tenths, used
		}
	}
	return 0, 0
}
