package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// spot is a place in the mended text, 0-based.
type spot struct{ line, col int }

// spots finds for each byte of a scalar's value, and for its end, where it was written. It follows the value and the text side by side: what was folded or
// escaped in writing is stepped over. It gives nil where the two do not meet.
func (d *Document) spots(n *Node) []spot {
	w := &walk{text: d.text, style: n.Style, at: spot{n.line, n.col}}
	switch n.Style {
	case Single, Double:
		w.at.col++
	case Block:
		w.at = spot{n.line + 1, 0}
	case Cell:
		if d.quotedCell(n) {
			w.at.col, w.quoted = n.col+1, true
		}
	}
	spots := make([]spot, 0, len(n.Value)+1)
	value := n.Value
	for value != "" {
		at, size := w.next(value)
		if size == 0 {
			return nil
		}
		for range size {
			spots = append(spots, at)
		}
		value = value[size:]
	}
	return append(spots, w.at)
}

// walk is a place in the text on the way through a scalar.
type walk struct {
	text   *text
	style  Style
	quoted bool // a cell in quotes
	at     spot
}

const lineEnd = '\n'

// rune is the one at hand, lineEnd at the end of a line, and 0 behind the last line.
func (w *walk) rune() rune {
	line := w.text.line(w.at.line)
	switch {
	case w.at.col < len(line):
		return line[w.at.col]
	case w.at.line < len(w.text.mended):
		return lineEnd
	}
	return 0
}

func (w *walk) step() {
	if w.rune() == lineEnd {
		w.at = spot{w.at.line + 1, 0}
	} else {
		w.at.col++
	}
}

// next steps over what stands for the first bytes of the value, and tells how many these are; 0 where the text has something else.
func (w *walk) next(value string) (spot, int) {
	if value[0] == ' ' || value[0] == '\n' || value[0] == '\t' {
		return w.blanks(value)
	}
	if w.style == Block && w.at.col == 0 {
		w.skipBlanks()
	}
	if w.style == Double && w.rune() == '\\' {
		return w.escape(value)
	}
	r, size := utf8.DecodeRuneInString(value)
	at := w.at
	if w.rune() != r {
		return at, 0
	}
	w.step()
	if w.style == Single && r == '\'' && w.rune() == '\'' || w.quoted && r == '"' && w.rune() == '"' {
		w.step()
	}
	return at, size
}

// blanks steps over blanks and line ends. On one line each stands for itself; where lines are folded the whole run stands for the run of the value.
func (w *walk) blanks(value string) (spot, int) {
	if w.style == Double && w.rune() == '\\' {
		return w.escape(value)
	}
	at := w.at
	w.skipBlanks()
	switch {
	case w.at == at:
		return at, 0
	case w.at.line == at.line:
		w.at = spot{at.line, at.col + 1}
		return at, 1
	}
	return at, len(value) - len(strings.TrimLeft(value, " \n\t"))
}

func (w *walk) skipBlanks() {
	for r := w.rune(); r == ' ' || r == '\t' || r == lineEnd; r = w.rune() {
		w.step()
	}
}

// escape steps over one escape of a double-quoted text.
func (w *walk) escape(value string) (spot, int) {
	at := w.at
	w.step()
	length := 1
	switch w.rune() {
	case 'x':
		length = 3
	case 'u':
		length = 5
	case 'U':
		length = 9
	case lineEnd:
		w.skipBlanks()
		if value == "" {
			return at, 0
		}
		return w.next(value)
	}
	for range length {
		w.step()
	}
	_, size := utf8.DecodeRuneInString(value)
	return at, size
}

// CutOff gives what YAML took for a comment behind a plain scalar although it looks like a part of it: a # with something directly behind it.
func (d *Document) CutOff(n *Node) (string, Range, bool) {
	if n.Kind != Scalar || n.Style != Plain || !d.hasHash(n) {
		return "", Range{}, false
	}
	spots := d.spots(n)
	if len(spots) < 2 {
		return "", Range{}, false
	}
	last := spots[len(spots)-2]
	line := d.text.line(last.line)
	from := skipBlanks(line, last.col+1)
	if from == last.col+1 || from+1 >= len(line) || line[from] != '#' || line[from+1] == ' ' || line[from+1] == '#' {
		return "", Range{}, false
	}
	return string(line[from:]), d.rangeOf(last.line, from, len(line)), true
}

func (d *Document) hasHash(n *Node) bool {
	for i := n.line; i <= min(n.last, len(d.text.mended)-1); i++ {
		if slices.Contains(d.text.line(i), '#') {
			return true
		}
	}
	return false
}
