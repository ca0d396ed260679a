package config

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// Workspace reads a folder again and again while somebody writes in it: what was parsed is kept, so that what has not changed costs little. Whoever watches a folder
// calls Load after each change, whichever file it was in: the workspace finds that out by itself, so no change is lost that nobody told of. What Load gives is new
// each time, and stays as it is: while a file is broken one goes on with the last Loaded that has a Set. A workspace is for one goroutine at a time; what it gives
// may be used by others.
type Workspace struct {
	fsys    fs.FS
	said    said // by options
	loader  *loader
	unsaved map[string][]byte
	docs    map[string]parsedFile
	texts   map[string]*decodedTexts
	tables  map[string]*decodedTable
	media   map[string]medium

	joinedOf []*decodedTexts
	entries  []flows.Translation // of all these
	former   *flows.Set          // that was compiled last
}

// parsedFile is a file as it was parsed the last time.
type parsedFile struct {
	content []byte
	doc     *document.Document
}

// NewWorkspace makes one for a folder, as Load reads it. Nothing is read yet.
func NewWorkspace(fsys fs.FS, kinds []flows.Kind, options ...Option) *Workspace {
	return &Workspace{
		fsys: fsys, said: optionsOf(options), loader: newLoader(kinds), unsaved: map[string][]byte{},
		docs: map[string]parsedFile{}, texts: map[string]*decodedTexts{}, tables: map[string]*decodedTable{}, media: map[string]medium{},
	}
}

// Edit puts a text that is not saved yet in the place of a file, named within the folder with slashes. A file that is not there is one more.
func (w *Workspace) Edit(name string, content []byte) {
	if content == nil {
		content = []byte{}
	}
	w.unsaved[name] = content
}

// Close takes the text of Edit away: the file counts again.
func (w *Workspace) Close(name string) { delete(w.unsaved, name) }

// Load reads the folder as the function Load does.
func (w *Workspace) Load() (*Loaded, Diagnostics) {
	f, l := w.read()
	source := flows.Source{Builtin: steps.Builtin(), Media: f.media, Calls: w.said.calls}
	talks := l.folder(w, f, &source)
	source.Former, source.Each = w.former, sideBySide
	if w.reworks() {
		source.Former, source.Translations = nil, slices.Clone(source.Translations) // they may be changed
		w.said.reworked(&source)
	}
	set, problems := flows.Compile(source)
	source.Former, source.Each = nil, nil
	if set != nil {
		w.former = set
	}
	l.problems(problems)
	if set != nil {
		l.problems(talk.Check(set, talks))
	}
	if l.found.HasErrors() {
		set = nil
	}
	loaded := &Loaded{Set: set, Talks: talks, Files: f.files, Media: f.media, source: &source, places: l.places, unused: l.unused}
	return loaded, masked(l.found, l.secrets).sorted()
}

func (w *Workspace) reworks() bool { return len(w.said.rework) > 0 }

// read reads the files, and gives a loader that has gathered nothing yet but what is wrong with them as files.
func (w *Workspace) read() (*folder, *loader) {
	f := &folder{fsys: w.fsys, unsaved: w.unsaved, known: w.media}
	f.readAll()
	w.parse(f)
	l := w.loader.anew()
	l.found, l.docs = f.found, w.documents()
	return f, l
}

// parse reads the files that have changed as trees, several at once, and forgets those that are gone.
func (w *Workspace) parse(f *folder) {
	docs := make([]*document.Document, len(f.names))
	var reading sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, name := range f.names {
		if known, ok := w.docs[name]; ok && bytes.Equal(known.content, f.files[name]) {
			docs[i] = known.doc
			continue
		}
		free <- struct{}{}
		reading.Go(func() {
			docs[i] = parseFile(name, f.files[name], w.docs[name].doc)
			<-free
		})
	}
	reading.Wait()
	clear(w.docs)
	for i, name := range f.names {
		w.docs[name] = parsedFile{f.files[name], docs[i]}
	}
}

func parseFile(name string, content []byte, former *document.Document) *document.Document {
	if path.Ext(name) == ".csv" {
		return document.ParseTable(name, content)
	}
	return document.ParseAgain(name, content, former)
}

func (w *Workspace) documents() map[string]*document.Document {
	docs := make(map[string]*document.Document, len(w.docs))
	for name, parsed := range w.docs {
		docs[name] = parsed.doc
	}
	return docs
}

// translations decodes a file of translations, or takes over what was decoded of it: they are most of what a large bot has.
func (w *Workspace) translations(l *loader, doc *document.Document, languages []string) *decodedTexts {
	known := w.texts[doc.Name]
	if known == nil || known.doc != doc || !slices.Equal(known.languages, languages) {
		known = l.translations(doc, languages, known)
		w.texts[doc.Name] = known
	}
	l.takeOver(known.said)
	return known
}

// items decodes the rows of a table, or takes over what was decoded of them. Whoever reworks what was decoded gets rows of his own.
func (w *Workspace) items(l *loader, doc *document.Document, ref flows.Ref) []flows.Item {
	known := w.tables[doc.Name]
	if known == nil || known.doc != doc || w.reworks() {
		known = &decodedTable{doc: doc, said: l.anew()}
		d := &decoder{loader: known.said, doc: doc}
		known.items = d.rows(doc.Root, ref)
		w.tables[doc.Name] = known
	}
	l.takeOver(known.said)
	return known.items
}

// decodedTable is a file of a catalog's items as it was decoded. Nothing but the file decides about that.
type decodedTable struct {
	doc   *document.Document
	items []flows.Item
	said  *loader
}

// joined gives the translations of all files in one list: the very same one as long as none of them has changed, so that Compile sees that.
func (w *Workspace) joined(files []*decodedTexts) []flows.Translation {
	if !slices.Equal(files, w.joinedOf) {
		w.joinedOf, w.entries = files, nil
		for _, file := range files {
			w.entries = append(w.entries, file.translations...)
		}
	}
	return w.entries
}

// takeOver adds what another loader has gathered of a file of its own.
func (l *loader) takeOver(other *loader) {
	for part, of := range other.places.of {
		l.places.of[part] = of
	}
	maps.Copy(l.places.lists, other.places.lists)
	for _, d := range other.found {
		l.note(d)
	}
	l.damage.join(&other.damage)
	l.secrets = append(l.secrets, other.secrets...)
}
