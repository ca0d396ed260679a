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
	if spot.Form == config.FormPlace {
		return f.textAt(spot.Entry.At)
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

// textAt leads to the texts that a translation's place means.
func (f *folder) textAt(place string) []location {
	if f.good == nil {
		return nil
	}
	var found []location
	for _, w := range f.good.Set.Texts() {
		if r, ok := f.good.Range(w.Ref); ok && w.At == place {
			found = append(found, location{f.uri(r.File), f.textRange(r)})
		}
	}
	return found
}
