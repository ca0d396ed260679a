package value

import "math/bits"

// Add is a + b: numbers, amounts of one currency, durations, texts, and a date,
// time or instant with a duration. Unknown where there is no sum, or where it
// does not fit.
func Add(a, b Value) Value {
	if b.kind == KindDuration && a.kind != KindDuration {
		return addDuration(a, b)
	}
	if a.kind != b.kind {
		return Value{}
	}
	switch a.kind {
	case KindNumber, KindMoney:
		return addAmounts(a, b)
	case KindDuration:
		return durationOf(int64(a.months)+int64(b.months), a.num+b.num)
	case KindText:
		return Value{kind: KindText, str: a.str + b.str}
	default:
		return Value{}
	}
}

// Sub is a - b: as Add, and the time between two dates or instants.
func Sub(a, b Value) Value {
	switch {
	case a.kind == KindDate && b.kind == KindDate:
		return durationOf(0, (a.num-b.num)*secondsPerDay)
	case a.kind == KindDateTime && b.kind == KindDateTime:
		return durationOf(0, (a.num-b.num)/Micros)
	case a.kind == KindText:
		return Value{}
	default:
		return Add(a, Neg(b))
	}
}

// Neg is -a of a number, an amount or a duration; else, and where it does not
// fit, unknown.
func Neg(a Value) Value {
	switch a.kind {
	case KindNumber, KindMoney:
		n, ok := signed(magnitude(a.num), a.num > 0)
		return a.with(n, ok)
	case KindDuration:
		return durationOf(-int64(a.months), -a.num)
	default:
		return Value{}
	}
}

// Mul is a times b, one of which is a number and the other a number, an amount or
// a duration. Halves are rounded away from zero, as on an invoice.
func Mul(a, b Value) Value {
	if a.kind != KindNumber {
		a, b = b, a
	}
	if a.kind != KindNumber {
		return Value{}
	}
	switch b.kind {
	case KindNumber, KindMoney:
		n, ok := mulDiv(a.num, b.num, Micros)
		return b.with(n, ok)
	case KindDuration:
		months, whole := mulDiv(a.num, int64(b.months), Micros)
		seconds, ok := mulDiv(a.num, b.num, Micros)
		if !whole || !ok {
			return Value{}
		}
		return durationOf(months, seconds)
	default:
		return Value{}
	}
}

// Div is a divided by b: a number, an amount or a duration by a number, or an
// amount by an amount of the same currency. By zero it is unknown. Halves are
// rounded away from zero.
func Div(a, b Value) Value {
	switch {
	case b.kind == KindNumber && (a.kind == KindNumber || a.kind == KindMoney):
		n, ok := mulDiv(a.num, Micros, b.num)
		return a.with(n, ok)
	case a.kind == KindMoney && b.kind == KindMoney && a.str == b.str:
		n, ok := mulDiv(a.num, Micros, b.num)
		return Value{kind: KindNumber}.with(n, ok)
	case a.kind == KindDuration && b.kind == KindNumber:
		months, whole := mulDiv(int64(a.months), Micros, b.num)
		seconds, ok := mulDiv(a.num, Micros, b.num)
		if !whole || !ok {
			return Value{}
		}
		return durationOf(months, seconds)
	default:
		return Value{}
	}
}

// Round rounds a number to so many decimals (0 to 6), and an amount to so many
// of its currency's; halves away from zero.
func Round(a Value, to int) Value {
	scale := decimals
	switch a.kind {
	case KindNumber:
	case KindMoney:
		scale = Digits(a.str)
	default:
		return Value{}
	}
	if to >= scale {
		return a
	}
	step := int64(pow10(scale - max(to, 0)))
	n, ok := mulDiv(a.num, 1, step)
	if !ok {
		return Value{}
	}
	n, ok = mulDiv(n, step, 1)
	return a.with(n, ok)
}

// MoneyOf is a number as an amount of a currency, rounded to its digits.
func MoneyOf(number Value, currency string) Value {
	if number.kind != KindNumber || currency == "" {
		return Value{}
	}
	n, ok := mulDiv(number.num, int64(pow10(Digits(currency))), Micros)
	return Money(n, currency).with(n, ok)
}

// NumberOf is an amount as a number without its currency; a number is itself.
func NumberOf(a Value) Value {
	switch a.kind {
	case KindNumber:
		return a
	case KindMoney:
		n, ok := mulDiv(a.num, Micros, int64(pow10(Digits(a.str))))
		return Value{kind: KindNumber}.with(n, ok)
	default:
		return Value{}
	}
}

// with is v with another number in it; unknown if that did not fit.
func (v Value) with(n int64, ok bool) Value {
	if !ok {
		return Value{}
	}
	v.num = n
	return v
}

func addAmounts(a, b Value) Value {
	sum := a.num + b.num
	fits := (sum > a.num) == (b.num > 0)
	return a.with(sum, fits && a.str == b.str)
}

// mulDiv is a*b/c in 128 bits, halves rounded away from zero; not ok where c is 0
// or the result does not fit.
func mulDiv(a, b, c int64) (n int64, ok bool) {
	if c == 0 {
		return 0, false
	}
	divisor := magnitude(c)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	lo, carry := bits.Add64(lo, divisor/2, 0)
	hi += carry
	if hi >= divisor {
		return 0, false
	}
	quotient, _ := bits.Div64(hi, lo, divisor)
	negative := (a < 0) != (b < 0) != (c < 0)
	return signed(quotient, negative && quotient != 0)
}
