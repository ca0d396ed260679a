package value

import (
	"testing"
	"time"
)

func TestVagueDaysAreAskedAbout(t *testing.T) {
	day := func(month time.Month, day int) Value { return Date(2026, month, day) }
	for lang, all := range map[string]map[string]Value{
		"en": {
			"next week": day(3, 9), "sometime next week": day(3, 9), "this weekend": day(3, 7), "at the weekend": day(3, 7), "next weekend": day(3, 14), "in May": day(5, 1), "May": day(5, 1),
			"in January": Date(2027, 1, 1), "May 2027": Date(2027, 5, 1), "next month": day(4, 1), "last month": day(2, 1), "last week": day(2, 23), "last summer": {}, "next year": {},
			"may I come later": {}, "next week or the week after": {}, "not next week": {}, "since last week": day(2, 23), "since January": day(1, 1), "last May": Date(2025, 5, 1),
		},
		"de": {
			"nächste Woche": day(3, 9), "irgendwann nächste Woche": day(3, 9), "am Wochenende": day(3, 7), "dieses Wochenende": day(3, 7), "im Mai": day(5, 1), "Mai": day(5, 1),
			"nächsten Monat": day(4, 1), "letzte Woche": day(2, 23), "übernächste Woche": day(3, 16), "letzten Sommer": {}, "seit Januar": day(1, 1), "seit Dezember 2024": Date(2024, 12, 1),
		},
		"fr": {
			"la semaine prochaine": day(3, 9), "ce week-end": day(3, 7), "ce weekend": day(3, 7), "en mai": day(5, 1), "le mois prochain": day(4, 1), "la semaine dernière": day(2, 23),
			"l'été dernier": {}, "depuis janvier": day(1, 1), "en mai dernier": Date(2025, 5, 1), "au mois de mai": day(5, 1),
		},
	} {
		checkNear(t, &Type{Base: TypeDate}, lang, all)
	}
	checkNear(t, &Type{Base: TypeDateTime}, "en", map[string]Value{"next week at 10": DateTime(time.Date(2026, 3, 9, 9, 0, 0, 0, time.UTC)), "next week": {}})
	today := day(3, 2)
	checkNear(t, &Type{Base: TypeDate, Max: &today}, "en", map[string]Value{"in May": Date(2025, 5, 1), "next week": {}})
	checkNear(t, &Type{Base: TypeDate, Min: &today}, "en", map[string]Value{"last week": {}})
}

func TestSinceWhen(t *testing.T) {
	today := Date(2026, 3, 2)
	day := func(month time.Month, day int) Value { return Date(2026, month, day) }
	for lang, all := range map[string]map[string]Value{
		"en": {
			"two weeks ago": day(2, 16), "since Monday": day(2, 23), "Friday": day(2, 27), "last Friday": day(2, 27), "since yesterday": day(3, 1), "since the 15th": day(2, 15), "the 15th": day(2, 15),
			"since Christmas": Date(2025, 12, 25), "since 3 May": Date(2025, 5, 3), "on Friday": day(2, 27), "today": today, "Friday last week": day(2, 27), "a month ago": day(2, 2), "the 31st": day(1, 31),
			"last night": day(3, 1), "since three days": day(2, 27),
		},
		"de": {
			"vor zwei Wochen": day(2, 16), "vor drei Tagen": day(2, 27), "seit gestern": day(3, 1), "seit Montag": day(2, 23), "seit drei Tagen": day(2, 27), "letzten Freitag": day(2, 27),
			"seit letztem Freitag": day(2, 27), "seit dem 15.": day(2, 15), "seit etwa zwei Wochen": day(2, 16), "letzte Woche Freitag": day(2, 27), "seit einer Woche": day(2, 23), "seit heute": today,
			"seit dem 3. Mai": Date(2025, 5, 3), "gestern Abend": day(3, 1), "vorgestern": day(2, 28),
		},
		"fr": {
			"il y a deux semaines": day(2, 16), "depuis hier": day(3, 1), "depuis lundi": day(2, 23), "vendredi dernier": day(2, 27), "depuis trois jours": day(2, 27), "depuis vendredi dernier": day(2, 27),
			"depuis le 15": day(2, 15), "depuis ce matin": today, "depuis une semaine": day(2, 23), "hier soir": day(3, 1), "vendredi de la semaine dernière": day(2, 27),
		},
	} {
		for words, want := range all {
			checkReadings(t, &Type{Base: TypeDate, Max: &today}, []reading{{lang, words, want, 0}})
		}
	}
	checkReadings(t, &Type{Base: TypeDate, Max: &today}, []reading{{"en", "next Friday", Value{}, TooLate}, {"en", "tomorrow", Value{}, TooLate}, {"en", "last summer", Value{}, NotADate}})
	checkReadings(t, &Type{Base: TypeDate}, []reading{{"de", "seit Montag", day(2, 23), 0}, {"en", "Friday 24:00", day(3, 6), 0}})
}

func TestTheEndOfTheDay(t *testing.T) {
	midnight := func(day int) Value { return DateTime(time.Date(2026, 3, day, -1, 0, 0, 0, time.UTC)) }
	checkReadings(t, &Type{Base: TypeTime}, []reading{{"de", "24 Uhr", TimeOfDay(0), 0}, {"fr", "24h", TimeOfDay(0), 0}, {"de", "um 24 Uhr", TimeOfDay(0), 0}})
	checkReadings(t, &Type{Base: TypeDateTime}, []reading{
		{"de", "Freitag 24 Uhr", midnight(7), 0},
		{"de", "Freitag 0 Uhr", midnight(6), 0},
		{"en", "Friday 24:00", midnight(7), 0},
		{"en", "today at midnight", midnight(3), 0},
		{"de", "heute um Mitternacht", midnight(3), 0},
		{"fr", "ce soir à minuit", midnight(3), 0},
	})
	checkNear(t, &Type{Base: TypeDateTime}, "en", map[string]Value{"Friday at midnight": midnight(7)})
	at := DateTime(time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))
	checkReadings(t, &Type{Base: TypeDateTime, Max: &at}, []reading{{"en", "Friday at 9:30", DateTime(time.Date(2026, 2, 27, 8, 30, 0, 0, time.UTC)), 0}})
}
