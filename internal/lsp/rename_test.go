package lsp

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"
)

// TestRename renames a field by way of an expression behind a sign that is two units long.
func TestRename(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	e.open(name, welcome)
	place, _ := e.at(name, strings.Replace(welcome, "{{ brew }}. Up", "{{ br|ew }}. Up", 1))
	var ready prepared
	e.call("textDocument/prepareRename", place, &ready)
	if want := (prepared{textRange{position{6, 26}, position{6, 30}}, "brew"}); ready != want {
		t.Errorf("it prepares %+v, want %+v", ready, want)
	}
	place["newName"] = "method"
	var edit workspaceEdit
	e.call("textDocument/rename", place, &edit)
	here, bot := edit.Changes[e.uri(name)], edit.Changes[e.uri("bot.yaml")]
	if !slices.Contains(here, textEdit{textRange{position{6, 26}, position{6, 30}}, "method"}) || !slices.Contains(here, textEdit{textRange{position{3, 13}, position{3, 13}}, "\n    was: brew"}) {
		t.Errorf("it changes here %+v", here)
	}
	if want := []textEdit{{textRange{position{6, 2}, position{6, 6}}, "method"}, {textRange{position{6, 21}, position{6, 21}}, ", was: brew"}}; !slices.Equal(bot, want) {
		t.Errorf("it changes in bot.yaml %+v, want %+v", bot, want)
	}
}

// TestRenameUnsaved has a new file that is not saved yet, with the line ends of another system.
func TestRenameUnsaved(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/more.yaml"
	const text = "flow: more\r\nsteps:\r\n  - id: grüße\r\n"
	const better = "flow: more\r\nsteps:\r\n  - say: \"Grüße 😀 {{ brew ?? '' }}\"\r\n  - menu: Und?\r\n    options: {once: {label: Noch mal, go: last}}\r\n  - id: last\r\n    say: Ende.\r\n"
	e.open(name, text)
	e.change(name, better)
	place, _ := e.at(name, strings.Replace(better, "go: last", "go: |last", 1))
	place["newName"] = "goodbye"
	var edit workspaceEdit
	e.call("textDocument/rename", place, &edit)
	want := []textEdit{{textRange{position{4, 42}, position{4, 46}}, "goodbye"}, {textRange{position{5, 8}, position{5, 12}}, "goodbye"}, {textRange{position{5, 12}, position{5, 12}}, "\r\n    was: last"}}
	if got := edit.Changes[e.uri(name)]; !slices.Equal(got, want) {
		t.Errorf("it changes %+v, want %+v", got, want)
	}
}

// TestRenameRefused has names that are taken, places without a name, and a bot with an error.
func TestRenameRefused(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	for _, c := range []struct{ text, at, to, want string }{
		{welcome, "none: no|thing", "Nothing at all", "write a-z, 0-9 and _, as `nothing_at_all`"},
		{welcome, "none: no|thing", "next", "has a meaning of its own"},
		{welcome, "item.price <= bu|dget", "brew", "brew"},
		{welcome, "Nothing f|its", "x", "there is no name here"},
		{strings.Replace(welcome, "- end", "- nod", 1), "none: no|thing", "x", "mend the errors first"},
	} {
		e.open(name, c.text)
		place, _ := e.at(name, strings.Replace(c.text, strings.Replace(c.at, "|", "", 1), c.at, 1))
		place["newName"] = c.to
		err := e.conn.Call(context.Background(), "textDocument/rename", place, nil)
		var told *jsonrpc2.Error
		if !errors.As(err, &told) || told.Code != requestFailed || !strings.Contains(told.Message, c.want) {
			t.Errorf("%s to %s: %v, want %q", c.at, c.to, err, c.want)
		}
	}
}

// TestReferences finds a field in all files, and in its own file those places that change it.
func TestReferences(t *testing.T) {
	e := openEditor(t, small())
	const name = "flows/welcome.yaml"
	e.open(name, welcome)
	place, _ := e.at(name, strings.Replace(welcome, "item.price <= budget", "item.price <= budg|et", 1))
	var found []location
	e.call("textDocument/references", place, &found)
	if len(found) != 2 {
		t.Errorf("without the declaration there are %+v", found)
	}
	place["context"] = map[string]bool{"includeDeclaration": true}
	e.call("textDocument/references", place, &found)
	if len(found) != 3 || found[0] != (location{e.uri(name), textRange{position{1, 9}, position{1, 15}}}) {
		t.Errorf("with the declaration there are %+v", found)
	}
	var marked []highlight
	e.call("textDocument/documentHighlight", place, &marked)
	if len(marked) != 3 || marked[0].Kind != highlightWrite || marked[1].Kind != highlightRead {
		t.Errorf("highlighted are %+v", marked)
	}
	// While a line is broken, what stands elsewhere is still found, and what stands no longer there is not.
	broken := strings.Replace(welcome, "  - ask: budget\n    text", "  - ask: [budget\n    text", 1)
	e.change(name, broken)
	place, _ = e.at(name, strings.Replace(broken, "item.price <= budget", "item.price <= budg|et", 1))
	e.call("textDocument/references", place, &found)
	if len(found) != 1 || found[0].Range.Start.Line != 9 {
		t.Errorf("while it is broken there are %+v", found)
	}
}

// TestSymbols has the outline of a flow, with what stands within it.
func TestSymbols(t *testing.T) {
	e := openEditor(t, small())
	nested := strings.Replace(welcome, "  - end:\n", "  - branch:\n      - when: known(chosen)\n        do: [{say: \"Well chosen.\"}]\n      - else: [{say: Oh.}]\n  - end:\n", 1)
	e.open("flows/welcome.yaml", nested)
	var found []symbol
	e.call("textDocument/documentSymbol", map[string]any{"textDocument": textDocument{URI: e.uri("flows/welcome.yaml")}}, &found)
	if len(found) != 1 || found[0].Name != "welcome" {
		t.Fatalf("the outline is %+v", found)
	}
	var names []string
	for _, part := range found[0].Children {
		names = append(names, part.Name)
		if part.Range.Start.Line > part.SelectionRange.Start.Line || part.Range.End.Line < part.SelectionRange.End.Line || part.Range.End.Line > found[0].Range.End.Line {
			t.Errorf("%s is at %+v and known at %+v", part.Name, part.Range, part.SelectionRange)
		}
		if part.Name == "branch" && (len(part.Children) != 2 || part.Children[0].Detail != "say: Well chosen.") {
			t.Errorf("within the branch is %+v", part.Children)
		}
	}
	if want := "budget brew budget chosen say branch end nothing"; strings.Join(names, " ") != want {
		t.Errorf("in the flow are %q, want %q", names, want)
	}
	e.call("textDocument/documentSymbol", map[string]any{"textDocument": textDocument{URI: e.uri("catalog.yaml")}}, &found)
	if len(found) != 1 || found[0].Name != "coffee" || len(found[0].Children) != 2 {
		t.Errorf("the catalog's outline is %+v", found)
	}
}
