package value

import "strings"

var englishCalendar = calendarWords{
	monthNames: strings.Fields("january february march april may june july august september october november december"),
	dayNames:   strings.Fields("monday tuesday wednesday thursday friday saturday sunday"),
	days: map[string]int{
		"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmrw": 1,
		"tmr": 1, "tmrow": 1, "tomoz": 1, "last night": -1, "yesterday evening": -1, "day after tomorrow": 2, "yesterday": -1, "day before yesterday": -2,
	},
	feasts: map[string]feast{
		"christmas": {12, 25}, "christmas day": {12, 25}, "xmas": {12, 25}, "christmas eve": {12, 24}, "boxing day": {12, 26}, "new years eve": {12, 31},
		"new years day": {1, 1}, "new year": {1, 1}, "valentines day": {2, 14}, "valentines": {2, 14}, "halloween": {10, 31},
	},
	short: [7][]string{{"mon"}, {"tue", "tues"}, {"wed", "weds"}, {"thu", "thur", "thurs"}, {"fri"}, {"sat"}, {"sun"}},
	weeks: map[string]week{
		"this": thisWeek, "this week": thisWeek, "next": nextWeek, "next week": nextWeek, "of next week": nextWeek, "coming": comingWeek, "upcoming": comingWeek,
		"this coming": comingWeek, "last": lastWeek, "past": lastWeek,
		"last week": weekBefore, "of last week": weekBefore, "previous": lastWeek,
		"after next": weekLater, "week": weekLater, "the week after next": weekAfterNext, "week after next": weekAfterNext,
	},
	vague: map[string]vague{
		"next week": {week: nextWeek}, "last week": {week: weekBefore}, "the week after next": {week: weekAfterNext}, "week after next": {week: weekAfterNext},
		"this weekend": {week: thisWeek, day: saturday}, "the weekend": {week: thisWeek, day: saturday}, "weekend": {week: thisWeek, day: saturday},
		"at the weekend": {week: thisWeek, day: saturday}, "on the weekend": {week: thisWeek, day: saturday}, "next weekend": {week: nextWeek, day: saturday},
		"last weekend": {week: weekBefore, day: saturday}, "end of the week": {week: thisWeek, day: 4}, "end of next week": {week: nextWeek, day: 4},
		"beginning of next week": {week: nextWeek}, "early next week": {week: nextWeek}, "next month": {months: 1}, "last month": {months: -1},
	},
	ordinals: ordinalsOf(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
		seventeenth eighteenth nineteenth twentieth twenty_first twenty_second twenty_third twenty_fourth twenty_fifth twenty_sixth twenty_seventh
		twenty_eighth twenty_ninth thirtieth thirty_first`),
	edges: map[string]edge{
		"beginning of": beginning, "start of": beginning, "middle of": middle, "mid": middle, "end of": ending,
	},
	months: map[string]int{"month": 0, "the month": 0, "this month": 0, "next month": 1},
	units: map[string]spanUnit{
		"minute": {0, 1}, "minutes": {0, 1}, "min": {0, 1}, "mins": {0, 1}, "hour": {0, 60}, "hours": {0, 60}, "hr": {0, 60}, "hrs": {0, 60},
		"day": {0, 1440}, "days": {0, 1440}, "wk": {0, 7 * 1440}, "wks": {0, 7 * 1440}, "week": {0, 7 * 1440}, "weeks": {0, 7 * 1440}, "fortnight": {0, 14 * 1440}, "month": {1, 0}, "months": {1, 0},
		"year": {12, 0}, "years": {12, 0},
	},
	spans: map[string]spanForm{
		"in": aheadBefore, "in about": aheadBefore, "from now": aheadBehind, "from today": aheadBehind, "from": aheadBehind, "on": aheadBehind, "later": aheadBehind, "ago": backBehind, "since": backBefore, "for": forbidBefore,
	},
	lengths: map[string]int{
		"half an hour": 30, "a half hour": 30, "half hour": 30, "quarter of an hour": 15, "a quarter of an hour": 15, "an hour": 60, "an hour and a half": 90,
		"a minute": 1, "a day": 1440, "a week": 7 * 1440, "a fortnight": 14 * 1440,
	},
	parts: map[string]dayPart{
		"morning": morning, "in the morning": morning, "this morning": morning, "afternoon": afternoon, "in the afternoon": afternoon, "this afternoon": afternoon,
		"evening": evening, "in the evening": evening, "this evening": evening, "yesterday evening": evening, "last night": night, "tonight": evening, "at night": night, "night": night,
	},
	clocks:    map[string]int{"noon": 12 * 60, "midday": 12 * 60, "midnight": 0},
	hourSigns: strings.Fields("oclock am pm h"),
	at:        strings.Fields("at around about by until from"),
	offsets:   map[string]clockStep{"past": past, "after": past, "to": to, "before": to, "till": to, "til": to},
	minutes:   map[string]int{"quarter": 15, "a quarter": 15, "half": 30},
	nows:      strings.Fields("now asap immediately"),
	greetings: []string{"good morning", "good afternoon", "good evening", "good day", "how about", "what about"},
}

// ordinalsOf numbers words from 1; an underscore stands for the space within one.
func ordinalsOf(words string) map[string]int {
	ordinals := map[string]int{}
	for i, word := range strings.Fields(words) {
		ordinals[strings.ReplaceAll(word, "_", " ")] = i + 1
	}
	return ordinals
}
