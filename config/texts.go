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

// decodedTexts is a file of translations as it was decoded. Nothing but the file and the languages decides about that.
type decodedTexts struct {
	doc          *document.Document
	languages    []string
	items        []*document.Node
	translations []flows.Translation
	said         *loader // what the decoding has gathered
	whole        bool    // there is a translation for each item, and nothing is wrong with any
}

// translations decodes a file of texts: a list of places with the text in the first language and in the file's. Of a file that was changed the former items are
// taken over that stand where they stood.
func (l *loader) translations(doc *document.Document, languages []string, former *decodedTexts) *decodedTexts {
	texts := &decodedTexts{doc: doc, languages: slices.Clone(languages), said: l.anew()}
	d := &decoder{loader: texts.said, doc: doc}
	language := strings.TrimSuffix(path.Base(doc.Name), ".yaml")
	ref := flows.Ref{Path: textsPart(language)}
	if doc.Root == nil {
		d.damage.add(ref)
		return texts
	}
	d.places.add(ref, place{doc: doc, node: doc.Root})
	if len(languages) == 0 {
		return texts
	}
	if i := slices.Index(languages, language); i <= 0 {
		d.otherLanguage(language, languages, i == 0)
		return texts
	}
	if doc.Root.Kind != document.List {
		d.report(doc.Root, "wrong-type", "the file is a list of texts, each with a dash in front", belongs(doc.Name))
		return texts
	}
	texts.items = d.divided(doc.Root.Items, firstAgain)
	if former == nil || !former.whole || !slices.Equal(former.languages, languages) {
		former = &decodedTexts{}
	}
	texts.decode(d, ref, former)
	texts.whole = len(texts.translations) == len(texts.items) && len(d.found)+len(d.damage.refs)+len(d.secrets) == 0
	d.waiting(language, texts.translations)
	return texts
}

// decode decodes the items, or takes over what the former ones came to.
func (texts *decodedTexts) decode(d *decoder, ref flows.Ref, former *decodedTexts) {
	language := lastOf(ref.Path)
	within := d.places.of[ref.Path]
	list, was := make([]place, len(texts.items)), []place(nil)
	if former.said != nil {
		was = former.said.places.lists[ref.Path]
	}
	texts.translations = make([]flows.Translation, 0, len(texts.items))
	for i, item := range texts.items {
		if i < len(former.items) && former.items[i] == item {
			list[i] = place{texts.doc, was[i].key, was[i].node}
			texts.translations = append(texts.translations, former.translations[i])
			continue
		}
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: texts.doc, node: item})
		t := translation{decoder: d, source: texts.languages[0], made: flows.Translation{Ref: at, Language: language}}
		if t.decode(item) {
			texts.translations = append(texts.translations, t.made)
		}
		list[i] = within[at.Path]
		clear(within) // where its keys stand is of no use any more
	}
	d.places.lists[ref.Path] = list
	d.places.add(ref, place{doc: texts.doc, node: texts.doc.Root})
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
	d.damage.add(flows.Ref{Path: textsPart(language)})
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
