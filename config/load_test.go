package config

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/flows/steps"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestDiagnostics loads each folder of testdata and compares what is said to be wrong with it to its want.txt.
func TestDiagnostics(t *testing.T) {
	dirs, err := filepath.Glob("testdata/*/want.txt")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, golden := range dirs {
		dir := filepath.Dir(golden)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			loaded, found, err := LoadDir(dir, steps.Kinds())
			if err != nil {
				t.Fatal(err)
			}
			if found.HasErrors() == (loaded.Set != nil) {
				t.Errorf("a set is there: %v, errors: %v", loaded.Set != nil, found.HasErrors())
			}
			var got bytes.Buffer
			if err := found.WriteText(&got, false); err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("diagnostics differ (-want +got), see with -update:\n%s", diff)
			}
		})
	}
}
