package lsp

import (
	"slices"

	"repartee/config"
)

// mentions are the places where names are written, of the last files without errors, without those that stand no longer where they did.
func (f *folder) mentions() []config.Mention {
	if f.good == nil {
		return nil
	}
	if f.noted == nil {
		f.noted = f.good.Mentions()
	}
	if f.good == f.loaded {
		return f.noted
	}
	return slices.DeleteFunc(slices.Clone(f.noted), func(m config.Mention) bool {
		r := m.Range
		line := []rune(f.line(r.File, r.Line))
		return r.EndCol > len(line)+1 || string(line[r.Col-1:r.EndCol-1]) != m.Name.Name
	})
}

// mentionAt is what is written at a place; of a step that is known by what it asks for, that.
func (f *folder) mentionAt(name string, at position) (config.Mention, bool) {
	f.latest()
	line := f.line(name, at.Line+1)
	col := runes(line, at.Character) + 1
	found := f.mentions()
	i := slices.IndexFunc(found, func(m config.Mention) bool { return m.Holds(name, at.Line+1, col) })
	if i < 0 {
		return config.Mention{}, false
	}
	return found[i], true
}

// same are all places where the same is written.
func (f *folder) same(as config.Mention) []config.Mention {
	return slices.DeleteFunc(slices.Clone(f.mentions()), func(m config.Mention) bool { return !m.Same(as) })
}
