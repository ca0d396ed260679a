package chaos_test

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"repartee/internal/chaos"
)

// For a long run: see `make chaos`.
var (
	lasts     = flag.Duration("chaos.for", 6*time.Second, "how long each storm lasts")
	seed      = flag.Uint64("chaos.seed", 1, "the seed of what goes wrong")
	customers = flag.Int("chaos.customers", 15, "how many customers there are at once")
	every     = flag.Duration("chaos.every", 300*time.Millisecond, "the mean time between two faults")
	fsync     = flag.String("chaos.fsync", "always", "appendfsync of Redis: always or everysec")
	program   = flag.String("chaos.program", "", "repartee; without it it is built")
	keep      = flag.String("chaos.keep", "", "a folder to leave all files of the run in")
)

// TestChaos holds out against a storm, and nothing may be lost, doubled or out of order after it.
func TestChaos(t *testing.T) {
	repartee := built(t)
	for _, c := range []struct {
		name string
		o    chaos.Options
	}{
		{"one", chaos.Options{}},
		{"polling", chaos.Options{Polling: true}},
		{"cluster", chaos.Options{Cluster: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && c.name != "one" {
				t.Skip("takes a minute")
			}
			t.Parallel() // much of the time it waits
			o := c.o
			o.Program, o.Dir, o.Log = repartee, folder(t), t.Logf
			o.For, o.Seed, o.Customers, o.Every, o.Bots, o.Fsync = *lasts, *seed, *customers, *every, 3, *fsync
			report, err := chaos.Run(t.Context(), o)
			if errors.Is(err, chaos.ErrNoRedis) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("\n%s", report.Table())
			for _, wrong := range report.Wrong {
				t.Error(wrong)
			}
		})
	}
}

// built builds the program, unless it is given.
func built(t *testing.T) string {
	t.Helper()
	if *program != "" {
		return *program
	}
	path := filepath.Join(t.TempDir(), "repartee")
	if out, err := exec.Command("go", "build", "-o", path, "repartee/cmd/repartee").CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return path
}

// folder is where the files of a run go.
func folder(t *testing.T) string {
	t.Helper()
	if *keep == "" {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(*keep, "chaos")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
