package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/steps"
)

// checking is how `check` is to be done.
type checking struct {
	format string
	strict bool
}

func newCheck() *cobra.Command {
	how := checking{format: "text"}
	cmd := &cobra.Command{
		Use:   "check [DIR...]",
		Short: "Show all that is wrong with the files of a bot",
		Long: "Show all that is wrong with the files of a bot and with the dialogue they make, each finding at its place; `repartee explain CODE` tells more of one. " +
			"Ends with 0 where nothing stops the bot from running, 1 where something does, or with --strict where anything is found, 2 where the folder cannot be read.",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, dirs []string) error {
			return check(cmd, orHere(dirs), how)
		},
	}
	cmd.Flags().StringVar(&how.format, "format", how.format, "text, json or github")
	cmd.Flags().BoolVar(&how.strict, "strict", false, "end with 1 for warnings too")
	return cmd
}

// orHere is the folder that the command was called in, where none is named.
func orHere(dirs []string) []string {
	if len(dirs) == 0 {
		return []string{"."}
	}
	return dirs
}

func check(cmd *cobra.Command, dirs []string, how checking) error {
	roomy()
	var all config.Diagnostics
	for _, dir := range dirs {
		loaded, found, err := config.LoadDir(dir, steps.Kinds())
		if err != nil {
			return err
		}
		all = append(all, found.With(loaded.Check()).Under(dir)...)
	}
	if err := write(cmd, all, how.format); err != nil {
		return err
	}
	if all.HasErrors() || how.strict && len(all) > 0 {
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
