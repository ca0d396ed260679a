// Package deploy_test holds the files of this folder against the program: settings that it has, ports and paths that it serves, and a store that it trusts.
package deploy_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"
)

// documents reads all documents of a YAML file.
func documents(t *testing.T, file string) (all []map[string]any) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	decoder := yaml.NewDecoder(f)
	for {
		var one map[string]any
		switch err := decoder.Decode(&one); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, one)
	}
}

// TestYAML reads every YAML file here.
func TestYAML(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob("*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, below...)
	if len(files) < 5 {
		t.Errorf("only %q are here", files)
	}
	for _, file := range files {
		for i, document := range documents(t, file) {
			if len(document) == 0 {
				t.Errorf("document %d of %s is empty", i+1, file)
			}
		}
	}
}

// at follows keys of maps and indices of lists into a document.
func at[T any](t *testing.T, from any, path ...any) (found T) {
	t.Helper()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, ok := from.(map[string]any)
			if !ok || m[step] == nil {
				t.Fatalf("there is no %q of %v", step, path)
			}
			from = m[step]
		case int:
			list, ok := from.([]any)
			if !ok || step >= len(list) {
				t.Fatalf("there is no number %d of %v", step, path)
			}
			from = list[step]
		}
	}
	found, ok := from.(T)
	if !ok {
		t.Fatalf("%v is a %T", path, from)
	}
	return found
}

// object finds a Kubernetes object.
func object(t *testing.T, file, kind, name string) map[string]any {
	t.Helper()
	for _, o := range documents(t, filepath.Join("kubernetes", file)) {
		if o["kind"] == kind && at[string](t, o, "metadata", "name") == name {
			return o
		}
	}
	t.Fatalf("%s has no %s %s", file, kind, name)
	return nil
}

// text writes what YAML may have read as another type.
func text(t *testing.T, v any) string {
	t.Helper()
	raw, err := yaml.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var s string
	if err := yaml.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	return s
}
