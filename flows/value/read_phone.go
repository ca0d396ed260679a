package value

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

// maxPhoneAnswer is how long an answer with a phone number in it may be.
const maxPhoneAnswer = 200 // bytes

// phoneIn is what looks like a phone number: six digits or more, with what people put between.
var phoneIn = regexp.MustCompile(`\+?\(?\+?\d(?:[ ()/.\-]{0,3}\d){5,}`)

// wholeDate is a date, whose digits could pass for those of a number.
var wholeDate = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$`)

// readPhone finds the one phone number in an answer and gives it in E.164 form. One without a country code is taken for one of the country of the customer's
// language, if there is one such.
func readPhone(words string, loc Locale) (Value, *Misread) {
	plain := strings.ReplaceAll(plainSigns(words), "\u2060", "")
	found := phoneIn.FindAllStringIndex(plain, -1)
	if len(words) > maxPhoneAnswer || len(found) != 1 || joinsLetters(plain, found[0][0], found[0][1]) || wholeDate.MatchString(plain[found[0][0]:found[0][1]]) {
		return Value{}, &Misread{Reason: NotAPhone}
	}
	from, to := found[0][0], found[0][1]
	country := countryOf(loc.Language)
	number, err := phonenumbers.Parse(international(plain[from:to], country), country)
	switch {
	case takesBack(plain[:from] + " " + plain[to:]):
		return Value{}, &Misread{Reason: NotAPhone}
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode) && country == "":
		return Value{}, &Misread{Reason: NoCountryCode}
	case err != nil || !phonenumbers.IsValidNumber(number):
		return Value{}, &Misread{Reason: NotAPhone}
	default:
		return Text(phonenumbers.Format(number, phonenumbers.E164)), nil
	}
}

// international is the number with a plus, if it begins with the code of a country without one: 0044 20 7946 0018 where that of the customer is not known, or
// 49 171 2345678 in Germany.
func international(number, country string) string {
	if rest, found := strings.CutPrefix(number, "00"); found && country == "" {
		return "+" + rest
	}
	if strings.HasPrefix(number, "+") || strings.HasPrefix(number, "0") || strings.HasPrefix(number, "(") {
		return number
	}
	parsed, err := phonenumbers.Parse("+"+number, country)
	if err != nil || !phonenumbers.IsValidNumber(parsed) || phonenumbers.GetRegionCodeForNumber(parsed) != country {
		return number
	}
	return "+" + number
}

// takesBack reports whether what is said beside an address or a number takes it back: not this one, my old one, that is wrong.
func takesBack(beside string) bool {
	return slices.ContainsFunc(strings.Fields(Fold(beside)), func(word string) bool {
		return slices.Contains([]string{"not", "nicht", "pas", "wrong", "falsch", "faux", "fausse", "old", "alte", "alten", "ancien", "ancienne"}, word)
	})
}

// joinsLetters reports whether letters are part of what looks like a number, as in "AB1234567" and "0800 123456HELLO".
func joinsLetters(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return unicode.IsLetter(before) || unicode.IsLetter(after) || after == '@'
}

// countryOf is the country that a language tag names, or that the language is
// mostly spoken in; "" for English, Spanish and others of many countries.
func countryOf(tag string) string {
	if country := regionOf(tag); country != "" {
		return country
	}
	switch lang := languageOf(tag); lang {
	case "de", "fr", "it", "nl", "pl", "ro", "hu", "fi", "tr", "bg", "hr", "lt", "lv", "sk":
		return strings.ToUpper(lang)
	case "cs":
		return "CZ"
	case "da":
		return "DK"
	case "el":
		return "GR"
	case "et":
		return "EE"
	case "ja":
		return "JP"
	case "ko":
		return "KR"
	case "nb", "nn", "no":
		return "NO"
	case "sl":
		return "SI"
	case "sv":
		return "SE"
	case "uk":
		return "UA"
	default:
		return ""
	}
}
