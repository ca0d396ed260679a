package decide

import "repartee/flows/value"

// Domain is what a name can be. The zero Domain is whatever the name's type allows, or unknown.
type Domain struct {
	// Type is that of the name where it says more than the one in the condition, as bounds; nil: that one.
	Type *value.Type
	// Values are all that a known value can be; nil: what the type allows. So for a record whose parts the conditions read, as an item of a catalog.
	Values []value.Value
	// Known says that it is never unknown, Unknown that it is never known.
	Known, Unknown bool
}

// variable is a name, an expression that is not looked into, or something said of such that is not looked into: what the search gives values to.
type variable struct {
	key    string // the name, or the source
	typ    *value.Type
	domain Domain
	kind   variableKind
	names  []string // that it reads, as the scope knew them

	cuts    []value.Value // that it is held against
	lengths []int64       // that its count is held against
	entries []value.Value // that are looked for in it

	choices []value.Value // the values that make a difference
	other   value.Value   // the choice that stands for any other text; unknown: none does
	shared  bool          // something is said of it and another variable together
}

type variableKind uint8

const (
	named  variableKind = iota // a name
	opaque                     // an expression; which values it can come to is not known
	free                       // a condition; whether it can hold, or not, is not known
)

// closed tells whether all that a variable can be is among its choices, whatever it is held against.
func (v *variable) closed() bool {
	if v.domain.Values != nil {
		return true
	}
	switch t := v.typ; t.Base {
	case value.TypeYesNo, value.TypeConsent, value.TypeRating:
		return true
	case value.TypeOneOf, value.TypeText:
		return len(t.Options) > 0
	case value.TypeManyOf:
		return len(t.Options) > 0 && len(t.Options) <= maxSets
	case value.TypeInteger:
		low, high, bounded := integerRange(t)
		return bounded && high-low < maxIntegers
	default:
		return false
	}
}

// The bounds up to which all sets of options, and all whole numbers, are gone through.
const (
	maxSets     = 8
	maxIntegers = 64
)

func integerRange(t *value.Type) (low, high int64, bounded bool) {
	if t.Min == nil || t.Max == nil || t.Min.Kind() != value.KindNumber || t.Max.Kind() != value.KindNumber {
		return 0, 0, false
	}
	return ceilOf(t.Min.AsNumber(), value.Micros) / value.Micros, floorOf(t.Max.AsNumber(), value.Micros) / value.Micros, true
}

// floorOf is the next multiple of step that is not more than n, ceilOf the next that is not less.
func floorOf(n, step int64) int64 {
	rest := n % step
	if rest < 0 {
		rest += step
	}
	return n - rest
}

func ceilOf(n, step int64) int64 { return -floorOf(-n, step) }
