package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"repartee/flows/talk/explore"
)

// trial is how `test` is to be done.
type trial struct {
	format                    string
	update, verbose, coverage bool
	mutate, explore           bool
	least                     float64        // score that --mutate must reach
	bounds                    explore.Bounds // of --explore
}

func newTest() *cobra.Command {
	how := trial{format: "text"}
	cmd := &cobra.Command{
		Use:   "test [DIR...]",
		Short: "Play the talks of a bot and show where it says something else",
		Long: `Play the talks of a bot (talks/*.yaml) with a clock of their own and show where it says something else than they expect, and what no talk goes through: steps, arms,
options and the other outcomes of a step, as a question that is given up or a call that fails.

With --mutate it is tried how much the talks would notice: small changes are made to the flows, one at a time (a condition the other way round, a retry or a check less,
two arms exchanged, a target changed, a value not set, a limit shifted), and the score is the share of those with which a talk fails.

With --explore the bot is walked through as customers could, breadth first: every button, an answer of each class, calls that give something, fail or never answer, payments
that are made, declined or too late, an empty stock, silence. What nobody should meet is told with the shortest talk that leads there: crashes, dead ends, loops, and
states from which the goal of an open flow cannot be reached any more; and how much the bounds left unexplored. Buttons of earlier messages are pressed, too: they must not go
unanswered, lose an answer, or order or book once more. The first language is walked through in full, each other one along the ways that come to every place, step, option and
outcome once; in all of them the labels of buttons, synonyms, start words and the questions of the FAQ are typed and must be understood as what they stand for, no message
or button may be without words, no label cut off, and no two buttons of a message called the same.

Ends with 0 where all is well, 1 where a talk fails, where --min is not reached, or where --explore finds anything but a goal that is lost, 2 where the folder cannot be read.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, dirs []string) error { return how.all(cmd, orHere(dirs)) },
	}
	cmd.Flags().StringVar(&how.format, "format", how.format, "text or json")
	cmd.Flags().BoolVar(&how.update, "update", false, "write what the bot says now into the talks that fail")
	cmd.Flags().BoolVar(&how.coverage, "coverage", false, "list all that no talk goes through, and how much of each flow they do go through")
	cmd.Flags().BoolVarP(&how.verbose, "verbose", "v", false, "show each talk as it went")
	cmd.Flags().BoolVar(&how.mutate, "mutate", false, "make small changes to the flows and tell which of them no talk notices")
	cmd.Flags().Float64Var(&how.least, "min", 0, "with --mutate: end with 1 where the score is lower, as 0.8")
	cmd.Flags().BoolVar(&how.explore, "explore", false, "walk through the bot as customers could, and tell where it goes wrong")
	cmd.Flags().IntVar(&how.bounds.Depth, "depth", explore.DefaultDepth, "with --explore: how much a customer does at most")
	cmd.Flags().IntVar(&how.bounds.States, "states", explore.DefaultStates, "with --explore: how many states are gone on from at most")
	return cmd
}

// all tests one folder after the other.
func (how trial) all(cmd *cobra.Command, dirs []string) error {
	switch {
	case how.format != "text" && how.format != "json":
		return fmt.Errorf("there is no format %q; write text or json", how.format)
	case how.least != 0 && !how.mutate:
		return errors.New("--min goes with --mutate")
	case how.mutate && how.explore:
		return errors.New("take one of --mutate and --explore")
	}
	failed := false
	for _, dir := range dirs {
		test := playDir
		switch {
		case how.mutate:
			test = mutateDir
		case how.explore:
			test = exploreDir
		}
		fine, err := test(cmd, dir, how)
		if err != nil {
			return err
		}
		failed = failed || !fine
	}
	if failed {
		return errProblems
	}
	return nil
}

func writeJSON(out io.Writer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
