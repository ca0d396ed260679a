package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mends are files with one or more mistakes: where these are said to be, and what the file is read as.
var mends = []struct {
	name, file string
	faults     []string
	mended     string
}{
	{"colon in a text", "say: Hello: world", []string{"1:6-18 yaml-syntax"}, "say: 'Hello: world'"},
	{"colon at the end", "say: Hello:\nid: a", []string{"1:6-12 yaml-syntax"}, "say: 'Hello:'\nid: a"},
	{"colon in a condition", "when: a ? 'x' : 'y'", []string{"1:7-20 yaml-syntax"}, "when: 'a ? ''x'' : ''y'''"},
	{"braces first", "say: {{ name }}, hi # greet", []string{"1:6-20 yaml-syntax"}, "say: '{{ name }}, hi' # greet"},
	{"braces in a list", "say: [{{ a }}, b]", []string{"1:7-14 yaml-syntax"}, "say: ['{{ a }}', b]"},
	{"braces in a map", "a: {x: {{ a }}, y: b}", []string{"1:8-15 yaml-syntax"}, "a: {x: '{{ a }}', y: b}"},
	{"reserved sign", "say: @shop\nid: `x`", []string{"1:6-11 yaml-syntax", "2:5-8 yaml-syntax"}, "say: '@shop'\nid: '`x`'"},
	{"percent", "say: %x", []string{"1:6-8 yaml-garbled"}, "say: '%x'"},
	{"fold with text", "say: > text", []string{"1:6-12 yaml-syntax"}, "say: '> text'"},
	{"dash first", "say: - text", []string{"1:6-12 yaml-syntax"}, "say: '- text'"},
	{"tag", "say: !Great\nid: a", []string{"1:6-12 yaml-garbled"}, "say: '!Great'\nid: a"},
	{"question mark", "- ? what", []string{"1:3-9 yaml-garbled"}, "- '? what'"},
	{"anchor and alias", "a: &x 1\nb: *x\n<<: *x", []string{"1:4-8 anchor", "2:4-6 anchor", "3:1-7 anchor"}, "a: '&x 1'\nb: '*x'\n"},
	{"star for bold", "say: *Hi* you", []string{"1:6-14 anchor"}, "say: '*Hi* you'"},
	{"directive", "%YAML 1.2\na: b", []string{"1:1-10 anchor"}, "\na: b"},
	{"quote not closed", "say: \"Hello\nid: \"a\"", []string{"1:6-12 yaml-syntax"}, "say: \"Hello\"\nid: \"a\""},
	{"quote never closed", "say: 'Hello\nid: a", []string{"1:6-12 yaml-syntax"}, "say: 'Hello'\nid: a"},
	{"apostrophe", "say: 'It's fine'\nid: a", []string{"1:6-17 yaml-syntax"}, "say: 'It''s fine'\nid: a"},
	{"apostrophe, not closed", "say: 'It's\nid: 'a'", []string{"1:6-11 yaml-syntax"}, "say: 'It''s'\nid: 'a'"},
	{"quotes in quotes", `say: "one "two" three"`, []string{"1:6-23 yaml-syntax"}, `say: 'one "two" three'`},
	{"text behind a quote", "say: 'x' y", []string{"1:6-11 yaml-syntax"}, "say: 'x'' y'"},
	{"unknown escape", `say: "a \q"`, []string{"1:9-11 yaml-syntax"}, `say: "a \\q"`},
	{"bad escape", `say: "\u12"`, []string{"1:7-9 yaml-syntax"}, `say: "\\u12"`},
	{"bracket not closed", "a: [x, y\nb: 2", []string{"1:4-9 yaml-syntax"}, "a: [x, y]\nb: 2"},
	{"brace not closed", "a: {x: y\nb: 2", []string{"1:4-9 yaml-syntax"}, "a: {x: y}\nb: 2"},
	{"bracket within a brace", "a: {x: [1, 2}", []string{"1:8-13 yaml-syntax"}, "a: {x: [1, 2]}"},
	{"bracket too many", "a: [1, 2]]\nb: 1", []string{"1:10-11 yaml-syntax"}, "a: [1, 2]\nb: 1"},
	{"a dash of a word processor", "a:\n  - b: c\n  – d: e", []string{"3:3-4 yaml-syntax"}, "a:\n  - b: c\n  - d: e"},
	{"quotes of a word processor", "a: {when: b, text: “{{ c }}, d”}\ne: f", []string{"1:20-32 yaml-syntax"}, "a: {when: b, text: '{{ c }}, d'}\ne: f"},
	{"quotes of a word processor round a colon", "a: „b: c“", []string{"1:4-10 yaml-syntax"}, "a: 'b: c'"},
	{"quotes of a word processor within a text", "a: she said: “hi”", []string{"1:4-18 yaml-syntax"}, "a: 'she said: “hi”'"},
	{"tab", "- ask: a\n\ttext: b", []string{"2:1-2 yaml-syntax"}, "- ask: a\n  text: b"},
	{"tab below an open key", "a:\n\t- b", []string{"2:1-2 yaml-syntax"}, "a:\n  - b"},
	{"indented too far", "- ask: a\n    text: b\n- say: c", []string{"2:5-9 yaml-syntax"}, "- ask: a\n  text: b\n- say: c"},
	{"indented too far with more below", "a: x\n  y: z\n  w:\n    - 1\nb: 3", []string{"2:3-4 yaml-syntax"}, "a: x\ny: z\nw:\n  - 1\nb: 3"},
	{"indented too little", "- ask: a\n text: b\n- say: c", []string{"2:2-6 yaml-syntax"}, "- ask: a\n  text: b\n- say: c"},
	{"dash too far left", "  - a: 1\n- b: 2", []string{"2:3-4 yaml-syntax"}, "  - a: 1\n  - b: 2"},
	{"dash without a blank", "a:\n  - b: c\n  -b: d", []string{"3:3-5 yaml-syntax"}, "a:\n  - b: c\n  - b: d"},
	{"colon without a blank", "a:b\nc: d", []string{"1:1-4 yaml-syntax"}, "a: b\nc: d"},
	{"no colon", "- ask: a\n  text What?\n  retry: x", []string{"2:3-13 yaml-syntax"}, "- ask: a\n  text: What?\n  retry: x"},
	{"colon without a blank before a bracket", "a:\n  b:{x: y, z: w}\n  c: d", []string{"2:3-17 yaml-syntax"}, "a:\n  b: {x: y, z: w}\n  c: d"},
	{"no colon before a bracket", "a:\n  b {x: y, z: w}\n  c: d", []string{"2:3-17 yaml-syntax"}, "a:\n  b: {x: y, z: w}\n  c: d"},
	{"no colon at the end of a line", "a: b\nsteps\n  - c: d", []string{"2:1-6 yaml-syntax"}, "a: b\nsteps:\n  - c: d"},
	{"no dash before the first", "a:\n    b: c\n  - d: e\n    f: g", []string{"2:5-6 yaml-syntax"}, "a:\n  - b: c\n  - d: e\n    f: g"},
	{"a text at the column of its key", "- a: |\n  b c\n\n  d\n- e: f", []string{"2:3-6 yaml-syntax"}, "- a: |\n    b c\n\n    d\n- e: f"},
	{"a text to the left of its key", "a:\n  - b: >-\n  c d\n  - e: f", []string{"3:3-6 yaml-syntax"}, "a:\n  - b: >-\n      c d\n  - e: f"},
	{"the first line indented", " a: b\nc: d", []string{"1:2-3 yaml-syntax"}, "a: b\nc: d"},
	{"one of several too far left", "a:\n  b: c\nd: e\n  f: g", []string{"3:1-2 yaml-syntax"}, "a:\n  b: c\n  d: e\n  f: g"},
	{"the first of several too far left", "x: y\na:\nb: c\n  d: e\nf: g", []string{"3:1-2 yaml-syntax"}, "x: y\na:\n  b: c\n  d: e\nf: g"},
	{"a dash too far right", "a:\n  - b: c\n    - d: e\n    f: g\n  - h: i", []string{"3:7-8 yaml-syntax"}, "a:\n  - b: c\n  - d: e\n    f: g\n  - h: i"},
	{"a key with lines below too far right", "- a: b\n    c:\n    - d\n- e: f", []string{"2:5-6 yaml-syntax"}, "- a: b\n  c:\n    - d\n- e: f"},
	{"a quote at the end only", "say: Well: yes.\"\nid: a", []string{"1:6-17 yaml-syntax"}, "say: 'Well: yes.\"'\nid: a"},
	{"a comment behind an open key", "a: # well: now\n   - b: c\n  - d: e", []string{"3:5-6 yaml-syntax"}, "a: # well: now\n   - b: c\n   - d: e"},
	{"a blank missing in the first key of a step", "- ask:name # x\n  text: a: b", []string{"1:3-11 yaml-syntax", "2:9-13 yaml-syntax"}, "- ask: name # x\n  text: 'a: b'"},
	{"a colon missing in the first key of a step", "- ask name\n  text: a\n  skip: b", []string{"1:3-11 yaml-syntax"}, "- ask: name\n  text: a\n  skip: b"},
	{"the first dash too far left", "a:\n - {b: c}\n  - {d: e}\n  - {f: g}", []string{"2:4-5 yaml-syntax"}, "a:\n  - {b: c}\n  - {d: e}\n  - {f: g}"},
	{"lines that do not fit", "- {a: b}\nc: d\ne: f\n- {g: h}", []string{"2:1-5 yaml-syntax"}, "- {a: b}\n\n\n- {g: h}"},
	{"a list under a text", "a: b\n- c", []string{"2:3-4 yaml-syntax"}, "a: b\n"},
	{"a key behind a list", "- a\nb: c", []string{"2:1-5 yaml-syntax"}, "- a\n"},
	{"two on one line", "a: {x: {{ b }}, y: {{ c }}}", []string{"1:8-15 yaml-syntax", "1:20-27 yaml-syntax"}, "a: {x: '{{ b }}', y: '{{ c }}'}"},
	{"three of many kinds", "a: {b: c\nf: [a, b\ng: \"x\nh: y", []string{"1:4-9 yaml-syntax", "2:4-9 yaml-syntax", "3:4-6 yaml-syntax"}, "a: {b: c}\nf: [a, b]\ng: \"x\"\nh: y"},
	{"second document", "a: 1\n---\nb: 2", []string{"2:1-4 second-document"}, "a: 1\n---\nb: 2"},
	{"empty", " \n# nothing\n---\n", []string{"1:1-1 empty-file"}, " \n# nothing\n---\n"},
	{"byte order mark and line ends", "\ufeffa: 1\r\nb: c: d\r\n", []string{"2:4-8 yaml-syntax"}, "a: 1\nb: 'c: d'\n"},
	{"Latin-1", "a: M\xfcller\nb: 1", []string{"1:5-6 not-utf8"}, "a: Müller\nb: 1"},
	{"brackets without end", strings.Repeat("[", 70), []string{"1:65-66 yaml-syntax"}, ""},
}

