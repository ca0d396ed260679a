package expr

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"repartee/flows/value"
)

// seed adds all that the golden file has problems with.
func seed(f *testing.F, golden string) {
	f.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", golden+".golden"))
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "\t") {
			f.Add(strings.TrimSuffix(line, "\n"))
		}
	}
}

func checkProblems(t *testing.T, src string, problems []Problem) {
	t.Helper()
	for _, p := range problems {
		if p.From < 0 || p.To < p.From || p.To > len(src) || p.Code == "" || p.Message == "" {
			t.Errorf("%q: %+v", src, p)
		}
	}
}

func FuzzCompile(f *testing.F) {
	seed(f, "expressions")
	for _, src := range []string{
		"brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0", "sum(guests, 'age') / 3",
		"known(brew) ? brew : 'any'", "today + 1mo - 3d", "max([1, 2.5], prices)", "-9223372036854.775807 * 2", "9999y + 9999y",
	} {
		f.Add(src)
	}
	e := customer()
	f.Fuzz(func(t *testing.T, src string) {
		p, problems := Compile(src, shop())
		if (p == nil) != (len(problems) > 0) {
			t.Fatalf("program %v with %+v", p, problems)
		}
		checkProblems(t, src, problems)
		if p == nil {
			return
		}
		v := p.Eval(e)
		if kind := p.Type().Kind(); kind != value.KindUnknown && v.Known() && v.Kind() != kind {
			t.Errorf("%s is of the type %s, and gives a %s", src, p.Type().Base, v.Kind())
		}
		if !value.Equal(v, p.Eval(e)) || p.True(e) != v.AsBool() {
			t.Errorf("%s gives different results", src)
		}
		checkFormula(t, src, p, e)
		for _, r := range p.Reads() {
			if shop().Lookup(r.Name) == nil {
				t.Errorf("%s reads %q, which is not there", src, r.Name)
			}
		}
	})
}

func FuzzCompileText(f *testing.F) {
	seed(f, "texts")
	for _, src := range []string{
		"**Hi {{ contact.first_name ?? 'you' }}**, _{{ brew }}_ `{{ link }}` [x](https://example.com/{{ link }})",
		"_a **b `c` [d_](e)** f", "**{{ nothing }}**", "****a****", "_**_**_", "[[a](https://x)](https://y)", "\xff**\xff**",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		tmpl, problems := CompileText(src, shop())
		if (tmpl == nil) != (len(problems) > 0) {
			t.Fatalf("template %v with %+v", tmpl, problems)
		}
		checkProblems(t, src, problems)
		if tmpl == nil {
			return
		}
		f := tmpl.Render(customer())
		units := UTF16Len(f.Text)
		if units < tmpl.MinLength() {
			t.Errorf("%q is shorter than its fixed parts", f.Text)
		}
		checkEntities(t, f.Entities, units)
	})
}

// checkEntities: all within the text, in order, and one is within another or
// beside it.
func checkEntities(t *testing.T, entities []Entity, units int) {
	t.Helper()
	var open []int // where the entities around end
	last := 0
	for _, e := range entities {
		end := e.Offset + e.Length
		if e.Offset < last || e.Length < 1 || end > units {
			t.Errorf("%+v of a text of %d", entities, units)
		}
		last = e.Offset
		for len(open) > 0 && open[len(open)-1] <= e.Offset {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1] < end {
			t.Errorf("entities cross: %+v", entities)
		}
		open = append(open, end)
	}
}
