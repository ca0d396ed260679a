package config

import (
	"bytes"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// Workspace reads a folder again and again while somebody writes in it: what was parsed is kept, so that only what has changed costs time. It is for one goroutine
// at a time; what it gives may be used by others.
type Workspace struct {
	fsys    fs.FS
	options []Option
	loader  *loader
	unsaved map[string][]byte
	docs    map[string]parsedFile
	texts   map[string]*decodedTexts
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
		fsys: fsys, options: options, loader: newLoader(kinds), unsaved: map[string][]byte{},
		docs: map[string]parsedFile{}, texts: map[string]*decodedTexts{}, media: map[string]medium{},
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
	said := optionsOf(w.options)
	source := flows.Source{Builtin: steps.Builtin(), Media: f.media, Calls: said.calls}
	talks := l.folder(w, f, &source)
	source.Former, source.Each = w.former, sideBySide
	if len(said.rework) > 0 {
		source.Former, source.Translations = nil, slices.Clone(source.Translations) // they may be changed
		said.reworked(&source)
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
			docs[i] = parseFile(name, f.files[name])
			<-free
		})
	}
	reading.Wait()
	clear(w.docs)
	for i, name := range f.names {
		w.docs[name] = parsedFile{f.files[name], docs[i]}
	}
}

func parseFile(name string, content []byte) *document.Document {
	if path.Ext(name) == ".csv" {
		return document.ParseTable(name, content)
	}
	return document.Parse(name, content)
}

func (w *Workspace) documents() map[string]*document.Document {
	docs := make(map[string]*document.Document, len(w.docs))
	for name, parsed := range w.docs {
		docs[name] = parsed.doc
	}
	return docs
}

// decodedTexts is a file of translations as it was decoded the last time. Nothing but the file and the languages decides about that.
type decodedTexts struct {
	doc          *document.Document
	languages    []string
	translations []flows.Translation
	said         *loader // what the decoding has gathered
}

// translations decodes a file of translations, or takes over what was decoded of it: they are most of what a large bot has.
func (w *Workspace) translations(l *loader, doc *document.Document, languages []string) *decodedTexts {
	known := w.texts[doc.Name]
	if known == nil || known.doc != doc || !slices.Equal(known.languages, languages) {
		known = &decodedTexts{doc: doc, languages: slices.Clone(languages), said: l.anew()}
		known.translations = known.said.translations(doc, languages)
		w.texts[doc.Name] = known
	}
	l.takeOver(known.said)
	return known
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
	for _, d := range other.found {
		l.note(d)
	}
	l.damage.join(&other.damage)
	l.secrets = append(l.secrets, other.secrets...)
}
