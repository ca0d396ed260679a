package flows

import "slices"

// Wording is one text that customers read, or one list of words that they say, with its translations.
type Wording struct {
	Ref          Ref
	At           string                  // what a translation is known by
	Source       string                  // in the first language
	Words        []string                // instead, where it is a list of words
	Translations map[string]*Translation // by language; those that are missing are left out
}

// Texts gives all texts of the folder, in reading order: what there is to translate.
func (s *Set) Texts() []Wording { return s.texts }

// tell notes a text and its translation to one language; nil where there is none.
func (c *compiler) tell(w Wording, language string, entry *Translation) {
	key := told{w.At, w.Source}
	if _, shared := c.set.shared.told[key]; shared && c.part != c.set.shared {
		return // what is told of a place is the same wherever it is asked for
	}
	i, ok := c.told[key]
	if !ok {
		i = len(c.texts)
		c.told[key] = i
		w.Translations = map[string]*Translation{}
		c.texts = append(c.texts, w)
	}
	if entry != nil {
		c.texts[i].Translations[language] = entry
	}
}

// tellWords notes a list of words that customers say.
func (c *compiler) tellWords(ref Ref, at string, words []string) {
	if len(words) == 0 || len(c.set.Languages) < 2 {
		return
	}
	for _, language := range c.set.Languages[1:] {
		var entry *Translation
		if list := c.dictionary.words[placed{language: language, at: at}]; len(list) > 0 {
			entry = &c.dictionary.entries[list[0]]
		}
		c.tell(Wording{Ref: ref, At: at, Words: slices.Clone(words)}, language, entry)
	}
}
