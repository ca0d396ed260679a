package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"

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

// harmless keeps a spreadsheet from taking a customer's words for a formula.
//
// https://owasp.org/www-community/attacks/CSV_Injection
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
