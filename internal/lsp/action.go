package lsp

import "regexp"

// suggestion is what a finding says that was meant.
var suggestion = regexp.MustCompile("did you mean `([^`]+)`\\?")

// actionsFor offers to write what a finding on these lines says that was meant.
func actionsFor(f *folder, name, uri string, at textRange) []codeAction {
	actions := []codeAction{}
	if f == nil {
		return actions
	}
	for _, d := range f.shown[name] {
		meant := suggestion.FindStringSubmatch(d.Message)
		if meant == nil || d.Range.Start.Line > at.End.Line || d.Range.Start.Line < at.Start.Line {
			continue
		}
		actions = append(actions, codeAction{
			Title: "Write `" + meant[1] + "`", Kind: "quickfix", Diagnostics: []diagnostic{d}, IsPreferred: true,
			Edit: workspaceEdit{map[string][]textEdit{uri: {{d.Range, meant[1]}}}},
		})
	}
	return actions
}
