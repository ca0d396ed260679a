package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newLedgerVerify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify [DIR]",
		Short: "Compare the ledger with the orders, and with Telegram's list of Stars",
		Long: `Compare the ledger with the orders: the sums of each currency, and each payment and refund. Where TELEGRAM_TOKEN is set its Telegram Stars are compared with
what Telegram lists, too. Each difference is a sentence. Ends with 0 where all agrees, 1 where something differs, 2 where it cannot be read.` + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			return withTill(cmd, dir, func(till *app.Till) error { return verify(cmd, till) })
		},
	}
}

func verify(cmd *cobra.Command, till *app.Till) error {
	found, err := till.Verify(cmd.Context())
	if err != nil {
		return err
	}
	if err := writeReckoning(cmd.OutOrStdout(), found); err != nil {
		return err
	}
	if len(found.Differences) > 0 {
		return errProblems
	}
	return nil
}

func writeReckoning(w io.Writer, r app.Reckoning) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(out, "payments\t\trefunds\t\tremains\t\n")
	for _, s := range r.Sums {
		fmt.Fprintf(out, "%d\t%s\t%d\t%s\t%s\t\n", s.Payments, app.Amount(s.Paid, s.Currency), s.Refunds, app.Amount(s.Back, s.Currency), app.Amount(s.Paid-s.Back, s.Currency))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	compared := "Telegram was not asked for Stars; set TELEGRAM_TOKEN for that"
	if r.Stars >= 0 {
		compared = "with what Telegram lists: " + count(r.Stars, "transaction") + " of Stars"
	}
	fmt.Fprintf(w, "%s and %s compared; %s\n", count(r.Orders, "order"), count(r.Rows, "row"), compared)
	for _, sentence := range r.Due {
		fmt.Fprintln(w, sentence)
	}
	for _, sentence := range r.Differences {
		fmt.Fprintln(w, "differs: "+sentence)
	}
	verdict := "all agrees"
	if n := len(r.Differences); n > 0 {
		verdict = count(n, "difference")
	}
	_, err := fmt.Fprintln(w, verdict)
	return err
}
