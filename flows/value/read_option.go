package value

import (
	"slices"
	"strings"
	"unicode/utf8"
)

func readOneOf(t *Type, words string, loc Locale) (Value, *Misread) {
	names := namesOf(t.Options, loc.Language)
	found, ok := names[Fold(words)]
	switch {
	case !ok:
		return names.within(words)
	case found.clash:
		return Value{}, &Misread{Reason: SeveralOptions, Word: clip(words)}
	default:
		return Text(found.id), nil
	}
}

// within reads an option with words around it, as in "I take the filter, please", or one that is misspelt.
func (names optionNames) within(words string) (Value, *Misread) {
	said := strings.Fields(Fold(words))
	if id := names.squeezed(strings.Join(said, "")); id != "" {
		return Text(id), nil
	}
	around := sentence{question: strings.Contains(words, "?")}
	id, rest := names.mentioned(said)
	if id != "" && around.stray(rest, nil) == "" {
		return Text(id), nil
	}
	wrong := &Misread{Reason: NotAnOption, Word: clip(words)}
	if id != "" || len(said) > maxNameWords || slices.ContainsFunc(said, isDenial) {
		return Value{}, wrong
	}
	core := strings.Join(slices.DeleteFunc(slices.Clone(said), isFiller), " ")
	if found, ok := names[core]; ok && !found.clash {
		return Text(found.id), nil
	}
	if id := names.told(strings.Fields(core)); id != "" && !around.question {
		return Text(id), nil
	}
	near, ok := names.nearest(strings.Join(said, " "))
	if !ok && core != "" {
		near, ok = names.nearest(core)
	}
	switch {
	case ok && near.sure:
		return Text(near.id), nil
	case ok:
		wrong.Near = Text(near.id)
	}
	return Value{}, wrong
}

// told is the one option that has all of the words in its name: "dark" for "Dark and chocolatey". Words of one or two letters tell nothing, and "now" is not "Not
// now".
func (names optionNames) told(said []string) string {
	const shortest = 3
	found := ""
	for _, word := range said {
		if utf8.RuneCountInString(word) < shortest {
			return ""
		}
	}
	if len(said) == 0 {
		return ""
	}
	for name, option := range names {
		words := strings.Fields(name)
		if slices.ContainsFunc(said, func(word string) bool { return !slices.Contains(words, word) }) || slices.ContainsFunc(words, isDenial) {
			continue // nothing of what is said denies: see within
		}
		if option.clash || found != "" && found != option.id {
			return ""
		}
		found = option.id
	}
	return found
}

// mentioned is the one option that is named among the words, and the words beside its name; "" if there is none, or if there are two. Names of one or two
// letters are words of any sentence.
func (names optionNames) mentioned(said []string) (id string, rest []string) {
	const shortest = 3
	for len(said) > 0 {
		found, length := names.longest(said)
		if length == 0 || utf8.RuneCountInString(strings.Join(said[:length], "")) < shortest {
			rest, said = append(rest, said[0]), said[1:]
			continue
		}
		if found.clash || id != "" && id != found.id {
			return "", nil
		}
		id, said = found.id, said[length:]
	}
	return id, rest
}

// readManyOf goes through the words from left to right and takes the longest
// name of an option each time; only words like "and" may stand between them. If one is misspelt, all together is what was nearly said.
func readManyOf(t *Type, words string, loc Locale) (Value, *Misread) {
	names := namesOf(t.Options, loc.Language)
	said := strings.Fields(Fold(words))
	if saysAll(said, len(t.Options)) {
		return countedOptions(t, idsOf(t.Options), words)
	}
	var chosen []Value
	unsure := ""
	for len(said) > 0 {
		found, length := names.longest(said)
		switch {
		case length > 0 && found.clash:
			return Value{}, &Misread{Reason: SeveralOptions, Word: strings.Join(said[:length], " ")}
		case length == 0 && (isConnector(said[0]) || isFiller(said[0])):
			said = said[1:]
			continue
		case length == 0:
			near, n := names.misspelt(said)
			if n == 0 || isDenial(said[0]) {
				return Value{}, &Misread{Reason: NotAnOption, Word: clip(said[0])}
			}
			found.id, length = near.id, n
			if !near.sure && unsure == "" {
				unsure = strings.Join(said[:n], " ")
			}
		}
		if id := Text(found.id); !slices.ContainsFunc(chosen, func(v Value) bool { return Equal(v, id) }) {
			chosen = append(chosen, id)
		}
		said = said[length:]
	}
	all, wrong := countedOptions(t, chosen, words)
	if wrong == nil && unsure != "" {
		return Value{}, &Misread{Reason: NotAnOption, Word: clip(unsure), Near: all}
	}
	return all, wrong
}

// misspelt is the option that is nearest to what the words begin with, and how many of them are its name.
func (names optionNames) misspelt(said []string) (near nearName, length int) {
	const most = 4
	for n := min(len(said), most); n > 0; n-- {
		if near, ok := names.nearest(strings.Join(said[:n], " ")); ok {
			return near, n
		}
	}
	return nearName{}, 0
}

// saysAll knows the words for all that is on offer.
func saysAll(said []string, options int) bool {
	switch strings.Join(said, " ") {
	case "all", "all of them", "everything", "alle", "alles", "tous", "toutes", "tout":
		return true
	case "both", "beide", "beides", "les deux", "tous les deux", "toutes les deux":
		return options == 2
	default:
		return false
	}
}

func idsOf(options []Option) []Value {
	ids := make([]Value, len(options))
	for i, o := range options {
		ids[i] = Text(o.ID)
	}
	return ids
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

func isConnector(word string) bool {
	switch word {
	case "&", "+", "and", "und", "et", "u", "y", "e", "en", "i", "plus":
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
