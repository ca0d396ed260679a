package config

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/talk"
)

// Loaded is what a folder says.
type Loaded struct {
	Set   *flows.Set                  // nil where there is an error
	Talks []talk.Talk                 // those that could be read
	Files map[string][]byte           // the files of the folder by name, as read; without media
	Media map[string]flows.MediaEntry // what lies below media/, by path as media/menu.pdf

	source *flows.Source // as it was decoded
	places *places
	unused map[flows.Ref]bool // translations that belong to no text
}

// Load reads a bot's folder: kinds are the kinds of step that its flows may have. It always gives a Loaded; what is wrong with the folder, all of it, is in
// the diagnostics. Where these are only warnings the set is there.
func Load(fsys fs.FS, kinds []flows.Kind, options ...Option) (*Loaded, Diagnostics) {
	return NewWorkspace(fsys, kinds, options...).Load()
}

// LoadDir reads a bot's folder from the disk. Nothing outside of it is read, wherever links lead. The error says that there is no folder to read.
func LoadDir(dir string, kinds []flows.Kind, options ...Option) (*Loaded, Diagnostics, error) {
	root, err := os.OpenRoot(dir)
	if info, is := os.Stat(dir); err != nil && is == nil && !info.IsDir() {
		return nil, nil, fmt.Errorf("%s is a file: name the bot's folder, in which bot.yaml stands", dir)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read a bot's folder: %w", err)
	}
	defer root.Close()
	loaded, found := Load(root.FS(), kinds, options...)
	return loaded, found, nil
}

// loader gathers what the files of one folder say.
type loader struct {
	kinds  map[string]flows.Kind
	names  []string // of the kinds
	shapes shapes
	docs   map[string]*document.Document
	places *places
	found  Diagnostics
	noted  map[Severity]int // how many
	damage damage
	unused map[flows.Ref]bool

	secrets []string // that were written where the names of environment variables belong

	written func(key string, value *document.Node) // told of each key that is written, see declaring; nil: nobody wants to know
}

func newLoader(kinds []flows.Kind) *loader {
	l := &loader{kinds: map[string]flows.Kind{}, shapes: shapes{}}
	for _, kind := range kinds {
		l.kinds[kind.Name] = kind
		l.names = append(l.names, kind.Name)
	}
	return l.anew()
}

// anew is a loader of the same kinds that has gathered nothing yet.
func (l *loader) anew() *loader {
	return &loader{kinds: l.kinds, names: l.names, shapes: l.shapes, written: l.written, places: newPlaces(), noted: map[Severity]int{}, damage: newDamage(), unused: map[flows.Ref]bool{}}
}

// folder decodes all files of a folder into the source, and gives the talks.
func (l *loader) folder(w *Workspace, f *folder, source *flows.Source) []talk.Talk {
	var talks []talk.Talk
	var texts []*decodedTexts
	l.bot(f, source)
	l.catalogFile(f, source)
	for _, name := range f.names {
		switch path.Dir(name) {
		case flowsDir:
			if source.Flows == nil {
				source.Flows = l.flows(within(f.names, flowsDir))
			}
		case textsDir:
			texts = append(texts, w.translations(l, l.parsed(name), source.Bot.Languages))
		case talksDir:
			talks = append(talks, l.talk(l.parsed(name)))
		case catalogDir:
			l.table(w, l.parsed(name), source)
		}
	}
	source.Translations = w.joined(texts)
	l.faq(f, source)
	return talks
}

// within gives the names of the files in a folder.
func within(names []string, dir string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return path.Dir(name) != dir })
}

// parsed is a file as a tree. What is wrong with its YAML is reported.
func (l *loader) parsed(name string) *document.Document {
	doc := l.docs[name]
	for _, fault := range doc.Faults {
		d := Diagnostic{File: name, Line: fault.Line, Col: fault.Col, EndCol: fault.End, Severity: Error, Code: fault.Code, Message: fault.Message, Help: fault.Help}
		if fault.Code == document.EmptyFile {
			d.Help = belongs(name)
		}
		if d.Source = doc.Line(d.Line); strings.TrimSpace(d.Source) == "" {
			d.Source = ""
		}
		l.note(d)
	}
	l.damage.lose(doc.LostWords())
	return doc
}

