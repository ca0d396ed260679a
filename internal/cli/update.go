package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/talk"
)

// maxUpdates bounds how often a talk is played anew while its lines are brought up to date, one by one.
const maxUpdates = 200

// updateTalks writes what the bot says now into the lines that fail, until every talk passes or only failures are left that are no lines of the bot.
func updateTalks(cmd *cobra.Command, loaded *config.Loaded, dir string) (bool, error) {
	changed := 0
	for ; changed < maxUpdates; changed++ {
		failure, language, ok := firstUpdatable(loaded)
		if !ok {
			break
		}
		edit, err := loaded.Reword(failure.Ref, language, failure.Got[0])
		if err != nil {
			return false, err
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(edit.File)), edit.Data, 0o644); err != nil {
			return false, err
		}
		if loaded, err = load(cmd, dir); err != nil {
			return false, err
		}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %s brought up to date; read them before you keep them\n", dir, count(changed, "line"))
	return passes(loaded), nil
}

// firstUpdatable finds the first line of the bot that could be brought up to date.
func firstUpdatable(loaded *config.Loaded) (talk.Failure, string, bool) {
	for i := range loaded.Talks {
		for _, language := range languages(&loaded.Talks[i]) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			at := slices.IndexFunc(result.Failures, func(f talk.Failure) bool { return len(f.Got) > 0 })
			if at >= 0 {
				return result.Failures[at], result.Language, true
			}
		}
	}
	return talk.Failure{}, "", false
}

func passes(loaded *config.Loaded) bool {
	for i := range loaded.Talks {
		for _, language := range languages(&loaded.Talks[i]) {
			if !talk.Play(loaded.Set, &loaded.Talks[i], language).Passed() {
				return false
			}
		}
	}
	return true
}
