package value

import (
	"regexp"
	"slices"
	"strings"
)

// isMeasure knows the words for what is counted or measured: 30 kg, 4 cups a day, 2 people. They leave a number as it is, but make another thing of an amount of
// money.
func isMeasure(word string) bool {
	for _, l := range lexicons {
		if slices.Contains(l.measures, word) {
			return true
		}
	}
	return word == "%"
}

var (
	// raised is a unit of an area or a volume, whose 2 or 3 is no number of its own.
	raised = regexp.MustCompile(`(^|[ \d])(m|mm|cm|dm|km) ?(?:\^ ?)?([23])($|[^\pL\d.,])`)
	// metresAnd is a length or a height as it is said in German and French: 1m80.
	metresAnd = regexp.MustCompile(`(\d) ?m(?:eter|etre|ètre)?s? ?(\d\d)($|[^\pL\d.,²³])`)
	// outOfHundred is a percent sign in French words, of which one is a number.
	outOfHundred = regexp.MustCompile(`(\d) ?pour[ -]?cents?\b`)
)

// plainMeasures writes units that have digits or number words in them as those that have none. The signs are plain already.
func plainMeasures(s string) string {
	if !strings.ContainsAny(s, asciiDigits) {
		return s
	}
	s = raised.ReplaceAllString(s, "${1} qm$4")
	s = metresAnd.ReplaceAllString(s, "${1}.${2} m$3")
	return outOfHundred.ReplaceAllString(s, "${1} %")
}
