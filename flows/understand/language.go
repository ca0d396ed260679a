package understand

import (
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	snowballenglish "github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"

	"repartee/flows/value"
)

// language knows how words of a language are taken apart.
type language struct {
	code     string
	stemmer  func(*snowballstem.Env) bool
	elisions string // consonants that lose their vowel before another: "l'eau"
	umlauts  bool   // ae, oe and ue are written for ä, ö and ü
	compound bool   // nouns grow together
	table    table
	short    map[string][]string // words for what is written together
}

func newLanguage(code string) *language {
	l := &language{code: code}
	switch code {
	case "en":
		l.stemmer, l.table, l.compound = snowballenglish.Stem, english, true
	case "de":
		l.stemmer, l.table, l.umlauts, l.compound = german.Stem, deutsch, true, true
	case "fr":
		l.stemmer, l.table, l.elisions = french.Stem, francais, "ldjmtscn"
	case "it":
		l.stemmer, l.elisions = italian.Stem, "ldcs"
	case "es":
		l.stemmer = spanish.Stem
	case "pt":
		l.stemmer = portuguese.Stem
	case "nl":
		l.stemmer, l.compound = dutch.Stem, true
	}
	l.shorten()
	return l
}

// words takes a text apart into folded words.
func (l *language) words(text string) []string {
	if l.elisions != "" {
		text = l.unelide(text)
	}
	text = value.Fold(text)
	if l.umlauts {
		text = plainUmlauts(text)
	}
	return l.lengthen(strings.Fields(text))
}

func (l *language) shorten() {
	short := map[string][]string{}
	for entry := range strings.FieldsSeq(l.table.short) {
		word, long, _ := strings.Cut(entry, ":")
		for _, folded := range l.words(word) {
			short[folded] = l.words(strings.ReplaceAll(long, "_", " "))
		}
	}
	l.short = short
}

// lengthen writes out what is written together: "dont" is "do not".
func (l *language) lengthen(words []string) []string {
	for i := 0; i < len(words); i++ {
		if long, ok := l.short[words[i]]; ok {
			words = slices.Replace(words, i, i+1, long...)
			i += len(long) - 1
		}
	}
	return words
}

// stems are the words without their endings.
func (l *language) stems(words []string) []string {
	stems := make([]string, len(words))
	for i, word := range words {
		stems[i] = l.stem(word)
	}
	return stems
}

func (l *language) stem(word string) string {
	if l.stemmer == nil || len(word) < 3 {
		return word
	}
	env := snowballstem.NewEnv(word)
	l.stemmer(env)
	return env.Current()
}

// unelide puts a space for the apostrophe behind an elided word: "l'eau", "qu'il".
func (l *language) unelide(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if i > 0 && i+1 < len(runes) && strings.ContainsRune("'’ʼ`´", r) && (strings.ContainsRune(l.elisions, lowerASCII(runes[i-1])) || lowerASCII(runes[i-1]) == 'u') {
			runes[i] = ' '
		}
	}
	return string(runes)
}

func lowerASCII(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// plainUmlauts writes ae, oe and ue as Fold writes ä, ö and ü. Behind a, e and q
// an ue is none: "neue", "Dauer", "bequem".
func plainUmlauts(text string) string {
	if !strings.Contains(text, "e") {
		return text
	}
	b := make([]byte, 0, len(text))
	for i := range len(text) {
		if text[i] == 'e' && len(b) > 0 && strings.IndexByte("aou", b[len(b)-1]) >= 0 {
			before := byte(' ')
			if len(b) > 1 {
				before = b[len(b)-2]
			}
			if b[len(b)-1] != 'u' || strings.IndexByte("aeq", before) < 0 {
				continue
			}
		}
		b = append(b, text[i])
	}
	return string(b)
}
