package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows/talk/replay"
	"repartee/internal/app"
)

func newReplay() *cobra.Command {
	format, turns := "text", 100_000
	cmd := &cobra.Command{
		Use:   "replay DIR",
		Short: "Play the conversations that the bot has recorded on the files of a folder",
		Long: `Play the conversations that the bot has recorded (RECORD=on) on the files of a folder: how many go as they went, where the others first go another way (another question is open,
the flows decide something else, or the texts differ), and which goals are won and lost by it, grouped. Each is first played on the files that it was recorded with;
what cannot be played there as it went (the stock has changed, a model was asked, words were misunderstood in a way of their own) says nothing and is left out.
After the ways have parted, further questions get the answer that the customer gave to them elsewhere in the conversation; where there is none, nobody knows how it
goes on, and no goal counts as lost. Recorded is what each input was understood as: names, addresses and free words are replaced before they are kept.
The exit status is 1 if a conversation no longer reaches a goal.` + besideHelp,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			loaded, err := load(cmd, dir[0])
			if err != nil {
				return err
			}
			played, err := app.ReplayOf(cmd.Context(), dir[0], loaded, turns, soFar(cmd.ErrOrStderr(), "conversation", "played"))
			clearLine(cmd.ErrOrStderr())
			if err != nil {
				return interrupted(err)
			}
			if format == "json" {
				err = writeJSON(cmd.OutOrStdout(), played)
			} else {
				writeReplay(cmd.OutOrStdout(), played)
			}
			if err == nil && played.Lost > 0 {
				return errProblems
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	cmd.Flags().IntVar(&turns, "turns", turns, "how many of the latest turns are looked at")
	return cmd
}

func writeReplay(w io.Writer, r *app.Replay) {
	if r.Conversations == 0 {
		fmt.Fprintln(w, "no conversation is recorded: set RECORD=on for `repartee run`")
		return
	}
	fmt.Fprintf(w, "%s: %d as they went, %d another way\n", count(r.Conversations, "conversation"), r.Same, r.Diverged)
	if r.Unlike > 0 {
		fmt.Fprintf(w, "%d left out: they cannot be played as they were recorded\n", r.Unlike)
	}
	if r.Missing > 0 {
		fmt.Fprintf(w, "%d left out: the files that they were recorded with are not kept any more\n", r.Missing)
	}
	if r.Unread > 0 {
		fmt.Fprintf(w, "%s left out: what was recorded of them is damaged, or a newer version of the program wrote it\n", count(r.Unread, "turn"))
	}
	if r.Diverged > 0 {
		fmt.Fprintf(w, "%d win a goal, %d lose one, %d come to a question that the customer was never asked\n", r.Won, r.Lost, r.Undecided)
	}
	shown := min(mostLines, len(r.Groups))
	for i := range shown {
		writeGroup(w, &r.Groups[i])
	}
	more(w, len(r.Groups)-shown, "group")
}

func writeGroup(w io.Writer, g *replay.Group) {
	at := "at the beginning"
	if g.Flow != "" {
		at = "at " + g.Flow + " > " + g.Step
	}
	fmt.Fprintf(w, "\n%s, %s: %s\n", count(g.Conversations, "conversation"), at, parted(g))
	fmt.Fprintf(w, "  was  %s\n  now  %s\n", oneLine(g.Was), oneLine(g.Now))
	for _, text := range g.Says {
		fmt.Fprintf(w, "  says %s\n", oneLine(text))
	}
	line := func(what string, goals []string) {
		if len(goals) > 0 {
			fmt.Fprintf(w, "  %s %s\n", what, strings.Join(goals, ", "))
		}
	}
	line("won ", g.Won)
	line("lost", g.Lost)
	if g.Undecided > 0 {
		fmt.Fprintf(w, "  %d come to a question that the customer was never asked\n", g.Undecided)
	}
}

// parted says how conversations go another way.
func parted(g *replay.Group) string {
	switch g.Kind {
	case replay.Question:
		return "another question is open"
	case replay.Outcome:
		return "the flows decide something else"
	case replay.Text:
		return "the texts differ"
	}
	return "the turn fails"
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
