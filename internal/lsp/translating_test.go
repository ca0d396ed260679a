package lsp

import (
	"slices"
	"strings"
	"testing"
)

// translated is the small bot in two languages, with some of the translations.
func translated() map[string]string {
	files := small()
	files["bot.yaml"] = strings.Replace(smallBot, "[en]", "[en, de]", 1)
	files["texts/de.yaml"] = "- {at: welcome.brew, en: How do you brew?, de: Wie brühst du?}\n"
	return files
}

// TestTranslating proposes what is still to be translated, with the text filled in.
func TestTranslating(t *testing.T) {
	e := openEditor(t, translated())
	const name = "texts/de.yaml"
	const first = "- {at: welcome.brew, en: How do you brew?, de: Wie brühst du?}\n"
	e.open(name, first)
	for _, c := range []struct{ typed, label, written string }{
		{"- at: |\n", "welcome.budget", "welcome.budget\n  en: \"You brew 😀 {{ brew }}. Up to how much?\"\n  de: "},
		{"- at: welcome.b|\n  de: Bis wann?\n", "welcome.budget", "welcome.budget\n  en: \"You brew 😀 {{ brew }}. Up to how much?\""},
		{"- {at: |}\n", "brew.filter", "brew.filter, en: Filter, de: "},
		{"- {at: |, en: Filter, de: }\n", "brew.filter", "brew.filter"},
		{"- |\n", "brew.filter", "at: brew.filter\n  en: Filter\n  de: "},
		{"- {|}\n", "brew.filter", "at: brew.filter, en: Filter, de: "},
		{"- {at: brew.filter, en: |}\n", "Filter", "Filter"},
		{"- {at: welcome.budget, en: \"You brew 😀 {{ brew }}. Up to how much?\", de: \"Du brühst {{ | }}\"}\n", "brew", "brew"},
		{"- at: brew.filter\n  |\n", "de", "de: "},
	} {
		place, text := e.at(name, first+c.typed)
		e.change(name, text)
		var items []completionItem
		e.call("textDocument/completion", place, &items)
		found := false
		for _, item := range items {
			found = found || item.Label == c.label && item.TextEdit.NewText == c.written
		}
		if !found {
			t.Errorf("at %q it offers %+v", c.typed, items)
		}
	}
}

// TestTranslated does not propose again what is translated, and leads from a place to its text.
func TestTranslated(t *testing.T) {
	e := openEditor(t, translated())
	const name = "texts/de.yaml"
	place, text := e.at(name, "- {at: welcome.br|ew, en: How do you brew?, de: Wie brühst du?}\n")
	e.open(name, text)
	var found []location
	e.call("textDocument/definition", place, &found)
	if len(found) != 1 || found[0].URI != e.uri("flows/welcome.yaml") || found[0].Range.Start.Line != 4 {
		t.Errorf("the place leads to %+v", found)
	}
	e.change(name, text+"- \n")
	place["position"] = position{1, 2}
	var items []completionItem
	e.call("textDocument/completion", place, &items)
	for _, item := range items {
		if item.Label == "welcome.brew" {
			t.Errorf("it offers %+v again", item)
		}
	}
	first := slices.MinFunc(items, func(a, b completionItem) int { return strings.Compare(a.SortText, b.SortText) })
	if first.Documentation != "not translated yet" {
		t.Errorf("first it offers %+v", first)
	}
}
