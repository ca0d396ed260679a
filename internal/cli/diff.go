package cli

import (
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/compare"
	"repartee/flows/steps"
)

func newDiff() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Tell what a change of a bot's files means for customers",
		Long: "Tell what is different between two versions of a bot, by id and meaning: steps, options, texts, conditions, prices, translations, and the ways from question to question that are gained and lost. " +
			"How the files are laid out does not matter; the order of options and items does, as it is that of buttons and cards.\n\n" +
			"A version is a folder, or a git revision as main or HEAD~1 (the folder NEW, or this one, as it was then), or main:path/of/the/bot. A folder of that name comes first; NEW is this folder if it is left out. " +
			"Ends with 0 where there is no difference in meaning, 1 where there is one, 2 where a version cannot be read.",
		Example: "  repartee diff main\n  repartee diff HEAD~1 shop --format markdown\n  repartee diff v1:bots/shop v2:bots/shop",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			now := "."
			if len(args) == 2 {
				now = args[1]
			}
			return diff(cmd, args[0], now, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text, markdown (for a comment on a change) or json")
	return cmd
}

func diff(cmd *cobra.Command, old, now, format string) error {
	write, err := diffFormat(format)
	if err != nil {
		return err
	}
	before, err := readVersion(cmd, old, now)
	if err != nil {
		return err
	}
	after, err := readVersion(cmd, now, ".")
	if err != nil {
		return err
	}
	report := compare.Compare(before.version, after.version)
	report.Place(before.place, after.place)
	if err := write(report, cmd.OutOrStdout()); err != nil {
		return err
	}
	if !report.Empty() {
		return errProblems
	}
	return nil
}

func diffFormat(format string) (func(compare.Report, io.Writer) error, error) {
	switch format {
	case "text":
		return compare.Report.WriteText, nil
	case "markdown":
		return compare.Report.WriteMarkdown, nil
	case "json":
		return compare.Report.WriteJSON, nil
	}
	return nil, fmt.Errorf("there is no format %q; write text, markdown or json", format)
}

// versionRead is one of the two that are compared.
type versionRead struct {
	version compare.Version
	loaded  *config.Loaded
	under   string // what its files are told with
}

// readVersion reads a folder, or what git knows of one. A revision without a path means the folder beside.
func readVersion(cmd *cobra.Command, name, beside string) (*versionRead, error) {
	if isDir(name) {
		return loadVersion(cmd, name, name, func(option config.Option) (*config.Loaded, config.Diagnostics, error) {
			return config.LoadDir(name, steps.Kinds(), option)
		})
	}
	files, err := gitFiles(cmd.Context(), name, beside)
	if err != nil {
		return nil, err
	}
	return loadVersion(cmd, name, "", func(option config.Option) (*config.Loaded, config.Diagnostics, error) {
		loaded, found := config.Load(fs.FS(files), steps.Kinds(), option)
		return loaded, found, nil
	})
}

func loadVersion(cmd *cobra.Command, name, under string, load func(config.Option) (*config.Loaded, config.Diagnostics, error)) (*versionRead, error) {
	v := &versionRead{under: under}
	loaded, found, err := load(config.Reworked(func(source *flows.Source) { v.version.Written = compare.Read(source) }))
	if err != nil {
		return nil, err
	}
	if found.HasErrors() {
		if err := found.Under(name).WriteText(cmd.ErrOrStderr(), colored(cmd.ErrOrStderr())); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%s cannot be compared: it has mistakes that stop it from running", name)
	}
	v.loaded, v.version.Set = loaded, loaded.Set
	return v, nil
}

// place tells where something is written, as flows/advice.yaml:12.
func (v *versionRead) place(ref flows.Ref) string {
	file, line, _ := v.loaded.Position(ref)
	if file == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", path.Join(v.under, file), line)
}
