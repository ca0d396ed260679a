package value

// lexicon is what a language has words for. What is read is folded; what is
// written is as customers see it.
type lexicon struct {
	// Read.
	yes, no []string // phrases
	polite  []string // words beside a yes or no that leave it as it is
	buts    []string // words that take it back
	fillers []string // words beside a number, a date or an option that leave it as it is
	denials []string // words that do not
	// cardinal reads the number that words begin with, in tenths, and says how many words it took; 0 if none.
	cardinal func(words []string) (tenths int64, used int)
	measures []string       // what is counted: kg, people, years
	rating   []string       // words beside a rating: stars
	calendar *calendarWords // dates and times

	// Read and written.
	months   [12]string
	weekdays [7]string // from Monday

	// Written.
	yesText, noText string
	media           media
	and, or         string       // before the last of a list
	units           [6][2]string // year, month, day, hour, minute, second: one, several
	date            func(day int, month string, year int) string
	wrong           map[Reason]string // with {limit}, {word}, {currency}
	hints           hints
}

// media are the words for what is sent rather than typed.
type media struct{ photo, voice, file string }

// hints are the sentences of Hint, with {min}, {max} and {example}.
type hints struct {
	number, integer, amount            phrases
	text, rating, date, time, dateTime phrases
	yesNo, thumbs, email, phone        string
	oneOf, manyOf, choose              string // {example}: the options
	location, photo, voice, file       string
}

// phrases say one thing with the bounds that are there.
type phrases struct {
	plain, from, upTo, between string
}

// lexicons are the languages known by heart, English first.
var lexicons = [...]*lexicon{&english, &german, &french}

// lexiconOf is the lexicon of a language tag; English where there is none.
func lexiconOf(tag string) *lexicon {
	switch languageOf(tag) {
	case "de":
		return &german
	case "fr":
		return &french
	default:
		return &english
	}
}

// nearestFirst are the lexicons with that of the customer's language first.
func nearestFirst(tag string) [1 + len(lexicons)]*lexicon {
	return [...]*lexicon{lexiconOf(tag), lexicons[0], lexicons[1], lexicons[2]}
}
