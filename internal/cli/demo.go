package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"repartee/examples"
)

func newDemo() *cobra.Command {
	listen := pageAddress
	cmd := &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Talk to a bot in your browser; needs no token and no database",
		Long: "Talk to a bot in your browser, as its customers would on their phones. Without a folder it is the coffee shop's bot that is built in: its files are put into a " +
			"new folder that is named, for you to change them; it goes when the demo ends, if you have changed nothing. With a folder it is the same as `repartee dev`." + keyHelp(),
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return dev(cmd, args[0], listen, true)
			}
			dir, err := borrow(examples.Coffee())
			if err != nil {
				return err
			}
			return errors.Join(dev(cmd, dir, listen, false), giveBack(cmd, dir, examples.Coffee()))
		},
	}
	cmd.Flags().StringVar(&listen, "listen", listen, "the address of the page")
	return cmd
}

// borrow puts the files of an example into a folder of their own.
func borrow(files fs.FS) (dir string, err error) {
	dir, err = os.MkdirTemp("", "repartee-demo-")
	if err != nil {
		return "", fmt.Errorf("make a folder for the demo's files: %w", err)
	}
	if err := os.CopyFS(dir, files); err != nil {
		return "", fmt.Errorf("write the demo's files: %w", err)
	}
	return dir, nil
}

// giveBack takes the folder away, unless somebody has changed something in it.
func giveBack(cmd *cobra.Command, dir string, files fs.FS) error {
	if changed(dir, files) {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "Your changes are kept in %s; `repartee dev %s` goes on with them\n", dir, dir)
		return err
	}
	return os.RemoveAll(dir)
}

// changed tells whether a folder holds anything else than some files.
func changed(dir string, files fs.FS) bool {
	there := os.DirFS(dir)
	err := fs.WalkDir(there, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return sameFile(there, files, name)
	})
	if err != nil {
		return true
	}
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		_, err = os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
		return err
	}) != nil
}

var errOther = errors.New("another content")

func sameFile(a, b fs.FS, name string) error {
	here, err := fs.ReadFile(a, name)
	if err != nil {
		return err
	}
	there, err := fs.ReadFile(b, name)
	if err == nil && !bytes.Equal(here, there) {
		err = errOther
	}
	return err
}
