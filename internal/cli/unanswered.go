package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/analysis/funnel"
	"repartee/internal/app"
)

func newUnanswered() *cobra.Command {
	var language, format string
	var clear bool
	cmd := &cobra.Command{
		Use:   "unanswered [DIR]",
		Short: "List what customers asked in vain, the most frequent first",
		Long: `List what customers asked a running bot in vain, the most frequent first: what to put into faq.yaml next. Questions with the same words in another
order or form are one line. Numbers, addresses and names of accounts are left out, and nobody's name is kept.
The store is the one that REDIS_URL names (TELEGRAM_TOKEN says whose), else the SQLite file in the bot's folder; the bot may run meanwhile.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return unanswered(cmd, dir, language, format, clear)
		},
	}
	cmd.Flags().StringVar(&language, "lang", "", "only questions in this language, as de")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().BoolVar(&clear, "clear", false, "forget the list after it is shown")
	return cmd
}

func unanswered(cmd *cobra.Command, dir, language, format string, clear bool) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("there is no format %q; write text or json", format)
	}
	archive, err := app.OpenArchive(cmd.Context(), dir)
	if err != nil {
		return err
	}
	defer archive.Close()
	counts, err := archive.Counts(cmd.Context(), flows.CountUnanswered)
	if err != nil {
		return err
	}
	if err := writeInVain(cmd, funnel.Unanswered(counts, language), format); err != nil || !clear {
		return err
	}
	return archive.ClearCounts(cmd.Context(), flows.CountUnanswered)
}

func writeInVain(cmd *cobra.Command, list []funnel.InVain, format string) error {
	out := cmd.OutOrStdout()
	for _, q := range list {
		if format == "json" {
			if err := json.NewEncoder(out).Encode(q); err != nil {
				return err
			}
			continue
		}
		others := ""
		if n := len(q.Others); n > 0 {
			others = fmt.Sprintf(" (and %s)", strings.Join(q.Others[:min(n, 3)], ", "))
		}
		if _, err := fmt.Fprintf(out, "%6d  %s  %s%s\n", q.Count, q.Language, q.Words, others); err != nil {
			return err
		}
	}
	if len(list) == 0 && format == "text" {
		_, err := fmt.Fprintln(out, "nothing was asked in vain")
		return err
	}
	return nil
}
