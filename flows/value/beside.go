package value

import "slices"

// maxContent is how many words of their own an answer may have beside what is read from it; a longer sentence is about something else.
const maxContent = 3

// sentence is what stands around a number, a date or an option in a short answer such as "for 4 people please".
type sentence struct {
	question bool // it asks something
}

// stray is the word for which an answer cannot be taken as no more than what was read from it: one that denies or offers a choice, or one too many; "" if
// there is none. Words that fit the type are left alone.
func (s sentence) stray(words []string, fits func(word string) bool) string {
	content := maxContent
	if s.question {
		content = 0
	}
	for _, word := range words {
		switch {
		case isDenial(word):
			return word
		case isFiller(word) || fits != nil && fits(word):
		case content == 0:
			return word
		default:
			content--
		}
	}
	return ""
}

// isFiller knows the words that do not change what stands beside them: about 12, up to 12, we are 4.
func isFiller(word string) bool {
	for _, l := range lexicons {
		if slices.Contains(l.fillers, word) {
			return true
		}
	}
	return false
}

// isDenial knows the words that turn an answer into another one: not 5, 5 or 6, more than 5.
func isDenial(word string) bool {
	for _, l := range lexicons {
		if slices.Contains(l.denials, word) {
			return true
		}
	}
	return false
}

// isCalendarWord knows the words that make a number one of a date or a time: 3rd, 5 pm, 3 May.
func isCalendarWord(word string) bool {
	switch word {
	case "st", "nd", "rd", "th", "er", "pm", "oclock", "uhr":
		return true
	}
	for _, l := range lexicons {
		if slices.Contains(l.calendar.monthNames, word) || slices.Contains(l.calendar.dayNames, word) {
			return true
		}
	}
	return false
}
