package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"repartee/internal/spreadsheet"
)

const csvHelp = `A cell that a spreadsheet would take for a formula,
since it begins with = + - @ or a tab, has a ' before it.`

// writeCSV writes a table into a file, or to the screen where that is "-".
func writeCSV(cmd *cobra.Command, file string, table [][]string) error {
	if file == "-" {
		return spreadsheet.Write(cmd.OutOrStdout(), table)
	}
	out, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) // it may hold addresses
	if err != nil {
		return err
	}
	if err := spreadsheet.Write(out, table); err != nil {
		out.Close()
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "wrote %s, %s\n", file, count(len(table)-1, "line"))
	return err
}
