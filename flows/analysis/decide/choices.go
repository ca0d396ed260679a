package decide

import (
	"strings"

	"repartee/flows/value"
)

// choose finds the values of a variable that make a difference, those that read well first, unknown last.
func (p *problem) choose(v *variable) {
	switch {
	case v.kind == free:
		v.choices = yesAndNo()
		return
	case !v.domain.Unknown:
		v.choices = p.knownChoices(v)
	}
	if !v.domain.Known || len(v.choices) == 0 {
		v.choices = append(v.choices, value.Value{})
	}
}

func yesAndNo() []value.Value { return []value.Value{value.Bool(true), value.Bool(false)} }

func (p *problem) knownChoices(v *variable) []value.Value {
	if v.domain.Values != nil {
		return append([]value.Value(nil), v.domain.Values...)
	}
	t := v.typ
	switch t.Kind() {
	case value.KindBool:
		return yesAndNo()
	case value.KindText:
		return v.texts()
	case value.KindList:
		return p.lists(v)
	case value.KindNumber, value.KindMoney, value.KindDate, value.KindTime, value.KindDateTime:
		if low, high, bounded := ratingRange(t); bounded {
			return wholes(low, high)
		}
		if low, high, bounded := integerRange(t); bounded && t.Base == value.TypeInteger && high-low < maxIntegers {
			return wholes(low, high)
		}
		return p.points(v)
	case value.KindDuration:
		return []value.Value{value.Duration(0, 0)}
	case value.KindRecord:
		return []value.Value{value.Record(nil)}
	default:
		return append(yesAndNo(), value.Record(nil))
	}
}

func ratingRange(t *value.Type) (low, high int64, bounded bool) {
	if t.Base != value.TypeRating {
		return 0, 0, false
	}
	switch t.Scale {
	case "points":
		return 0, 10, true
	case "thumbs":
		return 0, 1, true
	}
	return 1, 5, true
}

func wholes(low, high int64) []value.Value {
	var all []value.Value
	for n := low; n <= high; n++ {
		all = append(all, value.Integer(n))
	}
	return all
}

// texts are the options, or what is written in the conditions and one that is not.
func (v *variable) texts() []value.Value {
	var all []value.Value
	if len(v.typ.Options) > 0 {
		for _, o := range v.typ.Options {
			all = append(all, value.Text(o.ID))
		}
		return all
	}
	other := &strings.Builder{}
	for _, cut := range v.cuts {
		all = append(all, cut)
		other.WriteString(cut.AsText())
	}
	v.other = value.Text(other.String() + "...") // longer than each of them
	return append(all, v.other)
}
