package value

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Read makes a value of the type of what a customer typed in a chat, or says
// what was wrong with it: exactly one of the two.
func Read(t *Type, words string, loc Locale) (Value, *Misread) {
	words = strings.TrimSpace(strings.ToValidUTF8(words, "\uFFFD"))
	if words == "" {
		return Value{}, &Misread{Reason: Empty}
	}
	if t == nil {
		return Text(words), nil
	}
	switch t.Base {
	case TypeAny, TypeText:
		return readText(t, words)
	case TypeNumber:
		return readNumberTyped(t, words, loc)
	case TypeInteger:
		return readInteger(t, words, loc)
	case TypeMoney:
		return readMoney(t, words, loc)
	case TypeYesNo, TypeConsent:
		return readYesNo(words, loc)
	case TypeOneOf:
		return readOneOf(t, words, loc)
	case TypeManyOf:
		return readManyOf(t, words, loc)
	case TypeEmail:
		return readEmail(words)
	case TypePhone:
		return readPhone(words, loc)
	case TypeRating:
		return readRating(t, words, loc)
	case TypeDate:
		return readDate(t, words, loc)
	case TypeTime:
		return readTime(t, words, loc)
	case TypeDateTime:
		return readDateTime(t, words, loc)
	default:
		return Value{}, &Misread{Reason: NotTyped}
	}
}

func readText(t *Type, words string) (Value, *Misread) {
	length := Integer(int64(utf8.RuneCountInString(words)))
	if t.Min != nil && isBelow(length, *t.Min) {
		return Value{}, &Misread{Reason: TooShort, Limit: *t.Min}
	}
	if t.Max != nil && isBelow(*t.Max, length) {
		return Value{}, &Misread{Reason: TooLong, Limit: *t.Max}
	}
	if t.Pattern != "" {
		pattern, err := regexp.Compile(`\A(?:` + t.Pattern + `)\z`)
		if err == nil && !pattern.MatchString(words) {
			return Value{}, &Misread{Reason: NotInPattern}
		}
	}
	return Text(words), nil
}
