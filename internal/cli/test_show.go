package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/talk"
)

// show tells how a talk went: all of it, or what was said around the lines that did not come true.
func show(cmd *cobra.Command, loaded *config.Loaded, dir string, result talk.Result, verbose bool) {
	out := cmd.OutOrStdout()
	if verbose {
		fmt.Fprintf(out, "--- %s (%s)\n", result.Talk.Name, result.Language)
		for _, line := range result.Transcript {
			fmt.Fprintln(out, "    "+strings.ReplaceAll(line, "\n", "\n          "))
		}
	}
	for i, failure := range result.Failures {
		file, line, col := loaded.Position(failure.Ref)
		fmt.Fprintf(out, "%s:%d:%d: %s (%s): %s\n", under(dir, file), line, col, result.Talk.Name, result.Language, failure.Message)
		if i == 0 && !verbose {
			showTurn(out, result.LastTurn())
		}
		showDifference(out, failure)
		if failure.Hint != "" {
			fmt.Fprintln(out, "    mind that "+failure.Hint)
		}
	}
}

const (
	fewLines = 8   // of a turn, that are shown
	wideLine = 110 // characters of a line of it
)

// showTurn shows the turn in which a talk failed, a line a message.
func showTurn(out io.Writer, lines []string) {
	for i, line := range lines {
		if i == fewLines {
			fmt.Fprintf(out, "    ... and %s more\n", count(len(lines)-i, "line"))
			return
		}
		if r := []rune(strings.ReplaceAll(line, "\n", " / ")); len(r) > wideLine {
			line = string(r[:wideLine]) + "…"
		} else {
			line = string(r)
		}
		fmt.Fprintln(out, "    "+line)
	}
}

// showDifference shows a line of the bot above the message that comes nearest, and marks where they part.
func showDifference(out io.Writer, failure talk.Failure) {
	switch d := failure.Difference; {
	case failure.Want == "":
	case d == nil:
		fmt.Fprintln(out, "  - "+failure.Want)
		fmt.Fprintln(out, "  + (nothing)")
	default:
		want, said, column := d.Lines()
		fmt.Fprintln(out, "  - "+want)
		fmt.Fprintln(out, "  + "+said)
		fmt.Fprintln(out, "    "+strings.Repeat(" ", column)+"^")
	}
}
