package config

import (
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// translations decodes a file of texts: a list of places with the text in the first language and in the file's.
func (l *loader) translations(doc *document.Document, languages []string) []flows.Translation {
	language := strings.TrimSuffix(path.Base(doc.Name), ".yaml")
	ref := flows.Ref{Path: "texts." + language}
	d := &decoder{loader: l, doc: doc}
	if doc.Root == nil {
		l.damage.add(ref)
		return nil
	}
	l.places.add(ref, place{doc: doc, node: doc.Root})
	if len(languages) == 0 {
		return nil
	}
	if i := slices.Index(languages, language); i <= 0 {
		d.otherLanguage(language, languages, i == 0)
		return nil
	}
	if doc.Root.Kind != document.List {
		d.report(doc.Root, "wrong-type", "the file is a list of texts, each with a dash in front", belongs(doc.Name))
		return nil
	}
	var all []flows.Translation
	for i, item := range d.divided(doc.Root.Items, firstAgain) {
		at := ref.At(strconv.Itoa(i))
		l.places.add(at, place{doc: doc, node: item})
		t := translation{decoder: d, source: languages[0], made: flows.Translation{Ref: at, Language: language}}
		if t.decode(item) {
			all = append(all, t.made)
		}
	}
	d.waiting(language, all)
	return all
}

// waiting tells once of a file how many of its entries have no translation yet.
func (d *decoder) waiting(language string, all []flows.Translation) {
	var waiting []flows.Ref
	for _, t := range all {
		if t.Waits {
			waiting = append(waiting, t.Ref)
		}
	}
	if len(waiting) == 0 {
		return
	}
	message := "1 text waits for its translation to " + language
	if len(waiting) > 1 {
		message = strconv.Itoa(len(waiting)) + " texts wait for their translation to " + language + " (this is the first)"
	}
	at, _, _ := d.places.find(waiting[0])
	d.reportAt(d.doc.Place(at.node), Warning, untranslated, message, "write `"+language+": ...`; until then customers get the text in the first language")
}

func (d *decoder) otherLanguage(language string, languages []string, first bool) {
	message := language + " is not among the languages of bot.yaml, so this file is not read"
	help := "list it under `languages`, or take the file out"
	if len(languages) > 1 {
		help = "name the file after one of " + strings.Join(languages[1:], ", ")
	}
	if first {
		message = language + " is the language that the flows are written in, so this file is not read"
	}
	d.damage.add(flows.Ref{Path: "texts." + language})
	d.reportAt(document.Range{Line: 1, Col: 1, End: 2}, Warning, "bad-file", message, help)
}

// untranslated is the code of entries that wait for their translation.
const untranslated = "untranslated"

// translation is one entry of a file of texts on its way into the source.
type translation struct {
	*decoder
	source string // the language that the flows are written in
	made   flows.Translation
	found  bool // the text in the file's language is there
	now    string
}

func (t *translation) decode(n *document.Node) bool {
	ref := t.made.Ref
	if n.Kind != document.Map {
		t.wrong(n, ref, "an entry such as {at: advice.brew, "+t.source+": ..., "+t.made.Language+": ...}", "")
		return false
	}
	for _, p := range t.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		t.places.add(at, place{t.doc, p.Key, p.Value})
		t.key(p, at)
	}
	switch {
	case t.made.At == "":
		t.missing(n, ref.At("at"), "the entry", "at", "")
		return false
	case !t.found:
		t.made.Waits = true
	case t.now != "":
		t.made.Source = t.now
	}
	return true
}

func (t *translation) key(p document.Pair, at flows.Ref) {
	switch p.Key.Value {
	case "at":
		t.value(reflect.ValueOf(&t.made.At).Elem(), p.Value, at)
	case t.source:
		if p.Value.Kind == document.Scalar {
			t.made.Source = t.words(p.Value, at, "a text", "...")
		}
	case t.made.Language:
		t.translated(p, at)
	case "now":
		t.now = t.words(p.Value, at, "a text", "...")
		t.reportAt(t.doc.Place(p.Key), Warning, "stale-translation", "the text in "+t.source+" has changed since this was translated",
			"put the text of `now` behind `"+t.source+":`, look at `"+t.made.Language+":` again, and take `now` out")
	default:
		t.report(p.Key, "unknown-key", "an entry has no key `"+p.Key.Value+"`", "its keys are at, "+t.source+" and "+t.made.Language)
	}
}

func (t *translation) translated(p document.Pair, at flows.Ref) {
	switch p.Value.Kind {
	case document.Empty:
	case document.List:
		t.found = true
		t.value(reflect.ValueOf(&t.made.Words).Elem(), p.Value, at)
	default:
		t.found = true
		t.made.Text = t.sentence(p.Value, at)
		t.places.add(t.made.Ref, place{t.doc, p.Key, p.Value})
	}
}
