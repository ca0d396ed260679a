package value

import (
	"slices"
	"strings"
)

var englishSmall = map[string]int64{
	"zero": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

var englishTens = map[string]int64{
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// englishTenBegins tells words that no ten begins from the others, cheaply.
var englishTenBegins = strings.Fields("tw th fo fi si se ei ni")

// englishCardinal reads "twenty-one", "a hundred and five", "two thousand three hundred", "half a dozen", "three dozen", in tenths.
func englishCardinal(words []string) (tenths int64, used int) {
	if used = startsWith(words, "half", "a", "dozen") + startsWith(words, "half", "dozen"); used > 0 {
		return 60, used
	}
	if used = startsWith(words, "a", "couple"); used > 0 {
		return 20, used
	}
	n, used := englishBelow1000(words)
	next := wordAt(words, used)
	switch {
	case (next == "dozen" || next == "dozens") && n < 100:
		return max(n, 1) * 120, used + 1
	case next == "thousand":
		n, used = max(n, 1)*1000, used+1
		rest, more := englishBelow1000(words[used+startsWith(words[used:], "and"):])
		if more > 0 && wordAt(words, used) != "a" {
			n, used = n+rest, used+startsWith(words[used:], "and")+more
		}
	}
	if used == 1 && words[0] == "a" {
		return 0, 0
	}
	return n * 10, used
}

func englishBelow1000(words []string) (n int64, used int) {
	n, used = englishBelow100(words)
	if next := wordAt(words, used); used == 0 && (next == "a" || next == "an") {
		if after := wordAt(words, 1); after != "hundred" && after != "thousand" && after != "dozen" {
			return 0, 0
		}
		n, used = 1, 1
	}
	if wordAt(words, used) != "hundred" {
		return n, used
	}
	n, used = max(n, 1)*100, used+1
	and := startsWith(words[used:], "and")
	if rest, more := englishBelow100(words[used+and:]); more > 0 {
		return n + rest, used + and + more
	}
	return n, used
}

func englishBelow100(words []string) (n int64, used int) {
	first := wordAt(words, 0)
	if first == "none" && wordAt(words, 1) == "of" {
		return 0, 0
	}
	if n, found := englishSmall[first]; found {
		return n, 1
	}
	if len(first) < len("forty") || !slices.Contains(englishTenBegins, first[:2]) {
		return 0, 0
	}
	for ten, n := range englishTens {
		unit, found := strings.CutPrefix(first, ten)
		if !found {
			continue
		}
		used := 1
		if unit == "" {
			unit, used = wordAt(words, 1), 2
		}
		if u := englishSmall[unit]; u > 0 && u < 10 {
			return n + u, used
		}
		if first == ten {
			return n, 1
		}
	}
	return 0, 0
}
