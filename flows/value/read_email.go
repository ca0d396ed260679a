package value

import (
	"strings"
	"unicode"
)

// readEmail takes an address as people write them, not all that RFC 5321 allows:
// a quoted local part or an address literal is more often a slip than meant.
func readEmail(words string) (Value, *Misread) {
	address := strings.TrimPrefix(strings.TrimRight(strings.TrimLeft(words, "<(["), ">)].,;:!?"), "mailto:")
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return Value{}, &Misread{Reason: NotAnEmail}
	}
	local, domain := address[:at], strings.ToLower(address[at+1:])
	if !isLocalPart(local) || !isDomain(domain) {
		return Value{}, &Misread{Reason: NotAnEmail}
	}
	return Text(local + "@" + domain), nil
}

func isLocalPart(s string) bool {
	if s == "" || len(s) > 64 || s[0] == '.' || s[len(s)-1] == '.' || strings.Contains(s, "..") {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".!#$%&'*+-/=?^_`{|}~", r) {
			return false
		}
	}
	return true
}

func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	if len(labels) < 2 || len(s) > 253 {
		return false
	}
	for _, label := range labels {
		if !isDomainLabel(label) {
			return false
		}
	}
	top := labels[len(labels)-1]
	return len(top) >= 2 && !unicode.IsDigit(rune(top[0]))
}

func isDomainLabel(s string) bool {
	if s == "" || len(s) > 63 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' {
			return false
		}
	}
	return true
}
