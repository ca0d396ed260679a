package steps

import (
	"strconv"
	"strings"

	"repartee/flows"
)

// ordinalWords are how customers of a language call something by its place in a list.
type ordinalWords struct {
	places [][]string // from the first on
	last   []string
	forms  []string // * stands for one of the words
	number string   // before a figure
	this   []string // of the only one at hand
}

var ordinalsOf = map[string]ordinalWords{
	"en": {
		places: [][]string{{"first"}, {"second"}, {"third"}, {"fourth"}, {"fifth"}, {"sixth"}, {"seventh"}, {"eighth"}, {"ninth"}, {"tenth"}},
		last:   []string{"last"},
		forms:  []string{"*", "the *", "* one", "the * one"},
		number: "number",
		this:   []string{"yes", "ok", "okay", "it", "this", "this one", "that one", "take it", "i take it"},
	},
	"de": {
		places: [][]string{{"erste"}, {"zweite"}, {"dritte"}, {"vierte"}, {"fünfte"}, {"sechste"}, {"siebte"}, {"achte"}, {"neunte"}, {"zehnte"}},
		last:   []string{"letzte"},
		forms:  []string{"*", "*r", "*s", "*n", "der *", "die *", "das *", "den *n"},
		number: "nummer",
		this:   []string{"ja", "ok", "okay", "das", "den", "die", "dieser", "diese", "dieses", "diesen", "das da", "nehme ich"},
	},
	"fr": {
		places: [][]string{{"premier", "première"}, {"deuxième", "second", "seconde"}, {"troisième"}, {"quatrième"}, {"cinquième"}, {"sixième"}, {"septième"}, {"huitième"}, {"neuvième"}, {"dixième"}},
		last:   []string{"dernier", "dernière"},
		forms:  []string{"*", "le *", "la *"},
		number: "numéro",
		this:   []string{"oui", "ok", "d'accord", "celui ci", "celle ci", "celui là", "celle là", "je le prends", "je la prends"},
	},
}

// ordinals are the words for a place, counted from 0, in a list that long.
func ordinals(language string, place, length int) []string {
	o, ok := ordinalsOf[language]
	if !ok || place >= len(o.places) {
		return nil
	}
	words := o.places[place]
	if place == length-1 {
		words = append(append([]string(nil), words...), o.last...)
	}
	figure := strconv.Itoa(place + 1)
	all := []string{figure, o.number + " " + figure}
	for _, word := range words {
		for _, form := range o.forms {
			all = append(all, strings.Replace(form, "*", word, 1))
		}
	}
	return all
}

// atHand lets a choice be meant by the words for the only one that is seen, and by those of its button.
func atHand(language string, c *flows.Choice, button string) {
	c.Synonyms = append(append(c.Synonyms, button), ordinalsOf[language].this...)
}
