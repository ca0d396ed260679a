package value

// PluralForm is the index of the form that a number takes among the plural forms
// of the language, in CLDR's order (zero, one, two, few, many, other).
func PluralForm(lang string, n Value) int { return 0 }
