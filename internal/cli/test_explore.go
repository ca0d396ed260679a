package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"repartee/flows/talk/explore"
)

// explored is what was found by walking through a bot.
type explored struct {
	Bot      string          `json:"bot"`
	States   int             `json:"states"`
	Turns    int             `json:"turns"`
	Older    int             `json:"older_buttons"` // presses on buttons of earlier messages
	Depth    int             `json:"depth"`
	Ways     ratio           `json:"ways"` // steps, arms, options and outcomes that were gone through
	Left     unexplored      `json:"unexplored"`
	Others   []inLanguage    `json:"languages"` // the others than the first
	Findings []exploredPlace `json:"findings"`
}

// inLanguage is how far an exploration came in another language.
type inLanguage struct {
	Language string `json:"language"`
	States   int    `json:"states"`
	Turns    int    `json:"turns"`
}

// unexplored are the states that were not gone on from, by the bound that left them out.
type unexplored struct {
	Depth  int `json:"depth"`
	States int `json:"states"`
	Alike  int `json:"alike"`
}

type exploredPlace struct {
	Kind    explore.Kind `json:"kind"`
	Flow    string       `json:"flow"`
	Step    string       `json:"step"`
	Speaks  string       `json:"language,omitempty"` // where it was found in another than the first
	Message string       `json:"message"`
	States  int          `json:"states"`
	Talk    string       `json:"talk"`
}

// exploreDir walks through a bot. fine: nothing crashes, ends or goes round where nobody meant it to.
func exploreDir(cmd *cobra.Command, dir string, how trial) (fine bool, err error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return false, err
	}
	found := explore.Watched(loaded.Set, how.bounds, progress(cmd.ErrOrStderr(), dir))
	clearLine(cmd.ErrOrStderr())
	report := explored{Bot: dir, States: found.States, Turns: found.Turns, Older: found.Older, Depth: found.Depth, Others: []inLanguage{}, Left: unexplored{found.TooDeep, found.TooMany, found.TooAlike}, Findings: []exploredPlace{}}
	for _, way := range loaded.Set.Ways() {
		report.Ways.count(found.Taken[way.Ref])
	}
	for _, other := range found.Others {
		report.Others = append(report.Others, inLanguage(other))
	}
	fine = true
	for _, f := range found.Findings {
		fine = fine && f.Kind == explore.GoalLost
		report.Findings = append(report.Findings, exploredPlace{f.Kind, f.Flow, f.Step, f.Language, f.Message, f.States, string(f.Talk)})
	}
	if how.format == "json" {
		return fine, writeJSON(cmd.OutOrStdout(), report)
	}
	report.write(cmd.OutOrStdout())
	return fine, nil
}

// progress keeps a line on a person's terminal that tells how far an exploration has come; anywhere else nothing.
func progress(out io.Writer, dir string) func(explore.Progress) {
	if !onTerminal(out) {
		return func(explore.Progress) {}
	}
	var told time.Time
	return func(p explore.Progress) {
		if time.Since(told) < progressEach {
			return
		}
		told = time.Now()
		fmt.Fprintf(out, "\r%s (%s): %s walked on from, %d more are known, %s\x1b[K", dir, p.Language, count(p.States, "state"), p.Open, count(p.Turns, "turn"))
	}
}

func (e *explored) write(out io.Writer) {
	for _, f := range e.Findings {
		at := strings.TrimSuffix(f.Flow+"."+f.Step, ".")
		fmt.Fprintf(out, "%s at %s (%s): %s\n", f.Kind, at, count(f.States, "state"), f.Message)
		fmt.Fprintf(out, "    %s\n", strings.ReplaceAll(strings.TrimSpace(f.Talk), "\n", "\n    "))
	}
	fmt.Fprintf(out, "%s: %s and %s deep, %s; %s of the steps, arms, options and outcomes were gone through\n", e.Bot, count(e.States, "state"), count(e.Depth, "move"), count(e.Turns, "turn"), e.Ways)
	for _, other := range e.Others {
		fmt.Fprintf(out, "  in %s, along the ways that come to each of them once: %s, %s\n", other.Language, count(other.States, "state"), count(other.Turns, "turn"))
	}
	if e.Older > 0 {
		fmt.Fprintf(out, "  in %s a button of an earlier message was pressed\n", count(e.Older, "turn"))
	}
	if left := e.Left; left != (unexplored{}) {
		fmt.Fprintf(out, "  not gone on from: %s beyond --depth, %d beyond --states, %d like others at the same place but for answers\n", count(left.Depth, "state"), left.States, left.Alike)
	}
}
