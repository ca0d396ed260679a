package config

import "strings"

// The widest excerpt of a line, and how much of it stands before what is meant, in runes.
const (
	widestExcerpt = 200
	leadOfExcerpt = 60
)

// excerpt is the line of a diagnostic and what to underline in it, from one rune to another; of a long line the part that is meant, with … where it goes on.
func (d Diagnostic) excerpt() (line string, from, to int) {
	runes := []rune(strings.ReplaceAll(d.Source, "\t", " "))
	from, to = min(d.Col-1, len(runes)), min(d.EndCol-1, len(runes))
	first, last := 0, min(widestExcerpt, len(runes))
	if len(runes) > widestExcerpt && from >= widestExcerpt-leadOfExcerpt {
		first = from - leadOfExcerpt
		last = min(first+widestExcerpt, len(runes))
	}
	shown := append([]rune(nil), runes[first:last]...)
	if first > 0 {
		shown[0] = '…'
	}
	if last < len(runes) {
		shown[len(shown)-1] = '…'
	}
	return string(shown), from - first, min(to, last) - first
}
