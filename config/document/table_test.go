package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawn writes a table as its cells with their places, and its faults.
func drawn(d *Document) []string {
	var all []string
	if d.Root != nil {
		for _, row := range d.Root.Items {
			for _, p := range row.Pairs {
				r := d.Place(p.Value)
				all = append(all, fmt.Sprintf("%s=%s @%d:%d-%d", p.Key.Value, p.Value.Value, r.Line, r.Col, r.End))
			}
			all = append(all, fmt.Sprintf("row @%d", d.Place(row).Line))
		}
	}
	for _, f := range d.Faults {
		all = append(all, fmt.Sprintf("%d:%d %s: %s", f.Line, f.Col, f.Code, f.Message))
	}
	return all
}

func TestParseTable(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"plain":                {"id,price\ncrema,12.90\n", []string{"id=crema @2:1-6", "price=12.90 @2:7-12", "row @2"}},
		"mark and line ends":   {"\ufeffid;price\r\ncrema;12,90\r\n\r\n;;\r\n", []string{"id=crema @2:1-6", "price=12,90 @2:7-12", "row @2"}},
		"tabs":                 {"id\tname\na\tCrema, Roma\n", []string{"id=a @2:1-2", "name=Crema, Roma @2:3-14", "row @2"}},
		"the sign said":        {"sep=;\nid;name\na;x, y\n", []string{"id=a @3:1-2", "name=x, y @3:3-7", "row @3"}},
		"quotes":               {"id,name\na,\"An \"\"Ä\"\", b\"\nb,Ü c\n", []string{`id=a @2:1-2`, `name=An "Ä", b @2:3-16`, "row @2", "id=b @3:1-2", "name=Ü c @3:3-6", "row @3"}},
		"a text of two lines":  {"id,text\na,\"one\ntwo\"\nb,c\n", []string{"id=a @2:1-2", "text=one\ntwo @2:3-7", "row @2", "id=b @4:1-2", "text=c @4:3-4", "row @4"}},
		"blanks":               {"id , name\na , Crema \n", []string{"id=a @2:1-2", "name=Crema @2:5-10", "row @2"}},
		"empty cells":          {"id,name,text\na,,x\n", []string{"id=a @2:1-2", "text=x @2:4-5", "row @2"}},
		"short row":            {"id,name\na\n", []string{"id=a @2:1-2", "row @2"}},
		"cell without column":  {"id,name\na,b,c\n", []string{"id=a @2:1-2", "row @2", "2:5 table-syntax: this row has 3 cells, and the first row names 2"}},
		"a comma in a text":    {"id,text,price\na,Small, and light,9\nb,c,8,,\n", []string{"id=a @2:1-2", "row @2", "id=b @3:1-2", "text=c @3:3-4", "price=8 @3:5-6", "row @3", "2:20 table-syntax: this row has 4 cells, and the first row names 3"}},
		"two bytes a letter":   {"\xff\xfei\x00d\x00", []string{"1:1 not-utf8: the file is saved as UTF-16 (\"Unicode\"), which is not read"}},
		"column without name":  {"id,,name\na,,b\nc,d,e\n", []string{"id=a @2:1-2", "name=b @2:4-5", "row @2", "id=c @3:1-2", "name=e @3:5-6", "row @3", "3:3 table-syntax: no column is named for this cell"}},
		"quote in a cell":      {"id,name\na,5\" disc\nb,c\n", []string{"id=b @3:1-2", "name=c @3:3-4", "row @3", "2:4 table-syntax: a quote stands within a cell that does not begin with one"}},
		"text behind a quote":  {"id,name\na,\"x\" y\nb,c\n", []string{"id=b @3:1-2", "name=c @3:3-4", "row @3", "2:5 table-syntax: the quotes of this cell do not come in pairs"}},
		"quote never closed":   {"id,name\na,\"x\nb,c\n", []string{"2:3 table-syntax: a quote that begins in this row is never closed"}},
		"empty":                {"", []string{"1:1 empty-file: the file is empty"}},
		"blank":                {"\n\n", []string{"1:1 empty-file: the file is empty"}},
		"header alone":         {"id,name\n", nil},
		"no UTF-8":             {"id,name\na,caf\xe9\n", []string{"id=a @2:1-2", "name=café @2:3-7", "row @2", "2:6 not-utf8: the file is not saved as UTF-8, so letters such as ä or é are lost"}},
		"a value as YAML's":    {"id,text\na,#1 \\n {{ x }}\n", []string{"id=a @2:1-2", `text=#1 \n {{ x }} @2:3-16`, "row @2"}},
		"a decimal comma":      {"id,price,stock\na,9,90,7\nb,\"9,90\",7\n", []string{"id=a @2:1-2", "price=9,90 @2:3-7", "stock=7 @2:8-9", "row @2", "id=b @3:1-2", "price=9,90 @3:3-9", "stock=7 @3:10-11", "row @3", "2:3 table-syntax: a comma parts cells here, so this number is two of them"}},
		"a comma in the first": {"id;name, with comma;x\n1;2;3\n", []string{"id=1 @2:1-2", "name, with comma=2 @2:3-4", "x=3 @2:5-6", "row @2"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, drawn(ParseTable("catalog/a.csv", []byte(c.content)))); diff != "" {
				t.Errorf("the table differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTableSpan(t *testing.T) {
	d := ParseTable("a.csv", []byte("id,name\na,\"x \"\"y\"\" z\"\n"))
	cell := d.Root.Items[0].Get("name")
	at := strings.Index(cell.Value, "z")
	if r := d.Span(cell, at, at+1); r != (Range{2, 12, 13}) {
		t.Errorf("z of %q is at %+v", cell.Value, r)
	}
	if got := d.Line(2); got != "a,\"x \"\"y\"\" z\"" {
		t.Errorf("the line is %q", got)
	}
}

func TestTableTooLarge(t *testing.T) {
	for name, content := range map[string]string{"bytes": strings.Repeat("a", MaxTableSize+1), "lines": strings.Repeat("\n", maxTableLines)} {
		if d := ParseTable("a.csv", []byte(content)); d.Root != nil || len(d.Faults) != 1 || d.Faults[0].Code != TooLarge {
			t.Errorf("%s: %+v", name, d.Faults)
		}
	}
}

func FuzzParseTable(f *testing.F) {
	for _, seed := range []string{"id,name\na,b\n", "\"id\";x\n\"a\n\"\"\";b", "sep=\t\n\xff\t\"", "a\r\rb,\"", "  \"a\" ,b\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		d := ParseTable("a.csv", content)
		if d.Root == nil && len(d.Faults) == 0 {
			t.Fatal("nothing is read and nothing is wrong")
		}
		for _, f := range d.Faults {
			if f.Line < 1 || f.Col < 1 || f.End < f.Col {
				t.Errorf("fault at %+v", f.Range)
			}
		}
		if d.Root == nil {
			return
		}
		for _, row := range d.Root.Items {
			for _, p := range row.Pairs {
				if r := d.Place(p.Value); r.Line < 1 || r.Col < 1 || r.End <= r.Col {
					t.Errorf("cell %q at %+v", p.Value.Value, r)
				}
			}
		}
	})
}
