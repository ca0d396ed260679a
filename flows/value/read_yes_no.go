package value

import "slices"

func readYesNo(words string, loc Locale) (Value, *Misread) {
	said := Fold(words)
	switch said {
	case "👍", "✅", "✔":
		return Bool(true), nil
	case "👎", "❌":
		return Bool(false), nil
	}
	for _, l := range nearestFirst(loc.Language) {
		if slices.Contains(l.yes, said) {
			return Bool(true), nil
		}
		if slices.Contains(l.no, said) {
			return Bool(false), nil
		}
	}
	return Value{}, &Misread{Reason: NotYesOrNo}
}
