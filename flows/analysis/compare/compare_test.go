package compare_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/compare"
	"repartee/flows/steps"
)

var update = flag.Bool("update", false, "write what is told into the cases")

// TestCases: each file has what is other in the old and in the new version of a small bot, and what is told of it.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 8 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		if filepath.Base(name) == "base.txtar" {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			report := compare.Compare(load(t, folder(t, archive, "old/")), load(t, folder(t, archive, "new/")))
			expect(t, name, archive, report)
		})
	}
}

// folder is the base with what the case has in its place.
func folder(t *testing.T, archive *txtar.Archive, version string) fstest.MapFS {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, file := range base.Files {
		files[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	for _, file := range archive.Files {
		if name, ok := strings.CutPrefix(file.Name, version); ok {
			files[name] = &fstest.MapFile{Data: file.Data}
		}
	}
	return files
}

func load(t *testing.T, files fstest.MapFS, options ...config.Option) compare.Version {
	t.Helper()
	var v compare.Version
	options = append(options, config.Reworked(func(source *flows.Source) { v.Written = compare.Read(source) }))
	loaded, found := config.Load(files, steps.Kinds(), options...)
	if loaded.Set == nil {
		t.Fatalf("it does not run: %v", found)
	}
	v.Set = loaded.Set
	return v
}

// expect holds a report against what the case says, in each format that it has.
func expect(t *testing.T, name string, archive *txtar.Archive, report compare.Report) {
	t.Helper()
	formats := map[string]func(compare.Report, *bytes.Buffer) error{
		"want.txt":  func(r compare.Report, w *bytes.Buffer) error { return r.WriteText(w) },
		"want.md":   func(r compare.Report, w *bytes.Buffer) error { return r.WriteMarkdown(w) },
		"want.json": func(r compare.Report, w *bytes.Buffer) error { return r.WriteJSON(w) },
	}
	found := false
	for i, file := range archive.Files {
		write, ok := formats[file.Name]
		if !ok {
			continue
		}
		found = true
		var out bytes.Buffer
		if err := write(report, &out); err != nil {
			t.Fatal(err)
		}
		if *update {
			archive.Files[i].Data = out.Bytes()
		} else if got := out.String(); got != string(file.Data) {
			t.Errorf("%s is told otherwise now; look at it and run with -update:\n%s", file.Name, got)
		}
	}
	if !found {
		t.Error("the case does not say what is told")
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
