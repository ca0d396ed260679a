package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/understand"
)

func newUnderstand() *cobra.Command {
	var language, format string
	cmd := &cobra.Command{
		Use:   "understand DIR [FILE]",
		Short: "Show what customers' words would start or answer",
		Long: `Show what customers' words would start or answer where no question is open: one utterance a line, from the file or from standard input.
Where the first line is "text,expected" the rest is CSV, and what is expected is written faq:id, start:flow or just the id; nothing for words that mean
nothing here. Then accuracy, precision (how much of what was answered was right), recall (how much of what had an answer got it) and the worst
confusions follow. In JSON "next" is the runner-up; where nothing is understood, what came nearest.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			in := cmd.InOrStdin()
			if len(args) == 2 {
				file, err := os.Open(args[1])
				if err != nil {
					return err
				}
				defer file.Close()
				in = file
			}
			return understandAll(cmd, args[0], in, language, format)
		},
	}
	cmd.Flags().StringVar(&language, "lang", "", "the language of the customers, as de; without it the bot's first one")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func understandAll(cmd *cobra.Command, dir string, in io.Reader, language, format string) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("there is no format %q; write text or json", format)
	}
	loaded, err := load(cmd, dir)
	if err != nil {
		return err
	}
	set := loaded.Set
	if language == "" {
		language = set.Languages[0]
	} else if !slices.Contains(set.Languages, language) {
		return fmt.Errorf("the bot does not speak %q; its languages are %s", language, strings.Join(set.Languages, ", "))
	}
	utterances, expecting, err := readUtterances(in)
	if err != nil {
		return err
	}
	var t tally
	for _, u := range utterances {
		m := meaningOf(set, u.text, language)
		t.add(u, m)
		if err := m.write(cmd.OutOrStdout(), u, expecting, format); err != nil {
			return err
		}
	}
	if !expecting {
		return nil
	}
	return t.write(cmd.OutOrStdout(), format)
}

// meaning is what an utterance would start or answer.
type meaning struct {
	Text  string   `json:"text"`
	Kind  string   `json:"kind"` // faq, start or none
	ID    string   `json:"id"`
	Score float64  `json:"score"`
	Next  *nearest `json:"next"`
}

// nearest is what an utterance would mean otherwise.
type nearest struct {
	Kind  string  `json:"kind"`
	ID    string  `json:"id"`
	Score float64 `json:"score"`
}

const kindNone = "none"

func meaningOf(set *flows.Set, text, language string) meaning {
	m := meaning{Text: text, Kind: kindNone}
	found := set.Understand(text, language)
	if len(found) > 0 {
		m.Score = found[0].Score
	}
	if len(found) > 0 && found[0].Score >= understand.Threshold {
		m.Kind, m.ID = found[0].Kind, found[0].ID
		found = found[1:]
	}
	if len(found) > 0 {
		m.Next = &nearest{found[0].Kind, found[0].ID, found[0].Score}
	}
	return m
}

// name is how the meaning is written where one is expected: faq:id, or none.
func (m *meaning) name() string {
	if m.Kind == kindNone {
		return kindNone
	}
	return m.Kind + ":" + m.ID
}

// is tells whether the meaning is what was expected.
func (m *meaning) is(expected string) bool {
	if expected == "" || expected == kindNone {
		return m.Kind == kindNone
	}
	return expected == m.name() || m.Kind != kindNone && expected == m.ID
}

func (m *meaning) write(out io.Writer, u utterance, expecting bool, format string) error {
	if format == "json" {
		return json.NewEncoder(out).Encode(m)
	}
	line := fmt.Sprintf("%.2f  %-28s  %s", m.Score, m.name(), m.Text)
	if m.Next != nil {
		line += fmt.Sprintf("  (next %s:%s %.2f)", m.Next.Kind, m.Next.ID, m.Next.Score)
	}
	if expecting && !m.is(u.expected) {
		line += "  expected " + orNone(u.expected)
	}
	_, err := fmt.Fprintln(out, line)
	return err
}

func orNone(expected string) string {
	if expected == "" {
		return kindNone
	}
	return expected
}
