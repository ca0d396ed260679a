package flows

import "strings"

// dictionary finds translations. Nothing but the entries decides about it: sets that are compiled one after the other share it while these are the same.
type dictionary struct {
	entries []Translation
	texts   map[placed]int   // the first entry of those that fit
	words   map[placed][]int // without a source: the lists of words
	waiting map[placed]bool  // texts with an entry that has no translation yet
}

// placed is what a translation is known by.
type placed struct{ language, at, source string }

// dictionaryOf takes over what an earlier set has of the same entries.
func dictionaryOf(entries []Translation, former *Set) *dictionary {
	if former != nil && former.dictionary.has(entries) {
		return former.dictionary
	}
	return newDictionary(entries)
}

// has tells whether it was made of these very entries.
func (d *dictionary) has(entries []Translation) bool {
	return len(entries) == len(d.entries) && (len(entries) == 0 || &entries[0] == &d.entries[0])
}

// find gives the entry for a text: at its own place, at the place that this lies in, or anywhere in the flow, since the name of a menu changes with its options. It
// is -1 where there is none.
func (d *dictionary) find(at, source, language string) int {
	if i, ok := d.texts[placed{language, at, source}]; ok {
		return i
	}
	if i := strings.LastIndexByte(at, '.'); i > 0 {
		if i, ok := d.texts[placed{language, at[:i], source}]; ok {
			return i
		}
	}
	if flow, _, ok := strings.Cut(at, "."); ok {
		if i, ok := d.texts[placed{language, flow + ".*", source}]; ok {
			return i
		}
	}
	return -1
}

func newDictionary(entries []Translation) *dictionary {
	d := &dictionary{entries: entries, texts: make(map[placed]int, 2*len(entries)), words: map[placed][]int{}, waiting: map[placed]bool{}}
	for i := range entries {
		t := &entries[i]
		key := placed{t.Language, t.At, t.Source}
		switch {
		case t.Waits:
			d.waiting[key] = true
		case t.Words != nil:
			key.source = ""
			d.words[key] = append(d.words[key], i)
		default:
			d.add(key, i)
			if flow, _, ok := strings.Cut(t.At, "."); ok {
				key.at = flow + ".*"
				d.add(key, i)
			}
		}
	}
	return d
}

func (d *dictionary) add(key placed, i int) {
	if _, there := d.texts[key]; !there {
		d.texts[key] = i
	}
}