// belongs says what is to stand in a file.
func belongs(name string) string {
	base := strings.TrimSuffix(path.Base(name), ".yaml")
	switch path.Dir(name) {
	case flowsDir:
		return "a flow begins with `flow: " + base + "` and has `steps:`"
	case textsDir:
		return "translations are a list of `- {at: advice.brew, en: the text, " + base + ": its translation}`"
	case talksDir:
		return "a talk begins with `talk: what it shows` and has `turns:`"
	}
	switch name {
	case faqFile:
		return "entries are a list of `- {id: some_name, ask: [How customers ask it?], answer: The answer.}`"
	case catalogFile:
		return "it has catalogs by name: `coffee: {items: [{id: crema, name: Crema, price: 12.90}]}`"
	}
	if path.Dir(name) == catalogDir {
		return "the first row names the columns: id, name, price and more; each row below is an item"
	}
	return "it begins with `bot: the bot's name`, then `languages`, `time_zone`, `currency` and `start`"
}

func (l *loader) bot(f *folder, source *flows.Source) {
	if _, ok := f.files[botFile]; !ok {
		l.damage.names = true
		return
	}
	doc := l.parsed(botFile)
	if doc.Root == nil {
		l.damage.names = true
		return
	}
	d := &decoder{loader: l, doc: doc}
	d.file(&source.Bot, flows.Ref{Path: "bot"}, "bot.yaml")
}

// flow decodes one flow. Where it does not say its name, the file's is taken, so that the rest can be checked.
func (l *loader) flow(doc *document.Document) *flows.Flow {
	base := strings.TrimSuffix(path.Base(doc.Name), ".yaml")
	id := base
	if n := doc.Root.Get("flow"); n != nil && isID(n.Value) {
		id = n.Value
	}
	ref := flows.Ref{Flow: id}
	if l.places.has(ref) {
		l.sameFlow(doc, ref)
		ref.Flow = doc.Name
	}
	flow := &flows.Flow{Ref: ref, ID: flows.ID(id)}
	d := &decoder{loader: l, doc: doc, flow: ref.Flow}
	if doc.Root == nil {
		l.places.add(ref, place{doc: doc, node: &document.Node{}})
		l.damage.add(ref)
		return flow
	}
	d.file(flow, ref, "a flow")
	if flow.ID == "" {
		flow.ID = flows.ID(id)
	}
	return flow
}

// sameFlow reports a flow with the name of another one, and names the file of that.
func (l *loader) sameFlow(doc *document.Document, first flows.Ref) {
	at := document.Range{Line: 1, Col: 1, End: 2}
	if doc.Root != nil {
		at = doc.Place(doc.Root)
		if n := doc.Root.Get("flow"); n != nil {
			at = doc.Place(n)
		}
	}
	other, _, _ := l.places.find(first)
	d := &decoder{loader: l, doc: doc}
	d.reportAt(at, Error, "duplicate-id", "there is another flow called "+first.Flow+", in "+other.doc.Name, "rename one of them")
	l.damage.add(flows.Ref{Flow: doc.Name, Path: "flow"})
}

// talk decodes one talk.
func (l *loader) talk(doc *document.Document) talk.Talk {
	ref := flows.Ref{Path: "talks." + strings.TrimSuffix(path.Base(doc.Name), ".yaml")}
	t := talk.Talk{Ref: ref}
	if doc.Root != nil {
		d := &decoder{loader: l, doc: doc}
		d.file(&t, ref, "a talk")
		d.turns(doc.Root.Get("turns"), ref.At("turns"))
	}
	return t
}
