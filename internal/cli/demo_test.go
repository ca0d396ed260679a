package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// started runs a command that goes on until it is stopped, and stops it as soon as its page is there.
func started(t *testing.T, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	root := newRoot()
	out := &stopping{cancel: cancel}
	root.SetArgs(append(args, "--listen", "127.0.0.1:0"))
	root.SetOut(out)
	root.SetErr(out)
	if err := root.ExecuteContext(ctx); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	return out.String()
}

// stopping is the output of a command that ends it when the last line of its beginning is there.
type stopping struct {
	bytes.Buffer
	cancel context.CancelFunc
}

func (s *stopping) Write(p []byte) (int, error) {
	if strings.Contains(string(p), "the page follows") {
		s.cancel()
	}
	return s.Buffer.Write(p)
}

func TestDemoLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	said := started(t, "demo")
	if !strings.Contains(said, "Talk to Bean & Leaf at http://127.0.0.1:") || strings.Contains(said, "Your changes") {
		t.Errorf("it says %s", said)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v, %v", left, err)
	}
}

func TestDemoKeepsChanges(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir, err := borrow(os.DirFS("../../examples/coffee"))
	if err != nil {
		t.Fatal(err)
	}
	files := os.DirFS("../../examples/coffee")
	if changed(dir, files) {
		t.Error("nothing was changed yet")
	}
	talk := filepath.Join(dir, "talks", "mine.yaml")
	if err := os.WriteFile(talk, []byte("talk: mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !changed(dir, files) {
		t.Error("a talk was saved")
	}
	if err := os.Remove(talk); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "faq.yaml")); err != nil {
		t.Fatal(err)
	}
	if !changed(dir, files) {
		t.Error("a file was taken away")
	}
}

// TestDevShowsErrors: a folder with errors is shown all the same, and what is wrong is told.
func TestDevShowsErrors(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bot.yaml"), []byte("bot: Mine\nlanguages: [en]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	said := started(t, "dev", dir)
	if !strings.Contains(said, "missing-key") || !strings.Contains(said, "as soon as they are mended") {
		t.Errorf("it says %s", said)
	}
}
