package value

import (
	"slices"
	"strings"
)

// optionNames finds options by what customers call them. A name that is better
// for one option than for another (its label, when it is the other's synonym)
// belongs to the first; where two are alike, to neither.
type optionNames map[string]optionName

type optionName struct {
	id    string
	grade nameGrade
	clash bool
}

type nameGrade uint8

const (
	ownLabel nameGrade = iota
	itsID
	ownSynonym
	otherLabel
	otherSynonym
	formerID
)

func namesOf(options []Option, lang string) optionNames {
	names := make(optionNames, 4*len(options))
	for _, o := range options {
		names.add(o.LabelIn(lang), o.ID, ownLabel)
		names.add(o.ID, o.ID, itsID)
		names.add(strings.ReplaceAll(o.ID, "_", " "), o.ID, itsID)
		names.add(o.Was, o.ID, formerID)
		for _, label := range o.Label {
			names.add(label, o.ID, otherLabel)
		}
		for of, synonyms := range o.Synonyms {
			grade := otherSynonym
			if of == lang || of == languageOf(lang) {
				grade = ownSynonym
			}
			for _, s := range synonyms {
				names.add(s, o.ID, grade)
			}
		}
	}
	return names
}

func (names optionNames) add(name, id string, grade nameGrade) {
	key := Fold(name)
	if key == "" {
		return
	}
	before, there := names[key]
	switch {
	case !there || grade < before.grade:
		names[key] = optionName{id: id, grade: grade}
	case grade == before.grade && id != before.id:
		before.clash = true
		names[key] = before
	}
}

func readOneOf(t *Type, words string, loc Locale) (Value, *Misread) {
	found, ok := namesOf(t.Options, loc.Language)[Fold(words)]
	switch {
	case !ok:
		return Value{}, &Misread{Reason: NotAnOption, Word: clip(words)}
	case found.clash:
		return Value{}, &Misread{Reason: SeveralOptions, Word: clip(words)}
	default:
		return Text(found.id), nil
	}
}

// readManyOf goes through the words from left to right and takes the longest
// name of an option each time; only words like "and" may stand between them.
func readManyOf(t *Type, words string, loc Locale) (Value, *Misread) {
	names := namesOf(t.Options, loc.Language)
	said := strings.Fields(Fold(words))
	var chosen []Value
	for len(said) > 0 {
		found, length := names.longest(said)
		switch {
		case length > 0 && found.clash:
			return Value{}, &Misread{Reason: SeveralOptions, Word: strings.Join(said[:length], " ")}
		case length > 0:
			if id := Text(found.id); !slices.ContainsFunc(chosen, func(v Value) bool { return Equal(v, id) }) {
				chosen = append(chosen, id)
			}
			said = said[length:]
		case isConnector(said[0]):
			said = said[1:]
		default:
			return Value{}, &Misread{Reason: NotAnOption, Word: clip(said[0])}
		}
	}
	return countedOptions(t, chosen, words)
}

func countedOptions(t *Type, chosen []Value, words string) (Value, *Misread) {
	count := Integer(int64(len(chosen)))
	switch {
	case len(chosen) == 0:
		return Value{}, &Misread{Reason: NotAnOption, Word: clip(words)}
	case t.Min != nil && isBelow(count, *t.Min):
		return Value{}, &Misread{Reason: TooFew, Limit: *t.Min}
	case t.Max != nil && isBelow(*t.Max, count):
		return Value{}, &Misread{Reason: TooMany, Limit: *t.Max}
	default:
		return List(chosen...), nil
	}
}

// maxNameWords is how many words a name of an option has at most, as far as an
// answer with several is concerned; it keeps the search linear.
const maxNameWords = 12

func (names optionNames) longest(said []string) (found optionName, length int) {
	for n := min(len(said), maxNameWords); n > 0; n-- {
		if found, ok := names[strings.Join(said[:n], " ")]; ok {
			return found, n
		}
	}
	return optionName{}, 0
}

func isConnector(word string) bool {
	switch word {
	case "&", "+", "and", "und", "et", "y", "e", "en", "i", "plus":
		return true
	default:
		return false
	}
}

// clip keeps what is said back to a customer short.
func clip(words string) string {
	const limit = 40
	if runes := []rune(words); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return words
}
