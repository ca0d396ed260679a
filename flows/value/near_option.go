package value

import (
	"strings"
	"unicode/utf8"
)

// nearName is the option that words were most likely meant for.
type nearName struct {
	id   string
	sure bool // the slip is tiny, and no other option is near
}

// nearest finds the option that folded words are a misspelling of, or a part that no other option has. It is not ok if none is near, or two are equally so.
func (names optionNames) nearest(said string) (near nearName, ok bool) {
	best, second := misspelt{errors: maxTypos + 1}, maxTypos+2
	for name, option := range names {
		errors := typos(said, name)
		switch {
		case errors > maxTypos || option.clash:
		case option.id == best.id:
			best = best.better(misspelt{option.id, name, errors})
		case errors < best.errors:
			best, second = misspelt{option.id, name, errors}, best.errors
		default:
			second = min(second, errors)
		}
	}
	if best.id != "" && best.errors < second {
		const long = 7
		return nearName{best.id, best.errors == 1 && utf8.RuneCountInString(best.name) >= long && second > maxTypos}, true
	}
	id := names.withPart(said)
	return nearName{id: id}, id != "" && best.id == ""
}

type misspelt struct {
	id, name string
	errors   int
}

// better is the name of the same option with fewer errors, of two alike the longer one; the order in which names come must not matter.
func (m misspelt) better(other misspelt) misspelt {
	if other.errors < m.errors || other.errors == m.errors && (len(other.name) > len(m.name) || len(other.name) == len(m.name) && other.name < m.name) {
		return other
	}
	return m
}

// maxTypos is how many errors a long name may have.
const maxTypos = 3

// typos is how many errors there are in a word that was meant as name; more than maxTypos if there are too many for its length, or if a digit differs, which
// makes it another thing.
func typos(said, name string) int {
	const longest = 64
	length := utf8.RuneCountInString(name)
	var limit int
	switch {
	case length > longest || length < 4:
		return maxTypos + 1
	case length < 7:
		limit = 1
	case length < 12:
		limit = 2
	default:
		limit = maxTypos
	}
	if n := utf8.RuneCountInString(said) - length; n > limit || -n > limit || digitsOf(said) != digitsOf(name) {
		return maxTypos + 1
	}
	if n := Distance(said, name); n <= limit {
		return n
	}
	return maxTypos + 1
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// withPart is the one option with a name that the words begin, or are some of the words of; "" if there are several.
func (names optionNames) withPart(said string) string {
	const shortest = 4
	if utf8.RuneCountInString(said) < shortest {
		return ""
	}
	found := ""
	for name, option := range names {
		if !strings.HasPrefix(name, said) && !strings.Contains(" "+name+" ", " "+said+" ") {
			continue
		}
		if found != "" && found != option.id || option.clash {
			return ""
		}
		found = option.id
	}
	return found
}
