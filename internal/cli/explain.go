package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config/explain"
)

func newExplain() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Tell what a finding means, why it hurts customers and how to mend it",
		Long:  "Tell what a finding of `check` means, why it hurts customers, how to mend it, and show an example. The code stands in brackets at the end of the finding. Without a code it lists them all.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, codes []string) error {
			pages := explain.Pages()
			if len(codes) == 1 {
				page, err := explained(codes[0])
				if err != nil {
					return err
				}
				pages = []explain.Page{page}
			}
			switch format {
			case "json":
				encoder := json.NewEncoder(cmd.OutOrStdout())
				encoder.SetEscapeHTML(false)
				encoder.SetIndent("", "  ")
				return encoder.Encode(pages)
			case "text":
				if len(codes) == 1 {
					return writePage(cmd.OutOrStdout(), pages[0])
				}
				return listPages(cmd.OutOrStdout(), pages)
			}
			return fmt.Errorf("there is no format %q; write text or json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	return cmd
}

func explained(code string) (explain.Page, error) {
	if page, ok := explain.Of(code); ok {
		return page, nil
	}
	if near := explain.Nearest(code); near != "" {
		return explain.Page{}, fmt.Errorf("there is no finding %q; did you mean %s?", code, near)
	}
	return explain.Page{}, fmt.Errorf("there is no finding %q; `repartee explain` lists them all", code)
}

// listPages writes a line for each page.
func listPages(w io.Writer, pages []explain.Page) error {
	width := 0
	for _, page := range pages {
		width = max(width, len(page.Code))
	}
	for _, page := range pages {
		if _, err := fmt.Fprintf(w, "%-*s  %s\n", width, page.Code, page.What); err != nil {
			return err
		}
	}
	return nil
}

// writePage writes a page for people.
func writePage(w io.Writer, page explain.Page) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s\n\n%s\n\nWhy it hurts: %s\nHow to mend it: %s\n", page.Code, page.What, page.Why, page.Mend)
	for _, example := range []struct{ title, text string }{{"Example:", page.Example}, {"Found here:", page.Faulty}, {"And not here:", page.Mended}} {
		if example.text == "" {
			continue
		}
		text.WriteString("\n" + example.title + "\n\n")
		for line := range strings.Lines(example.text) {
			text.WriteString("  " + strings.TrimRight(line, "\n") + "\n")
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}
