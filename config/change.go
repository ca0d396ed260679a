package config

import (
	"maps"
	"slices"

	"repartee/config/document"
)

// Change is one place of a file that is written anew. A Range without width is a place where something is put in.
type Change struct {
	Range Range
	Text  string
}

// changed is a workspace for the same folder as it is after some changes.
func (w *Workspace) changed(files map[string][]byte, changes []Change) *Workspace {
	then := *w
	then.unsaved, then.docs = maps.Clone(w.unsaved), maps.Clone(w.docs)
	then.texts, then.tables, then.media = maps.Clone(w.texts), maps.Clone(w.tables), maps.Clone(w.media)
	for name, content := range Changed(files, changes) {
		then.unsaved[name] = content
	}
	return &then
}

// Changed gives the files that changes make others of.
func Changed(files map[string][]byte, changes []Change) map[string][]byte {
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b Change) int { // from the last to the first, so that places stay right
		if a.Range.Line != b.Range.Line {
			return b.Range.Line - a.Range.Line
		}
		return b.Range.Col - a.Range.Col
	})
	changed := map[string][]byte{}
	for _, c := range changes {
		content, ok := changed[c.Range.File]
		if !ok {
			content = files[c.Range.File]
		}
		changed[c.Range.File] = splice(content, document.Range{Line: c.Range.Line, Col: c.Range.Col, End: c.Range.EndCol}, c.Text)
	}
	return changed
}
