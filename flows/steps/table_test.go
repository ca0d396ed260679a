package steps

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTable(t *testing.T) {
	rows := [][]string{
		{"", "Crema Roma", "Sidamo Yirgacheffe"},
		{"Price", "12,90 €", "14,50 €"},
		{"Zubereitung zu Hause", "Espresso", "Filter, French press und Aeropress"},
	}
	want := strings.Join([]string{
		"            Crema Roma Sidamo",
		"                       Yirgacheff",
		"                       e",
		"Price       12,90 €    14,50 €",
		"Zubereitung Espresso   Filter,",
		"zu Hause               French",
		"                       press und",
		"                       Aeropress",
	}, "\n")
	if got := table(rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTableFits(t *testing.T) {
	long := strings.Repeat("Überraschung ", 20) + strings.Repeat("ß", 90)
	for _, columns := range []int{2, 3, 4} {
		row := slices.Repeat([]string{long}, columns)
		for _, line := range strings.Split(table([][]string{row, row}), "\n") {
			if n := utf8.RuneCountInString(line); n > tableWidth {
				t.Errorf("%d columns: a line of %d letters: %q", columns, n, line)
			}
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"a bcdefgh", 3, []string{"a", "bcd", "efg", "h"}},
		{"äöü ß", 3, []string{"äöü", "ß"}},
	} {
		if got := wrapped(tt.text, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %d: got %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}
