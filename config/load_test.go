package config

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestDiagnostics loads each folder of testdata and compares what is said to be wrong with it to its want.txt.
func TestDiagnostics(t *testing.T) {
	dirs, err := filepath.Glob("testdata/*/want.txt")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, golden := range dirs {
		dir := filepath.Dir(golden)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			loaded, found, err := LoadDir(dir, steps.Kinds())
			if err != nil {
				t.Fatal(err)
			}
			if found.HasErrors() == (loaded.Set != nil) {
				t.Errorf("a set is there: %v, errors: %v", loaded.Set != nil, found.HasErrors())
			}
			var got bytes.Buffer
			if err := found.WriteText(&got, false); err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("diagnostics differ (-want +got), see with -update:\n%s", diff)
			}
		})
	}
}

// TestTwelve is the promise to marketers: twelve mistakes in a folder, two of them in the YAML of one file, are twelve diagnostics in one run.
func TestTwelve(t *testing.T) {
	_, found, err := LoadDir("testdata/twelve", steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 12 {
		t.Errorf("%d diagnostics, want 12", len(found))
	}
	inYAML := 0
	for _, d := range found {
		if d.Code == document.Syntax && d.File == "flows/welcome.yaml" {
			inYAML++
		}
	}
	if inYAML != 2 {
		t.Errorf("%d of them are about the YAML, want 2", inYAML)
	}
}

func TestLoad(t *testing.T) {
	loaded, found, err := LoadDir("testdata/valid", steps.Kinds())
	if err != nil || len(found) > 0 {
		t.Fatalf("err %v, found %v", err, found)
	}
	if len(loaded.Talks) != 1 || loaded.Talks[0].Name != "says hello" {
		t.Errorf("the talks are %+v", loaded.Talks)
	}
	want, err := os.ReadFile("testdata/valid/flows/other.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got := loaded.Files["flows/other.yaml"]; !bytes.Equal(got, want) {
		t.Errorf("the file is kept as %q", got)
	}
	for _, name := range []string{"media/shop.jpg", ".hidden/x.yaml", "want.txt"} {
		if _, ok := loaded.Files[name]; ok {
			t.Errorf("%s was read", name)
		}
	}
}

// TestWithCalls has a flow that calls a Go function of the program.
func TestWithCalls(t *testing.T) {
	fsys := fstest.MapFS{
		"bot.yaml":           {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps:\n  - call: lookup\n    with: {number: \"'17'\"}\n  - say: Done\n")},
	}
	lookup := flows.Call{ID: "lookup", Needs: flows.Fields{{Name: "number", Type: "text"}}, Func: true}
	if loaded, found := Load(fsys, steps.Kinds(), WithCalls(lookup)); loaded.Set == nil {
		t.Errorf("found %+v", found)
	}
	if _, found := Load(fsys, steps.Kinds()); len(found) != 1 || found[0].Code != "unknown-call" {
		t.Errorf("without the function, found %+v", found)
	}
}

func TestPosition(t *testing.T) {
	loaded, _, err := LoadDir("testdata/valid", steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ref  flows.Ref
		want string
	}{
		{flows.Ref{Path: "bot.currency"}, "bot.yaml:4:11"},
		{flows.Ref{Flow: "other"}, "flows/other.yaml:1:1"},
		{flows.Ref{Flow: "other", Path: "steps.1"}, "flows/other.yaml:4:5"},
		{flows.Ref{Flow: "other", Path: "steps.1.say"}, "flows/other.yaml:4:10"},
		{flows.Ref{Flow: "other", Path: "steps.1.say", From: 2, To: 4}, "flows/other.yaml:4:12"},
		{flows.Ref{Flow: "other", Path: "steps.1.not.there"}, "flows/other.yaml:4:5"},
		{flows.Ref{Flow: "welcome", Path: "fields.size.options.large"}, "flows/welcome.yaml:6:48"},
		{flows.Ref{Path: "talks.hello.turns.1"}, "talks/hello.yaml:6:5"},
		{flows.Ref{Flow: "nobody", Path: "steps.1"}, "bot.yaml:1:1"},
	} {
		file, line, col := loaded.Position(c.ref)
		if got := fmt.Sprintf("%s:%d:%d", file, line, col); got != c.want {
			t.Errorf("%+v is at %s, want %s", c.ref, got, c.want)
		}
	}
}

func TestLoadDirMissing(t *testing.T) {
	if _, _, err := LoadDir(filepath.Join(t.TempDir(), "nothing"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("err is %v", err)
	}
	if _, _, err := LoadDir("testdata/valid/bot.yaml", nil); err == nil || !strings.Contains(err.Error(), "is a file: name the bot's folder") {
		t.Errorf("a file in the place of a folder: %v", err)
	}
}

// TestLinksOutside has a flow that is a link to a file outside of the folder: it is not read.
func TestLinksOutside(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(outside, "secret.yaml"), "flow: secret\nsteps: [{say: Secret}]\n")
	write(t, filepath.Join(dir, "bot.yaml"), smallBot)
	write(t, filepath.Join(dir, "flows", "welcome.yaml"), "flow: welcome\nsteps: [{say: Hello}]\n")
	if err := os.Symlink(filepath.Join(outside, "secret.yaml"), filepath.Join(dir, "flows", "secret.yaml")); err != nil {
		t.Skip(err)
	}
	loaded, found, err := LoadDir(dir, steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := loaded.Files["flows/secret.yaml"]; ok || loaded.Set != nil || found[0].Code != "bad-file" || found[0].Severity != Error {
		t.Errorf("found %+v", found)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOneMistakeOneDiagnostic has mistakes that other things follow from: only the mistake itself is reported.
func TestOneMistakeOneDiagnostic(t *testing.T) {
	const head = "flow: welcome\nfields: {name: text}\nsteps:\n"
	for name, flow := range map[string]string{
		"a step without a kind that others lead to": head + "  - go: bye\n  - id: bye\n    sya: Bye\n",
		"misspelt fields":                            "flow: welcome\nfeilds: {name: text, age: integer}\nsteps:\n  - ask: name\n    text: Well?\n  - ask: age\n    text: And?\n",
		"misspelt steps":                             "flow: welcome\nfields: {name: text}\nsetps:\n  - ask: name\n    text: Well?\n",
		"a misspelt required key":                    head + "  - ask: name\n    txet: Well?\n",
		"a bad name of a field":                      head + "  - ask: The name\n    text: Well?\n",
		"a line that is lost, with names used below": head + "  - go: last\n  - ] id: last\n",
		"a field of a wrong type":                    "flow: welcome\nfields: {name: [text], age: {type: integer}}\nsteps:\n  - ask: name\n    text: Well, {{ name ?? 'you' }}?\n  - ask: age\n    text: And?\n",
		"a field without a type":                     "flow: welcome\nfields: {name: {min: 3}}\nsteps:\n  - ask: name\n    text: Well?\n",
		"a mended text":                              head + "  - say: Hello: you\n",
		"steps that are no list":                     "flow: welcome\nsteps: {say: Hello}\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, found := Load(fstest.MapFS{
				"bot.yaml":           {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))},
				"flows/welcome.yaml": {Data: []byte(flow)},
			}, steps.Kinds())
			if len(found) != 1 {
				t.Errorf("%d diagnostics, want 1: %+v", len(found), found)
			}
		})
	}
}

