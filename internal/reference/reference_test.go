package reference_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"repartee/internal/reference"
)

var update = flag.Bool("update", false, "write docs/reference anew")

// root is the repository.
var root = filepath.Join("..", "..")

// TestExamples holds the examples that package explain shows against the goldens.
func TestExamples(t *testing.T) {
	text, err := reference.Examples(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, "config", "explain", "examples.txt")
	if *update {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != text {
		t.Error("config/explain/examples.txt is stale; write it anew with -update, twice: the pages are made from it")
	}
}

// TestPages holds docs/reference against what the program says.
func TestPages(t *testing.T) {
	pages, err := reference.Pages(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "docs", "reference")
	if *update {
		write(t, dir, pages)
	}
	known := map[string]bool{}
	for _, page := range pages {
		known[page.Name] = true
		text, err := os.ReadFile(filepath.Join(dir, page.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		if string(text) != page.Text {
			t.Errorf("docs/reference/%s is stale; write it anew with -update", page.Name)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !known[file.Name()] {
			t.Errorf("docs/reference/%s belongs to nothing", file.Name())
		}
	}
}

func write(t *testing.T, dir string, pages []reference.Page) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if err := os.WriteFile(filepath.Join(dir, page.Name), []byte(page.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
