package value

import "cmp"

// Equal reports whether two values are the same: of one kind, currency and
// content. Two unknown values are equal here; beside `==` in an expression an
// unknown value never is.
func Equal(a, b Value) bool {
	if a.kind != b.kind || a.num != b.num || a.months != b.months || a.str != b.str {
		return false
	}
	switch a.kind {
	case KindList:
		return equalLists(a.AsList(), b.AsList())
	case KindRecord:
		return equalRecords(a, b)
	default:
		return true
	}
}

// Compare orders two values of one kind: -1, 0 or 1. It is not ok where either
// is unknown or where they have no order: unlike kinds or currencies, lists,
// records. Durations are compared with a month of 30.436875 days.
func Compare(a, b Value) (order int, ok bool) {
	if a.kind != b.kind {
		return 0, false
	}
	switch a.kind {
	case KindBool, KindNumber, KindDate, KindTime, KindDateTime:
		return cmp.Compare(a.num, b.num), true
	case KindMoney:
		return cmp.Compare(a.num, b.num), a.str == b.str
	case KindText:
		return cmp.Compare(a.str, b.str), true
	case KindDuration:
		return cmp.Compare(a.seconds(), b.seconds()), true
	default:
		return 0, false
	}
}

// secondsPerMonth is a twelfth of the mean Gregorian year.
const secondsPerMonth = 2_629_746

func (v Value) seconds() int64 {
	return int64(v.months)*secondsPerMonth + v.num
}

func equalLists(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}
