package compare

import (
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// who tells whom a difference concerns: all between the old and the new limit where the condition is one, else somebody.
func (b both) who(witness decide.Witness) string {
	old, ok := limitOf(b.before, false)
	now, okNow := limitOf(b.after, false)
	if !ok || !okNow || old.name != now.name || old.below != now.below || len(witness) != 1 || witness[0].Name != old.name {
		return witness.String()
	}
	low, high := old, now
	order, comparable := value.Compare(old.at, now.at)
	if order > 0 {
		low, high = now, old
	}
	if !comparable || order == 0 || low.whole && high.at.AsInt()-low.at.AsInt() == 1 {
		return witness.String()
	}
	return low.name + " " + low.lower() + " " + high.upper()
}

// limit is a condition that holds on one side of a value.
type limit struct {
	name  string
	at    value.Value
	below bool // it holds below the value, else above
	with  bool // it holds for the value too
	whole bool // only whole numbers lie between two of them
}

// limitOf takes a condition as a limit; not ok where it is none.
func limitOf(f *expr.Formula, negated bool) (l limit, ok bool) {
	switch f.Sign {
	case expr.Not:
		return limitOf(f.Parts[0], !negated)
	case expr.Less, expr.AtMost:
	default:
		return limit{}, false
	}
	left, right := f.Terms[0], f.Terms[1]
	l.with = f.Sign == expr.AtMost
	switch {
	case left.Kind == expr.Name && right.Kind == expr.Constant:
		l.name, l.at, l.below, l.whole = left.Name, right.Value, true, left.Type.Base == value.TypeInteger
	case left.Kind == expr.Constant && right.Kind == expr.Name:
		l.name, l.at, l.whole = right.Name, left.Value, right.Type.Base == value.TypeInteger
	default:
		return limit{}, false
	}
	return l, !negated // a negated one holds for what is unknown too: then the limits are not all there is
}

// lower is where the values between two limits begin: at a value that belongs to them if just one side of it holds so.
func (l limit) lower() string {
	if l.below != l.with {
		return "from " + l.text()
	}
	return "above " + l.text()
}

// upper is where they end.
func (l limit) upper() string {
	if l.below == l.with {
		return "up to " + l.text()
	}
	return "below " + l.text()
}

func (l limit) text() string { return decide.Written(l.at) }
