package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
)

const csvHelp = `A cell that a spreadsheet would take for a formula,
since it begins with = + - @ or a tab, has a ' before it.`

// writeCSV writes a table into a file, or to the screen where that is "-".
func writeCSV(cmd *cobra.Command, file string, table [][]string) error {
	if file == "-" {
		return encodeCSV(cmd.OutOrStdout(), table)
	}
	out, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) // it may hold addresses
	if err != nil {
		return err
	}
	if err := encodeCSV(out, table); err != nil {
		out.Close()
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "wrote %s, %s\n", file, count(len(table)-1, "line"))
	return err
}

func encodeCSV(out io.Writer, table [][]string) error {
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
