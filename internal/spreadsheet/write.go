package spreadsheet

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Write writes a table as CSV (UTF-8, commas), a row a line. A cell that a spreadsheet would take for a formula has a ' before it.
func Write(out io.Writer, table [][]string) error {
	w := csv.NewWriter(out)
	for _, row := range table {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// formulaSigns begin what a spreadsheet takes for a formula; in some languages their wide forms do too.
const formulaSigns = "=+-@＝＋－＠"

// harmless keeps a spreadsheet from taking a customer's words for a formula: where a cell begins with one, and behind what a spreadsheet of another country takes for
// the end of a cell. A number stays one.
//
// https://owasp.org/www-community/attacks/CSV_Injection
func harmless(cell string) string {
	if _, err := strconv.ParseFloat(cell, 64); err == nil && strings.Trim(cell, "-.0123456789") == "" {
		return cell
	}
	var b strings.Builder
	rest := strings.TrimLeft(cell, "\t\r\n")
	begins := rest == cell
	if !begins {
		b.WriteString("'" + cell[:len(cell)-len(rest)])
	}
	for _, r := range rest {
		if begins && strings.ContainsRune(formulaSigns, r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		begins = strings.ContainsRune(";\t\r\n", r) || begins && (!unicode.IsGraphic(r) || unicode.IsSpace(r))
	}
	return b.String()
}
