package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestLinks looks for links to files that are not there.
func TestLinks(t *testing.T) {
	for _, name := range append(pages(t), globbed(t, "reference/*.md")...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			to, _, _ := strings.Cut(found[1], "#")
			if to == "" || to == "url" || strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(to))); err != nil {
				t.Errorf("%s links to %s, which is not there", name, to)
			}
		}
	}
}

// pages are the pages of the documentation whose blocks are run. The generated ones hold examples that their own test checks, but for the recurring forms.
func pages(t *testing.T) []string {
	t.Helper()
	return append(globbed(t, "*.md", "how-to/*.md"), "reference/forms.md", "../README.md")
}

func globbed(t *testing.T, patterns ...string) []string {
	t.Helper()
	var pages []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	return pages
}
