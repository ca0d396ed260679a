package lsp

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"repartee/config"
	"repartee/flows"
)

// maxEntries is how many texts are proposed at once.
const maxEntries = 500

// entries proposes texts to translate, those first that have no translation yet. What the entry has not said yet comes with its place: the text, and the key of the
// translation.
func (c *completing) entries() {
	if c.good == nil || !slices.ContainsFunc(c.spot.Entry.Missing, func(k config.Key) bool { return k.Name == "at" }) && c.spot.Form == config.FormEntry {
		return
	}
	language := c.spot.Entry.Language
	missing := c.good.Untranslated(language)
	all := missing
	if c.spot.Form == config.FormPlace {
		all = slices.Concat(missing, c.good.Set.Texts())
	}
	offered := map[string]bool{}
	for i, w := range all {
		if key := w.At + "\n" + w.Source; !offered[key] && len(offered) < maxEntries {
			offered[key] = true
			state := "not translated yet"
			if i >= len(missing) {
				state = ""
			}
			c.items = append(c.items, completionItem{
				Label: w.At, Detail: w.Source + strings.Join(w.Words, ", "), Documentation: state, Kind: kindReference, SortText: fmt.Sprintf("0%05d", i), AsIs: 1,
				TextEdit: textEdit{c.place, c.written(w)},
			})
		}
	}
}

// written is the rest of an entry for a text, as the entry is begun.
func (c *completing) written(w flows.Wording) string {
	between, begun := ", ", "at: "
	if !c.spot.Entry.Inline {
		key := utf8.RuneCountInString(strings.TrimRight(c.before, nameSigns))
		if at := strings.Index(c.before, "at:"); c.spot.Form == config.FormPlace && at >= 0 {
			key = utf8.RuneCountInString(c.before[:at])
		}
		between = "\n" + strings.Repeat(" ", key)
		if strings.Contains(c.open[c.name], "\r\n") {
			between = "\r" + between
		}
	}
	if c.spot.Form == config.FormPlace {
		begun = ""
	}
	written := begun + w.At
	first, language := c.good.Set.Languages[0], c.spot.Entry.Language
	for _, key := range c.spot.Entry.Missing {
		switch key.Name {
		case first:
			written += between + first + ": " + config.Original(w)
		case language:
			written += between + language + ": "
		}
	}
	return written
}

// originals proposes the texts that stand in the place of the entry.
func (c *completing) originals() {
	if c.good == nil {
		return
	}
	for _, w := range c.good.Set.Texts() {
		if w.At == c.spot.Entry.At {
			c.items = append(c.items, completionItem{Label: w.Source + strings.Join(w.Words, ", "), Kind: kindValue, TextEdit: textEdit{c.place, config.Original(w)}})
		}
	}
}

// placeholders proposes, within the {{ }} of a translation, what stands in those of the text.
func (c *completing) placeholders() {
	if c.spot.Entry == nil {
		return
	}
	if _, within := wordAt(c.spot); !within {
		return
	}
	for _, piece := range strings.Split(c.spot.Entry.Source, "{{")[1:] {
		expression, _, _ := strings.Cut(piece, "}}")
		expression = strings.TrimSpace(expression)
		c.items = append(c.items, completionItem{Label: expression, Detail: "as in the text", Kind: kindVariable, SortText: "0", TextEdit: textEdit{c.place, expression}})
	}
}
