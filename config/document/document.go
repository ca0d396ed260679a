package document

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// MaxSize is the greatest size of a file in bytes, maxLines that of lines, and maxLine the greatest length of a line in runes. A flow of 200 steps has about
// 30,000 bytes on 1,000 lines, and a message at most 4,096 letters.
const (
	MaxSize  = 1 << 20
	maxLines = 20_000
	maxLine  = 10_000
)

// Document is one file. Once it is read nothing in it changes any more.
type Document struct {
	Name   string
	Root   *Node // nil where nothing could be read
	Faults []Fault

	text    *text
	columns []*Node // of a table
}

// Parse reads a file. It always gives a document; what is wrong is in its Faults.
func Parse(name string, content []byte) *Document {
	d := &Document{Name: name}
	if len(content) > MaxSize {
		d.text = newText("")
		d.fault(Fault{Range: Range{1, 1, 1}, Code: TooLarge, Message: "the file is larger than 1 MiB", Help: "split it: one flow a file"})
		return d
	}
	if isUTF16(content) {
		return d.inUTF16()
	}
	s, bad := decode(content)
	d.text = newText(s)
	if bad >= 0 {
		d.faultNotUTF8(bad)
	}
	if !d.empty() && !d.tooLong() {
		d.read()
	}
	if d.Root == nil && len(d.Faults) == 0 {
		d.fault(Fault{Range: Range{1, 1, 1}, Code: EmptyFile, Message: "the file is empty"})
	}
	return d
}

// Line is a line of the file as written; the first one is 1.
func (d *Document) Line(n int) string {
	if n < 1 || n > len(d.text.lines) {
		return ""
	}
	return d.text.lines[n-1]
}

// Lines is how many lines the file has.
func (d *Document) Lines() int { return len(d.text.lines) }

// Lost tells whether a line was taken out that belongs to the node: then something may be missing in it that was written.
func (d *Document) Lost(n *Node) bool {
	for line := range d.text.lost {
		if n.line <= line && line <= n.last {
			return true
		}
	}
	return false
}

// Mended tells whether the node begins on a line that was mended or taken out.
func (d *Document) Mended(n *Node) bool { return d.text.edits[n.line] > 0 }

// LostWords are the names on the lines that were taken out. What is said to be missing elsewhere may have stood there.
func (d *Document) LostWords() []string {
	var words []string
	for line := range d.text.lost {
		words = append(words, strings.FieldsFunc(string(d.text.written[line]), func(r rune) bool { return !isNameRune(r) })...)
	}
	return words
}

func (d *Document) tooLong() bool {
	if len(d.text.written) > maxLines {
		d.fault(Fault{Range: Range{1, 1, 1}, Code: TooLarge, Message: "the file has more than 20,000 lines", Help: "split it: one flow a file"})
		return true
	}
	for i, line := range d.text.written {
		if len(line) > maxLine {
			d.fault(Fault{
				Range: Range{i + 1, 1, 2}, Code: TooLarge, Message: "the line is longer than 10,000 letters", Help: "write it as several lines",
			})
			return true
		}
	}
	return false
}

// maxFaults is how many faults of a file are kept. Who has more has another file there by mistake.
const maxFaults = 1000

func (d *Document) fault(f Fault) {
	if len(d.Faults) < maxFaults {
		d.Faults = append(d.Faults, f)
	}
}

func (d *Document) faultNotUTF8(offset int) {
	line, col := 0, 0
	for _, r := range d.text.String() {
		if offset == 0 {
			break
		}
		offset--
		if col++; r == '\n' {
			line, col = line+1, 0
		}
	}
	d.fault(Fault{
		Range: Range{line + 1, col + 1, col + 2}, Code: NotUTF8,
		Message: "the file is not saved as UTF-8, so letters such as ä or é are lost", Help: "save it again with the encoding UTF-8",
	})
}

// isUTF16 tells of a file in two bytes a letter, as spreadsheets save "Unicode text": it begins with the mark of their order.
func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff"))
}

// inUTF16 is a file of which nothing is read, since each letter would be a mistake.
func (d *Document) inUTF16() *Document {
	d.text = newText("")
	d.fault(Fault{
		Range: Range{1, 1, 1}, Code: NotUTF8,
		Message: "the file is saved as UTF-16 (\"Unicode\"), which is not read", Help: "save it again with the encoding UTF-8",
	})
	return d
}

func (d *Document) empty() bool {
	for _, line := range d.text.written {
		if i := skipBlanks(line, 0); i < len(line) && line[i] != '#' && !strings.HasPrefix(string(line), "---") {
			return false
		}
	}
	return true
}

// decode gives the text without a byte order mark and with plain line ends, and the number of runes before the first byte that is not UTF-8, or -1. Such
// bytes are read as Latin-1, so that the rest of the file can be checked too.
func decode(content []byte) (string, int) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
	if utf8.Valid(content) {
		return string(content), -1
	}
	bad := -1
	runes := make([]rune, 0, len(content))
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		if r == utf8.RuneError && size == 1 {
			r = rune(content[0])
			if bad < 0 {
				bad = len(runes)
			}
		}
		runes = append(runes, r)
		content = content[size:]
	}
	return string(runes), bad
}
