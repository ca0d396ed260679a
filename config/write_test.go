package config

import (
	"bytes"
	"encoding/json"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var some = Diagnostics{
	{File: "flows/a.yaml", Line: 3, Col: 5, EndCol: 8, Severity: Error, Code: "unknown-kind", Message: "there is no kind `sya`", Help: "did you mean `say`?", Source: "\t- \"sya\": <x>"},
	{File: "bot.yaml", Line: 1, Col: 1, EndCol: 1, Severity: Warning, Code: "bad-file", Message: "50% of it,\nor: more"},
}

func output(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteText(t *testing.T) {
	for color, want := range map[bool]string{
		false: "flows/a.yaml:3:5: error: there is no kind `sya` [unknown-kind]\n - \"sya\": <x>\n    ^~~\n  help: did you mean `say`?\n" +
			"bot.yaml:1:1: warning: 50% of it, [bad-file]\n  or: more\n",
		true: "\x1b[1mflows/a.yaml:3:5:\x1b[0m \x1b[31;1merror:\x1b[0m there is no kind `sya` \x1b[2m[unknown-kind]\x1b[0m\n - \"sya\": <x>\n    \x1b[31;1m^~~\x1b[0m\n" +
			"\x1b[36m  help:\x1b[0m did you mean `say`?\n\x1b[1mbot.yaml:1:1:\x1b[0m \x1b[33;1mwarning:\x1b[0m 50% of it, \x1b[2m[bad-file]\x1b[0m\n  or: more\n",
	} {
		got := output(t, func(w io.Writer) error { return some.WriteText(w, color) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("color %v differs (-want +got):\n%s", color, diff)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	var back Diagnostics
	if err := json.Unmarshal([]byte(output(t, some.WriteJSON)), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(some, back); diff != "" {
		t.Errorf("they do not come back (-want +got):\n%s", diff)
	}
	if got := output(t, Diagnostics(nil).WriteJSON); got != "[]\n" {
		t.Errorf("none are written as %q", got)
	}
}

func TestWriteGitHub(t *testing.T) {
	want := "::error file=flows/a.yaml,line=3,col=5,endColumn=8,title=unknown-kind::there is no kind `sya`%0Ahelp: did you mean `say`?\n" +
		"::warning file=bot.yaml,line=1,col=1,endColumn=1,title=bad-file::50%25 of it,%0Aor: more\n"
	if diff := cmp.Diff(want, output(t, some.WriteGitHub)); diff != "" {
		t.Errorf("commands differ (-want +got):\n%s", diff)
	}
}

func TestDiagnosticsOrder(t *testing.T) {
	d := func(file string, line, col int) Diagnostic { return Diagnostic{File: file, Line: line, Col: col} }
	got := Diagnostics{d("b", 1, 1), d("a", 10, 1), d("a", 2, 9), d("a", 2, 1), d("a", 2, 9)}.sorted()
	if diff := cmp.Diff(Diagnostics{d("a", 2, 1), d("a", 2, 9), d("a", 10, 1), d("b", 1, 1)}, got); diff != "" {
		t.Errorf("order differs (-want +got):\n%s", diff)
	}
}

func TestUnder(t *testing.T) {
	if got := some.Under("examples/coffee")[0].File; got != "examples/coffee/flows/a.yaml" {
		t.Errorf("the file is %s", got)
	}
	if some[0].File != "flows/a.yaml" {
		t.Errorf("the diagnostics given were changed")
	}
}
