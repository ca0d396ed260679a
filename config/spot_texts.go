package config

import (
	"path"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// Entry is what the entry of a translation at the cursor says, as far as it is written.
type Entry struct {
	Language string // of the file
	At       string // the place of the text
	Source   string // the text in the first language
	Inline   bool   // it stands within {}
	Missing  []Key  // the keys that it has not yet
}

// textsSpot tells what may be written at a place of a file of translations.
func (w *Workspace) textsSpot(doc *document.Document, first string) (Spot, bool) {
	if doc.Root.Kind != document.List {
		return Spot{}, false
	}
	i := slices.IndexFunc(doc.Root.Items, holds)
	if i < 0 {
		return Spot{}, false
	}
	item := doc.Root.Items[i]
	s := &seeker{spot: Spot{Entry: &Entry{Language: strings.TrimSuffix(path.Base(doc.Name), ".yaml"), Inline: item.Flow}}}
	if item.Kind == document.Scalar {
		s.word(item.Value)
		s.spot.IsKey, s.spot.Form = true, FormEntry
		return s.spot, true
	}
	s.entry(item, first)
	return s.spot, true
}

// entry reads an entry in which the cursor is.
func (s *seeker) entry(item *document.Node, first string) {
	entry := s.spot.Entry
	keys := []Key{{Name: "at", Doc: "The place of the text: flow.step, faq.id, field.option, phrases.id ..."}, {Name: first, Doc: "The text in the first language, as it stands there."},
		{Name: entry.Language, Doc: "The translation."}}
	for _, p := range item.Pairs {
		name := strings.ReplaceAll(p.Key.Value, cursor, "")
		plain := strings.TrimRight(strings.ReplaceAll(p.Value.Value, cursor, ""), "\n")
		switch name {
		case "at":
			entry.At = plain
		case first:
			entry.Source = plain
		}
		keys = slices.DeleteFunc(keys, func(k Key) bool { return k.Name == name && !holds(p.Key) })
		switch {
		case holds(p.Key):
			s.word(p.Key.Value)
			s.spot.IsKey, s.spot.Form = true, FormEntry
		case !holds(p.Value):
		case name == "at":
			s.word(p.Value.Value)
			s.spot.Form = FormPlace
		case name == first:
			s.word(p.Value.Value)
			s.spot.Form = FormOriginal
		default:
			s.word(p.Value.Value)
			s.spot.Form = FormText
		}
	}
	s.spot.Flow, entry.Missing = group(entry.At), keys
	if s.spot.IsKey {
		s.spot.Keys = keys
	}
}

// Untranslated are the texts that have no translation to a language, in the order of the files. There must be a Set.
func (l *Loaded) Untranslated(language string) []flows.Wording {
	return slices.DeleteFunc(l.inReadingOrder(l.Set.Texts()), func(w flows.Wording) bool { return w.In(language) != nil })
}

// Original writes a text of the first language as it may stand behind a key.
func Original(w flows.Wording) string {
	if w.Words == nil {
		return plainOrQuoted(w.Source)
	}
	words := make([]string, len(w.Words))
	for i, word := range w.Words {
		words[i] = plainOrQuoted(word)
	}
	return "[" + strings.Join(words, ", ") + "]"
}
