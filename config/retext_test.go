package config

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"repartee/flows/steps"
)

// TestRetext has folders whose translations are behind, each with its texts/de.yaml as it becomes and, in the comment at the top, what is counted.
func TestRetext(t *testing.T) {
	cases, err := filepath.Glob("testdata/retext/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := fstest.MapFS{}, &txtar.File{}
			for i := range archive.Files {
				if file := &archive.Files[i]; file.Name == "want" {
					want = file
				} else {
					fsys[file.Name] = &fstest.MapFile{Data: file.Data}
				}
			}
			got, counts := retexted(t, fsys)
			if *update {
				archive.Comment, want.Data = []byte(counts), got
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Comment)+string(want.Data), counts+string(got)); diff != "" {
				t.Errorf("the texts differ (-want +got):\n%s", diff)
			}
			fsys["texts/de.yaml"] = &fstest.MapFile{Data: got}
			if again, counts := retexted(t, fsys); !bytes.Equal(again, got) {
				t.Errorf("once more it changes again (%s):\n%s", counts, cmp.Diff(string(got), string(again)))
			}
		})
	}
}

func retexted(t *testing.T, fsys fstest.MapFS) ([]byte, string) {
	t.Helper()
	loaded, found := Load(fsys, steps.Kinds())
	if loaded.Set == nil {
		t.Fatalf("found %+v", found)
	}
	r := loaded.Retext()[0]
	if r.File != "texts/de.yaml" {
		t.Errorf("the file is %s", r.File)
	}
	return r.Data, fmt.Sprintf("changed %v, added %d, stale %d, moved %d, unused %d\n", r.Changed, r.Added, r.Stale, r.Moved, r.Unused)
}

// TestRetextKeeps has a file with a mark, line ends of another system, and all in order: not a byte of it changes.
func TestRetextKeeps(t *testing.T) {
	texts := "\ufeff# Deutsch\r\n\r\n- {at: welcome.say, en: Hello, de: Hallo}   # kurz\r\n"
	fsys := fstest.MapFS{
		"bot.yaml":           {Data: []byte(smallBot)},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps: [{say: Hello}]\n")},
		"texts/de.yaml":      {Data: []byte(texts)},
	}
	if got, counts := retexted(t, fsys); string(got) != texts || !strings.HasPrefix(counts, "changed false") {
		t.Errorf("%s%q", counts, got)
	}
	fsys["flows/welcome.yaml"].Data = []byte("flow: welcome\nsteps: [{say: Hello you}, {say: Bye}]\n")
	want := strings.Replace(texts, "en: Hello", "now: \"Hello you\", en: Hello", 1) + "- {at: welcome.say, en: Bye, de: }\r\n"
	if got, _ := retexted(t, fsys); string(got) != want {
		t.Errorf("%q, want\n%q", got, want)
	}
}
