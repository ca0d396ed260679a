package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/talk"
)

// played is how the talks of a bot went.
type played struct {
	Bot      string    `json:"bot"`
	Played   int       `json:"played"`
	Failed   int       `json:"failed"`
	Failures []failed  `json:"failures"`
	Coverage *coverage `json:"coverage,omitempty"` // where all talks pass

	loaded *config.Loaded
	taken  map[flows.Ref]bool
}

// failed is one line of a talk that did not come true.
type failed struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Col      int      `json:"col"`
	Talk     string   `json:"talk"`
	Language string   `json:"language"`
	Message  string   `json:"message"`
	Want     string   `json:"want,omitempty"`
	Got      []string `json:"got,omitempty"`
	Hint     string   `json:"hint,omitempty"`
}

// playDir plays the talks of a folder. fine: all of them pass.
func playDir(cmd *cobra.Command, dir string, how trial) (fine bool, err error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return false, err
	}
	out := cmd.OutOrStdout()
	report := played{Bot: dir, Failures: []failed{}, loaded: loaded, taken: map[flows.Ref]bool{}}
	for i := range loaded.Talks {
		for _, language := range languages(&loaded.Talks[i]) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			report.take(result)
			if how.format == "text" && (how.verbose || !result.Passed()) {
				show(cmd, loaded, dir, result, how.verbose)
			}
		}
	}
	if report.Failed == 0 {
		report.Coverage = report.covers()
	}
	if how.format == "json" {
		return report.Failed == 0, writeJSON(out, report)
	}
	fmt.Fprintf(out, "%s: %s played, %d failed\n", dir, count(report.Played, "talk"), report.Failed)
	if report.Coverage != nil {
		report.Coverage.write(out, dir, how.coverage)
	}
	if how.update && report.Failed > 0 {
		return updateTalks(cmd, loaded, dir)
	}
	return report.Failed == 0, nil
}

func (p *played) take(result talk.Result) {
	p.Played++
	for _, ref := range result.Taken {
		p.taken[ref] = true
	}
	if result.Passed() {
		return
	}
	p.Failed++
	for _, f := range result.Failures {
		file, line, col := p.loaded.Position(f.Ref)
		p.Failures = append(p.Failures, failed{file, line, col, result.Talk.Name, result.Language, f.Message, f.Want, f.Got, f.Hint})
	}
}

// languages are those that a talk is played in; "" is the bot's first.
func languages(t *talk.Talk) []string {
	if len(t.Languages) == 0 {
		return []string{""}
	}
	return t.Languages
}
