package lsp

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"
)

// editor talks with a server over pipes, as an editor does.
type editor struct {
	t     *testing.T
	dir   string
	conn  *jsonrpc2.Conn
	told  chan publishParams
	ended chan error
}

// openEditor starts a server and an editor in a folder with these files.
func openEditor(t *testing.T, files map[string]string) *editor {
	t.Helper()
	e := &editor{t: t, dir: t.TempDir(), told: make(chan publishParams, 100), ended: make(chan error, 1)}
	for name, text := range files {
		path := filepath.Join(e.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	go func() { e.ended <- Serve(context.Background(), in, out) }()
	stream := jsonrpc2.NewBufferedStream(pipe{fromServer, toServer}, jsonrpc2.VSCodeObjectCodec{})
	e.conn = jsonrpc2.NewConn(context.Background(), stream, jsonrpc2.HandlerWithError(func(_ context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
		var params publishParams
		if req.Method == "textDocument/publishDiagnostics" && json.Unmarshal(*req.Params, &params) == nil {
			e.told <- params
		}
		return nil, nil
	}))
	t.Cleanup(func() { e.conn.Close() })
	var introduced initialized
	e.call("initialize", struct{}{}, &introduced)
	if introduced.ServerInfo.Name != "repartee" || !introduced.Capabilities.HoverProvider {
		t.Errorf("the server says of itself %+v", introduced)
	}
	e.notify("initialized", struct{}{})
	return e
}

func (e *editor) call(method string, params, result any) {
	e.t.Helper()
	if err := e.conn.Call(context.Background(), method, params, result); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	if err := e.conn.Notify(context.Background(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) uri(name string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(e.dir, name))}).String()
}

func (e *editor) open(name, text string) {
	e.t.Helper()
	e.notify("textDocument/didOpen", map[string]any{"textDocument": textDocument{e.uri(name), text}})
}

func (e *editor) change(name, text string) {
	e.t.Helper()
	e.notify("textDocument/didChange", map[string]any{"textDocument": textDocument{URI: e.uri(name)}, "contentChanges": []map[string]string{{"text": text}}})
}

// diagnostics waits till the server tells what is wrong with a file.
func (e *editor) diagnostics(name string) []diagnostic {
	e.t.Helper()
	for {
		select {
		case told := <-e.told:
			if told.URI == e.uri(name) {
				return told.Diagnostics
			}
		case err := <-e.ended:
			e.t.Fatalf("the server ended: %v", err)
		}
	}
}

// at is a place in a text with a | in it, and the text without it.
func (e *editor) at(name, marked string) (map[string]any, string) {
	before, after, found := strings.Cut(marked, "|")
	if !found {
		e.t.Fatalf("no | in %q", marked)
	}
	last := before[strings.LastIndexByte(before, '\n')+1:]
	place := position{strings.Count(before, "\n"), units(last, len([]rune(last)))}
	return map[string]any{"textDocument": textDocument{URI: e.uri(name)}, "position": place}, before + after
}

const smallBot = `bot: Small
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
fields:
  brew: {type: one_of, purpose: advice, options: {espresso: Espresso, filter: Filter}}
phrases: {address: 7 Garden Street}
hours: {shop: {mon-fri: 08:00-18:30}}
privacy: {controller: Small, purposes: {advice: To advise you}}
`

const smallCatalog = `coffee:
  columns: {roast: {type: one_of, options: {light: light, dark: dark}}}
  items: [{id: crema, name: Crema, price: 12.90, roast: dark}]
`

const welcome = `flow: welcome
fields: {budget: money}
steps:
  - ask: brew
    text: How do you brew?
  - ask: budget
    text: "You brew 😀 {{ brew }}. Up to how much?"
  - recommend: chosen
    from: catalog.coffee
    where: item.price <= budget
    text: "{{ item.name }}, {{ phrases.address }}"
    none: nothing
  - say: "{{ chosen.name }} for {{ brew }}."
  - end:
  - id: nothing
    say: Nothing fits.
`

func small() map[string]string {
	return map[string]string{"bot.yaml": smallBot, "catalog.yaml": smallCatalog, "flows/welcome.yaml": welcome}
}

// TestDiagnostics breaks a flow in the editor, without saving it, and mends it again.
func TestDiagnostics(t *testing.T) {
	e := openEditor(t, small())
	e.open("flows/welcome.yaml", welcome)
	if found := e.diagnostics("flows/welcome.yaml"); len(found) > 0 {
		t.Fatalf("a sound bot has findings: %+v", found)
	}
	e.change("flows/welcome.yaml", strings.Replace(welcome, "{{ brew }}. Up", "{{ brw }}. Up", 1))
	found := e.diagnostics("flows/welcome.yaml")
	if len(found) == 0 || found[0].Code != "unknown-name" || found[0].Severity != severityError {
		t.Fatalf("found %+v", found)
	}
	// The sign in front of it is two units long.
	if want := (textRange{position{6, 26}, position{6, 29}}); found[0].Range != want {
		t.Errorf("it is at %+v, want %+v", found[0].Range, want)
	}
	var told hover
	place, _ := e.at("flows/welcome.yaml", strings.Replace(welcome, "{{ brew }}. Up", "{{ b|rw }}. Up", 1))
	e.call("textDocument/hover", place, &told)
	if !strings.Contains(told.Contents.Value, "unknown-name") {
		t.Errorf("over the finding it says %q", told.Contents.Value)
	}
	var actions []codeAction
	e.call("textDocument/codeAction", map[string]any{"textDocument": textDocument{URI: e.uri("flows/welcome.yaml")}, "range": found[0].Range}, &actions)
	if len(actions) != 1 || actions[0].Edit.Changes[e.uri("flows/welcome.yaml")][0].NewText != "brew" {
		t.Errorf("it offers %+v", actions)
	}
	e.change("flows/welcome.yaml", welcome)
	if found := e.diagnostics("flows/welcome.yaml"); len(found) > 0 {
		t.Errorf("when it is mended it still finds %+v", found)
	}
}

// TestSaved has a file that is changed outside of the editor.
func TestSaved(t *testing.T) {
	e := openEditor(t, small())
	e.open("flows/welcome.yaml", welcome)
	e.diagnostics("flows/welcome.yaml")
	if err := os.WriteFile(filepath.Join(e.dir, "bot.yaml"), []byte(strings.Replace(smallBot, "start: welcome", "start: welcom", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", map[string]any{})
	if found := e.diagnostics("bot.yaml"); len(found) != 1 || found[0].Code != "unknown-flow" {
		t.Errorf("found %+v", found)
	}
	e.notify("textDocument/didClose", map[string]any{"textDocument": textDocument{URI: e.uri("flows/welcome.yaml")}})
}

// TestCompletion asks at many places what may be written there.
func TestCompletion(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	e.open(name, welcome)
	for _, c := range []struct{ from, to, want, not string }{
		{"  - end:\n", "  - |\n  - end:\n", "recommend", "brew"},
		{"  - end:\n", "  - en|\n  - end:\n", "end", "next"},
		{"none: nothing", "none: nothing\n    |", "rank", "from"},
		{"none: nothing", "none: |", "nothing", "crema"},
		{"none: nothing", "none: |", "next", "welcome"},
		{"ask: brew", "ask: |", "budget", "nothing"},
		{"from: catalog.coffee", "from: |", "catalog.coffee", "crema"},
		{"from: catalog.coffee", "from: catalog.|", "coffee", "brew"},
		{"item.price <= budget", "item.|", "roast", "brew"},
		{"item.price <= budget", "item.price <= |", "budget", "coffee"},
		{"item.price <= budget", "brew == '|'", "filter", "budget"},
		{"item.price <= budget", "brew in ['espresso', '|']", "filter", "dark"},
		{"item.price <= budget", "item.roast == '|", "dark", "filter"},
		{"item.price <= budget", "is_open('|')", "shop", "brew"},
		{"{{ phrases.address }}", "{{ phrases.| }}", "address", "brew"},
		{"{{ phrases.address }}", "{{ contact.| }}", "first_name", "brew"},
		{"{{ phrases.address }}", "{{ cou| }}", "count", "coffee"},
		{"{{ chosen.name }}", "{{ chosen.| }}", "price", "brew"},
		{"How do you brew?", "How do you |", "", "brew"},
		{"- end:", "- go: |", "nothing", "next"},
		{"- end:", "- jump: |", "welcome", "nothing"},
		{"fields: {budget: money}", "fields: {budget: |}", "integer", "brew"},
	} {
		place, text := e.at(name, strings.Replace(welcome, c.from, c.to, 1))
		e.change(name, text)
		var items []completionItem
		e.call("textDocument/completion", place, &items)
		var labels []string
		for _, item := range items {
			labels = append(labels, item.Label)
		}
		if c.want != "" && !slices.Contains(labels, c.want) || slices.Contains(labels, c.not) {
			t.Errorf("at %q it offers %q", c.to, labels)
		}
	}
}

// TestCompletionPlace replaces what was typed already, and no more.
func TestCompletionPlace(t *testing.T) {
	e := openEditor(t, small())
	place, text := e.at("flows/welcome.yaml", strings.Replace(welcome, "{{ brew }}. Up", "{{ br|", 1))
	e.open("flows/welcome.yaml", text)
	var items []completionItem
	e.call("textDocument/completion", place, &items)
	i := slices.IndexFunc(items, func(item completionItem) bool { return item.Label == "brew" })
	if i < 0 {
		t.Fatalf("it offers %+v", items)
	}
	if want := (textRange{position{6, 26}, position{6, 28}}); items[i].TextEdit.Range != want {
		t.Errorf("it replaces %+v, want %+v", items[i].TextEdit.Range, want)
	}
}

// TestDefinition goes from names to where they are defined.
func TestDefinition(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	e.open(name, welcome)
	for _, c := range []struct{ from, to, file, line string }{
		{"none: nothing", "none: not|hing", name, "  - id: nothing"},
		{"from: catalog.coffee", "from: catalog.cof|fee", "catalog.yaml", "coffee:"},
		{"item.price <= budget", "item.price <= bud|get", name, "fields: {budget: money}"},
		{"for {{ brew }}", "for {{ b|rew }}", "bot.yaml", "  brew: {type: one_of, purpose: advice, options: {espresso: Espresso, filter: Filter}}"},
		{"{{ chosen.name }}", "{{ cho|sen.name }}", name, "  - recommend: chosen"},
		{"{{ phrases.address }}", "{{ phrases.add|ress }}", "bot.yaml", "phrases: {address: 7 Garden Street}"},
		{"- ask: brew", "- ask: br|ew", "bot.yaml", "  brew: {type: one_of, purpose: advice, options: {espresso: Espresso, filter: Filter}}"},
	} {
		place, text := e.at(name, strings.Replace(welcome, c.from, c.to, 1))
		if text != welcome {
			t.Fatalf("%q changes the text", c.to)
		}
		var found []location
		e.call("textDocument/definition", place, &found)
		if len(found) != 1 || found[0].URI != e.uri(c.file) || lineOf(small()[c.file], found[0].Range.Start.Line+1) != c.line {
			t.Errorf("%q leads to %+v, want %q in %s", c.to, found, c.line, c.file)
		}
	}
	place, _ := e.at(name, strings.Replace(welcome, "Nothing fits", "Nothing f|its", 1))
	var none []location
	e.call("textDocument/definition", place, &none)
	if len(none) > 0 {
		t.Errorf("a text leads to %+v", none)
	}
}

// TestHover tells what stands under the cursor.
func TestHover(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	e.open(name, welcome)
	e.diagnostics(name)
	for to, want := range map[string]string{
		"- as|k: brew":           "Asks a question",
		"for {{ b|rew }}":        "an option (`espresso`, `filter`), of the customer, kept across conversations\n\nbot.yaml, line 7",
		"item.price <= bud|get":  "money, of this run of flow welcome",
		"none: noth|ing":         "step `nothing`: say",
		"from: catalog.cof|fee":  "catalog `coffee`",
		"{{ phrases.add|ress }}": "7 Garden Street",
	} {
		place, text := e.at(name, strings.Replace(welcome, strings.Replace(to, "|", "", 1), to, 1))
		if text != welcome {
			t.Fatalf("%q changes the text", to)
		}
		var told hover
		e.call("textDocument/hover", place, &told)
		if !strings.Contains(told.Contents.Value, want) {
			t.Errorf("at %q it says %q, want %q", to, told.Contents.Value, want)
		}
	}
}

// TestElsewhere has files that belong to no bot, and words that the server does not know.
func TestElsewhere(t *testing.T) {
	e := openEditor(t, map[string]string{"notes.yaml": "a: b\n"})
	e.open("notes.yaml", "a: b\n")
	var items []completionItem
	e.call("textDocument/completion", map[string]any{"textDocument": textDocument{URI: e.uri("notes.yaml")}}, &items)
	if len(items) > 0 {
		t.Errorf("it offers %+v", items)
	}
	if err := e.conn.Call(context.Background(), "textDocument/rename", map[string]any{}, nil); err == nil {
		t.Error("it knows what it does not know")
	}
	if err := e.conn.Call(context.Background(), "textDocument/hover", []int{1}, nil); err == nil {
		t.Error("it takes any parameters")
	}
}

// TestExit ends the server when the editor says so, and when it hangs up.
func TestExit(t *testing.T) {
	e := openEditor(t, small())
	e.call("shutdown", nil, nil)
	e.notify("exit", nil)
	if err := <-e.ended; err != nil {
		t.Errorf("after exit: %v", err)
	}
	e = openEditor(t, small())
	e.conn.Close()
	if err := <-e.ended; err != nil {
		t.Errorf("after hanging up: %v", err)
	}
}

// TestUnits counts as editors do.
func TestUnits(t *testing.T) {
	const line = "a😀ä b"
	for i := range len([]rune(line)) + 1 {
		if got := runes(line, units(line, i)); got != i {
			t.Errorf("%d runes become %d", i, got)
		}
	}
	if units(line, 3) != 4 {
		t.Errorf("three runes are %d units", units(line, 3))
	}
}
