package lsp

import "repartee/config"

// definitionOf leads to where the name under the cursor is defined; nothing where it is none.
func definitionOf(f *folder, name string, at position) []location {
	if f == nil {
		return nil
	}
	f.ready()
	spot, _, ok := f.spot(name, at)
	if !ok || spot.IsKey && spot.Form != config.FormField {
		return nil
	}
	w, ok := wordAt(spot)
	if !ok {
		return nil
	}
	m, ok := f.of(spot, w)
	if !ok || m.name == nil {
		return nil
	}
	r, ok := f.loaded.Range(m.name.Ref)
	if !ok {
		return nil
	}
	return []location{{URI: f.uri(r.File), Range: f.textRange(r)}}
}
