package flows

import "slices"

// Wording is one text that customers read, or one list of words that they say, with its translations.
type Wording struct {
	Ref          Ref
	At           string         // what a translation is known by
	Source       string         // in the first language
	Words        []string       // instead, where it is a list of words
	Translations []*Translation // in the order of the set's languages; those that are missing are left out
}

// Texts gives all texts of the folder, in reading order: what there is to translate.
func (s *Set) Texts() []Wording { return s.texts }

// In is the translation to a language; nil where there is none.
func (w *Wording) In(language string) *Translation {
	for _, t := range w.Translations {
		if t.Language == language {
			return t
		}
	}
	return nil
}

// tell notes a text with its translations. What is told of a place is the same wherever it is asked for.
func (c *compiler) tell(w Wording) {
	key := told{w.At, w.Source}
	if _, shared := c.set.shared.told[key]; shared {
		return
	}
	if _, there := c.told[key]; there {
		return
	}
	c.told[key] = len(c.texts)
	c.texts = append(c.texts, w)
}

// tellWords notes a list of words that customers say.
func (c *compiler) tellWords(ref Ref, at string, words []string) {
	if len(words) == 0 || len(c.set.Languages) < 2 {
		return
	}
	told := Wording{Ref: ref, At: at, Words: slices.Clone(words)}
	for _, language := range c.set.Languages[1:] {
		if list := c.dictionary.in(language).words[at]; len(list) > 0 {
			told.Translations = append(told.Translations, &c.dictionary.entries[list[0]])
		}
	}
	c.tell(told)
}
