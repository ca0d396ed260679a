package config

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config/document"
	"repartee/flows/steps"
)

// most is the greatest number of bytes that reading one file may allocate in all.
const most = 1 << 30

// TestHostileFiles reads files that are made to take long or to fill the memory. Each of them is refused, with no more to read than a person would.
func TestHostileFiles(t *testing.T) {
	numbered := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, line, i)
		}
		return b.String()
	}
	nested := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}
	const head = "flow: welcome\nsteps:\n"
	for _, c := range []struct {
		name, file, content, code string
	}{
		{"brackets within brackets", "flows/welcome.yaml", strings.Repeat("[", 5000), document.Syntax},
		{"maps within maps", "flows/welcome.yaml", strings.Repeat("{a: ", 2000), ""},
		{"lines within lines", "flows/welcome.yaml", nested(400), ""},
		{"dashes behind dashes", "flows/welcome.yaml", strings.Repeat("- ", 4000), ""},
		{"questions behind questions", "flows/welcome.yaml", strings.Repeat("? ", 4000), ""},
		{"aliases of aliases", "flows/welcome.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" + strings.Repeat("z: [*c,*c]\n", 1000), document.Anchor},
		{"merged maps", "bot.yaml", smallBot + "a: &a {b: c}\nd:\n  <<: *a\n", document.Anchor},
		{"a long line", "flows/welcome.yaml", strings.Repeat("x", 10_001), document.TooLarge},
		{"ten megabytes", "flows/welcome.yaml", strings.Repeat("x", 10<<20), document.TooLarge},
		{"many lines", "flows/welcome.yaml", strings.Repeat("\n", 20_001) + "flow: welcome", document.TooLarge},
		{"the same key again and again", "flows/welcome.yaml", head + "  - say: x\n" + strings.Repeat("steps: 1\n", 3000), "duplicate-key"},
		{"many unknown keys", "flows/welcome.yaml", head + "  - say: x\n" + numbered(3000, "k%d: 1\n"), "unknown-key"},
		{"many unknown kinds", "flows/welcome.yaml", head + numbered(3000, "  - k%d: x\n"), "unknown-kind"},
		{"quotes without an end", "flows/welcome.yaml", strings.Repeat("a: \"x\n", 3000), ""},
		{"many colons", "flows/welcome.yaml", strings.Repeat("a: b: c: d\n", 3000), ""},
		{"nothing but zeros", "flows/welcome.yaml", strings.Repeat("\x00", 10_000), ""},
		{"no UTF-8", "flows/welcome.yaml", strings.Repeat("\xff\n", 3000), document.NotUTF8},
		{"a text of values", "flows/welcome.yaml", head + "  - say: '" + strings.Repeat("{{ a }}", 201) + "'\n", "too-long"},
		{"texts of values", "flows/welcome.yaml", head + strings.Repeat("  - say: '"+strings.Repeat("{{ a }}", 500)+"'\n", 100), "too-long"},
		{"a deep expression", "flows/welcome.yaml", head + "  - set: {a: '" + strings.Repeat("(", 500) + "1" + strings.Repeat(")", 500) + "'}\n", "too-deep"},
		{"a long expression", "flows/welcome.yaml", head + "  - set: {a: '" + strings.Repeat("1 + ", 2000) + "1'}\n", "too-long"},
		{"a pattern that multiplies", "bot.yaml", smallBot + "fields: {a: {type: text, pattern: '((a{1000}){1000}){1000}'}}\n", "bad-pattern"},
		{"a pattern of brackets", "bot.yaml", smallBot + "fields: {a: {type: text, pattern: '" + strings.Repeat("(", 1001) + strings.Repeat(")", 1001) + "'}}\n", "bad-pattern"},
		{"a table of commas", "catalog/a.csv", "id,name\n" + strings.Repeat(",", 50_001), document.TooLarge},
		{"tables of commas", "catalog/a.csv", "id\n" + strings.Repeat(strings.Repeat(",x", 20_000)+"\n", 10), document.TableSyntax},
		{"many columns", "catalog/a.csv", "id," + strings.Repeat("a,", 500) + "\n", document.TooLarge},
		{"strange columns", "catalog/a.csv", "id," + strings.Repeat("Ä,", 498) + "\n", "bad-id"},
		{"a table of quotes", "catalog/a.csv", "id,name\n" + strings.Repeat("a,b\"c\n", 20_000), document.TableSyntax},
		{"a table without an end", "catalog/a.csv", "id,name\n\"" + strings.Repeat("a,b\n", 20_000), document.TableSyntax},
		{"the same item again and again", "catalog/a.csv", "id,name\n" + strings.Repeat("a,b\n", 20_000), "duplicate-id"},
		{"a large table", "catalog/a.csv", strings.Repeat("id,name\n", 3<<20), document.TooLarge},
		{"the same entry again and again", "faq.yaml", strings.Repeat("- {id: a, ask: [b?], answer: c}\n", 3000), "duplicate-id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{"bot.yaml": {Data: []byte(smallBot)}, "flows/welcome.yaml": {Data: []byte(head + "  - say: Hello\n")}}
			fsys[c.file] = &fstest.MapFile{Data: []byte(c.content)}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			loaded, found := Load(fsys, steps.Kinds())
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("%d bytes take %d MiB to read", len(c.content), used>>20)
			}
			if loaded.Set != nil || !found.HasErrors() || len(found) > maxFound {
				t.Fatalf("%d found, errors: %v", len(found), found.HasErrors())
			}
			if c.code != "" && !slices.ContainsFunc(found, func(d Diagnostic) bool { return d.Code == c.code }) {
				t.Errorf("%s is not among what is found, such as %s", c.code, found[0].Code)
			}
			if err := found.WriteText(io.Discard, true); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestManyWarningsHideNoError finds the one error behind more warnings than are kept.
func TestManyWarningsHideNoError(t *testing.T) {
	l := newLoader(nil)
	for range 50 * maxFound {
		l.note(Diagnostic{Severity: Warning})
	}
	l.note(Diagnostic{Severity: Error})
	if len(l.found) > 11*maxFound || !l.found.HasErrors() {
		t.Errorf("%d are kept, errors: %v", len(l.found), l.found.HasErrors())
	}
}
