package value

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func hintTypes() map[string]*Type {
	one, eight := Integer(1), Integer(8)
	from, to := Date(2026, 3, 2), Date(2026, 4, 30)
	open, closed := TimeOfDay(8*60), TimeOfDay(18*60+30)
	later := DateTime(now.Add(time.Hour))
	many := brew()
	many.Base = TypeManyOf
	types := map[string]*Type{
		"integer 1 to 8":     {Base: TypeInteger, Min: &one, Max: &eight},
		"integer from 1":     {Base: TypeInteger, Min: &one},
		"number to 8":        {Base: TypeNumber, Max: &eight},
		"money 1 to 8":       {Base: TypeMoney, Min: &one, Max: &eight},
		"text to 8":          {Base: TypeText, Max: &eight},
		"one_of with 4":      brew(),
		"many_of with 4":     many,
		"date from to":       {Base: TypeDate, Min: &from, Max: &to},
		"time from to":       {Base: TypeTime, Min: &open, Max: &closed},
		"date_time from":     {Base: TypeDateTime, Min: &later},
		"rating in points":   {Base: TypeRating, Scale: "points"},
		"rating with thumbs": {Base: TypeRating, Scale: "thumbs"},
	}
	for _, name := range BaseNames() {
		base, _ := BaseNamed(name)
		types[name] = &Type{Base: base}
	}
	return types
}

// TestHintsAndMisreads holds all that is said to customers against the golden
// file, to be read in a review. UPDATE_GOLDEN=1 writes it anew.
func TestHintsAndMisreads(t *testing.T) {
	var b strings.Builder
	for _, lang := range []string{"en", "de", "fr"} {
		fmt.Fprintf(&b, "## %s\n", lang)
		types := hintTypes()
		for _, name := range sortedKeys(types) {
			fmt.Fprintf(&b, "%s: %s\n", name, Hint(types[name], in(lang)))
		}
		for reason := Empty; reason <= NotARating; reason++ {
			m := Misread{Reason: reason, Limit: Integer(8), Word: "tea"}
			fmt.Fprintf(&b, "%s: %s\n", reason, m.Text(in(lang)))
		}
	}
	golden := filepath.Join("testdata", "hints.golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("hints or misreads have changed; got:\n%s", b.String())
	}
	if strings.Contains(b.String(), "{") || strings.Contains(b.String(), ": \n") {
		t.Error("something is not said, or not put in")
	}
}

func TestHintOfManyOptions(t *testing.T) {
	typ := &Type{Base: TypeOneOf}
	for i := range maxHintOptions + 1 {
		typ.Options = append(typ.Options, Option{ID: fmt.Sprint("o", i)})
	}
	if got := Hint(typ, in("en")); got != "Please choose one of the options." {
		t.Errorf("hint = %q", got)
	}
	if got := Hint(nil, in("en")); got != "A few words are enough." {
		t.Errorf("hint of no type = %q", got)
	}
}

func sortedKeys(types map[string]*Type) []string {
	return slices.Sorted(maps.Keys(types))
}
