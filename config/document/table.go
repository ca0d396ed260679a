package document

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// The greatest size of a table in bytes, the greatest number of its lines and of its columns, and the greatest length of a line in runes. Ten thousand items with a
// sentence each have about 2 MB.
const (
	MaxTableSize  = 16 << 20
	maxTableLines = 200_000
	maxTableLine  = 50_000
	maxColumns    = 500
)

// ParseTable reads a file of comma-separated values (RFC 4180) whose first row names the columns: a list of maps, as if it was written in YAML. What parts the
// cells may be a comma, a semicolon or a tab, as spreadsheets write them. Empty cells and empty rows are left out.
func ParseTable(name string, content []byte) *Document {
	d := &Document{Name: name, text: newText("")}
	if len(content) > MaxTableSize {
		d.fault(Fault{Range: Range{1, 1, 1}, Code: TooLarge, Message: "the file is larger than 16 MiB", Help: "split it into several catalogs"})
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
	if d.tableTooLarge() {
		return d
	}
	if t := newTable(d, s); t.header() {
		d.Root = &Node{Kind: List}
		t.rows()
	} else if len(d.Faults) == 0 {
		d.fault(Fault{Range: Range{1, 1, 1}, Code: EmptyFile, Message: "the file is empty"})
	}
	return d
}

func (d *Document) tableTooLarge() bool {
	if len(d.text.written) > maxTableLines {
		d.fault(Fault{Range: Range{1, 1, 1}, Code: TooLarge, Message: "the file has more than 200,000 lines", Help: "split it into several catalogs"})
		return true
	}
	at := slices.IndexFunc(d.text.written, func(line []rune) bool { return len(line) > maxTableLine })
	if at >= 0 {
		d.fault(Fault{Range: Range{at + 1, 1, 2}, Code: TooLarge, Message: "the line is longer than 50,000 letters", Help: "each item stands on a line of its own"})
	}
	return at >= 0
}

// Header gives the names of a table's columns, each where it stands.
func (d *Document) Header() []*Node { return d.columns }

// table is a file of comma-separated values on its way into a tree.
type table struct {
	*Document
	lines   []string
	skipped int // lines before the first that is read
	reader  *csv.Reader
}

func newTable(d *Document, s string) *table {
	t := &table{Document: d, lines: strings.Split(s, "\n")}
	comma, said := separatorLine(t.lines[0])
	if said { // a line that spreadsheets write for each other
		t.skipped = 1
		_, s, _ = strings.Cut(s, "\n")
	} else {
		comma = separator(t.lines)
	}
	t.reader = csv.NewReader(strings.NewReader(s))
	t.reader.Comma = comma
	t.reader.FieldsPerRecord = -1
	t.reader.TrimLeadingSpace = comma != '\t'
	t.reader.ReuseRecord = true
	return t
}

func separatorLine(line string) (rune, bool) {
	sign, said := strings.CutPrefix(strings.TrimSpace(line), "sep=")
	r, size := utf8.DecodeRuneInString(sign)
	return r, said && size > 0 && size == len(sign) && strings.ContainsRune(",;\t|", r)
}

// separator is the sign that parts the names of the columns.
func separator(lines []string) rune {
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		comma, most := ',', strings.Count(line, ",")
		for _, sign := range ";\t" {
			if n := strings.Count(line, string(sign)); n > most {
				comma, most = sign, n
			}
		}
		return comma
	}
	return ','
}

func (t *table) header() bool {
	cells, ok := t.read()
	if len(cells) > maxColumns {
		at := t.Place(cells[maxColumns])
		t.fault(Fault{Range: at, Code: TooLarge, Message: "the table has more than 500 columns", Help: "keep those that the bot needs"})
		return false
	}
	for _, cell := range cells {
		if cell.Value != "" {
			t.columns = append(t.columns, cell)
		} else {
			t.columns = append(t.columns, nil) // a column without a name: whatever stands in it counts for nothing
		}
	}
	return ok
}

func (t *table) rows() {
	for {
		cells, ok := t.read()
		if !ok {
			return
		}
		if row := t.row(cells); len(row.Pairs) > 0 {
			t.Root.Items = append(t.Root.Items, row)
		}
	}
}

func (t *table) row(cells []*Node) *Node {
	row := &Node{Kind: Map, Style: Cell}
	cells = t.tooMany(t.joined(cells))
	for i, cell := range cells {
		switch {
		case cell.Value == "":
		case t.columns[i] == nil:
			t.fault(Fault{Range: t.Place(cell), Code: TableSyntax, Message: "no column is named for this cell", Help: "name it in the first row; a text with a comma or semicolon in it needs quotes"})
		default:
			row.Pairs = append(row.Pairs, Pair{Key: t.columns[i], Value: cell})
		}
	}
	if len(row.Pairs) > 0 {
		first := row.Pairs[0].Value
		row.line, row.col, row.last = first.line, first.col, first.line
	}
	return row
}

