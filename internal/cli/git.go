package cli

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// gitFiles gives the files of a revision: of the folder behind its colon (from the top of the repository, as git has it), else of the one beside.
func gitFiles(ctx context.Context, revision, beside string) (*zip.Reader, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, fmt.Errorf("%q is neither a folder nor a git revision", revision)
	}
	dir := "."
	if isDir(beside) {
		dir = beside
	}
	where, err := git(ctx, dir, "rev-parse", "--show-toplevel", "--show-prefix")
	if err != nil {
		return nil, unreadable(revision, err)
	}
	top, prefix, _ := strings.Cut(string(where), "\n")
	tree := revision
	if !strings.Contains(tree, ":") {
		tree += ":" + strings.TrimSuffix(strings.TrimSpace(prefix), "/")
	}
	packed, err := git(ctx, top, "archive", "--format=zip", tree)
	if err != nil {
		return nil, unreadable(revision, err)
	}
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("read the files of %s: %w", revision, err)
	}
	return files, nil
}

func unreadable(revision string, err error) error {
	return fmt.Errorf("%s is no folder, and as a git revision it cannot be read: %w", revision, err)
}

// git runs a command of git that only reads.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...).Output()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return nil, errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return out, err
}
