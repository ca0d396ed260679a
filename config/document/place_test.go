package document

import (
	"strings"
	"testing"
)

// TestSpan looks for {{ x }} in the value of each scalar and wants its range in the file to be exactly that.
func TestSpan(t *testing.T) {
	const marker = "{{ x }}"
	for _, file := range []string{
		"a: plain ü {{ x }} text",
		"a: plain\n  on two  {{ x }} lines",
		"a: plain\n\n  with an empty {{ x }} line",
		"a: 'it''s ''{{ x }}'' single'",
		"a: 'single\n\n  on  lines {{ x }}'",
		`a: "double \"quoted\" {{ x }}"`,
		`a: "\x41 \u00e4 \U0001F600 \t {{ x }}"`,
		"a: \"folded\n  and\n\n  more {{ x }}\"",
		"a: \"cut \\\n   off {{ x }}\"",
		`a: "line\nline {{ x }}"`,
		"a: |\n  one\n    two {{ x }}\n",
		"a: |\n  one\n\n  two {{ x }}",
		"a: |-\n\n  after an empty line {{ x }}\n",
		"a: >\n  one\n  two {{ x }}\n\n  three\n",
		"a: >-\n  one\n\n  two {{ x }}\n",
		"a:\n  - [b, {c: 'd {{ x }}'}]",
		"{a: [b, \"{{ x }}\"]}",
		"- a: {{ x }} at the start",
		"- a: it's: {{ x }} 'mended'",
	} {
		d := Parse("x.yaml", []byte(file))
		n := find(d.Root, marker)
		if n == nil {
			t.Errorf("no scalar with the marker in %q", file)
			continue
		}
		from := strings.Index(n.Value, marker)
		r := d.Span(n, from, from+len(marker))
		if got := cut(d, r); got != marker {
			t.Errorf("%q: the range is %+v, which is %q", file, r, got)
		}
	}
}

func find(n *Node, marker string) *Node {
	if n == nil {
		return nil
	}
	if n.Kind == Scalar && strings.Contains(n.Value, marker) {
		return n
	}
	children := n.Items
	for _, p := range n.Pairs {
		children = append(children, p.Value)
	}
	for _, child := range children {
		if found := find(child, marker); found != nil {
			return found
		}
	}
	return nil
}

func cut(d *Document, r Range) string {
	line := []rune(d.Line(r.Line))
	return string(line[min(r.Col-1, len(line)):min(r.End-1, len(line))])
}

func TestPlace(t *testing.T) {
	const file = "plain: some text # comment\nsingle: 'it''s'\ndouble: \"a\\tb\"\nlong: |\n  one line\n  two\nmap: {key: 1}\nlist: [x y, z]\nempty:\nfolded: one\n  two\n"
	d := Parse("x.yaml", []byte(file))
	for key, want := range map[string]string{
		"plain": "some text", "single": "'it''s'", "double": `"a\tb"`, "long": "one line", "map": "key", "list": "x y", "folded": "one", "empty": "e",
	} {
		if got := cut(d, d.Place(d.Root.Get(key))); got != want {
			t.Errorf("%s is at %q, want %q", key, got, want)
		}
	}
}

// TestSpanOutside asks for what does not lie in the value: the place of the whole is given.
func TestSpanOutside(t *testing.T) {
	d := Parse("x.yaml", []byte("a: text"))
	n := d.Root.Get("a")
	for _, span := range [][2]int{{-1, 2}, {3, 2}, {0, 99}} {
		if got, want := d.Span(n, span[0], span[1]), d.Place(n); got != want {
			t.Errorf("%v is at %+v, want %+v", span, got, want)
		}
	}
}

func TestCutOff(t *testing.T) {
	for file, want := range map[string]string{
		"a: our #1 shop":            "#1 shop",
		"a: our # shop":             "",
		"a: our#1 shop":             "",
		"a: 'our' #1 shop":          "",
		"a: our  ## shop":           "",
		"a: one\n  two #1\n":        "#1",
		"a: [x, y] #1":              "",
		"a: ''":                     "",
		"a: |\n  our #1 shop\n":     "",
		"a: {{ x }} is our #1 shop": "",
	} {
		d := Parse("x.yaml", []byte(file))
		got, r, ok := d.CutOff(d.Root.Get("a"))
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q is cut off, want %q", file, got, want)
		}
		if ok && cut(d, r) != want {
			t.Errorf("%q: the range is %q", file, cut(d, r))
		}
	}
}

func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{`a`: `"a"`, `say "a"`: `'say "a"'`, `it's "a"`: `"it's \"a\""`} {
		quoted := Quoted(text)
		if quoted != want {
			t.Errorf("%s is quoted as %s, want %s", text, quoted, want)
		}
		if got := Parse("x.yaml", []byte("a: "+quoted)).Root.Get("a").Value; got != text {
			t.Errorf("%s is read as %s, want %s", quoted, got, text)
		}
	}
}
