package drawing

import (
	"strings"
	"unicode/utf8"
)

// widthOf is about how wide a text is in a sans-serif font of that size, in pixels. It is rather too much than too little, as fonts differ: what is reckoned by it
// must fit.
func widthOf(text string, size int) int {
	sum := 0
	for _, r := range text {
		sum += runeWidth(r)
	}
	return (sum*size + 999) / 1000
}

// runeWidth is in thousandths of the font's size.
func runeWidth(r rune) int {
	switch {
	case strings.ContainsRune("iljI.,:;'|!", r):
		return 330
	case strings.ContainsRune("ftr()[]{} -/\\“”\"", r):
		return 420
	case strings.ContainsRune("mwMW@%—…", r):
		return 970
	case r >= 'A' && r <= 'Z':
		return 720
	case r < 0x80:
		return 620
	case r < 0x250: // letters with accents
		return 680
	case r < 0x1100:
		return 750
	}
	return 1150 // ideographs, pictures
}

// wrap breaks a text into lines that are no wider than so many pixels, at most so many of them; what is left out is told by dots.
func wrap(text string, size, width, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, blank) {
		for _, part := range broken(word, size, width) {
			switch {
			case line == "":
				line = part
			case widthOf(line+" "+part, size) <= width:
				line += " " + part
			default:
				lines = append(lines, line)
				line = part
			}
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = dotted(lines[most-1], size, width)
	}
	return lines
}

// broken cuts a word that is wider than a line: behind the last sign that joins the parts of an id or an address, if there is one in the second half, else anywhere.
func broken(word string, size, width int) []string {
	var parts []string
	for widthOf(word, size) > width {
		fits := 0
		for i, r := range word {
			end := i + utf8.RuneLen(r)
			if i > 0 && widthOf(word[:end], size) > width {
				break
			}
			fits = end
		}
		if fits == len(word) {
			break
		}
		if joint := strings.LastIndexAny(word[:fits], "_.-/") + 1; joint > fits/2 {
			fits = joint
		}
		parts = append(parts, word[:fits])
		word = word[fits:]
	}
	return append(parts, word)
}

// dotted ends a line with dots, within the width.
func dotted(line string, size, width int) string {
	for line != "" && widthOf(line+"…", size) > width {
		_, n := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-n]
	}
	return strings.TrimRight(line, " ,.;:") + "…"
}
