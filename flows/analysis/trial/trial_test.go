package trial

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// TestClaims walks out random bots. No rule may claim of them what the engine proves wrong.
func TestClaims(t *testing.T) {
	const seeds, states = 60, 300
	bots, claims := 0, 0
	misses := map[string]int{}
	for seed := range uint64(seeds) {
		files := drawn(seeded(seed))
		set, runs := compiled(files)
		if !runs {
			continue
		}
		j := judged(set, states)
		bots, claims = bots+1, claims+j.claims
		for _, f := range j.faults {
			if f.miss {
				misses[f.code]++
				continue
			}
			t.Errorf("seed %d: %s\n%s", seed, f, written(files))
		}
	}
	if bots < seeds/4 || claims < bots {
		t.Errorf("only %d bots with %d claims were walked", bots, claims)
	}
	t.Logf("%d bots, %d claims; not told: %v", bots, claims, misses)
}

// FuzzClaims looks for bots of which a rule claims what the engine proves wrong.
func FuzzClaims(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(bytesOf(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := drawn(&dice{data})
		set, runs := compiled(files)
		if !runs {
			return
		}
		for _, fault := range judged(set, 400).faults {
			if !fault.miss {
				t.Errorf("%s\n%s", fault, written(files))
			}
		}
	})
}

// TestKept walks out bots that showed a fault once. What is found in them stands beside them.
func TestKept(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no bots are kept: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{"bot.yaml": head + "fields: {c1: {type: one_of, options: {a: Ash, b: Birch}}}\n"}
			for _, file := range archive.Files {
				files[file.Name] = string(file.Data)
			}
			want := files["found"]
			delete(files, "found")
			set, runs := compiled(files)
			if !runs {
				t.Fatalf("it does not run:\n%s", written(files))
			}
			j := judged(set, 2000)
			if !j.whole {
				t.Error("it is not walked out")
			}
			for _, f := range j.faults {
				if !f.miss {
					t.Error(f)
				}
			}
			if diff := cmp.Diff(want, findings(j.found)); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
		})
	}
}

// compiled loads a bot; runs is false where it has errors.
func compiled(files map[string]string) (set *flows.Set, runs bool) {
	loaded, found := config.Load(folder(files), steps.Kinds())
	if found.HasErrors() {
		return nil, false
	}
	return loaded.Set, true
}

func findings(all []flows.Problem) string {
	text := ""
	for _, p := range all {
		text += p.Code + " " + p.Ref.Flow + " " + p.Ref.Path + "\n"
	}
	return text
}

func written(files map[string]string) string {
	text := ""
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text += fmt.Sprintf("-- %s --\n%s", name, files[name])
	}
	return text
}
