package value

import (
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// decimal is a number as it was written: digits with the decimals' count.
type decimal struct {
	negative bool
	digits   string // without sign, separators and leading zeros; "" is zero
	scale    int    // how many of the digits are decimals
}

// plainUnits reads a number as programs write it, such as -12.50, counted in
// 10^-scale. It is not ok if it is none, or too precise or too large for that.
func plainUnits(s string, scale int) (n int64, ok bool) {
	rest, negative := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(rest, ".")
	if !onlyDigits(whole) || point && !onlyDigits(fraction) {
		return 0, false
	}
	n, exact, inRange := newDecimal(negative, whole, fraction).units(scale)
	return n, exact && inRange
}

func newDecimal(negative bool, whole, fraction string) decimal {
	return decimal{negative, strings.TrimLeft(whole+fraction, "0"), len(fraction)}
}

// onlyDigits reports whether s is one digit or more.
func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// units is the number counted in 10^-scale: micros for 6, minor units for a
// currency's digits. It is not exact if the number has more decimals than that,
// and not in range if it is too large.
func (d decimal) units(scale int) (n int64, exact, inRange bool) {
	digits := d.digits
	for d.scale > scale && len(digits) > 0 && digits[len(digits)-1] == '0' {
		digits, d.scale = digits[:len(digits)-1], d.scale-1
	}
	if digits == "" {
		return 0, true, true
	}
	if d.scale > scale {
		return 0, false, true
	}
	u, err := strconv.ParseUint(digits, 10, 64)
	for i := d.scale; err == nil && i < scale; i++ {
		var over uint64
		if over, u = bits.Mul64(u, 10); over != 0 {
			return 0, true, false
		}
	}
	if err != nil {
		return 0, true, false
	}
	n, inRange = signed(u, d.negative)
	return n, true, inRange
}

// whole reports whether the number was written without decimals.
func (d decimal) whole() bool { return d.scale == 0 }

// times is the number with so many zeros.
func (d decimal) times(zeros int) decimal {
	for ; zeros > 0; zeros-- {
		if d.scale > 0 {
			d.scale--
		} else if d.digits != "" {
			d.digits += "0"
		}
	}
	return d
}

// hundredth is a hundredth of a whole number.
func (d decimal) hundredth() decimal {
	d.scale += 2
	return d
}

// dozen is twelve times a whole number.
func (d decimal) dozen() decimal {
	n, _, inRange := d.units(0)
	if !inRange || abs(n) > math.MaxInt32 {
		return d.times(len("9223372036854775807")) // too large either way
	}
	return newDecimal(d.negative, strconv.FormatInt(abs(n)*12, 10), "")
}

// signed gives a magnitude its sign; not ok if no int64 holds it.
func signed(u uint64, negative bool) (n int64, ok bool) {
	if negative {
		return -int64(u), u <= 1<<63
	}
	return int64(u), u <= math.MaxInt64
}

// appendUnits writes n, counted in 10^-scale, with a decimal point and at least
// the given number of decimals, beyond which zeros at the end are left out.
func appendUnits(dst []byte, n int64, scale, decimals int) []byte {
	whole, fraction := splitUnits(n, scale)
	if n < 0 {
		dst = append(dst, '-')
	}
	return appendFraction(strconv.AppendUint(dst, whole, 10), ".", fraction, scale, decimals)
}

// splitUnits splits n, counted in 10^-scale, into whole ones and the rest.
func splitUnits(n int64, scale int) (whole, fraction uint64) {
	one := pow10(scale)
	return magnitude(n) / one, magnitude(n) % one
}

// appendFraction writes the rest of a number with as many decimals as it needs,
// and not fewer than it must have; where these are none, without the point too.
func appendFraction(dst []byte, point string, fraction uint64, scale, decimals int) []byte {
	for scale > decimals && fraction%10 == 0 {
		fraction, scale = fraction/10, scale-1
	}
	if scale == 0 {
		return dst
	}
	dst = append(dst, point...)
	for unit := pow10(scale - 1); unit > 0; unit /= 10 {
		dst = append(dst, '0'+byte(fraction/unit%10))
	}
	return dst
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// magnitude is the absolute value, also of the one number that has no positive.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
