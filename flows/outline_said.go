package flows

import (
	"slices"

	"repartee/flows/shop"
)

// Said is one text in one language, where it is written.
type Said struct {
	Ref      Ref
	Language string
	Source   string // in the first language
	Text     string

	entry *Translation // that it is from; nil where it is the source
}

// Said are all texts that flows, bot.yaml and faq.yaml say, in every language that they are written in. What stands in catalogs, and phrases, are not among them.
func (s *Set) Said() []Said { return s.said }

// Translated are the entries of texts/ that are among Said, each once.
func (s *Set) Translated() []*Translation {
	all := make([]*Translation, 0, len(s.dictionary.entries))
	seen := make(map[*Translation]bool, len(s.dictionary.entries))
	for i := range s.said {
		if entry := s.said[i].entry; entry != nil && !seen[entry] {
			seen[entry] = true
			all = append(all, entry)
		}
	}
	return all
}

// CommandNamed finds what a /command starts; nil for those that move the talk itself, and for none.
func (s *Set) CommandNamed(name string) *Flow { return s.command(name) }

// Word tells which command a customer names by words alone, in whichever of the set's languages; "" where they are none.
func (s *Set) Word(words string) string { return s.words[fold(words)] }

// Listed are the flows in Telegram's menu of commands.
func (s *Set) Listed() []*Flow { return s.listed }

// StartWords are the words that start a flow in a language.
func (s *Set) StartWords(flow *Flow, language string) []string {
	if language == s.Languages[0] {
		return flow.Start.Words
	}
	return s.wordsAt(string(flow.ID)+".words", language)
}

// AskedIn is how customers ask for an entry of the FAQ in a language.
func (s *Set) AskedIn(entry *FAQ, language string) []string {
	if language == s.Languages[0] {
		return entry.Ask
	}
	return s.wordsAt("faq."+string(entry.ID)+".ask", language)
}

// wordsAt are the words that a language has for a place.
func (s *Set) wordsAt(at, language string) []string {
	if told := s.wording(at, ""); told != nil {
		if entry := told.In(language); entry != nil {
			return entry.Words
		}
	}
	return nil
}

// SynonymsIn are the words that stand for an option in a language, beside its label.
func (o *Option) SynonymsIn(language string) []string { return o.synonyms[language] }

// Quiet are the hours in which the bot does not write by itself.
func (s *Set) Quiet() shop.Quiet { return s.quiet }

// OpeningHours finds opening times by name; nil where there are none.
func (s *Set) OpeningHours(name string) *shop.Hours {
	if hours := s.hours[name]; hours != nil {
		return hours.Times
	}
	return nil
}

// Payments are the ways to pay, as written.
func (s *Set) Payments() []*Payment { return slices.Clone(s.payments) }
