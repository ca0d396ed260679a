package value

import "time"

// Kind is the kind of the value.
func (v Value) Kind() Kind { return v.kind }

// Known reports whether the value is anything but unknown.
func (v Value) Known() bool { return v.kind != KindUnknown }

// AsBool is true only for yes; it is how a value counts as a condition.
func (v Value) AsBool() bool { return v.kind == KindBool && v.num != 0 }

// AsText is the text (of an option: its id), and "" for every other kind.
func (v Value) AsText() string {
	if v.kind != KindText {
		return ""
	}
	return v.str
}

// AsNumber is the number in millionths, and 0 for every other kind.
func (v Value) AsNumber() int64 {
	if v.kind != KindNumber {
		return 0
	}
	return v.num
}

// AsInt is the number without its decimals, and 0 for every other kind.
func (v Value) AsInt() int64 { return v.AsNumber() / Micros }

// AsMoney is the amount in minor units and its currency, and 0, "" for every
// other kind.
func (v Value) AsMoney() (minor int64, currency string) {
	if v.kind != KindMoney {
		return 0, ""
	}
	return v.num, v.str
}

// AsTime is an instant in UTC, or midnight UTC of a date; the zero time for
// every other kind.
func (v Value) AsTime() time.Time {
	switch v.kind {
	case KindDateTime:
		return time.UnixMicro(v.num).UTC()
	case KindDate:
		return time.Unix(v.num*24*60*60, 0).UTC()
	default:
		return time.Time{}
	}
}

// AsMinutes is a time of day in minutes after midnight, and 0 for every other
// kind.
func (v Value) AsMinutes() int {
	if v.kind != KindTime {
		return 0
	}
	return int(v.num)
}

// AsDuration is a duration's calendar months and what it has beside them, and
// 0, 0 for every other kind. Beyond 292 years the second part is cut off there.
func (v Value) AsDuration() (months int, d time.Duration) {
	if v.kind != KindDuration {
		return 0, 0
	}
	const limit = int64(1<<63-1) / int64(time.Second)
	return int(v.months), time.Duration(min(max(v.num, -limit), limit)) * time.Second
}

// AsList is the list's values, and nil for every other kind. The slice is the
// value's own: it must not be changed.
func (v Value) AsList() []Value {
	items, _ := v.more.([]Value)
	return items
}
