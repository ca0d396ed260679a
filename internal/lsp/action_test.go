package lsp

import (
	"slices"
	"strings"
	"testing"
)

// TestActions takes what is offered for a finding, and looks whether it mends it.
func TestActions(t *testing.T) {
	const arms = "  - ask: budget\n    text: How much?\n  - branch:\n      - when: budget < 5\n        do: [{say: Little.}]\n      - when: budget > 5\n        do: [{say: Much.}]\n"
	const flow = "flow: welcome\nfields: {budget: money}\nsteps:\n  - ask: brew\n    text: How?\n"
	for _, c := range []struct{ written, code, title, file, made string }{
		{flow + "  - say: \"{{ brw }}\"\n", "unknown-name", "Write `brew`", "flows/welcome.yaml", "{{ brew }}"},
		{flow + "  - say: \"{{ brew }}\"\n  - go: bre\n", "unknown-step", "Write `brew`", "flows/welcome.yaml", "go: brew"},
		{flow + "  - ask: brew\n    text: Again?\n  - say: \"{{ brew }}\"\n", "duplicate-id", "Give the step an id of its own: `brew_2`", "flows/welcome.yaml", "  - id: brew_2\n    ask: brew\n    text: Again?"},
		{flow + arms + "\n  - say: Bye.\n", "branch-not-covered", "Add an arm for all others", "flows/welcome.yaml",
			"        do: [{say: Much.}]\n      - else: [{say: }]\n\n  - say"},
		{flow + arms, "branch-not-covered", "Allow it at this step", "flows/welcome.yaml", "  - allow: [branch-not-covered]\n    branch:"},
		{flow + "  - say: \"{{ brew }}\"\n", "missing-translation", "Add what is missing to texts/de.yaml", "texts/de.yaml", "- {at: brew.filter, en: Filter, de: }\n"},
	} {
		files := translated()
		files["flows/welcome.yaml"] = c.written
		e := openEditor(t, files)
		e.open("flows/welcome.yaml", c.written)
		for name := range files {
			e.open(name, files[name])
		}
		made := ""
		for name := range files {
			var actions []codeAction
			e.call("textDocument/codeAction", map[string]any{"textDocument": textDocument{URI: e.uri(name)}, "range": textRange{End: position{Line: 100}}}, &actions)
			for _, action := range actions {
				if action.Title == c.title && action.Diagnostics[0].Code == c.code {
					made = applied(files[c.file], action.Edit.Changes[e.uri(c.file)])
				}
			}
		}
		if !strings.Contains(made, c.made) {
			t.Errorf("%s: it makes %q, want %q", c.code, made, c.made)
		}
	}
}

// applied makes the changes as editors do: places are those before any of them.
func applied(text string, edits []textEdit) string {
	slices.SortStableFunc(edits, func(a, b textEdit) int {
		return 10000*(b.Range.Start.Line-a.Range.Start.Line) + b.Range.Start.Character - a.Range.Start.Character
	})
	lines := strings.SplitAfter(text, "\n")
	for _, edit := range edits {
		if edit.Range.End.Line == len(lines) {
			return edit.NewText
		}
		line := []rune(lines[edit.Range.Start.Line])
		from, to := runes(string(line), edit.Range.Start.Character), runes(string(line), edit.Range.End.Character)
		lines[edit.Range.Start.Line] = string(line[:from]) + edit.NewText + string(line[to:])
	}
	return strings.Join(lines, "")
}
