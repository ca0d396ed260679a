package value

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxEmailAnswer is how long an answer with an address in it may be.
const maxEmailAnswer = 400 // bytes

// addressIn is what looks like an address between spaces or brackets.
var addressIn = regexp.MustCompile(`[^\s<>()\[\],;:"'„“”«»]+@[^\s<>()\[\],;:"'„“”«»]+`)

// readEmail finds the one address in an answer, as people write them, not all that RFC 5321 allows: a quoted local part or an address literal is more often a
// slip than meant. What a well-known domain is misspelt in, or what a space has torn, is a near miss.
func readEmail(words string) (Value, *Misread) {
	notOne := &Misread{Reason: NotAnEmail}
	if len(words) > maxEmailAnswer {
		return Value{}, notOne
	}
	words = spokenAddress.Replace(words)
	found := addressIn.FindAllStringIndex(words, -1)
	if len(found) != 1 {
		if len(found) == 0 {
			notOne.Near = tornEmail(words)
		}
		return Value{}, notOne
	}
	from, to := found[0][0], found[0][1]
	v, ok := emailOf(words[from:to])
	near := nearEmail(words[from:to])
	switch {
	case ok && takesBack(words[:from]+" "+words[to:]):
	case ok && introduces(words[:from]):
		if !near.Known() {
			return v, nil
		}
		notOne.Typed = v
	case !near.Known() && ok:
		near = v
	case !near.Known():
		near, _ = emailOf(commaDomain.ReplaceAllString(words[from:], "$1.$2"))
	}
	notOne.Near = near
	return Value{}, notOne
}

// spokenAddress are ways to write an address so that machines do not find it.
var spokenAddress = strings.NewReplacer("(at)", "@", "[at]", "@", " (at) ", "@", " [at] ", "@", "(dot)", ".", "[dot]", ".", "(punkt)", ".", "mailto:", " ")

// torn is an address with spaces round its @.
var torn = regexp.MustCompile(`(\S+)\s+@\s*(\S+)|(\S+)@\s+(\S+)`)

// tornEmail is the address that spaces have torn.
func tornEmail(words string) Value {
	parts := torn.FindStringSubmatch(words)
	if parts == nil {
		return Value{}
	}
	address := parts[1] + parts[3] + "@" + parts[2] + parts[4]
	if near := nearEmail(address); near.Known() {
		return near
	}
	v, _ := emailOf(address)
	return v
}

// commaDomain is an address with a comma for the point of its domain, and all behind it.
var commaDomain = regexp.MustCompile(`^(\S+@[^\s,]+),(\pL{2,}).*$`)

func emailOf(address string) (Value, bool) {
	address = strings.TrimRight(address, ".!?*")
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return Value{}, false
	}
	local, domain := address[:at], strings.ToLower(address[at+1:])
	if !isLocalPart(local) || !isDomain(domain) {
		return Value{}, false
	}
	return Text(local + "@" + domain), true
}

// introduces reports whether an address can begin behind these words. A word that does not lead to one may be a part of it that a space has cut off.
func introduces(before string) bool {
	before = strings.TrimRight(before, " \t\n<(['\"„“«")
	if before == "" || strings.ContainsAny(before[len(before)-1:], ":,;.!-=>\n") {
		return true
	}
	said := strings.Fields(Fold(before))
	if len(said) == 0 {
		return true
	}
	last := said[len(said)-1]
	return slices.Contains(addressWords, last) || len(last) > 1 && isFiller(last)
}

var addressWords = strings.Fields(`email mail e adresse address is its at to ist lautet auf unter an est cest suivante courriel mel write use schreib nimm`)

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
