package value

import "slices"

// scales are words behind a number that multiply it.
var scales = map[string]int{
	"k": 3, "tsd": 3, "thousand": 3, "tausend": 3, "mille": 3, "hundred": 2, "hundert": 2, "grand": 3, "mio": 6, "mrd": 9, "billion": 9, "milliard": 9, "milliards": 9, "milliarde": 9, "milliarden": 9, "million": 6, "millions": 6, "millionen": 6,
}

var (
	halves    = []string{"half", "halb", "halbe", "halben", "halbes", "demi", "demie"}
	joining   = []string{"and", "und", "et", "a", "ein", "eine"}
	centWords = []string{"cent", "cents", "ct", "cts", "c", "centime", "centimes", "pence", "penny", "p", "rappen", "kopeks"}
)

// joinedParts makes one number of what is said in several parts: "5 thousand", "two and a half", "12 euros 50", "50 cents".
func joinedParts(parts []numeralPart) []numeralPart {
	joined := make([]numeralPart, 0, len(parts))
	for i := 0; i < len(parts); {
		if number, used := joinedAt(parts[i:]); used > 0 {
			joined = append(joined, number...)
			i += used
			continue
		}
		joined = append(joined, parts[i])
		i++
	}
	return joined
}

// joinedAt joins what the parts begin with, and says how many of them it took: 0 if there is nothing to join.
func joinedAt(parts []numeralPart) (joined []numeralPart, used int) {
	first := parts[0]
	if !first.number || len(parts) < 2 {
		return nil, 0
	}
	next := parts[1].word
	if zeros := scales[next]; zeros > 0 {
		return []numeralPart{{value: first.value.times(zeros), number: true}}, 2
	}
	if (next == "dozen" || next == "dutzend" || next == "douzaines") && first.value.whole() {
		return []numeralPart{{value: first.value.dozen(), number: true}}, 2
	}
	if slices.Contains(centWords, next) && first.value.whole() && len(first.value.digits) <= 2 {
		return []numeralPart{{value: first.value.hundredth(), number: true}}, 2
	}
	if n := halfBehind(parts[1:]); n > 0 && first.value.whole() {
		return []numeralPart{{value: newDecimal(first.value.negative, "0"+first.value.digits, "5"), number: true}}, 1 + n
	}
	return withCents(parts)
}

// halfBehind is how many parts "and a half" takes.
func halfBehind(parts []numeralPart) int {
	for i, p := range parts {
		switch {
		case i > 0 && slices.Contains(halves, p.word):
			return i + 1
		case p.number && p.article, slices.Contains(joining, p.word):
		default:
			return 0
		}
	}
	return 0
}

// withCents joins "12 euros 50", "12€50" and "12 euros and 50 cents".
func withCents(parts []numeralPart) (joined []numeralPart, used int) {
	if len(parts) < 3 || !parts[0].value.whole() {
		return nil, 0
	}
	if money, _ := isMoneyWord(parts[1].word, ""); !money || parts[1].word == "ft" {
		return nil, 0
	}
	at := 2
	if slices.Contains(joining, parts[2].word) && len(parts) > 3 {
		at = 3
	}
	cents := parts[at]
	if !cents.number || !cents.value.whole() || len(cents.value.digits) > 2 {
		return nil, 0
	}
	used = at + 1
	named := used < len(parts) && slices.Contains(centWords, parts[used].word)
	switch {
	case named:
		used++
	case at == 3, !cents.spelt && len(cents.value.digits) != 2 && cents.value.digits != "":
		return nil, 0
	}
	sum := newDecimal(parts[0].value.negative, "0"+parts[0].value.digits, ("00" + cents.value.digits)[len(cents.value.digits):])
	return []numeralPart{{value: sum, number: true}, parts[1]}, used
}
