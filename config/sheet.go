package config

import (
	"slices"
	"strings"

	"repartee/config/document"
)

// sheet is a file that is changed in places, while all else stays as it is, to the letter.
type sheet struct {
	doc     *document.Document
	lines   []string // without line ends
	gone    map[int]bool
	behind  map[int][]string
	end     string // of lines
	mark    string // a byte order mark
	changed bool
}

const byteOrderMark = "\ufeff"

func newSheet(content []byte, doc *document.Document) *sheet {
	s := &sheet{doc: doc, gone: map[int]bool{}, behind: map[int][]string{}, end: "\n"}
	text, marked := strings.CutPrefix(string(content), byteOrderMark)
	if marked {
		s.mark = byteOrderMark
	}
	if strings.Contains(text, "\r\n") {
		s.end = "\r\n"
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	if text = strings.TrimRight(text, "\n"); text != "" {
		s.lines = strings.Split(text, "\n")
	}
	return s
}

func (s *sheet) bytes() []byte {
	all := slices.Clone(s.behind[-1])
	for i, line := range s.lines {
		if !s.gone[i] {
			all = append(all, line)
		}
		all = append(all, s.behind[i]...)
	}
	all = append(all, s.behind[len(s.lines)]...)
	return []byte(s.mark + strings.Join(all, s.end) + s.end)
}

// replace writes another text in the place of a scalar that stands on one line; false where it does not.
func (s *sheet) replace(n *document.Node, text string) bool {
	if !s.onOneLine(n) {
		return false
	}
	r := s.doc.Place(n)
	s.splice(r.Line-1, r.Col-1, r.End-1, plainOrQuoted(text))
	return true
}

// remove takes out a key with its value, which stand on one line; false where they do not.
func (s *sheet) remove(p *document.Pair) bool {
	if !s.onOneLine(p.Value) {
		return false
	}
	key, value := s.doc.Place(p.Key), s.doc.Place(p.Value)
	if key.Line != value.Line {
		return false
	}
	line := []rune(s.lines[key.Line-1])
	before, after := strings.TrimRight(string(line[:key.Col-1]), " "), strings.TrimLeft(string(line[value.End-1:]), " ")
	switch {
	case strings.HasPrefix(after, ","):
		after = strings.TrimLeft(after[1:], " ")
		s.lines[key.Line-1] = string(line[:key.Col-1]) + after
	case strings.HasSuffix(before, ","):
		s.lines[key.Line-1] = strings.TrimSuffix(before, ",") + after
	case before == "" && after == "":
		s.gone[key.Line-1] = true
	default:
		return false
	}
	s.changed = true
	return true
}

// onOneLine tells whether a scalar begins and ends on the same line.
func (s *sheet) onOneLine(n *document.Node) bool {
	if n == nil || n.Kind != document.Scalar || n.Style == document.Block {
		return false
	}
	first, last := s.doc.Span(n, 0, 0), s.doc.Span(n, len(n.Value), len(n.Value))
	return first.Line == last.Line && first.Line <= len(s.lines)
}

// addKey writes a key and its value into a map, behind another key.
func (s *sheet) addKey(m *document.Node, behind *document.Pair, written string) {
	key := s.doc.Place(behind.Key)
	if m.Flow {
		s.splice(key.Line-1, key.Col-1, key.Col-1, written+", ")
		return
	}
	_, last := s.doc.Extent(behind.Value)
	s.insert(s.lastWritten(key.Line-1, last-1), strings.Repeat(" ", key.Col-1)+written)
}

// addBehind writes lines behind an item of the list.
func (s *sheet) addBehind(item *document.Node, lines []string) {
	first, last := s.doc.Extent(item)
	s.insert(s.lastWritten(first-1, last-1), lines...)
}

// addBefore writes lines directly before an item of the list, below the comment above it.
func (s *sheet) addBefore(item *document.Node, lines []string) {
	first, _ := s.doc.Extent(item)
	s.insert(first-2, lines...)
}

// addEnd writes lines at the end of the file, below those that are added behind its last item.
func (s *sheet) addEnd(lines []string) { s.insert(len(s.lines), lines...) }

// blank tells whether nothing stands in the file, neither before nor now.
func (s *sheet) blank() bool { return len(s.lines)+len(s.behind) == 0 }

// lastWritten is the last line of something that is neither blank nor a comment at the left edge: these belong to what comes below.
func (s *sheet) lastWritten(first, last int) int {
	for last = min(last, len(s.lines)-1); last > first; last-- {
		if line := s.lines[last]; strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			break
		}
	}
	return last
}

func (s *sheet) insert(behind int, lines ...string) {
	s.behind[behind] = append(s.behind[behind], lines...)
	s.changed = true
}

func (s *sheet) splice(line, from, to int, text string) {
	runes := []rune(s.lines[line])
	s.lines[line] = string(runes[:from]) + text + string(runes[to:])
	s.changed = true
}
