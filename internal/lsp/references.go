package lsp

// referencesTo leads to all places where the name under the cursor is written, in all files.
func referencesTo(f *folder, name string, at position, declared bool) []location {
	found := []location{}
	if f == nil {
		return found
	}
	m, ok := f.mentionAt(name, at)
	if !ok {
		return found
	}
	for _, same := range f.same(m) {
		if declared || !same.Defines {
			found = append(found, location{f.uri(same.Range.File), f.textRange(same.Range)})
		}
	}
	return found
}

// highlightsOf are the places in the same file.
func highlightsOf(f *folder, name string, at position) []highlight {
	found := []highlight{}
	if f == nil {
		return found
	}
	m, ok := f.mentionAt(name, at)
	if !ok {
		return found
	}
	for _, same := range f.same(m) {
		if same.Range.File != name {
			continue
		}
		kind := highlightRead
		if same.Defines {
			kind = highlightWrite
		}
		found = append(found, highlight{f.textRange(same.Range), kind})
	}
	return found
}
