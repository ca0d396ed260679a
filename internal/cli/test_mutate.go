package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk/mutate"
)

// mutated is what the talks of a bot notice of small changes.
type mutated struct {
	Bot       string      `json:"bot"`
	Score     float64     `json:"score"`
	Changes   int         `json:"changes"`
	Noticed   int         `json:"noticed"`
	Flows     []flowScore `json:"flows"`
	Unnoticed []unnoticed `json:"unnoticed"`
	loaded    *config.Loaded
	byFlow    map[string]int // where each flow stands in Flows
}

type flowScore struct {
	Flow    string  `json:"flow"` // "" for bot.yaml
	Changes int     `json:"changes"`
	Noticed int     `json:"noticed"`
	Score   float64 `json:"score"`
}

type unnoticed struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
	Flow string `json:"flow"`
	Kind string `json:"kind"`
	If   string `json:"if"` // "if this check were missing", in words
}

// mutateDir makes each small change of a bot, one at a time, and sees whether a talk fails then. fine: the score is not below the least.
func mutateDir(cmd *cobra.Command, dir string, how trial) (fine bool, err error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return false, err
	}
	audience := mutate.Watch(loaded.Set, loaded.Talks)
	if failed := audience.Failed(); failed > 0 {
		fail := "fail"
		if failed == 1 {
			fail = "fails"
		}
		return false, fmt.Errorf("%s of %s %s as the files are now; `repartee test %s` shows more", count(failed, "talk"), dir, fail, dir)
	}
	changes, verdicts, err := tryAll(cmd.Context(), dir, loaded.Set, audience)
	if err != nil {
		return false, err
	}
	report := mutated{Bot: dir, Flows: []flowScore{}, Unnoticed: []unnoticed{}, loaded: loaded, byFlow: map[string]int{}}
	for i, change := range changes {
		report.take(change, verdicts[i])
	}
	report.close()
	if how.format == "json" {
		err = writeJSON(cmd.OutOrStdout(), report)
	} else {
		report.write(cmd.OutOrStdout())
	}
	return report.Score >= how.least, err
}

// verdict is what came of a change.
type verdict uint8

const (
	uncounted verdict = iota // the files could not be used with it, or it changes nothing
	overlooked
	noticed
)

// tryAll tries the changes side by side, one for each processor at a time.
func tryAll(ctx context.Context, dir string, set *flows.Set, audience mutate.Audience) ([]mutate.Change, []verdict, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("read a bot's folder: %w", err)
	}
	defer root.Close()
	var changes []mutate.Change
	config.Load(root.FS(), steps.Kinds(), config.Reworked(func(source *flows.Source) { changes = mutate.Changes(source) }))
	verdicts, equivalent := make([]verdict, len(changes)), mutate.Equivalent(set)
	var next atomic.Int64
	var working sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			at := 0
			// The talks are known already.
			files := config.NewWorkspace(withoutTalks{root.FS()}, steps.Kinds(), config.Reworked(func(source *flows.Source) { mutate.Changes(source)[at].Apply() }))
			for at = int(next.Add(1)) - 1; at < len(changes) && ctx.Err() == nil; at = int(next.Add(1)) - 1 {
				if !equivalent(changes[at]) {
					verdicts[at] = try(files, audience, changes[at])
				}
			}
		})
	}
	working.Wait()
	return changes, verdicts, ctx.Err()
}

func try(files *config.Workspace, audience mutate.Audience, change mutate.Change) verdict {
	loaded, _ := files.Load()
	switch {
	case loaded.Set == nil:
		return uncounted
	case audience.Notices(loaded.Set, change):
		return noticed
	}
	return overlooked
}

// withoutTalks is a bot's folder without its talks.
type withoutTalks struct{ fs.FS }

// ReadDir lists a folder.
func (f withoutTalks) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return name == "." && e.Name() == "talks" }), err
}

func (m *mutated) take(c mutate.Change, v verdict) {
	if v == uncounted {
		return
	}
	at, known := m.byFlow[c.Flow]
	if !known {
		at = len(m.Flows)
		m.byFlow[c.Flow] = at
		m.Flows = append(m.Flows, flowScore{Flow: c.Flow})
	}
	m.Changes++
	m.Flows[at].Changes++
	if v == noticed {
		m.Noticed++
		m.Flows[at].Noticed++
		return
	}
	file, line, col := m.loaded.Position(c.Ref)
	m.Unnoticed = append(m.Unnoticed, unnoticed{file, line, col, c.Flow, string(c.Kind), c.If})
}

func (m *mutated) close() {
	m.Score = share(m.Noticed, m.Changes)
	for i := range m.Flows {
		m.Flows[i].Score = share(m.Flows[i].Noticed, m.Flows[i].Changes)
	}
	slices.SortStableFunc(m.Unnoticed, func(a, b unnoticed) int { return comparePlaces(a.File, a.Line, a.Col, b.File, b.Line, b.Col) })
}

func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}

func (m *mutated) write(out io.Writer) {
	for _, u := range m.Unnoticed {
		fmt.Fprintf(out, "%s:%d:%d: if %s, no talk would notice\n", under(m.Bot, u.File), u.Line, u.Col, u.If)
	}
	for _, f := range m.Flows {
		fmt.Fprintf(out, "  %-24s %3d of %3d changes noticed  %3.0f %%\n", flowName(f.Flow), f.Noticed, f.Changes, 100*f.Score)
	}
	fmt.Fprintf(out, "%s: the talks notice %d of %s, a score of %.2f\n", m.Bot, m.Noticed, count(m.Changes, "change"), m.Score)
}
