package config

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/value"
)

// Retext is a file of translations that was brought up to date.
type Retext struct {
	Edit
	Changed bool
	Added   int // texts that are new in the file; their translations are still to be written
	Stale   int // translations of texts that have changed, with what these are now
	Moved   int // translations whose text stands in another place now
	Unused  int // translations that belong to nothing; they are kept
}

// Retext brings the translations to each language up to date: it adds the texts that are missing, in their places, and writes `now: new text` to those that have
// changed since they were translated. All that is written stays, with its comments and in its order. The files are not written: that is for the caller.
func (l *Loaded) Retext() []Retext {
	var all []Retext
	for _, language := range l.Set.Languages[1:] {
		all = append(all, l.retext(language))
	}
	return all
}

func (l *Loaded) retext(language string) Retext {
	name := path.Join(textsDir, language+".yaml")
	r := &retext{first: l.Set.Languages[0], language: language, places: l.places, doc: document.Parse(name, l.Files[name])}
	r.sheet = newSheet(l.Files[name], r.doc)
	r.entries = entries(r.doc, r.first, language)
	for i, e := range r.entries {
		ref := flows.Ref{Path: "texts." + language}.At(strconv.Itoa(i))
		e.used = !e.empty && !l.unused[ref]
	}
	r.wordings = l.inReadingOrder(l.Set.Texts())
	r.match()
	r.move()
	r.refresh()
	r.add()
	for _, e := range r.entries {
		if !e.used && !e.empty {
			r.Unused++
		}
	}
	r.File, r.Data, r.Changed = name, r.sheet.bytes(), r.sheet.changed
	return r.Retext
}

// inReadingOrder gives texts in the order in which they stand in the files.
func (l *Loaded) inReadingOrder(texts []flows.Wording) []flows.Wording {
	type placed struct {
		at   Diagnostic
		text flows.Wording
	}
	all := make([]placed, len(texts))
	for i, text := range texts {
		all[i] = placed{l.places.diagnostic(text.Ref, Diagnostic{}), text}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Col, b.at.Col))
	})
	sorted := make([]flows.Wording, len(all))
	for i, p := range all {
		sorted[i] = p.text
	}
	return sorted
}

// retext is a file of translations on its way.
type retext struct {
	Retext
	first, language string
	places          *places
	doc             *document.Document
	sheet           *sheet
	entries         []*entry
	wordings        []flows.Wording
	of              []*entry // by wording: its entry, nil where it has none
}

// match finds the entry of each text: the one that Compile took, or one that waits for its translation.
func (r *retext) match() {
	r.of = make([]*entry, len(r.wordings))
	for i := range r.wordings {
		w := &r.wordings[i]
		if t := w.In(r.language); t != nil {
			r.take(i, r.numbered(t.Ref))
			continue
		}
		for _, e := range r.entries {
			if !e.used && e.has(w) {
				r.take(i, e)
				break
			}
		}
	}
}

func (r *retext) take(wording int, e *entry) {
	if e != nil {
		e.used = true
	}
	r.of[wording] = e
}

// numbered is the entry that a Ref means: texts.de.17.
func (r *retext) numbered(ref flows.Ref) *entry {
	i, err := strconv.Atoi(lastPart(ref))
	if err != nil || i >= len(r.entries) {
		return nil
	}
	return r.entries[i]
}

func lastPart(ref flows.Ref) string { return ref.Path[strings.LastIndexByte(ref.Path, '.')+1:] }

// move takes over the translation of the same text that stood in another place: a step was renamed.
func (r *retext) move() {
	for i := range r.wordings {
		w := &r.wordings[i]
		if r.of[i] != nil || w.Words != nil {
			continue
		}
		for _, e := range r.entries {
			if e.free() && e.text() == w.Source && e.at != w.At && r.sheet.replace(e.node.Get("at"), w.At) {
				r.take(i, e)
				r.Moved++
				break
			}
		}
	}
}

// refresh marks the translations of texts that have changed.
func (r *retext) refresh() {
	for i := range r.wordings {
		w := &r.wordings[i]
		if r.of[i] != nil || w.Words != nil {
			continue
		}
		if e := r.nearest(w); e != nil && r.renew(e, w.Source) {
			r.take(i, e)
		}
	}
}

// nearest is the entry in the place of a text whose source is most like it.
func (r *retext) nearest(w *flows.Wording) *entry {
	var best *entry
	most := value.Akin
	for _, e := range r.entries {
		if !e.free() || e.at != w.At {
			continue
		}
		if likeness := max(value.Alike(e.text(), w.Source), value.Alike(e.original(), w.Source)); likeness > most || best == nil && likeness == most {
			best, most = e, likeness
		}
	}
	return best
}

// renew writes to an entry what its text is now. Where nothing is translated yet, that takes the place of what it was.
func (r *retext) renew(e *entry, source string) bool {
	switch {
	case e.empty && e.now == nil && r.sheet.replace(e.source.Value, source):
		return true
	case e.now != nil && e.original() == source:
		return r.sheet.remove(e.now)
	case e.now != nil:
		r.Stale++
		return r.sheet.replace(e.now.Value, source)
	}
	r.Stale++
	r.sheet.addKey(e.node, e.source, "now: "+quoted(source))
	return true
}

// add writes an entry for each text that has none, beside those of the texts around it; at the end of the file where there are none of the same flow.
func (r *retext) add() {
	chapter := ""
	for i := range r.wordings {
		w := &r.wordings[i]
		if r.of[i] != nil {
			continue
		}
		r.Added++
		lines := newEntry(w, r.first, r.language)
		if e := r.beside(i, -1); e != nil {
			r.sheet.addBehind(e.node, lines)
			continue
		}
		if e := r.beside(i, 1); e != nil {
			r.sheet.addBefore(e.node, lines)
			continue
		}
		if file := r.places.fileOf(w.Ref); file != chapter {
			chapter = file
			lines = append([]string{"# " + file}, lines...)
			if !r.sheet.blank() {
				lines = append([]string{""}, lines...)
			}
		}
		r.sheet.addEnd(lines)
	}
}

// beside is the entry in the file of the next text, in the direction given, within the same flow; nil where there is none.
func (r *retext) beside(wording, direction int) *entry {
	for i := wording + direction; i >= 0 && i < len(r.wordings) && group(r.wordings[i].At) == group(r.wordings[wording].At); i += direction {
		if r.of[i] != nil {
			return r.of[i]
		}
	}
	return nil
}
