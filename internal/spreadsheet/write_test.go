package spreadsheet

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
)

func TestHarmlessCells(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "Ann": "Ann", "2 × Crema; 1 × Espresso": "2 × Crema; 1 × Espresso", "a=b": "a=b", "a-b": "a-b", "ann@example.com": "ann@example.com", "O'Neil": "O'Neil",
		"12.90": "12.90", "-12.90": "-12.90", "-5": "-5", "0": "0",
		"=1+1": "'=1+1", "+49 30 1": "'+49 30 1", "+4930": "'+4930", "-cmd": "'-cmd", "--5": "'--5", "-5-5": "'-5-5", "-Inf": "'-Inf", "-0x1p4": "'-0x1p4", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\rx": "'\rx", "\nx": "'\nx", " =1": " '=1", "\u00a0=1": "\u00a0'=1", "\ufeff=1": "\ufeff'=1", "\u200b@x": "\u200b'@x",
		"＝1+1": "'＝1+1", "＠x": "'＠x",
		"x;=1+1": "x;'=1+1", "x; -cmd": "x; '-cmd", "x\n=1": "x\n'=1", "x\t@y": "x\t'@y", `=HYPERLINK("http://x?"&A1;"Win")`: `'=HYPERLINK("http://x?"&A1;"Win")`,
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q, not %q", cell, got, want)
		}
	}
}

// FuzzCSV writes any cells: they come back as they were but for the marks that keep them from being formulas, whichever sign a spreadsheet parts cells at.
func FuzzCSV(f *testing.F) {
	f.Add("=1+1", "a\"b,c\r\nd")
	f.Add("-5", ";=x")
	f.Add("\t\t@", "\"\n=1")
	f.Fuzz(func(t *testing.T, one, two string) {
		one, two = strings.ToValidUTF8(one, "?"), strings.ToValidUTF8(two, "?")
		var out strings.Builder
		if err := Write(&out, [][]string{{"one", "two"}, {one, two}, {two, one}}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil || len(rows) != 3 {
			t.Fatalf("%q is read as %q, %v", out.String(), rows, err)
		}
		for i, cell := range []string{one, two} {
			got := rows[1][i]
			if cell == strings.ReplaceAll(cell, "\r\n", "\n") && strings.ReplaceAll(got, "'", "") != strings.ReplaceAll(cell, "'", "") { // a reader makes one line end of the two
				t.Errorf("%q comes back as %q", cell, got)
			}
			if got != "" && strings.ContainsRune("\t\r\n", rune(got[0])) {
				t.Errorf("%q begins with a sign that is not seen", got)
			}
			if strings.HasPrefix(got, "'") {
				got = "'" + strings.TrimLeft(got, "'\t\r\n") // the one mark stands for all of it
			}
			for part := range strings.FieldsFuncSeq(got, func(r rune) bool { return strings.ContainsRune(";\t\r\n", r) }) {
				part = strings.TrimLeftFunc(part, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) })
				if part != "" && strings.ContainsRune("=+@＝＋－＠", []rune(part)[0]) {
					t.Errorf("%q has a formula in it: %q", got, part)
				}
			}
		}
	})
}
