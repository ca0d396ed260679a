package value

import (
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// MonthSheet is a month as a calendar shows it.
type MonthSheet struct {
	Title    string    // "March 2026"
	Weekdays [7]string // in two letters, from Monday
	Weeks    [][]int   // seven days each, from Monday; 0 where the day is another month's
}

// Month lays out a month for a calendar in the customer's language (en, de, fr; else with English days of the week and the title 2026-03).
func Month(loc Locale, year int, month time.Month) MonthSheet {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	l := lexiconOf(loc.Language)
	sheet := MonthSheet{Title: capital(l.months[first.Month()-1]) + " " + strconv.Itoa(first.Year())}
	if !speaks(l, loc) {
		sheet.Title = first.Format("2006-01")
	}
	for i, name := range l.weekdays {
		sheet.Weekdays[i] = string([]rune(name)[:2])
	}
	before := (int(first.Weekday()) + 6) % 7
	days := first.AddDate(0, 1, -1).Day()
	for day := 1 - before; day <= days; day += 7 {
		week := make([]int, 7)
		for i := range week {
			if d := day + i; d >= 1 && d <= days {
				week[i] = d
			}
		}
		sheet.Weeks = append(sheet.Weeks, week)
	}
	return sheet
}

func capital(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// speaks reports whether the lexicon is that of the customer's language, rather than one that stands in for it.
func speaks(l *lexicon, loc Locale) bool {
	return l != &english || loc.Language == "" || languageOf(loc.Language) == "en"
}
