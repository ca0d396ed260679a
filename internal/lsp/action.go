package lsp

import "strings"

// actionsFor offers what can be written because of what was found on these lines.
func actionsFor(f *folder, name string, at textRange) []codeAction {
	actions := []codeAction{}
	if f == nil {
		return actions
	}
	f.latest()
	for _, d := range f.found {
		shown := f.diagnostic(d)
		if d.File != name || shown.Range.Start.Line > at.End.Line || shown.Range.Start.Line < at.Start.Line {
			continue
		}
		for _, fix := range f.loaded.Fixes(d) {
			edit := f.edit(fix.Changes)
			for _, file := range fix.Files {
				lines := strings.Count(string(f.loaded.Files[file.File]), "\n") + 1
				edit.Changes[f.uri(file.File)] = []textEdit{{textRange{End: position{Line: lines}}, string(file.Data)}}
			}
			actions = append(actions, codeAction{Title: fix.Title, Kind: "quickfix", Diagnostics: []diagnostic{shown}, IsPreferred: fix.Sure, Edit: edit})
		}
	}
	return actions
}
