package cli

import (
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/flows/shop"
	"repartee/internal/app"
)

func newLedger() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "See what was paid and given back, and compare it with the orders",
		Long:  "See what was paid and given back, and compare it with the orders. Rows are only ever added to the ledger, and name nobody." + besideHelp,
	}
	cmd.AddCommand(newLedgerList(), newLedgerExport(), newLedgerVerify())
	return cmd
}

func newLedgerList() *cobra.Command {
	return &cobra.Command{
		Use:   "list [DIR]",
		Short: "List payments and refunds, the oldest first",
		Long:  "List payments and refunds, the oldest first: when, of which order, how much, how, and the id of the charge." + besideHelp,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			return withTill(cmd, dir, func(till *app.Till) error { return listLedger(cmd, till) })
		},
	}
}

func listLedger(cmd *cobra.Command, till *app.Till) error {
	rows, err := till.Ledger(cmd.Context())
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", moment(row.At), row.Order, direction(row), app.Amount(row.Amount, row.Currency), row.Method, row.ID)
	}
	if len(rows) == 0 {
		fmt.Fprintln(out, "nothing was paid yet")
	}
	return out.Flush()
}

func direction(row shop.Entry) string {
	switch {
	case row.Refund:
		return "refund"
	case row.Extra:
		return "payment too many"
	}
	return "payment"
}

func newLedgerExport() *cobra.Command {
	file := ""
	cmd := &cobra.Command{
		Use:   "export [DIR]",
		Short: "Write payments and refunds as CSV",
		Long: "Write payments and refunds as CSV (UTF-8, commas), one a line, the oldest first. Times are UTC; refunds stand in a column of their own, amounts have a decimal\npoint. " +
			csvHelp + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			return withTill(cmd, dir, func(till *app.Till) error {
				rows, err := till.Ledger(cmd.Context())
				if err != nil {
					return err
				}
				return writeCSV(cmd, file, ledgerTable(rows))
			})
		},
	}
	cmd.Flags().StringVar(&file, "csv", "-", "the file to write, - for the screen")
	return cmd
}

func ledgerTable(rows []shop.Entry) [][]string {
	table := [][]string{{"time", "order", "method", "currency", "paid", "refunded", "too_many", "id"}}
	for _, row := range rows {
		paid, refunded := number(row.Amount, row.Currency), ""
		if row.Refund {
			paid, refunded = "", paid
		}
		table = append(table, []string{timestamp(row.At), row.Order, string(row.Method), row.Currency, paid, refunded, strconv.FormatBool(row.Extra), row.ID})
	}
	return table
}
