package flows

import "strings"

// dictionary finds translations. Nothing but the entries decides about it: sets that are compiled one after the other share it while these are the same.
type dictionary struct {
	entries []Translation
	of      map[string]*lexicon // by language
}

// lexicon are the entries of one language, by their numbers.
type lexicon struct {
	entries  []Translation    // of all languages
	texts    map[string][]int // those with a text, by their place: few have the same one
	anywhere map[placed]int   // the first of those that fit a text of a flow, by the flow
	words    map[string][]int // the lists of words, by their place
	waiting  map[placed]bool  // texts with an entry that has no translation yet
}

// placed is what a translation of one language is known by.
type placed struct{ at, source string }

// dictionaryOf takes over what an earlier set has of the same entries.
func dictionaryOf(src *Source) *dictionary {
	if src.Former != nil && src.Former.dictionary.has(src.Translations) {
		return src.Former.dictionary
	}
	return newDictionary(src)
}

// has tells whether it was made of these very entries.
func (d *dictionary) has(entries []Translation) bool {
	return len(entries) == len(d.entries) && (len(entries) == 0 || &entries[0] == &d.entries[0])
}

// in gives the entries of a language; those of one that has none are empty.
func (d *dictionary) in(language string) *lexicon {
	if l := d.of[language]; l != nil {
		return l
	}
	return &lexicon{}
}

// find gives the entry for a text: at its own place, at the place that this lies in, or anywhere in the flow, since the name of a menu changes with its options. It
// is -1 where there is none.
func (l *lexicon) find(at, source string) int {
	if i := l.textAt(at, source); i >= 0 {
		return i
	}
	if i := l.textAt(outerPlace(at), source); i >= 0 {
		return i
	}
	if flow, _, ok := strings.Cut(at, "."); ok {
		if i, ok := l.anywhere[placed{flow, source}]; ok {
			return i
		}
	}
	return -1
}

// textAt is the first entry for a text at a place; -1 where there is none.
func (l *lexicon) textAt(at, source string) int {
	for _, i := range l.texts[at] {
		if l.entries[i].Source == source {
			return i
		}
	}
	return -1
}

// waits tells of a text with an entry that has no translation yet.
func (l *lexicon) waits(at, source string) bool {
	return l.waiting[placed{at, source}] || l.waiting[placed{outerPlace(at), source}]
}

// newDictionary puts the languages in order side by side.
func newDictionary(src *Source) *dictionary {
	entries := src.Translations
	d := &dictionary{entries: entries, of: map[string]*lexicon{}}
	numbers := map[string][]int{}
	for i := range entries {
		numbers[entries[i].Language] = append(numbers[entries[i].Language], i)
	}
	var all []*lexicon
	var of [][]int
	for language, own := range numbers {
		l := &lexicon{entries: entries, texts: make(map[string][]int, len(own)), anywhere: make(map[placed]int, len(own)), words: map[string][]int{}, waiting: map[placed]bool{}}
		d.of[language], all, of = l, append(all, l), append(of, own)
	}
	src.each(len(all), func(n int) {
		for _, i := range of[n] {
			all[n].add(i)
		}
	})
	return d
}

func (l *lexicon) add(i int) {
	t := &l.entries[i]
	switch {
	case t.Waits:
		l.waiting[placed{t.At, t.Source}] = true
	case t.Words != nil:
		l.words[t.At] = append(l.words[t.At], i)
	default:
		l.texts[t.At] = append(l.texts[t.At], i)
		if flow, _, ok := strings.Cut(t.At, "."); ok {
			if _, there := l.anywhere[placed{flow, t.Source}]; !there {
				l.anywhere[placed{flow, t.Source}] = i
			}
		}
	}
}
