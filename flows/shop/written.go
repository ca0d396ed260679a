package shop

import (
	"strconv"
	"strings"

	"repartee/flows/value"
)

// ParseShare reads a share of a hundred: 19%, 7.5%. It is in millionths, at most a million.
func ParseShare(s string) (millionths int64, ok bool) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	millionths, ok = parseFixed(strings.TrimSpace(number), 4)
	return millionths, ok && percent && millionths <= million
}

// ParseAmount reads an amount in a currency's minor units, as programs write it: 4.90, or 4. It has no more decimals than the currency.
func ParseAmount(s, currency string) (minor int64, ok bool) {
	minor, ok = parseFixed(strings.TrimSpace(s), value.Digits(currency))
	return minor, ok && minor <= MaxAmount
}

// ParseKilos reads a weight in kilograms: 31.5, or 31.5 kg. It is in millionths of one.
func ParseKilos(s string) (millionths int64, ok bool) {
	return parseFixed(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "kg")), 6)
}

// ParseUses reads how often a voucher can be used: `100` in all, `1 per customer`, or both as `100, 1 per customer`. 0 is as often as one likes.
func ParseUses(s string) (total, perCustomer int64, ok bool) {
	for part := range strings.SplitSeq(s, ",") {
		number, rest, _ := strings.Cut(strings.TrimSpace(part), " ")
		n, whole := parseFixed(number, 0)
		uses := &total
		if words := strings.Join(strings.Fields(rest), " "); words == "per customer" {
			uses = &perCustomer
		} else if words != "" {
			return 0, 0, false
		}
		if !whole || n == 0 || *uses != 0 {
			return 0, 0, false
		}
		*uses = n
	}
	return total, perCustomer, true
}

// parseFixed reads a number that is not below 0, with a point and at most so many decimals, and counts it in 10^-decimals.
func parseFixed(s string, decimals int) (int64, bool) {
	whole, fraction, pointed := strings.Cut(s, ".")
	if !digits(whole) || pointed && !digits(fraction) || len(fraction) > decimals {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	return n, err == nil
}
