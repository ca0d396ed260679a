package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/steps"
)

func newCheck() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "check [DIR...]",
		Short: "Show all that is wrong with the files of a bot",
		Long:  "Show all that is wrong with the files of a bot, each mistake at its place. Ends with 0 where nothing stops the bot from running, 1 where something does, 2 where the folder cannot be read.",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, dirs []string) error {
			return check(cmd, orHere(dirs), format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text, json or github")
	return cmd
}

// orHere is the folder that the command was called in, where none is named.
func orHere(dirs []string) []string {
	if len(dirs) == 0 {
		return []string{"."}
	}
	return dirs
}

func check(cmd *cobra.Command, dirs []string, format string) error {
	var all config.Diagnostics
	for _, dir := range dirs {
		_, found, err := config.LoadDir(dir, steps.Kinds())
		if err != nil {
			return err
		}
		all = append(all, found.Under(dir)...)
	}
	if err := write(cmd, all, format); err != nil {
		return err
	}
	if all.HasErrors() {
		return errProblems
	}
	return nil
}

func write(cmd *cobra.Command, found config.Diagnostics, format string) error {
	out := cmd.OutOrStdout()
	switch format {
	case "json":
		return found.WriteJSON(out)
	case "github":
		return found.WriteGitHub(out)
	case "text":
		if err := found.WriteText(out, colored(out)); err != nil {
			return err
		}
		return summary(cmd, found)
	}
	return fmt.Errorf("there is no format %q; write text, json or github", format)
}

func summary(cmd *cobra.Command, found config.Diagnostics) error {
	errors := 0
	for _, d := range found {
		if d.Severity == config.Error {
			errors++
		}
	}
	text := "fine"
	if len(found) > 0 {
		text = count(errors, "error") + ", " + count(len(found)-errors, "warning")
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), text)
	return err
}
