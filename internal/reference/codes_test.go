package reference

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"repartee/config/explain"
	"repartee/flows/analysis/rules"
)

// checking are the packages that find what is wrong. A text of small words joined by hyphens that is handed to a function, or is a constant, is a code in them.
var checking = []string{"config", "config/document", "flows", "flows/expr", "flows/steps", "flows/talk"}

var hyphened = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

// TestFindings holds the pages of findings against the source that gives them, in both directions. Those of the rules are made from the rules.
func TestFindings(t *testing.T) {
	given := map[string]bool{}
	for _, pkg := range checking {
		files, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(pkg), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				handed(t, name, given)
			}
		}
	}
	for _, rule := range rules.All() {
		given[rule.Code] = true
	}
	pages := map[string]bool{}
	for _, page := range explain.Pages() {
		if pages[page.Code] {
			t.Errorf("%s has two pages", page.Code)
		}
		pages[page.Code] = true
		if !given[page.Code] {
			t.Errorf("nothing gives the finding %s any more", page.Code)
		}
	}
	for code := range given {
		if hyphened.MatchString(code) && !pages[code] {
			t.Errorf("%s has no page in package explain", code)
		}
	}
}

// handed gathers the texts of a Go file that are arguments or constants.
func handed(t *testing.T, name string, into map[string]bool) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(values []ast.Expr) {
		for _, v := range values {
			if literal, ok := v.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil {
					into[text] = true
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			keep(n.Args)
		case *ast.ValueSpec:
			keep(n.Values)
		}
		return true
	})
}

// TestEvents makes sure that the events which the kinds are said to give are there.
func TestEvents(t *testing.T) {
	all, err := events(os.DirFS(filepath.Join("..", "..")))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, e := range all {
		known[e.name] = true
	}
	for kind, names := range kindEvents {
		for _, name := range names {
			if !known[string(name)] {
				t.Errorf("%s gives no event %s", kind, name)
			}
		}
	}
}
