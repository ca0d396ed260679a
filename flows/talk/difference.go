package talk

import (
	"strings"
	"unicode/utf8"
)

// Difference holds a line of a talk against the message that comes nearest to it. White space is made one blank in both.
type Difference struct {
	Want, Said     string
	WantAt, SaidAt int // where they begin to differ, in bytes
}

// difference finds the message that is nearest to one of the wordings of a line, and where they part; nil where nothing was said.
func difference(wordings []string, said []string) *Difference {
	var nearest *Difference
	best := -1
	for _, want := range wordings {
		for _, message := range said {
			if n := alike(want, message); n > best {
				best, nearest = n, parting(squeeze(want), squeeze(message))
			}
		}
	}
	return nearest
}

// alike counts the words that both have, those of the beginning twice.
func alike(want, said string) int {
	left := map[string]int{}
	for _, word := range strings.Fields(said) {
		left[word]++
	}
	n := 0
	for _, word := range strings.Fields(want) {
		if left[word] > 0 {
			left[word]--
			n++
		}
	}
	return 2*n - len(left)/8 // of two that share as much, the shorter one
}

// parting goes along a line, in which `...` stands for anything, and a message as far as they agree.
func parting(want, said string) *Difference {
	d := &Difference{Want: want, Said: said}
	anywhere := false
	for i, part := range strings.Split(strings.ReplaceAll(want, "…", "..."), "...") {
		if i > 0 {
			d.WantAt, anywhere = min(d.WantAt+len("..."), len(want)), true
		}
		agreed, at := furthest(part, said[d.SaidAt:], anywhere)
		d.WantAt, d.SaidAt = min(d.WantAt+agreed, len(want)), d.SaidAt+at
		if agreed < len(part) {
			break
		}
	}
	d.WantAt, d.SaidAt = runeStart(d.Want, d.WantAt), runeStart(d.Said, d.SaidAt)
	return d
}

// furthest tells how much of the beginning of a part stands in a message, and where in it that ends: at its beginning, or anywhere.
func furthest(part, said string, anywhere bool) (agreed, at int) {
	if !anywhere {
		n := 0
		for n < len(part) && n < len(said) && part[n] == said[n] {
			n++
		}
		return n, n
	}
	trimmed := strings.TrimLeft(part, " ")
	for n := len(trimmed); n > 0; n-- {
		if i := strings.Index(said, trimmed[:n]); i >= 0 {
			return len(part) - len(trimmed) + n, i + n
		}
	}
	return len(part) - len(trimmed), 0
}

func runeStart(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// What is shown of long texts around the place where they part, in characters.
const (
	shownBefore = 36
	shownBehind = 60
)

// Lines are the two texts one below the other around the place where they part, which stands at the same column in both.
func (d *Difference) Lines() (want, said string, column int) {
	before, before2 := head(d.Want, d.WantAt), head(d.Said, d.SaidAt)
	column = max(utf8.RuneCountInString(before), utf8.RuneCountInString(before2))
	pad := func(text string) string { return strings.Repeat(" ", column-utf8.RuneCountInString(text)) + text }
	return pad(before) + tail(d.Want, d.WantAt), pad(before2) + tail(d.Said, d.SaidAt), column
}

func head(text string, to int) string {
	if r := []rune(text[:to]); len(r) > shownBefore {
		return "…" + string(r[len(r)-shownBefore:])
	}
	return text[:to]
}

func tail(text string, from int) string {
	if r := []rune(text[from:]); len(r) > shownBehind {
		return string(r[:shownBehind]) + "…"
	}
	return text[from:]
}