// TestManyProblems stops at some point: nobody reads more.
func TestManyProblems(t *testing.T) {
	var flow strings.Builder
	flow.WriteString("flow: welcome\nsteps:\n")
	for i := range 2 * maxFound {
		fmt.Fprintf(&flow, "  - say: \"{{ name_%d }}\"\n", i)
	}
	_, found := Load(fstest.MapFS{"bot.yaml": {Data: []byte(smallBot)}, "flows/welcome.yaml": {Data: []byte(flow.String())}}, steps.Kinds())
	if len(found) != maxFound {
		t.Errorf("%d diagnostics, want %d", len(found), maxFound)
	}
}

// TestOneCause has a flow that was renamed: one diagnostic names the places that still have the old name.
func TestOneCause(t *testing.T) {
	flow := "flow: welcome\nsteps:\n"
	for i := range 10 {
		flow += fmt.Sprintf("  - {id: step_%d, flow: advice}\n", i)
	}
	_, found := Load(fstest.MapFS{
		"bot.yaml":           {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))},
		"flows/welcome.yaml": {Data: []byte(flow)},
		"flows/advise.yaml":  {Data: []byte("flow: advise\nsteps: [{say: Hello}]\n")},
	}, steps.Kinds())
	if len(found) != 1 || found[0].Line != 3 || !strings.Contains(found[0].Help, "the same in 9 more places: flows/welcome.yaml:4, flows/welcome.yaml:5") {
		t.Errorf("%d diagnostics, want 1: %+v", len(found), found)
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := fstest.MapFS{"bot.yaml": {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))}}
	for i := range 200 {
		id := fmt.Sprintf("flow_%d", i)
		if i == 0 {
			id = "welcome"
		}
		fsys["flows/"+id+".yaml"] = &fstest.MapFile{Data: []byte(manySteps(id))}
	}
	kinds := steps.Kinds()
	b.ReportAllocs()
	for b.Loop() {
		if loaded, found := Load(fsys, kinds); loaded.Set == nil {
			b.Fatal(found[0])
		}
	}
}

// manySteps is a flow of twenty steps.
func manySteps(id string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "flow: %s\ntitle: Flow\nfields: {budget: money, size: {type: one_of, options: {small: Small, large: Large}}}\nsteps:\n", id)
	for i := range 5 {
		fmt.Fprintf(&s, "  - say: [Hello!, \"You have **{{ budget ?? 'no idea' }}**.\"]\n")
		fmt.Fprintf(&s, "  - id: size_%d\n    ask: size\n    text: Which size?\n    retry: [\"Sorry? {{ hint }}\"]\n", i)
		fmt.Fprintf(&s, "  - id: budget_%d\n    ask: budget\n    text: Up to how much?\n    check: [{when: budget < 8, text: Too little.}]\n", i)
		fmt.Fprintf(&s, "  - branch:\n      - {when: \"size == 'large' and budget > 10\", do: [{say: Large it is.}]}\n      - else: [{say: Small it is.}]\n")
	}
	return s.String()
}
