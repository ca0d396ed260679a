package value

import (
	"errors"
	"strings"
	"unicode"

	"github.com/nyaruka/phonenumbers"
)

// maxPhone is far beyond the 15 digits of E.164, with all that is put between.
const maxPhone = 60

// readPhone gives the number in E.164 form. One without a country code is taken
// for one of the country of the customer's language, if there is one such.
func readPhone(words string, loc Locale) (Value, *Misread) {
	if len(words) > maxPhone || vanity(words) {
		return Value{}, &Misread{Reason: NotAPhone}
	}
	country := countryOf(loc.Language)
	number, err := phonenumbers.Parse(strings.TrimPrefix(words, "tel:"), country)
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode) && country == "":
		return Value{}, &Misread{Reason: NoCountryCode}
	case err != nil || !phonenumbers.IsValidNumber(number):
		return Value{}, &Misread{Reason: NotAPhone}
	default:
		return Text(phonenumbers.Format(number, phonenumbers.E164)), nil
	}
}

// vanity tells of a number with letters in it, which the library would turn into digits: "0800 HELLO". A prefix such as "tel:" is none.
func vanity(words string) bool {
	_, number, _ := strings.Cut(words, ":")
	if number == "" {
		number = words
	}
	return strings.IndexFunc(number, unicode.IsLetter) >= 0
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