func TestMend(t *testing.T) {
	for _, c := range mends {
		t.Run(c.name, func(t *testing.T) {
			d := Parse("x.yaml", []byte(c.file))
			var faults []string
			for _, f := range d.Faults {
				faults = append(faults, fmt.Sprintf("%d:%d-%d %s", f.Line, f.Col, f.End, f.Code))
				if f.Message == "" || f.Help == "" && f.Code != EmptyFile {
					t.Errorf("a fault that does not say what to do: %+v", f)
				}
			}
			slices.Sort(faults)
			if diff := cmp.Diff(slices.Sorted(slices.Values(c.faults)), faults); diff != "" {
				t.Errorf("faults differ (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.mended, d.text.String()); diff != "" {
				t.Errorf("what is read differs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestMendedValues reads what was mended: the text is the one that was meant.
func TestMendedValues(t *testing.T) {
	for file, want := range map[string]string{
		"say: Hello: world":      "Hello: world",
		"say: 'It's fine'":       "It's fine",
		`say: "one "two" three"`: `one "two" three`,
		"say: {{ name }}, hi":    "{{ name }}, hi",
		"say: !Great":            "!Great",
		"say:Hello":              "Hello",
		`say: "a \q"`:            `a \q`,
	} {
		if got := Parse("x.yaml", []byte("id: x\n"+file)).Root.Get("say"); got == nil || got.Value != want {
			t.Errorf("%s is read as %+v, want %q", file, got, want)
		}
	}
}

func TestLost(t *testing.T) {
	d := Parse("x.yaml", []byte("- ask: name\n  {a} b: c\n- say: Hi\n"))
	if len(d.Root.Items) != 2 {
		t.Fatalf("%d items, want 2", len(d.Root.Items))
	}
	if !d.Lost(d.Root.Items[0]) || d.Lost(d.Root.Items[1]) {
		t.Errorf("lost: %v and %v, want true and false", d.Lost(d.Root.Items[0]), d.Lost(d.Root.Items[1]))
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, d.LostWords()); diff != "" {
		t.Errorf("lost words differ (-want +got):\n%s", diff)
	}
}

func TestTooLarge(t *testing.T) {
	for name, file := range map[string]string{
		"file":  strings.Repeat("# comment\n", 110_000),
		"lines": strings.Repeat("- a\n", maxLines+1),
		"line":  "a: " + strings.Repeat("x", maxLine),
	} {
		d := Parse("x.yaml", []byte(file))
		if len(d.Faults) != 1 || d.Faults[0].Code != TooLarge || d.Root != nil {
			t.Errorf("%s: %+v", name, d.Faults)
		}
	}
}

// TestManyMistakes has more mistakes than are mended: what stands before the rest is read all the same.
func TestManyMistakes(t *testing.T) {
	d := Parse("x.yaml", []byte("first: Hello\n"+strings.Repeat("say: a: b\n", 100)))
	if len(d.Faults) < maxMends {
		t.Errorf("%d faults, want at least %d", len(d.Faults), maxMends)
	}
	if n := d.Root.Get("first"); n == nil || n.Value != "Hello" {
		t.Errorf("first is %+v", n)
	}
}
