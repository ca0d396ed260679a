package value

import "strings"

var germanCalendar = calendarWords{
	monthNames: strings.Fields("januar februar marz april mai juni juli august september oktober november dezember"),
	dayNames:   strings.Fields("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
	days: map[string]int{
		"heute": 0, "morgen": 1, "mrgn": 1, "morgn": 1, "ubermorgen": 2, "uebermorgen": 2, "gestern": -1, "vorgestern": -2,
	},
	feasts: map[string]feast{
		"weihnachten": {12, 24}, "heiligabend": {12, 24}, "silvester": {12, 31}, "neujahr": {1, 1}, "valentinstag": {2, 14}, "nikolaus": {12, 6},
	},
	short: [7][]string{{"mo"}, {"di"}, {"mi"}, {"do"}, {"fr"}, {"sa", "sonnabend"}, {"so"}},
	weeks: map[string]week{
		"diesen": thisWeek, "dieser": thisWeek, "diese woche": thisWeek, "nachsten": comingWeek, "naechsten": comingWeek, "nachster": comingWeek, "naechster": comingWeek,
		"kommenden": comingWeek, "kommender": comingWeek, "nachste woche": nextWeek, "naechste woche": nextWeek, "kommende woche": nextWeek, "nachster woche": nextWeek,
		"naechster woche": nextWeek, "in der nachsten woche": nextWeek, "ubernachsten": weekLater, "uebernaechsten": weekLater, "ubernachste woche": weekAfterNext, "uebernaechste woche": weekAfterNext, "letzten": lastWeek, "letzter": lastWeek, "letztem": lastWeek, "vorigen": lastWeek,
		"letzte woche": weekBefore, "letzter woche": weekBefore, "vorige woche": weekBefore, "diese": thisWeek, "vergangenen": lastWeek,
	},
	vague: map[string]vague{
		"nachste woche": {week: nextWeek}, "naechste woche": {week: nextWeek}, "nachster woche": {week: nextWeek}, "kommende woche": {week: nextWeek},
		"ubernachste woche": {week: weekAfterNext}, "uebernaechste woche": {week: weekAfterNext}, "letzte woche": {week: weekBefore}, "letzter woche": {week: weekBefore},
		"vorige woche": {week: weekBefore}, "vergangene woche": {week: weekBefore}, "wochenende": {week: thisWeek, day: saturday}, "am wochenende": {week: thisWeek, day: saturday},
		"dieses wochenende": {week: thisWeek, day: saturday}, "nachstes wochenende": {week: thisWeek, day: saturday}, "naechstes wochenende": {week: thisWeek, day: saturday},
		"kommendes wochenende": {week: thisWeek, day: saturday}, "letztes wochenende": {week: weekBefore, day: saturday}, "ende der woche": {week: thisWeek, day: 4},
		"ende nachster woche": {week: nextWeek, day: 4}, "anfang nachster woche": {week: nextWeek}, "nachsten monat": {months: 1}, "naechsten monat": {months: 1},
		"im nachsten monat": {months: 1}, "letzten monat": {months: -1}, "letztem monat": {months: -1},
	},
	ordinals: germanOrdinals(),
	edges: map[string]edge{
		"anfang": beginning, "anfang des": beginning, "beginn des": beginning, "mitte": middle, "mitte des": middle, "ende": ending, "ende des": ending,
	},
	months: map[string]int{"monats": 0, "monat": 0, "diesen monats": 0, "dieses monats": 0, "nachsten monats": 1, "naechsten monats": 1, "kommenden monats": 1, "nachsten monat": 1},
	units: map[string]spanUnit{
		"minute": {0, 1}, "minuten": {0, 1}, "min": {0, 1}, "stunde": {0, 60}, "stunden": {0, 60}, "std": {0, 60}, "h": {0, 60}, "tag": {0, 1440}, "tage": {0, 1440},
		"tagen": {0, 1440}, "woche": {0, 7 * 1440}, "wochen": {0, 7 * 1440}, "monat": {1, 0}, "monate": {1, 0}, "monaten": {1, 0}, "jahr": {12, 0}, "jahre": {12, 0},
		"jahren": {12, 0},
	},
	spans: map[string]spanForm{"in": aheadBefore, "in etwa": aheadBefore, "in circa": aheadBefore, "in ca": aheadBefore, "vor": backBefore, "seit": backBefore, "seit etwa": backBefore, "seit ca": backBefore, "fur": forbidBefore, "fuer": forbidBefore},
	lengths: map[string]int{
		"einer halben stunde": 30, "ner halben stunde": 30, "halben stunde": 30, "einer viertelstunde": 15, "einer dreiviertelstunde": 45, "einer stunde": 60, "ner stunde": 60, "ner woche": 7 * 1440, "eineinhalb stunden": 90,
	},
	parts: map[string]dayPart{
		"morgens": morning, "am morgen": morning, "fruh": morning, "frueh": morning, "in der fruh": morning, "vormittags": morning, "vormittag": morning, "am vormittag": morning,
		"mittags": aroundNoon, "nachmittags": afternoon, "nachmittag": afternoon, "am nachmittag": afternoon, "abends": evening, "abend": evening, "am abend": evening,
		"nachts": night, "nacht": night, "in der nacht": night,
	},
	clocks:    map[string]int{"mittag": 12 * 60, "am mittag": 12 * 60, "mitternacht": 0, "um mitternacht": 0},
	hourSigns: strings.Fields("uhr"),
	at:        strings.Fields("um gegen circa ca ab"),
	offsets:   map[string]clockStep{"nach": past, "vor": to},
	minutes:   map[string]int{"viertel": 15},
	nows:      strings.Fields("jetzt sofort gleich"),
	greetings: []string{"guten morgen", "guten tag", "guten abend", "schonen tag", "wie ware es mit", "wie wars mit", "wie waere es mit"},
}

// germanOrdinals are "erste", "dritten", "einundzwanzigster": a number word with -t- up to 19, with -st- from 20 on, and an ending.
func germanOrdinals() map[string]int {
	irregular := map[int]string{1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
	units := strings.Fields("_ ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn")
	ordinals := map[string]int{}
	for day := 1; day <= 31; day++ {
		stem := irregular[day]
		switch {
		case stem != "":
		case day < 20:
			stem = units[day] + "t"
		case day%10 == 0:
			stem = []string{"zwanzig", "dreissig"}[day/10-2] + "st"
		default:
			stem = units[day%10] + "und" + []string{"zwanzig", "dreissig"}[day/10-2] + "st"
		}
		for _, ending := range [...]string{"e", "en", "er", "es"} {
			ordinals[stem+ending] = day
		}
	}
	return ordinals
}
