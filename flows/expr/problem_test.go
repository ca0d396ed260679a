package expr

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProblems holds what is said about wrong expressions and texts against the
// golden files: each source, then what is wrong with it. A source without
// problems there is a mistake. UPDATE_GOLDEN=1 writes them anew.
func TestProblems(t *testing.T) {
	tests := map[string]func(string) []Problem{
		"expressions": func(src string) []Problem { _, p := Compile(src, shop()); return p },
		"conditions":  func(src string) []Problem { _, p := CompileCondition(src, shop()); return p },
		"texts":       func(src string) []Problem { _, p := CompileText(src, shop()); return p },
		"labels":      func(src string) []Problem { _, p := CompileLabel(src, shop()); return p },
		"urls":        func(src string) []Problem { _, p := CompileURL(src, shop()); return p },
	}
	for name, compile := range tests {
		t.Run(name, func(t *testing.T) {
			golden := filepath.Join("testdata", name+".golden")
			data, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			got := writeProblems(t, string(data), compile)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(data) {
				t.Errorf("what is said has changed; got:\n%s", got)
			}
		})
	}
}

// writeProblems writes a golden file anew from the sources in it: the lines that
// are not indented.
func writeProblems(t *testing.T, golden string, compile func(string) []Problem) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(golden) {
		src := strings.TrimSuffix(line, "\n")
		if src == "" || strings.HasPrefix(src, "\t") {
			continue
		}
		problems := compile(src)
		if len(problems) == 0 {
			t.Errorf("%s: nothing is wrong", src)
		}
		fmt.Fprintln(&b, src)
		for _, p := range problems {
			if p.From < 0 || p.To < p.From || p.To > len(src) || p.Message == "" {
				t.Errorf("%s: no place or message: %+v", src, p)
				continue
			}
			fmt.Fprintf(&b, "\t%d-%d %q [%s] %s", p.From, p.To, src[p.From:p.To], p.Code, p.Message)
			if p.Help != "" {
				fmt.Fprintf(&b, " | %s", p.Help)
			}
			fmt.Fprintln(&b)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}
