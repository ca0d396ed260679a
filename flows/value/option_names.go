package value

import "strings"

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

// squeezed is the one option with a name that has the same letters, with spaces elsewhere or none; "" if there are several.
func (names optionNames) squeezed(said string) string {
	found := ""
	for name, option := range names {
		if strings.ReplaceAll(name, " ", "") != said {
			continue
		}
		if option.clash || found != "" && found != option.id {
			return ""
		}
		found = option.id
	}
	return found
}

// maxNameWords is how many words a name of an option has at most, as far as an
// answer with several is concerned; it keeps the search linear.
const maxNameWords = 12

// longest finds the longest name that the words begin with.
func (names optionNames) longest(said []string) (found optionName, length int) {
	for n := min(len(said), maxNameWords); n > 0; n-- {
		if found, ok := names[strings.Join(said[:n], " ")]; ok {
			return found, n
		}
	}
	return optionName{}, 0
}
