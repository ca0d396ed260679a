package cli

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/talk"
)

func newTest() *cobra.Command {
	var update, verbose, coverage bool
	cmd := &cobra.Command{
		Use:   "test [DIR...]",
		Short: "Play the talks of a bot and show where it says something else",
		Long:  "Play the talks of a bot (talks/*.yaml) with a clock of their own and show where it says something else than they expect.",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, dirs []string) error {
			failed := false
			for _, dir := range orHere(dirs) {
				ok, err := testDir(cmd, dir, update, verbose, coverage)
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
	cmd.Flags().BoolVar(&coverage, "coverage", false, "list all that no talk goes through, not only the first")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "show each talk as it went")
	return cmd
}

func testDir(cmd *cobra.Command, dir string, update, verbose, coverage bool) (bool, error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return false, err
	}
	out := cmd.OutOrStdout()
	played, failures := 0, []talk.Result(nil)
	taken := map[flows.Ref]bool{}
	for i := range loaded.Talks {
		for _, language := range languages(&loaded.Talks[i]) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			played++
			for _, ref := range result.Taken {
				taken[ref] = true
			}
			if verbose || !result.Passed() {
				show(cmd, loaded, dir, result, verbose)
			}
			if !result.Passed() {
				failures = append(failures, result)
			}
		}
	}
	fmt.Fprintf(out, "%s: %s played, %d failed\n", dir, count(played, "talk"), len(failures))
	if len(failures) == 0 {
		untold(out, loaded, dir, taken, coverage)
	}
	if update && len(failures) > 0 {
		return updateTalks(cmd, loaded, dir)
	}
	return len(failures) == 0, nil
}

const fewUntold = 5

// untold lists what no talk goes through.
func untold(out io.Writer, loaded *config.Loaded, dir string, taken map[flows.Ref]bool, all bool) {
	ways := loaded.Set.Ways()
	var left []flows.Way
	for _, way := range ways {
		if !taken[way.Ref] {
			left = append(left, way)
		}
	}
	if len(left) == 0 || len(left) == len(ways) {
		return
	}
	fmt.Fprintf(out, "%d of %d steps, arms, options and outcomes are in no talk:\n", len(left), len(ways))
	for i, way := range left {
		if i == fewUntold && !all {
			fmt.Fprintf(out, "  and %d more (--coverage lists them)\n", len(left)-i)
			return
		}
		file, line, _ := loaded.Position(way.Ref)
		fmt.Fprintf(out, "  %s:%d: %s\n", path.Join(dir, file), line, way.Name)
	}
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
