package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/analysis"
)

func newInfluence() *cobra.Command {
	only, format := "", "text"
	cmd := &cobra.Command{
		Use:   "influence [DIR]",
		Short: "Tell what each answer matters for, and which kind of interaction each flow is",
		Long: "Tell of each flow whether it is a mutual talk, only asks (pseudo), only tells (asymmetric) or only answers (reactive), and why; how many questions come before " +
			"the first thing of use and before the goal; and of each question which texts, ways, items and orders depend on its answer.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			loaded, err := load(cmd, orHere(dirs)[0])
			if err != nil {
				return err
			}
			outlines, err := outlinesOf(loaded.Set, only)
			if err != nil {
				return err
			}
			return writeOutlines(cmd.OutOrStdout(), outlines, format)
		},
	}
	cmd.Flags().StringVar(&only, "flow", "", "the flow to tell of; without it all")
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	return cmd
}

func outlinesOf(set *flows.Set, only string) ([]analysis.Outline, error) {
	view := analysis.New(set)
	outlines := []analysis.Outline{}
	for _, flow := range view.Flows() {
		if only == "" || only == string(flow.ID) {
			outlines = append(outlines, view.Outline(flow))
		}
	}
	if only != "" && len(outlines) == 0 {
		return nil, fmt.Errorf("there is no flow called %s", only)
	}
	return outlines, nil
}

func writeOutlines(out io.Writer, outlines []analysis.Outline, format string) error {
	switch format {
	case "json":
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(outlines)
	case "text":
		var text strings.Builder
		for i, outline := range outlines {
			if i > 0 {
				text.WriteByte('\n')
			}
			writeOutline(&text, outline)
		}
		_, err := io.WriteString(out, text.String())
		return err
	}
	return fmt.Errorf("there is no format %q; write text or json", format)
}

func writeOutline(out *strings.Builder, o analysis.Outline) {
	fmt.Fprintf(out, "%s: %s\n  %s\n", o.Flow, o.Interaction, strings.Join(o.Because, "; "))
	if o.Effort != nil {
		writeSpan(out, "the first thing of use", o.Effort.Value)
		writeSpan(out, "the goal", o.Effort.Goal)
	}
	for _, question := range o.Questions {
		fmt.Fprintf(out, "  %s\n", question.Name)
		nothing := true
		for _, on := range []string{"text", "branch", "items", "order", "export", "goal"} {
			if places := question.Reaches[on]; len(places) > 0 {
				nothing = false
				fmt.Fprintf(out, "    %-7s %s\n", on, strings.Join(places, ", "))
			}
		}
		if nothing {
			out.WriteString("    nothing depends on it\n")
		}
	}
}

func writeSpan(out *strings.Builder, before string, s *analysis.Span) {
	switch {
	case s == nil:
	case s.Least == s.Most:
		fmt.Fprintf(out, "  %s before %s\n", count(s.Most, "question"), before)
	default:
		fmt.Fprintf(out, "  %d to %s before %s\n", s.Least, count(s.Most, "question"), before)
	}
}
