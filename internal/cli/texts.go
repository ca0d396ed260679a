package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
)

func newTexts() *cobra.Command {
	return &cobra.Command{
		Use:   "texts DIR",
		Short: "Bring the translations of a bot up to date",
		Long: "Bring the files of translations (texts/*.yaml) up to date: texts that are missing are added where they belong, with nothing behind their language yet; " +
			"where a text has changed since it was translated, `now:` says what it is. Translations, comments and their order stay.",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return texts(cmd, args[0])
		},
	}
}

func texts(cmd *cobra.Command, dir string) error {
	loaded, err := load(cmd, dir)
	if err != nil {
		return err
	}
	if len(loaded.Set.Languages) < 2 {
		fmt.Fprintf(cmd.OutOrStdout(), "%s speaks one language only; list others under `languages` in bot.yaml\n", dir)
		return nil
	}
	for _, r := range loaded.Retext() {
		name := filepath.Join(dir, filepath.FromSlash(r.File))
		if r.Changed {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(name, r.Data, 0o644); err != nil {
				return err
			}
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", filepath.ToSlash(name), retold(r))
	}
	return nil
}

// retold says what was done to a file of translations.
func retold(r config.Retext) string {
	var parts []string
	for _, part := range []struct {
		n    int
		noun string
		rest string
	}{
		{r.Added, "text", "added, to be translated"},
		{r.Stale, "text", "changed since the translation"},
		{r.Moved, "translation", "moved to where the text stands now"},
		{r.Unused, "translation", "kept though no text is like that any more"},
	} {
		if part.n > 0 {
			parts = append(parts, count(part.n, part.noun)+" "+part.rest)
		}
	}
	if len(parts) == 0 {
		return "up to date"
	}
	return strings.Join(parts, ", ")
}
