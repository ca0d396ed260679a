package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/bot/telegram"
	"repartee/internal/app"
)

func newDoctor() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "doctor [DIR]",
		Short: "Look at all that a bot needs, and say what is to be done",
		Long: `Look at all that a bot needs, and say what is to be done: settings, flows, media, token, webhook, clocks and the store. The bot may run meanwhile.
Each line is ok, warn or fail; with a failure the exit status is 1. Settings are read as for ` + "`repartee run`." + `
In Redis the scripts and the number of partitions are noted, as the bot does when it starts; nothing else is written anywhere.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			return writeFindings(cmd, app.Doctor(cmd.Context(), orHere(dir)[0]), format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text, or json with an object a line")
	return cmd
}

func writeFindings(cmd *cobra.Command, found []app.Finding, format string) error {
	failed := false
	out := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for _, f := range found {
		f.Says, f.Do = telegram.Redact(f.Says), telegram.Redact(f.Do)
		failed = failed || f.Level == app.Failure
		if format == "json" {
			if err := json.NewEncoder(cmd.OutOrStdout()).Encode(f); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(out, "%s\t%s\t%s\n", f.Level, f.Subject, f.Says)
		if f.Do != "" {
			fmt.Fprintf(out, "\t\t-> %s\n", f.Do)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if failed {
		return errProblems
	}
	return nil
}
