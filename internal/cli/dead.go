package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newDead() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "dead [DIR]",
		Short: "See what no turn could handle, and try it again",
		Long: `See what no turn could handle, and try it again. A dead letter is an update that could not be read or whose turn failed, something else that a turn
failed at, or a message that Telegram has refused for good. In Redis the last hundred of each of 256 partitions are kept, in SQLite the last 10,000.
Without one of the commands below it lists them, as ` + "`repartee dead list`." + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error { return listLetters(cmd, dir, format) },
	}
	addDeadFormat(cmd, &format)
	cmd.AddCommand(newDeadList(), newDeadShow(), newDeadRetry(), newDeadClear())
	return cmd
}

func addDeadFormat(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", *format, "text, or json with an object a line")
}

// withLetters calls a function with the dead letters of the bot in a folder.
func withLetters(cmd *cobra.Command, dir []string, do func(*app.Letters) error) error {
	letters, err := app.OpenLetters(cmd.Context(), orHere(dir)[0])
	if err != nil {
		return err
	}
	defer letters.Close()
	return do(letters)
}

func newDeadList() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "list [DIR]",
		Short: "List dead letters, the newest first",
		Long:  "List dead letters, the newest first, at most 1,000: id, when (UTC), what it was, Telegram's number of the update, and why." + besideHelp,
		Args:  cobra.MaximumNArgs(1),
		RunE:  func(cmd *cobra.Command, dir []string) error { return listLetters(cmd, dir, format) },
	}
	addDeadFormat(cmd, &format)
	return cmd
}

// deadLetter is a dead letter in JSON.
type deadLetter struct {
	ID     string          `json:"id"`
	Time   string          `json:"time"`
	Kind   string          `json:"kind"`
	Chat   int64           `json:"chat,omitempty"` // only where one letter is shown
	Update int64           `json:"update,omitempty"`
	Reason string          `json:"reason"`
	Raw    json.RawMessage `json:"raw,omitempty"`
}

func listLetters(cmd *cobra.Command, dir []string, format string) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("there is no format %q; write text or json", format)
	}
	return withLetters(cmd, dir, func(letters *app.Letters) error { return writeLetters(cmd, letters, format) })
}

func writeLetters(cmd *cobra.Command, letters *app.Letters, format string) error {
	list, err := letters.List(cmd.Context())
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(cmd.OutOrStdout())
	out := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for _, l := range list {
		if format == "json" {
			if err := encoder.Encode(shownLetter(l)); err != nil {
				return err
			}
			continue
		}
		update := ""
		if l.Update != 0 {
			update = fmt.Sprint(l.Update)
		}
		reason, _, _ := strings.Cut(l.Reason, "\n")
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", l.ID, inUTC(l.At), l.Kind(), update, reason)
	}
	if len(list) == 0 && format == "text" {
		fmt.Fprintln(out, "no dead letters")
	}
	return out.Flush()
}

func shownLetter(l app.Letter) deadLetter {
	return deadLetter{ID: l.ID, Time: time.UnixMilli(l.At).UTC().Format(time.RFC3339), Kind: string(l.Kind()), Update: l.Update, Reason: l.Reason}
}

// inUTC writes milliseconds as a time with its zone.
func inUTC(milli int64) string { return time.UnixMilli(milli).UTC().Format("2006-01-02 15:04:05 UTC") }

func newDeadShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show ID [DIR]",
		Short: "Show all that is kept of a dead letter, as JSON",
		Long:  "Show all that is kept of a dead letter, as JSON, with what the customer wrote." + besideHelp,
		Args:  cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withLetters(cmd, args[1:], func(letters *app.Letters) error {
				l, err := letters.Letter(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				shown := shownLetter(l)
				shown.Chat = l.Chat
				if shown.Raw = l.Raw; !json.Valid(l.Raw) {
					if shown.Raw, err = json.Marshal(string(l.Raw)); err != nil {
						return err
					}
				}
				encoder := json.NewEncoder(cmd.OutOrStdout())
				encoder.SetIndent("", "  ")
				encoder.SetEscapeHTML(false)
				return encoder.Encode(shown)
			})
		},
	}
}

func newDeadRetry() *cobra.Command {
	return &cobra.Command{
		Use:   "retry ID [DIR]",
		Short: "Have an update or an input handled again, as if it came now",
		Long: `Have an update or an input handled again, as if it came now: after its flow was mended. It goes into the customer's inbox, for the running bot or the next one
that runs. The customer may have gone on meanwhile: look with ` + "`repartee session`" + ` first. What has had an effect has no second one: a payment that was
booked is not booked again. A message that Telegram has refused cannot be tried again. The letter stays in the list.` + besideHelp,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withLetters(cmd, args[1:], func(letters *app.Letters) error {
				l, err := letters.Letter(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if err := letters.Retry(cmd.Context(), l); err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), "it is in the customer's inbox")
				return err
			})
		},
	}
}

func newDeadClear() *cobra.Command {
	return &cobra.Command{
		Use:   "clear [DIR]",
		Short: "Drop all dead letters",
		Long:  "Drop all dead letters, and say how many there were." + besideHelp,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			return withLetters(cmd, dir, func(letters *app.Letters) error {
				n, err := letters.Clear(cmd.Context())
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s dropped\n", count(n, "dead letter"))
				return err
			})
		},
	}
}
