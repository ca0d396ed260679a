package cli

import (
	"fmt"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/talk"
)

func newTest() *cobra.Command {
	var update, verbose bool
	cmd := &cobra.Command{
		Use:   "test DIR...",
		Short: "Play the talks of a bot and show where it says something else",
		Long:  "Play the talks of a bot (talks/*.yaml) with a clock of their own and show where it says something else than they expect.",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			failed := false
			for _, dir := range dirs {
				ok, err := testDir(cmd, dir, update, verbose)
				if err != nil {
					return err
				}
				failed = failed || !ok
			}
			if failed {
				return errProblems
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&update, "update", false, "write what the bot says now into the talks that fail")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "show each talk as it went")
	return cmd
}

func testDir(cmd *cobra.Command, dir string, update, verbose bool) (bool, error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return false, err
	}
	out := cmd.OutOrStdout()
	played, failures := 0, []talk.Result(nil)
	for i := range loaded.Talks {
		for _, language := range languages(&loaded.Talks[i]) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			played++
			if verbose || !result.Passed() {
				show(cmd, loaded, dir, result, verbose)
			}
			if !result.Passed() {
				failures = append(failures, result)
			}
		}
	}
	fmt.Fprintf(out, "%s: %s played, %d failed\n", dir, count(played, "talk"), len(failures))
	if update && len(failures) > 0 {
		return updateTalks(cmd, loaded, dir)
	}
	return len(failures) == 0, nil
}

// languages are those that a talk is played in; "" is the bot's first.
func languages(t *talk.Talk) []string {
	if len(t.Languages) == 0 {
		return []string{""}
	}
	return t.Languages
}

func show(cmd *cobra.Command, loaded *config.Loaded, dir string, result talk.Result, verbose bool) {
	out := cmd.OutOrStdout()
	if verbose {
		fmt.Fprintf(out, "--- %s (%s)\n", result.Talk.Name, result.Language)
		for _, line := range result.Transcript {
			fmt.Fprintln(out, "    "+strings.ReplaceAll(line, "\n", "\n          "))
		}
	}
	for _, failure := range result.Failures {
		file, line, col := loaded.Position(failure.Ref)
		fmt.Fprintf(out, "%s:%d:%d: %s (%s): %s\n", path.Join(dir, file), line, col, result.Talk.Name, result.Language, failure.Message)
		if failure.Want == "" {
			continue
		}
		fmt.Fprintln(out, "  - "+indent(failure.Want))
		for _, got := range failure.Got {
			fmt.Fprintln(out, "  + "+indent(got))
		}
		if len(failure.Got) == 0 {
			fmt.Fprintln(out, "  + (nothing)")
		}
	}
}

func indent(text string) string { return strings.ReplaceAll(text, "\n", "\n    ") }
