package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"repartee/examples"
)

//go:embed all:scaffold
var scaffold embed.FS

func newInit() *cobra.Command {
	from := ""
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Begin a new bot: a folder with a small flow, its translation and a talk, or with a whole example",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			model, err := modelFor(from)
			if err != nil {
				return err
			}
			files, err := begin(args[0], model)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			for _, file := range files {
				fmt.Fprintln(out, "wrote", filepath.Join(args[0], file))
			}
			fmt.Fprintf(out, "\nNext:\n  repartee check %[1]s\n  repartee dev %[1]s\n  repartee test %[1]s\n", args[0])
			return nil
		},
	}
	cmd.Flags().StringVar(&from, "from", from, "an example to begin with: "+strings.Join(examples.Names(), ", "))
	return cmd
}

// modelFor is what a new bot begins with: an example, or the scaffold.
func modelFor(example string) (fs.FS, error) {
	if example == "" {
		return fs.Sub(scaffold, "scaffold")
	}
	files, ok := examples.Folder(example)
	if !ok {
		return nil, fmt.Errorf("there is no example %s; there is %s", example, strings.Join(examples.Names(), ", "))
	}
	return files, nil
}

// begin writes files into a folder that is empty or not there, with the schemas for editors. Nothing that is there is touched. It gives the names of the files
// that are for people.
func begin(dir string, files fs.FS) ([]string, error) {
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
