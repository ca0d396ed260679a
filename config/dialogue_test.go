package config_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/examples"
	"repartee/flows/steps"
)

const faultyBots = "testdata/dialogue"

// TestDialogue has bots with one fault each: the sound bot of base/, with the files of a txtar in place of its own. texts/de.yaml is added to what the base has.
// The line with the fault ends with `# FAULT: code`; a fault in a table is named by the comment, which also says what a customer suffers.
func TestDialogue(t *testing.T) {
	archives, err := filepath.Glob(faultyBots + "/*.txtar")
	if err != nil || len(archives) < 60 {
		t.Fatalf("only %d bots: %v", len(archives), err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			folder, comment := faulty(t, name)
			if diff := cmp.Diff([]string{faultOf(t, folder, comment)}, findings(folder)); diff != "" {
				t.Errorf("%s\nfindings differ (-want +got):\n%s", strings.TrimSpace(comment), diff)
			}
		})
	}
}

// TestSound holds the bots that have no fault: nothing is found.
func TestSound(t *testing.T) {
	sound := map[string]fs.FS{"base": os.DirFS(faultyBots + "/base")}
	for _, name := range examples.Names() {
		sound[name], _ = examples.Folder(name)
	}
	for name, folder := range sound {
		t.Run(name, func(t *testing.T) {
			if found := findings(folder); len(found) > 0 {
				t.Errorf("found\n%s", strings.Join(found, "\n"))
			}
		})
	}
}

// findings are all that is found in a folder, as file:line: code.
func findings(folder fs.FS) []string {
	loaded, found := config.Load(folder, steps.Kinds())
	if loaded.Set != nil {
		found = append(found, loaded.Check()...)
	}
	said := make([]string, 0, len(found))
	for _, d := range found {
		said = append(said, fmt.Sprintf("%s:%d: %s", d.File, d.Line, d.Code))
	}
	return said
}

// faulty gives the folder of a bot, and the comment of its archive.
func faulty(t *testing.T, name string) (fstest.MapFS, string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	folder := baseBot(t)
	for _, file := range archive.Files {
		if path.Dir(file.Name) == "texts" {
			file.Data = append(folder[file.Name].Data, file.Data...)
		}
		folder[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	return folder, string(archive.Comment)
}

func baseBot(t *testing.T) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	base := os.DirFS(faultyBots + "/base")
	err := fs.WalkDir(base, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		folder[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// faultOf gives the fault of a bot as findings says it.
func faultOf(t *testing.T, folder fstest.MapFS, comment string) string {
	t.Helper()
	var faults []string
	if _, fault, ok := strings.Cut(comment, "FAULT "); ok {
		faults = append(faults, strings.TrimSpace(fault))
	}
	mark := regexp.MustCompile(`# FAULT: ([a-z-]+)$`)
	for _, name := range slices.Sorted(maps.Keys(folder)) {
		for i, line := range strings.Split(string(folder[name].Data), "\n") {
			if code := mark.FindStringSubmatch(line); code != nil {
				faults = append(faults, fmt.Sprintf("%s:%d: %s", name, i+1, code[1]))
			}
		}
	}
	if len(faults) != 1 {
		t.Fatalf("want one fault, there are %q", faults)
	}
	return faults[0]
}
