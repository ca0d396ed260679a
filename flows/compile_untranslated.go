package flows

import (
	"strconv"
	"strings"

	"repartee/flows/value"
)

// untranslated is a text that a language has no translation of.
type untranslated struct {
	at, source string // as a Translation has them
	ref        Ref
}

// noteMissing notes a text without a translation, except one whose entry waits for it: that is said of the file.
func (c *compiler) noteMissing(language, source string, ref Ref, p place) {
	if (p.flow == nil || !p.flow.builtin) && !c.dictionary.in(language).waits(p.at, source) {
		c.missing[language] = append(c.missing[language], untranslated{p.at, source, ref})
	}
}

// outerPlace is the place that another one lies in: the step of an option.
func outerPlace(at string) string { return at[:max(strings.LastIndexByte(at, '.'), 0)] }

// unusedTranslations tells what is not translated, and which translations belong to nothing, or to a text that reads otherwise now.
func (c *compiler) unusedTranslations() {
	if c.failed() {
		return // the texts that are missing here may stand where the error is
	}
	used := make([]bool, len(c.src.Translations))
	for _, i := range c.used {
		used[i] = true
	}
	for i := range c.src.Translations {
		entry := &c.src.Translations[i]
		switch {
		case used[i] || entry.Waits:
		case !c.changed(entry):
			c.warn(entry.Ref, "unused-translation", "the flow's text may have been changed: copy it anew, to the letter", "no text at %s reads like this one", entry.At)
		}
	}
	for _, language := range c.set.Languages[1:] {
		if missing := c.missing[language]; len(missing) > 0 {
			c.warn(missing[0].ref, "missing-translation", "write it into texts/"+language+".yaml", "%s %s no translation to %s (this is the first); customers get the %s text",
				plural(len(missing), "text"), has(len(missing)), language, c.set.Languages[0])
		}
	}
}

// changed tells of a translation whose text has been changed: one in its place that is like it has none. That one counts as missing no longer.
func (c *compiler) changed(entry *Translation) bool {
	missing, best, most := c.missing[entry.Language], -1, value.Akin
	for i, text := range missing {
		if entry.At != text.at && entry.At != outerPlace(text.at) {
			continue
		}
		if likeness := value.Alike(entry.Source, text.source); likeness >= most {
			best, most = i, likeness
		}
	}
	if best < 0 {
		return false
	}
	first := c.set.Languages[0]
	c.warn(entry.Ref, "stale-translation", "look at the translation again, and put what the text is now behind `"+first+":`",
		"the text at %s has changed since this was translated, and customers get it in %s", entry.At, first)
	c.missing[entry.Language] = append(missing[:best:best], missing[best+1:]...)
	return true
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}
