package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

//go:embed all:scaffold
var scaffold embed.FS

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Begin a new bot: a folder with a small flow, its translation and a talk",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := begin(args[0])
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			for _, file := range files {
				fmt.Fprintln(out, "wrote", filepath.Join(args[0], file))
			}
			fmt.Fprintf(out, "\nNext:\n  repartee check %[1]s\n  repartee chat %[1]s\n  repartee test %[1]s\n", args[0])
			return nil
		},
	}
}

// begin writes the scaffold into a folder that is empty or not there, with the schemas for editors. Nothing that is there is touched. It gives the names of the files
// that are for people.
func begin(dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	if len(there) > 0 {
		return nil, fmt.Errorf("%s is not empty; name a folder that is not there yet", dir)
	}
	files, err := fs.Sub(scaffold, "scaffold")
	if err != nil {
		return nil, err
	}
	if err := os.CopyFS(dir, files); err != nil {
		return nil, err
	}
	if _, err := writeSchemas(dir); err != nil {
		return nil, err
	}
	var names []string
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, filepath.FromSlash(name))
		}
		return errors.Join(err)
	})
	return names, err
}
