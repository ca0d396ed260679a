package value

import "strings"

// splitNumeral tells whole digits from decimals in a number as people type it.
// Of two different signs the last is the decimal one; a sign that comes twice
// parts thousands, and so do spaces and apostrophes. Left to doubt is only
// "1.200" or "1,200": there the customer's language decides.
func splitNumeral(s string, comma bool) (whole, fraction string, ok bool) {
	s = strings.TrimRight(s, ".,' ")
	whole, fraction = s, ""
	if i := decimalSign(s, comma); i >= 0 {
		whole, fraction = s[:i], s[i+1:]
		if !onlyDigits(fraction) {
			return "", "", false
		}
	}
	whole, ok = joinThousands(whole)
	return whole, fraction, ok
}

// decimalSign is where the decimal sign stands, or -1 if the number has none.
func decimalSign(s string, comma bool) int {
	point, sep := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	last := max(point, sep)
	switch {
	case last < 0:
		return -1
	case point >= 0 && sep >= 0:
		return last
	case strings.Count(s, s[last:last+1]) > 1:
		return -1
	case partsThousands(s, last) && (s[last] == ',') != comma:
		return -1
	default:
		return last
	}
}

// partsThousands reports whether the one sign in s can be a thousands separator:
// one to three digits before it, not all zero, and three behind.
func partsThousands(s string, at int) bool {
	head := s[:at]
	return len(s)-at-1 == 3 && onlyDigits(head) && len(head) <= 3 && strings.Trim(head, "0") != ""
}

// joinThousands takes the separators out of whole digits: one kind of them, each
// followed by three digits.
func joinThousands(s string) (digits string, ok bool) {
	i := strings.IndexAny(s, ".,' ")
	if i < 0 {
		return s, s == "" || onlyDigits(s)
	}
	groups := strings.Split(s, s[i:i+1])
	for n, group := range groups {
		if !onlyDigits(group) || n > 0 && len(group) != 3 || n == 0 && len(group) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// decimalComma reports whether the language writes 1,5 for one and a half.
func decimalComma(lang string) bool {
	return numeralsOf(lang).decimal == ","
}