// tooMany reports a row with more cells than there are columns, and keeps its first cell: what stands in the others belongs to columns that nobody can tell.
func (t *table) tooMany(cells []*Node) []*Node {
	last := len(cells)
	for last > 0 && cells[last-1].Value == "" {
		last--
	}
	if last <= len(t.columns) {
		return cells[:last]
	}
	at := t.Place(cells[last-1])
	if t.columns[len(t.columns)-1] == nil || last == 1 {
		t.fault(Fault{Range: at, Code: TableSyntax, Message: "no column is named for this cell", Help: "name it in the first row"})
		return cells[:len(t.columns)]
	}
	t.fault(Fault{
		Range: at, Code: TableSyntax, Message: fmt.Sprintf("this row has %d cells, and the first row names %d", last, len(t.columns)),
		Help: "a text with a `" + string(t.reader.Comma) + "` in it stands in double quotes; a further column is named in the first row",
	})
	t.text.lost[cells[0].line] = true
	return cells[:1]
}

// joined puts an amount with a decimal comma together again, which a table with commas between its cells has cut: the row has a cell too many then.
func (t *table) joined(cells []*Node) []*Node {
	if t.reader.Comma != ',' || len(cells) != len(t.columns)+1 {
		return cells
	}
	for i := range len(cells) - 1 {
		whole, decimals := cells[i], cells[i+1]
		if !isDigits(whole.Value) || !isDigits(decimals.Value) || len(decimals.Value) != 2 || t.quotedCell(whole) || t.quotedCell(decimals) {
			continue
		}
		at := t.Place(whole)
		at.End = t.Place(decimals).End
		number := whole.Value + "." + decimals.Value
		t.fault(Fault{Range: at, Code: TableSyntax, Message: "a comma parts cells here, so this number is two of them", Help: "write `" + number + "`"})
		one := *whole
		one.Value = whole.Value + "," + decimals.Value
		return slices.Concat(cells[:i], []*Node{&one}, cells[i+2:])
	}
	return cells
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// read gives the cells of the next row; not ok at the end. Rows that cannot be read are reported and passed over.
func (t *table) read() ([]*Node, bool) {
	for {
		record, err := t.reader.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil, false
		case errors.As(err, &broken):
			t.broken(broken)
			continue
		case err != nil:
			return nil, false
		}
		return t.cells(record), true
	}
}

// cells are the texts of a row with their places. Those of a line are counted on from the one before.
func (t *table) cells(record []string) []*Node {
	cells := make([]*Node, len(record))
	nodes := make([]Node, len(record))
	last, from, col := -1, 0, 0 // the line, its bytes and its runes up to the cell before
	for i, text := range record {
		line, at := t.reader.FieldPos(i)
		line += t.skipped - 1
		if line != last {
			last, from, col = line, 0, 0
		}
		to := min(at-1, len(t.lines[line]))
		col += utf8.RuneCountInString(t.lines[line][from:to])
		from = to
		nodes[i] = Node{Kind: Scalar, Style: Cell, Value: strings.TrimSpace(text), line: line, col: col, last: line}
		cells[i] = &nodes[i]
	}
	return cells
}

// rune turns a column in bytes, from 1, into one in runes, from 0.
func (t *table) rune(line, col int) int {
	return utf8.RuneCountInString(t.lines[line][:min(col-1, len(t.lines[line]))])
}

func (t *table) broken(err *csv.ParseError) {
	line := min(err.Line+t.skipped, len(t.lines)) - 1
	col := t.rune(line, err.Column)
	f := Fault{Code: TableSyntax, Message: "a quote stands within a cell that does not begin with one", Help: "put the whole cell into quotes, and write each quote in it twice: \"a \"\"good\"\" coffee\""}
	if errors.Is(err.Err, csv.ErrQuote) {
		f.Message = "the quotes of this cell do not come in pairs"
		if start := min(err.StartLine+t.skipped, len(t.lines)) - 1; start < line {
			line, col = start, max(strings.IndexByte(t.lines[start], '"'), 0)
			f.Message = "a quote that begins in this row is never closed"
		}
	}
	f.Range = t.rangeOf(line, col, col+1)
	t.fault(f)
}

// quotedCell tells whether a cell is written in quotes.
func (d *Document) quotedCell(n *Node) bool {
	line := d.text.line(n.line)
	return n.Style == Cell && n.col < len(line) && line[n.col] == '"'
}
