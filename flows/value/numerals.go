package value

// numerals is how a language writes numbers, after CLDR.
type numerals struct {
	decimal, group string
	moneyFirst     bool // €12.50, not 12,50 €
}

const (
	noBreak       = "\u00a0"
	narrowNoBreak = "\u202f"
)

var (
	pointNumerals  = numerals{decimal: ".", group: ",", moneyFirst: true}
	commaNumerals  = numerals{decimal: ",", group: "."}
	spaceNumerals  = numerals{decimal: ",", group: noBreak}
	frenchNumerals = numerals{decimal: ",", group: narrowNoBreak}
	swissNumerals  = numerals{decimal: ".", group: "’"}
)

// numeralsOf is how the language of the tag writes numbers; as English does if it
// is not known.
func numeralsOf(tag string) numerals {
	switch regionOf(tag) {
	case "CH", "LI":
		return swissNumerals
	}
	switch languageOf(tag) {
	case "fr":
		return frenchNumerals
	case "da", "de", "el", "es", "hr", "id", "is", "it", "nl", "pt", "ro", "sl", "sr", "tr", "vi":
		return commaNumerals
	case "be", "bg", "cs", "et", "fi", "hu", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sv", "uk":
		return spaceNumerals
	default:
		return pointNumerals
	}
}
