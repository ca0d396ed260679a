package config

import (
	"path"
	"reflect"
	"regexp"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// Spot is what may be written at a place of a file, and what stands there: for an editor. Offsets are bytes.
type Spot struct {
	Flow string // that the file is; "" for other files
	Form Form   // of the value that is written there
	Word string // what stands there now: a key, or a value
	At   int    // where the cursor is in Word

	IsKey   bool     // Word is a key
	Key     Key      // that Word is, or is the value of; zero where it is neither
	Keys    []Key    // that the map around may have and has not yet
	Choices []string // of a FormChoice
	From    string   // the source of the step around, as catalog.coffee
	Entry   *Entry   // the entry around, in a file of translations; nil elsewhere
}

// Key is a key that may be written.
type Key struct {
	Name     string
	Doc      string
	Required bool
}

// Form tells what a value is, as far as that helps to write it.
type Form string

// The forms of values.
const (
	FormPlain   Form = ""        // of which nothing is known: a number, a name that is new
	FormText    Form = "text"    // for customers, with {{ }}
	FormExpr    Form = "expr"    // a condition or another expression
	FormChoice  Form = "choice"  // one of some words
	FormField   Form = "field"   // the name of a field, as all that follow are names
	FormFlow    Form = "flow"    //
	FormTarget  Form = "target"  // a step of the flow, next or end; a flow in files without steps
	FormStep    Form = "step"    //
	FormFAQ     Form = "faq"     //
	FormCall    Form = "call"    //
	FormCatalog Form = "catalog" // catalog.coffee
	FormSource  Form = "source"  // catalog.coffee, orders, a field
	FormColumn  Form = "column"  // of the source
	FormMedia   Form = "media"   // a file below media/
	FormPhrase  Form = "phrase"  // what the bot says of itself

	FormEntry    Form = "entry"    // an entry of a translation is being begun
	FormPlace    Form = "place"    // the place of a text
	FormOriginal Form = "original" // the text that stands in that place
)

// cursor is put where the cursor is: a rune that nobody writes, and that YAML takes for a letter.
const cursor = "\ue000"

// Spot tells what may be written at a place of a file: line and column begin with 1, columns count runes. It is not ok where nothing can be said.
func (w *Workspace) Spot(name string, line, col int) (spot Spot, ok bool) {
	content, edited := w.unsaved[name]
	if !edited {
		content = w.docs[name].content
	}
	for _, marked := range markedTexts(string(content), line, col) {
		doc := document.Parse(name, []byte(marked))
		if doc.Root == nil || !holds(doc.Root) {
			continue
		}
		if path.Dir(name) == textsDir {
			if spot, ok = w.textsSpot(doc, w.firstLanguage()); ok {
				return spot, true
			}
			continue
		}
		s := &seeker{loader: w.loader, spot: Spot{Flow: flowOf(doc)}}
		if root, known := rootOf(name); known && s.value(root, doc.Root) {
			return s.spot, true
		}
	}
	return Spot{}, false
}

// firstLanguage is the one that flows are written in, as bot.yaml was read last.
func (w *Workspace) firstLanguage() string {
	doc := w.docs[botFile].doc
	if doc == nil || doc.Root == nil {
		return ""
	}
	if languages := doc.Root.Get("languages"); languages != nil && len(languages.Items) > 0 {
		return languages.Items[0].Value
	}
	return ""
}

func flowOf(doc *document.Document) string {
	if path.Dir(doc.Name) != flowsDir {
		return ""
	}
	if n := doc.Root.Get("flow"); n != nil && isID(n.Value) {
		return n.Value
	}
	return strings.TrimSuffix(path.Base(doc.Name), ".yaml")
}

// rootOf is what a file of that name is decoded into.
func rootOf(name string) (reflect.Type, bool) {
	switch path.Dir(name) {
	case flowsDir:
		return schemaRoots["flow"].into, true
	case talksDir:
		return schemaRoots["talk"].into, true
	}
	switch name {
	case botFile:
		return schemaRoots["bot"].into, true
	case faqFile:
		return schemaRoots["faq"].into, true
	case catalogFile:
		return schemaRoots["catalog"].into, true
	}
	return nil, false
}

// halfKey is what stands in front of the cursor where a key may have been begun.
var halfKey = regexp.MustCompile(`^\s*(- *)*[a-z0-9_]*$|[{,]\s*[a-z0-9_]*$`)

// markedTexts are the text with the cursor in it, each in a way that may be read as YAML: as what is typed will be, if it becomes a key, or a value.
func markedTexts(text string, line, col int) []string {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return nil
	}
	runes := []rune(strings.TrimSuffix(lines[line-1], "\r"))
	at := min(max(col-1, 0), len(runes))
	before, after := string(runes[:at]), string(runes[at:])
	with := func(s string) string {
		lines[line-1] = before + s + after
		return strings.Join(lines, "\n")
	}
	marked := []string{with(cursor)}
	rest := strings.TrimSpace(after)
	if halfKey.MatchString(before) && !inList(before) && (rest == "" || strings.ContainsAny(rest[:1], "},")) {
		marked = append([]string{with(cursor + ": x")}, marked...)
	}
	return marked
}

// inList tells whether a line ends within the brackets of a list.
func inList(line string) bool {
	depth := 0
	for i := len(line) - 1; i >= 0; i-- {
		switch line[i] {
		case ']', '}':
			depth++
		case '[', '{':
			if depth == 0 {
				return line[i] == '['
			}
			depth--
		}
	}
	return false
}

// holds tells whether the cursor is within a node.
func holds(n *document.Node) bool {
	if strings.Contains(n.Value, cursor) {
		return true
	}
	for _, item := range n.Items {
		if holds(item) {
			return true
		}
	}
	for _, p := range n.Pairs {
		if holds(p.Key) || holds(p.Value) {
			return true
		}
	}
	return false
}

// Range is a place in a file: lines and columns begin with 1, columns count runes, and EndCol is the column behind the last one.
type Range struct {
	File              string
	Line, Col, EndCol int
}

// Range tells where something was written; not ok where nothing was. Of a named thing it is the name.
func (l *Loaded) Range(ref flows.Ref) (r Range, ok bool) {
	at, exact, found := l.places.find(ref)
	if !found || !exact {
		return Range{}, false
	}
	d := l.places.diagnostic(ref, Diagnostic{})
	if at.key != nil && ref.To == 0 {
		place := at.doc.Place(at.key)
		d.Line, d.Col, d.EndCol = place.Line, place.Col, place.End
	}
	return Range{File: d.File, Line: d.Line, Col: d.Col, EndCol: d.EndCol}, true
}
