package config

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("0123456789", 30)
	for _, c := range []struct {
		source      string
		col, end    int
		marked      string
		first, last rune
	}{
		{source: "\tbrew: 1", col: 2, end: 6, marked: "brew", first: ' ', last: '1'},
		{source: long, col: 5, end: 8, marked: "456", first: '0', last: '…'},
		{source: long, col: 5, end: 301, marked: long[4:199] + "…", first: '0', last: '…'},
		{source: long, col: 201, end: 204, marked: "012", first: '…', last: '9'},
		{source: long, col: 301, end: 301, marked: "", first: '…', last: '9'},
		{source: strings.Repeat("ü", 300) + "x" + long, col: 301, end: 302, marked: "x", first: '…', last: '…'},
	} {
		line, from, to := Diagnostic{Source: c.source, Col: c.col, EndCol: c.end}.excerpt()
		runes := []rune(line)
		if len(runes) > widestExcerpt || string(runes[from:to]) != c.marked || runes[0] != c.first || runes[len(runes)-1] != c.last {
			t.Errorf("%d to %d: %s, with %q marked", c.col, c.end, line, string(runes[from:to]))
		}
	}
}
