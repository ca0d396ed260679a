package cli

import (
	"time"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

// besideHelp says where the commands for staff read.
const besideHelp = "\nThe store is the one that REDIS_URL names (TELEGRAM_TOKEN says whose), else the SQLite file in the bot's folder; the bot may run meanwhile."

func newOrders() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "orders",
		Short: "See what customers ordered, and tell them how it goes on",
		Long:  "See what customers ordered, and tell them how it goes on." + besideHelp,
	}
	cmd.AddCommand(newOrdersList(), newOrdersShow(), newOrdersSet(), newOrdersRefund(), newOrdersExport())
	return cmd
}

// withTill calls a function with the till of the bot in a folder.
func withTill(cmd *cobra.Command, dir []string, do func(*app.Till) error) error {
	till, err := app.OpenTill(cmd.Context(), orHere(dir)[0])
	if err != nil {
		return err
	}
	defer till.Close()
	return do(till)
}

// moment writes a time as this machine's clock has it, to the minute. 0 is never.
func moment(unix int64) string {
	if unix == 0 {
		return ""
	}
	return time.Unix(unix, 0).Format("2006-01-02 15:04")
}
