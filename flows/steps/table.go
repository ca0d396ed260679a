package steps

import (
	"strings"
	"unicode/utf8"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// tableWidth is how many letters of equal width a narrow phone shows side by side.
const tableWidth = 34

// comparison puts items side by side: a line for each column of the catalog that tells customers something.
func comparison(t *flows.Turn, l *flows.Listing, shown []flows.Choice) expr.Formatted {
	head := []string{""}
	for _, choice := range shown {
		head = append(head, choice.Label)
	}
	rows := [][]string{head}
	for _, column := range t.Columns(l) {
		if row := compared(t, column, shown); row != nil {
			rows = append(rows, row)
		}
	}
	return marked(table(rows), "pre")
}

// compared is one line of a comparison; nil where it would say nothing.
func compared(t *flows.Turn, column shop.Column, shown []flows.Choice) []string {
	label := columnLabel(t, column)
	if label == "" {
		return nil
	}
	row, known := []string{label}, false
	for _, choice := range shown {
		text := nothingKnown
		if v := choice.Value.Field(column.Name); v.Known() {
			text, known = value.Format(v, column.Type, t.Locale()), true
		}
		row = append(row, text)
	}
	if !known {
		return nil
	}
	return row
}

// nothingKnown stands in a table where an item has nothing in a column.
const nothingKnown = "–"

// columnLabel is what customers read as a column's name; "" for one that is not for their eyes: a column of the catalog's own without a label, and of the given
// ones all but price and length.
func columnLabel(t *flows.Turn, column shop.Column) string {
	if len(column.Label) > 0 {
		return column.LabelIn(t.Locale().Language)
	}
	return t.Phrase("column_"+column.Name, nil).Text
}

// table writes rows of cells under each other. A cell that is too long for its column goes on in the next line.
func table(rows [][]string) string {
	widths := columnWidths(rows)
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeRow(&b, row, widths)
	}
	return b.String()
}

// columnWidths gives the first column what it needs, up to a third, and shares the rest evenly.
func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		widths[0] = max(widths[0], utf8.RuneCountInString(row[0]))
	}
	widths[0] = min(widths[0], tableWidth/3)
	each := (tableWidth-widths[0])/(len(widths)-1) - 1
	for i := 1; i < len(widths); i++ {
		widths[i] = each
	}
	return widths
}

func writeRow(b *strings.Builder, row []string, widths []int) {
	cells, height := make([][]string, len(row)), 0
	for i, cell := range row {
		cells[i] = wrapped(cell, widths[i])
		height = max(height, len(cells[i]))
	}
	for line := range height {
		var text strings.Builder
		for i, cell := range cells {
			part := ""
			if line < len(cell) {
				part = cell[line]
			}
			text.WriteString(part + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(part)+1))
		}
		if line > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strings.TrimRight(text.String(), " "))
	}
}

// wrapped breaks a text between words, and within those that are longer than a line.
func wrapped(text string, width int) []string {
	lines, line := []string(nil), ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		letters := []rune(word)
		for ; len(letters) > width; letters = letters[width:] {
			lines = append(lines, string(letters[:width]))
		}
		line = string(letters)
	}
	return append(lines, line)
}
