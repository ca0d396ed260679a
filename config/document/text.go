package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// text is a file as lines: as written, and as mended so that it can be parsed. Mending keeps the number of lines, and for each rune of a mended line it is
// known where it came from.
type text struct {
	lines   []string // as written
	written [][]rune // the same
	mended  [][]rune
	origin  map[int][]int // by line: for each rune of the mended line, and for its end, the column as written
	lost    map[int]bool  // lines that were taken out
	edits   map[int]int   // by line: how often it was mended
	unfit   map[int]bool  // lines of which nothing could be said but that they do not fit
}

func newText(s string) *text {
	lines := strings.Split(s, "\n")
	t := &text{lines: lines, origin: map[int][]int{}, lost: map[int]bool{}, edits: map[int]int{}, unfit: map[int]bool{}, written: make([][]rune, len(lines))}
	for i, line := range lines {
		t.written[i] = []rune(line)
	}
	t.mended = slices.Clone(t.written)
	return t
}

// String is the mended text.
func (t *text) String() string {
	var b strings.Builder
	for i, line := range t.mended {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, r := range line {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// size is the number of runes, with the line ends.
func (t *text) size() int {
	size := len(t.mended)
	for _, line := range t.mended {
		size += len(line)
	}
	return size
}

// line is a mended line; beyond the end there are empty ones.
func (t *text) line(i int) []rune {
	if i < 0 || i >= len(t.mended) {
		return nil
	}
	return t.mended[i]
}

// column turns a column of a mended line into the one as written.
func (t *text) column(line, col int) int {
	if o, ok := t.origin[line]; ok {
		return o[min(max(col, 0), len(o)-1)]
	}
	return min(max(col, 0), len(t.written[line]))
}

// splice puts ins in the place of the runes from..to of a mended line. What is inserted is taken to come from where it stands.
func (t *text) splice(line, from, to int, ins string) {
	old := t.mended[line]
	from, to = min(from, len(old)), min(to, len(old))
	origin := t.origin[line]
	if origin == nil {
		origin = make([]int, len(old)+1)
		for i := range origin {
			origin[i] = i
		}
	}
	added := make([]int, utf8.RuneCountInString(ins))
	for i := range added {
		added[i] = origin[from]
	}
	t.mended[line] = slices.Concat(old[:from], []rune(ins), old[to:])
	t.origin[line] = slices.Concat(origin[:from], added, origin[to:])
}

// quote puts single quotes round a part of a mended line.
func (t *text) quote(line, from, to int) {
	t.splice(line, to, to, "'")
	for i := to - 1; i >= from; i-- {
		if t.mended[line][i] == '\'' {
			t.splice(line, i, i, "'")
		}
	}
	t.splice(line, from, from, "'")
}

// takeOut empties a line. A dash stays where lines stand below it, so that these still have their item.
func (t *text) takeOut(line int) {
	l := splitLine(t.line(line))
	from := 0
	if below := t.below(line); l.body > l.indent && !t.lost[line] && skipBlanks(t.line(below), 0) > l.indent {
		from = l.body
	}
	t.lost[line] = true
	t.splice(line, from, len(t.mended[line]), "")
}

// below is the next line that is not blank.
func (t *text) below(line int) int {
	for line++; line < len(t.mended)-1; line++ {
		if skipBlanks(t.line(line), 0) < len(t.line(line)) {
			break
		}
	}
	return line
}
