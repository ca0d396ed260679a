package rules

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// figure is a number that a text is written with.
type figure struct {
	span
	text   string
	micros int64 // its value, in millionths
}

// numeral finds numbers in whichever way a language writes them, with what follows that makes an hour of them: 1,200 and 12.90, 6 pm, 18:00.
var numeral = regexp.MustCompile(`(` + figures + `)(?::([0-5]\d)\b)?(?:[ \x{00A0}\x{202F}]?([ap])\.?m\b)?`)

// filledOut is what stands in a text and is not read as words: values, and the addresses of links.
var filledOut = regexp.MustCompile(`\{\{[^{}]*\}\}|\]\([^()]*\)|https?://\S+`)

// dayOfMonth finds a day as 24.12., which reads like a sum at the end of a sentence.
var dayOfMonth = regexp.MustCompile(`^[0-3]?\d\.[01]?\d\.`)

// ownMeasure finds units that people who read another language are told in theirs.
var ownMeasure = regexp.MustCompile(`°F|\b(?:miles?|Meilen?|inch(?:es)?|Zoll|feet|foot|lbs?|pounds?|ounces?|oz|gallons?|yards?)\b`)

// figuresIn are the figures of a text, in its order; none where something in it cannot be told from one: a telephone number, a name such as B12, other measures.
func figuresIn(text string) []figure {
	if ownMeasure.MatchString(text) {
		return nil
	}
	blank := filledOut.ReplaceAllStringFunc(text, func(part string) string { return strings.Repeat(" ", len(part)) })
	var all []figure
	for _, at := range numeral.FindAllStringSubmatchIndex(blank, -1) {
		if before, _ := utf8.DecodeLastRuneInString(blank[:at[0]]); unicode.IsLetter(before) || before == '+' || at[1]-at[0] > mostDigits || dayOfMonth.MatchString(blank[at[0]:]) {
			return nil
		}
		f := figure{span: span{at[0], at[1]}, text: text[at[0]:at[1]]}
		f.micros = microsOf(blank[at[2]:at[3]])
		if at[6] >= 0 {
			f.micros = afternoon(f.micros, blank[at[6]] == 'p')
		}
		if at[4] >= 0 {
			minutes, _ := strconv.ParseInt(blank[at[4]:at[5]], 10, 64)
			f.micros += minutes * million / hundred
		}
		all = append(all, f)
	}
	return all
}

const (
	mostDigits = 9 // what is longer is a number to call, or of an account
	million    = 1_000_000
	hundred    = 100
	noon       = 12 * million
)

// microsOf reads a number: the last sign is a decimal one, unless three figures follow.
func microsOf(number string) int64 {
	whole, part := number, ""
	if i := strings.LastIndexAny(number, ".,"); i >= 0 && len(number)-i <= 3 {
		whole, part = number[:i], number[i+1:]
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	n, _ := strconv.ParseInt(digits+(part + "000000")[:6], 10, 64) // at most nine figures
	return n
}

// afternoon is an hour of the clock as one of the day.
func afternoon(micros int64, pm bool) int64 {
	switch {
	case pm && micros < noon:
		return micros + noon
	case !pm && micros == noon:
		return 0
	}
	return micros
}

// means tells whether two figures say the same, as 24 (hours) and 1 (day), or 2 (weeks) and 14 (days).
func (f figure) means(other figure) bool {
	if f.micros == other.micros {
		return true
	}
	less, more := min(f.micros, other.micros), max(f.micros, other.micros)
	for _, times := range []int64{7, 12, 24, 30, 60} {
		if less*times == more {
			return true
		}
	}
	return less == million && more == 8*million || less == 2*million && more == 15*million // a week and two in French
}
