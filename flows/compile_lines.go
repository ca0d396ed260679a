package flows

import (
	"maps"
	"slices"

	"repartee/flows/expr"
	"repartee/flows/value"
)

func (c *compiler) line(l *Line, p place) {
	l.templates = c.inLanguages(l.Ref, l.Source, p, markupText, MessageLimit, "text-too-long", "divide it into two messages: write a list")
}

func (c *compiler) label(l *Label, p place) {
	if l.Source == "" {
		return
	}
	l.templates = c.inLanguages(l.Ref, l.Source, p, labelText, LabelLimit, "label-too-long", "shorten it; the long form can stand in the text")
}

// longLabel compiles a label that stands in a message and on no button.
func (c *compiler) longLabel(l *Label, p place) {
	if l.Source != "" {
		l.templates = c.inLanguages(l.Ref, l.Source, p, labelText, MessageLimit, "text-too-long", "shorten it")
	}
}

// inLanguages compiles a text and its translations.
func (c *compiler) inLanguages(ref Ref, source string, p place, form textForm, limit int, code, help string) []*expr.Template {
	templates := make([]*expr.Template, len(c.set.Languages))
	told := Wording{Ref: ref, At: p.at, Source: source}
	for i, language := range c.set.Languages {
		text, at := source, ref
		var entry *Translation
		if i > 0 {
			entry = c.translation(p.at, source, language)
			if entry == nil {
				c.noteMissing(language, source, ref, p)
				continue
			}
			if told.Translations == nil {
				told.Translations = make([]*Translation, 0, len(c.set.Languages)-1)
			}
			told.Translations = append(told.Translations, entry)
			text, at = entry.Text, entry.Ref
		}
		templates[i] = c.template(at, text, p, form)
		c.said = append(c.said, Said{Ref: at, Language: language, Source: source, Text: text, entry: entry})
		if i > 0 {
			c.samePlaceholders(at, filled{templates[0], source}, filled{templates[i], text})
		}
		if templates[i] != nil && templates[i].MinLength() > limit {
			c.fail(at, code, help, "this has %d characters, and %d are allowed", templates[i].MinLength(), limit)
		}
	}
	if len(c.set.Languages) > 1 && (p.flow == nil || !p.flow.builtin) {
		c.tell(told)
	}
	return templates
}

// samePlaceholders tells of a translation that leaves out a value of its source, or has another one.
func (c *compiler) samePlaceholders(ref Ref, source, translated filled) {
	if source.template == nil || translated.template == nil || slices.EqualFunc(source.template.Reads(), translated.template.Reads(), sameName) {
		return
	}
	here, there := readNames(source.template), readNames(translated.template)
	for _, name := range here {
		if !slices.Contains(there, name) {
			written := source.written(name)
			c.warn(ref, "placeholder-mismatch", "put {{ "+written+" }} into the translation too", "the source text has %s, and the translation has not", written)
		}
	}
	for _, name := range there {
		if !slices.Contains(here, name) {
			c.warn(ref, "placeholder-mismatch", "take it out, or put it into the source text too", "the translation has %s, and the source text has not", translated.written(name))
		}
	}
}

func sameName(a, b expr.Read) bool { return a.Name == b.Name }

// filled is a text with values in it, and its source.
type filled struct {
	template *expr.Template
	source   string
}

// written is a name as the text has it first, with what follows it by dots.
func (p filled) written(name string) string {
	for _, read := range p.template.Reads() {
		if read.Name == name && read.From < read.To && read.To <= len(p.source) {
			return p.source[read.From:read.To]
		}
	}
	return name
}

func readNames(t *expr.Template) []string {
	var names []string
	for _, read := range t.Reads() {
		names = append(names, read.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (c *compiler) template(ref Ref, source string, p place, form textForm) *expr.Template {
	template, problems := c.compiled(writtenText{form, source}, p)
	c.expressionProblems(ref, problems)
	if template != nil {
		c.mayBeUnknown(ref, template.Reads())
	}
	return template
}

// mayBeUnknown warns of names that Telegram does not tell for everybody.
func (c *compiler) mayBeUnknown(ref Ref, reads []expr.Read) {
	for _, read := range reads {
		switch read.Name {
		case "contact.last_name", "contact.username", "source", "link":
			if !read.Guarded {
				c.warn(ref.Span(read.From, read.To), "may-be-unknown", "say what else to write: `{{ "+read.Name+" ?? '...' }}`", "not everybody has %s", read.Name)
			}
		}
	}
}

// translation finds the translation of a text; nil where there is none.
func (c *compiler) translation(at, source, language string) *Translation {
	i := c.dictionary.in(language).find(at, source)
	if i < 0 {
		return nil
	}
	c.used = append(c.used, i)
	return &c.dictionary.entries[i]
}

// shortestPhrase is how long the name of a phrase is whose misspelling can be told from another word; there may be one wrong letter in so many.
const shortestPhrase = 5

// nearPhrase warns of a phrase that is nearly called as one of the bot's own: the rewording would never be said.
func (c *compiler) nearPhrase(phrase *Phrase) {
	name := string(phrase.Name)
	if near := expr.Nearest(name, slices.Sorted(maps.Keys(builtinPhrases))); len(near) >= shortestPhrase && value.Distance(name, near) <= len(near)/shortestPhrase {
		c.warn(phrase.Ref, "near-phrase", "did you mean `"+near+"`? Otherwise give it a name of another kind", "the bot says nothing called %s of itself, so this is said only as {{ phrases.%s }}", name, name)
	}
}

// phrase compiles what the bot says of itself: as bot.yaml words it, else as it is built in.
func (c *compiler) phrase(phrase *Phrase) {
	name := string(phrase.Name)
	p := place{c: c, at: "phrases." + name}.knowing(phraseNames[name])
	line := &phrase.Text
	builtin := builtinPhrases[name]
	if builtin == nil {
		c.nearPhrase(phrase)
	}
	line.templates = make([]*expr.Template, len(c.set.Languages))
	told := Wording{Ref: line.Ref, At: p.at, Source: line.Source}
	for i, language := range c.set.Languages {
		text, ref := c.builtinPhrase(name, language), Ref{Path: "phrases." + name}
		entry := c.translation(p.at, line.Source, language)
		if i > 0 && entry != nil {
			told.Translations = append(told.Translations, entry)
			text, ref = entry.Text, entry.Ref
		} else if i == 0 && line.Source != "" {
			text, ref = line.Source, line.Ref
		}
		if text == "" && i == 0 {
			text = builtin["en"]
		}
		if text != "" {
			c.worded = append(c.worded, Said{Ref: ref, Language: language, Source: line.Source, Text: text})
			line.templates[i] = c.template(ref, text, p, markupText)
		} else if i > 0 && line.Source != "" && builtin[language] == "" {
			c.noteMissing(language, line.Source, line.Ref, p) // the bot's own wording is nearer than the built-in English
		} else if builtin["en"] != "" {
			line.templates[i] = c.template(ref, builtin["en"], p, markupText)
		} else {
			c.missing[language] = append(c.missing[language], untranslated{p.at, line.Source, line.Ref})
		}
	}
	if len(c.set.Languages) > 1 && line.Source != "" {
		c.tell(told)
	}
}
