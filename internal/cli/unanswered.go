package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/internal/app"
)

func newUnanswered() *cobra.Command {
	var language, format string
	var clear bool
	cmd := &cobra.Command{
		Use:   "unanswered [DIR]",
		Short: "List what customers asked in vain, the most frequent first",
		Long: `List what customers asked a running bot in vain, the most frequent first: what to put into faq.yaml next. Questions with the same words in another
order or form are one line. Numbers, addresses and names of accounts are left out, and nobody's name is kept.
The store is the one that REDIS_URL names (TELEGRAM_TOKEN says whose), else the SQLite file in the bot's folder; the bot may run meanwhile.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return unanswered(cmd, dir, language, format, clear)
		},
	}
	cmd.Flags().StringVar(&language, "lang", "", "only questions in this language, as de")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().BoolVar(&clear, "clear", false, "forget the list after it is shown")
	return cmd
}

func unanswered(cmd *cobra.Command, dir, language, format string, clear bool) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("there is no format %q; write text or json", format)
	}
	archive, err := app.OpenArchive(cmd.Context(), dir)
	if err != nil {
		return err
	}
	defer archive.Close()
	counts, err := archive.Counts(cmd.Context(), flows.CountUnanswered)
	if err != nil {
		return err
	}
	if err := writeInVain(cmd, grouped(counts, language), format); err != nil || !clear {
		return err
	}
	return archive.ClearCounts(cmd.Context(), flows.CountUnanswered)
}

// inVain is a question that nobody answered, in all its wordings.
type inVain struct {
	Language string   `json:"language"`
	Words    string   `json:"words"` // the most frequent wording
	Count    int64    `json:"count"` // of all wordings
	Others   []string `json:"others,omitempty"`
}

func writeInVain(cmd *cobra.Command, list []*inVain, format string) error {
	out := cmd.OutOrStdout()
	for _, q := range list {
		if format == "json" {
			if err := json.NewEncoder(out).Encode(q); err != nil {
				return err
			}
			continue
		}
		others := ""
		if n := len(q.Others); n > 0 {
			others = fmt.Sprintf(" (and %s)", strings.Join(q.Others[:min(n, 3)], ", "))
		}
		if _, err := fmt.Fprintf(out, "%6d  %s  %s%s\n", q.Count, q.Language, q.Words, others); err != nil {
			return err
		}
	}
	if len(list) == 0 && format == "text" {
		_, err := fmt.Fprintln(out, "nothing was asked in vain")
		return err
	}
	return nil
}

// grouped puts wordings of the same words together, the most frequent first.
func grouped(counts map[string]int64, language string) []*inVain {
	wordings := make([]string, 0, len(counts))
	for wording := range counts {
		wordings = append(wordings, wording)
	}
	byCount := func(a, b string) int {
		if counts[a] != counts[b] {
			return int(counts[b] - counts[a])
		}
		return strings.Compare(a, b)
	}
	slices.SortFunc(wordings, byCount)
	groups := map[string]*inVain{}
	var list []*inVain
	for _, wording := range wordings {
		spoken, words, _ := strings.Cut(wording, " ")
		if language != "" && spoken != language {
			continue
		}
		key := spoken + " " + wordKey(words)
		group := groups[key]
		if group == nil {
			group = &inVain{Language: spoken, Words: words}
			groups[key] = group
			list = append(list, group)
		} else {
			group.Others = append(group.Others, words)
		}
		group.Count += counts[wording]
	}
	slices.SortStableFunc(list, func(a, b *inVain) int { return int(b.Count - a.Count) })
	return list
}

// wordKey is the same for the same words in any order and most forms. The words are folded already.
func wordKey(words string) string {
	list := strings.Fields(words)
	for i, word := range list {
		list[i] = stem(word)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// stem cuts the commonest endings of English, German and French off a word: enough to put two wordings side by side, where an error does no harm.
func stem(word string) string {
	for _, ending := range []string{"ing", "ern", "en", "er", "es", "em", "ed", "e", "s", "n"} {
		if rest, cut := strings.CutSuffix(word, ending); cut && len(rest) >= 4 {
			return rest
		}
	}
	return word
}
