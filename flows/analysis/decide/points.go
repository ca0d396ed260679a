package decide

import (
	"math"
	"slices"
	"time"

	"repartee/flows/value"
)

// axis is what numbers, amounts, days and times are counted on.
type axis struct {
	unit int64 // one, as people say it: 1, one euro, a day, an hour
	step int64 // the least that two values differ by
	rank func(value.Value) int64
	at   func(int64) value.Value
}

func (p *problem) axisOf(t *value.Type) axis {
	switch t.Kind() {
	case value.KindMoney:
		unit := int64(1)
		for range value.Digits(p.Currency) {
			unit *= 10
		}
		return axis{unit, 1, func(v value.Value) int64 { minor, _ := v.AsMoney(); return minor }, func(n int64) value.Value { return value.Money(n, p.Currency) }}
	case value.KindDate:
		const day = 24 * 60 * 60
		return axis{1, 1, func(v value.Value) int64 { return v.AsTime().Unix() / day }, func(n int64) value.Value {
			at := time.Unix(n*day, 0).UTC()
			return value.Date(at.Year(), at.Month(), at.Day())
		}}
	case value.KindTime:
		return axis{60, 1, func(v value.Value) int64 { return int64(v.AsMinutes()) }, func(n int64) value.Value { return value.TimeOfDay(int(n)) }}
	case value.KindDateTime:
		return axis{int64(time.Hour / time.Microsecond), 1, func(v value.Value) int64 { return v.AsTime().UnixMicro() }, func(n int64) value.Value { return value.DateTime(time.UnixMicro(n)) }}
	}
	step := int64(1)
	if t.Base == value.TypeInteger || t.Base == value.TypeRating {
		step = value.Micros
	}
	return axis{value.Micros, step, value.Value.AsNumber, value.Number}
}

// points are values at, before, between and behind all that the variable is held against.
func (p *problem) points(v *variable) []value.Value {
	a := p.axisOf(v.typ)
	low, high := a.bounds(v.typ, p.Currency)
	var cuts []int64
	for _, cut := range v.cuts {
		if cut.Kind() == v.typ.Kind() {
			cuts = append(cuts, a.rank(cut))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	around := a.around(cuts, low, high)
	all := make([]value.Value, 0, len(around)+1) // with room for unknown
	for i, n := range around {
		around[i] = floorOf(n, a.step)
		if n = around[i]; n < low || n > high || slices.Contains(around[:i], n) {
			continue
		}
		if at := a.at(n); at.Known() {
			all = append(all, at)
		}
	}
	return all
}

// around are the ranks that matter, those that read well first: the limits, round ones between them, one before and behind, then the nearest, and the bounds.
func (a axis) around(cuts []int64, low, high int64) []int64 {
	all := slices.Clone(cuts)
	for i := 1; i < len(cuts); i++ {
		all = append(all, floorOf(cuts[i-1]+(cuts[i]-cuts[i-1])/2, a.unit), cuts[i-1]+(cuts[i]-cuts[i-1])/2)
	}
	for _, distance := range []int64{a.unit, a.step} {
		for _, cut := range cuts {
			all = append(all, plus(cut, -distance), plus(cut, distance))
		}
	}
	if low > math.MinInt64 {
		all = append(all, low, plus(low, a.step))
	}
	if high < math.MaxInt64 {
		all = append(all, high)
	}
	return append(all, a.usual())
}

// usual is what is taken where nothing else is said: today is a day like others.
func (a axis) usual() int64 {
	const day = 20_000 // 4 October 2024, and half past one in the morning with a time
	switch a.unit {
	case 1:
		return day
	case int64(time.Hour / time.Microsecond):
		return day * 24 * a.unit
	}
	return 10 * a.unit
}

func plus(n, distance int64) int64 {
	switch sum := n + distance; {
	case distance > 0 && sum < n:
		return math.MaxInt64
	case distance < 0 && sum > n:
		return math.MinInt64
	default:
		return sum
	}
}

// bounds are the least and the most that the type allows.
func (a axis) bounds(t *value.Type, currency string) (low, high int64) {
	rank := func(bound *value.Value, otherwise int64) int64 {
		if bound == nil || !bound.Known() {
			return otherwise
		}
		v := *bound
		if t.Kind() == value.KindMoney && v.Kind() == value.KindNumber {
			v = value.MoneyOf(v, currency)
		}
		if v.Kind() != t.Kind() {
			return otherwise
		}
		return a.rank(v)
	}
	return rank(t.Min, math.MinInt64), rank(t.Max, math.MaxInt64)
}
