package value

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// PluralForm is which of the plural forms of the language a number takes, as an
// index into those that it has for whole numbers, in CLDR's order: zero, one,
// two, few, many, other. English: 0 for one bag, 1 for several. A fraction that
// has a form of its own takes the last.
// See https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html.
func PluralForm(lang string, n Value) int {
	tag := language.Make(lang)
	if tag == language.Und {
		tag = language.English
	}
	forms := formsOf(tag)
	if i := slices.Index(forms, cardinal(tag, n.AsNumber())); i >= 0 {
		return i
	}
	return len(forms) - 1
}

func cardinal(tag language.Tag, micros int64) plural.Form {
	whole, fraction := splitUnits(micros, decimals)
	digits := string(appendFraction(nil, "", fraction, decimals, 0))
	f := number(digits)
	// The rules look at the last digits and at what is a million or more.
	i := int(whole % 1_000_000)
	if whole >= 1_000_000 {
		i += 1_000_000
	}
	return plural.Cardinal.MatchPlural(tag, i, len(digits), len(digits), f, f)
}

var (
	oneOther  = []plural.Form{plural.One, plural.Other}
	otherOnly = []plural.Form{plural.Other}
	slavic    = []plural.Form{plural.One, plural.Few, plural.Many}
	southern  = []plural.Form{plural.One, plural.Few, plural.Other}
)

// formsOf are the forms that whole numbers take in a language, but for the one
// that French, Italian, Spanish and Portuguese have from a million on, and the one
// for round tens that CLDR has given up for Hebrew.
func formsOf(tag language.Tag) []plural.Form {
	base, _ := tag.Base()
	switch base.String() {
	case "id", "ja", "ko", "ms", "th", "vi", "zh":
		return otherOnly
	case "be", "pl", "ru", "uk":
		return slavic
	case "bs", "cs", "hr", "lt", "mo", "ro", "sh", "sk", "sr":
		return southern
	case "sl":
		return []plural.Form{plural.One, plural.Two, plural.Few, plural.Other}
	case "lv":
		return []plural.Form{plural.Zero, plural.One, plural.Other}
	case "he":
		return []plural.Form{plural.One, plural.Two, plural.Other}
	case "ga":
		return []plural.Form{plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	case "ar", "cy":
		return []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	default:
		return oneOther
	}
}
