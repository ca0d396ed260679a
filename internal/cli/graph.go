package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/flows/talk"
)

// graphing is what `graph` was asked for.
type graphing struct {
	flow, format, file string
	coverage           bool
}

func newGraph() *cobra.Command {
	g := graphing{format: "mermaid"}
	cmd := &cobra.Command{
		Use:   "graph [DIR]",
		Short: "Draw a flow, or how the flows of a bot hang together",
		Long: "Draw a flow, or how the flows of a bot hang together: as Mermaid (which GitHub shows in Markdown), as DOT for Graphviz, or as an SVG picture. " +
			"With --coverage it shows how many talks go through each step and what none goes through.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			return g.draw(cmd, orHere(dirs)[0])
		},
	}
	cmd.Flags().StringVar(&g.flow, "flow", "", "the flow to draw; without it all flows, as boxes")
	cmd.Flags().StringVar(&g.format, "format", g.format, "mermaid, dot or svg")
	cmd.Flags().BoolVar(&g.coverage, "coverage", false, "play the talks and show what they go through")
	cmd.Flags().StringVarP(&g.file, "output", "o", "", "the file to write; without it the drawing is printed")
	return cmd
}

func (g graphing) draw(cmd *cobra.Command, dir string) error {
	write, err := drawingFormat(g.format)
	if err != nil {
		return err
	}
	loaded, err := load(cmd, dir)
	if err != nil {
		return err
	}
	picture, err := g.picture(loaded)
	if err != nil {
		return err
	}
	if g.file == "" {
		return write(picture, cmd.OutOrStdout())
	}
	var drawn bytes.Buffer
	if err := write(picture, &drawn); err != nil {
		return err
	}
	return os.WriteFile(g.file, drawn.Bytes(), 0o644)
}

// drawingFormat gives what writes a picture in a format.
func drawingFormat(format string) (func(drawing.Picture, io.Writer) error, error) {
	switch format {
	case "mermaid":
		return drawing.Picture.WriteMermaid, nil
	case "dot":
		return drawing.Picture.WriteDOT, nil
	case "svg":
		return func(p drawing.Picture, w io.Writer) error { return drawing.Arrange(p).WriteSVG(w) }, nil
	}
	return nil, fmt.Errorf("there is no format %q; write mermaid, dot or svg", format)
}

func (g graphing) picture(loaded *config.Loaded) (drawing.Picture, error) {
	set := loaded.Set
	var marks drawing.Marks
	if g.coverage {
		marks = coverageMarks(loaded)
	}
	if g.flow == "" {
		return drawing.OfBot(set, marks), nil
	}
	flow := set.Flow(g.flow)
	if flow == nil {
		return drawing.Picture{}, fmt.Errorf("there is no flow called %s; there is %s", g.flow, strings.Join(flowIDs(set), ", "))
	}
	return drawing.OfFlow(set, flow, marks), nil
}

func flowIDs(set *flows.Set) []string {
	var ids []string
	for _, flow := range set.Flows {
		if !flow.Builtin() {
			ids = append(ids, string(flow.ID))
		}
	}
	return ids
}

// coverageMarks plays the talks and says of each step, and of each way out of it, how many of them went there; of each flow, how much of it they saw.
func coverageMarks(loaded *config.Loaded) drawing.Marks {
	talks := map[flows.Ref]int{}
	for i := range loaded.Talks {
		seen := map[flows.Ref]bool{}
		for _, language := range languages(&loaded.Talks[i]) {
			for _, ref := range talk.Play(loaded.Set, &loaded.Talks[i], language).Taken {
				if !seen[ref] {
					seen[ref] = true
					talks[ref]++
				}
			}
		}
	}
	marks := drawing.Marks{}
	reached, all := map[string]int{}, map[string]int{}
	for _, way := range loaded.Set.Ways() {
		n := talks[way.Ref]
		marks[way.Ref] = drawing.Mark{Text: count(n, "talk"), Missed: n == 0}
		all[way.Ref.Flow]++
		if n > 0 {
			reached[way.Ref.Flow]++
		}
	}
	for _, flow := range loaded.Set.Flows {
		if id := string(flow.ID); all[id] > 0 {
			marks[flow.Ref] = drawing.Mark{Text: fmt.Sprintf("%d of %d", reached[id], all[id]), Missed: reached[id] == 0}
		}
	}
	return marks
}
