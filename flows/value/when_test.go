package value

import (
	"testing"
	"time"
)

// The tests are on Monday, 2 March 2026, 13:00 of the customer.

func TestReadDatesInWords(t *testing.T) {
	day := func(month time.Month, day int) Value { return Date(2026, month, day) }
	dates := map[string]map[string]Value{
		"en": {
			"today": day(3, 2), "Tomorrow!": day(3, 3), "tomorow": day(3, 3), "the day after tomorrow": day(3, 4), "day after tomorrow": day(3, 4), "yesterday": day(3, 1),
			"tonight": day(3, 2), "tomorrow morning": day(3, 3), "this evening": day(3, 2),
			"Friday": day(3, 6), "on Friday": day(3, 6), "Fri": day(3, 6), "fri.": day(3, 6), "this Friday": day(3, 6), "next Friday": day(3, 13), "coming Friday": day(3, 6),
			"Monday": day(3, 9), "this Monday": day(3, 2), "next Monday": day(3, 9), "Friday next week": day(3, 13), "Friday of next week": day(3, 13), "last Friday": day(2, 27),
			"Friday evening": day(3, 6), "Friday in two weeks": day(3, 20), "in two weeks": day(3, 16), "in 3 days": day(3, 5), "in a week": day(3, 9), "three days from now": day(3, 5),
			"in a month": day(4, 2), "in 2 months": day(5, 2), "two days ago": Date(2026, 2, 28), "a fortnight from today": day(3, 16), "in a year": Date(2027, 3, 2),
			"the 3rd of May": day(5, 3), "3rd of May": day(5, 3), "May 3rd": day(5, 3), "May 3": day(5, 3), "3 May": day(5, 3), "May the 4th": day(5, 4), "3 May 2027": Date(2027, 5, 3),
			"May 3rd, 2027": Date(2027, 5, 3), "the third of May": day(5, 3), "twenty-first of June": day(6, 21), "1 March": Date(2027, 3, 1), "the 15th": day(3, 15), "on the 1st": day(4, 1),
			"2026-05-03": day(5, 3), "2026/05/03": day(5, 3), "25/12": day(12, 25), "25/12/26": day(12, 25), "Friday, 6 March": day(3, 6), "Fri 6 March 2026": day(3, 6),
			"end of the month": day(3, 31), "at the end of the month": day(3, 31), "end of next month": day(4, 30), "end of May": day(5, 31), "beginning of June": day(6, 1),
			"mid May": day(5, 15), "Christmas Eve": day(12, 24), "New Year's Eve": day(12, 31), "Valentine's Day": Date(2027, 2, 14),
			"let's say Friday please": day(3, 6), "I'd come on Friday": day(3, 6), "maybe tomorrow?": day(3, 3), "how about Friday?": day(3, 6), "Friday at 5": day(3, 6),
			"I would like to come on the 3rd of May, thanks": day(5, 3), "a week from tomorrow": day(3, 10), "two weeks from Friday": day(3, 20), "a week on Friday": day(3, 13),
			"Friday week": day(3, 13), "Friday after next": day(3, 13), "in a couple of days": day(3, 4), "Saturday the 7th": day(3, 7), "Friday 13th": day(3, 13), "1st of next month": day(4, 1), "the 7th of this month": day(3, 7),
		},
		"de": {
			"heute": day(3, 2), "morgen": day(3, 3), "übermorgen": day(3, 4), "uebermorgen": day(3, 4), "gestern": day(3, 1), "morgen früh": day(3, 3), "heute Abend": day(3, 2),
			"Freitag": day(3, 6), "am Freitag": day(3, 6), "Fr": day(3, 6), "am Fr.": day(3, 6), "diesen Freitag": day(3, 6), "nächsten Freitag": day(3, 6), "naechsten Freitag": day(3, 6),
			"kommenden Montag": day(3, 9), "nächsten Montag": day(3, 9), "nächste Woche Freitag": day(3, 13), "Freitag nächster Woche": day(3, 13), "letzten Freitag": day(2, 27),
			"Freitagabend": day(3, 6), "Sonnabend": day(3, 7), "Freitag in einer Woche": day(3, 13), "heute in zwei Wochen": day(3, 16),
			"in zwei Wochen": day(3, 16), "in 3 Tagen": day(3, 5), "in einer Woche": day(3, 9), "in einem Monat": day(4, 2), "vor drei Tagen": day(2, 27), "in vierzehn Tagen": day(3, 16),
			"3. Mai": day(5, 3), "am 3. Mai": day(5, 3), "3 Mai": day(5, 3), "dritter Mai": day(5, 3), "am dritten Mai": day(5, 3), "einundzwanzigsten Juni": day(6, 21), "3. Mai 2027": Date(2027, 5, 3),
			"am 3.5.": day(5, 3), "3.5.": day(5, 3), "3.5": day(5, 3), "03.05.2026": day(5, 3), "3.5.26": day(5, 3), "3/5": day(5, 3), "5. Maerz": day(3, 5), "1. Jänner": Date(2027, 1, 1),
			"am 15.": day(3, 15), "den 15.": day(3, 15), "Ende des Monats": day(3, 31), "Monatsende": day(3, 31), "Ende Mai": day(5, 31), "Anfang Juni": day(6, 1), "Mitte Mai": day(5, 15),
			"Ende nächsten Monats": day(4, 30), "Heiligabend": day(12, 24), "Silvester": day(12, 31), "Freitag, den 6. März": day(3, 6), "Fr, 6.3.": day(3, 6),
			"sagen wir Freitag": day(3, 6), "ich würde gern am Freitag kommen": day(3, 6), "Guten Morgen, am Freitag bitte": day(3, 6), "Freitag um 17 Uhr": day(3, 6), "geht Freitag?": day(3, 6),
			"übernächsten Freitag": day(3, 13), "übernächste Woche Freitag": day(3, 20), "am Samstag den 7.": day(3, 7), "wie wäre es mit Freitag?": day(3, 6), "am sechsten März": day(3, 6), "am 3. nächsten Monats": day(4, 3),
		},
		"fr": {
			"aujourd'hui": day(3, 2), "aujourd’hui": day(3, 2), "demain": day(3, 3), "après-demain": day(3, 4), "apres demain": day(3, 4), "hier": day(3, 1), "ce soir": day(3, 2), "demain matin": day(3, 3),
			"vendredi": day(3, 6), "ven": day(3, 6), "ce vendredi": day(3, 6), "vendredi prochain": day(3, 6), "lundi prochain": day(3, 9), "vendredi de la semaine prochaine": day(3, 13),
			"la semaine prochaine vendredi": day(3, 13), "vendredi dernier": day(2, 27), "vendredi soir": day(3, 6), "le vendredi": day(3, 6),
			"dans deux semaines": day(3, 16), "dans 3 jours": day(3, 5), "dans une semaine": day(3, 9), "dans un mois": day(4, 2), "il y a trois jours": day(2, 27),
			"le 1er mai 2026": day(5, 1), "1er mai": day(5, 1), "premier mai": day(5, 1), "3 mai": day(5, 3), "le 3 mai": day(5, 3), "vingt et un juin": day(6, 21), "le 3 août": day(8, 3),
			"03/05": day(5, 3), "03/05/2026": day(5, 3), "le 15": day(3, 15), "fin du mois": day(3, 31), "à la fin du mois": day(3, 31), "fin mai": day(5, 31), "début juin": day(6, 1), "mi-mai": day(5, 15),
			"fin du mois prochain": day(4, 30), "Noël": day(12, 25), "vendredi 6 mars": day(3, 6), "disons vendredi": day(3, 6), "je viendrai vendredi": day(3, 6), "vendredi à 17h": day(3, 6),
			"mardi en huit": day(3, 10), "samedi 7": day(3, 7), "début du mois prochain": day(4, 1), "le 3 du mois prochain": day(4, 3), "lundi matin ça me va": day(3, 9), "1er avr": day(4, 1),
		},
	}
	for lang, all := range dates {
		for words, want := range all {
			checkReadings(t, &Type{Base: TypeDate}, []reading{{lang, words, want, 0}})
		}
	}
}

func TestWhatIsNoDate(t *testing.T) {
	for lang, words := range map[string][]string{
		"en": {
			"soon", "Friday or Saturday", "not on Friday", "in May", "next week", "3", "half past five", "at 5", "when is Friday?", "I ordered it on Friday but nothing ever came here",
			"32 May", "0 May", "week after Friday", "tomorrow or the day after", "next month", "this weekend", "May 2026", "½ hour", "tomorrow 3 bags", "Friday 5 people",
		},
		"de": {"bald", "Freitag oder Samstag", "nicht am Freitag", "im Mai", "nächste Woche", "um 5", "so", "Guten Morgen", "was kostet das am Freitag?"},
		"fr": {"bientôt", "vendredi ou samedi", "pas vendredi", "en mai", "la semaine prochaine", "à 5 h", "bonsoir"},
	} {
		for _, w := range words {
			checkReadings(t, &Type{Base: TypeDate}, []reading{{lang, w, Value{}, NotADate}})
		}
	}
}

func TestReadTimesInWords(t *testing.T) {
	at := func(hour, minute int) Value { return TimeOfDay(hour*60 + minute) }
	times := map[string]map[string]Value{
		"en": {
			"half past five": at(17, 30), "half past 9": at(9, 30), "quarter to 8": at(7, 45), "a quarter past nine": at(9, 15), "ten past five": at(17, 10), "twenty to eight": at(7, 40),
			"ten minutes past 9": at(9, 10), "half nine": at(9, 30), "five to 12": at(11, 55), "noon": at(12, 0), "at noon": at(12, 0), "midday": at(12, 0), "midnight": at(0, 0),
			"5pm": at(17, 0), "5 pm": at(17, 0), "5 p.m.": at(17, 0), "5:30pm": at(17, 30), "5.30 pm": at(17, 30), "5 am": at(5, 0), "8am": at(8, 0), "12 am": at(0, 0), "half past five pm": at(17, 30),
			"5 in the afternoon": at(17, 0), "8 in the evening": at(20, 0), "at 6 in the morning": at(6, 0), "at 5": at(17, 0), "at five": at(17, 0), "at 9": at(9, 0), "at 17": at(17, 0), "9 o'clock": at(9, 0),
			"five o'clock": at(17, 0), "around 10": at(10, 0), "at five thirty": at(17, 30), "17:30": at(17, 30), "9:30": at(9, 30), "05:30": at(5, 30), "9.30": at(9, 30), "let's say 5pm please": at(17, 0),
			"I'd come at 10": at(10, 0), "tomorrow at 5": at(17, 0), "how about 11?": Value{}, "in half an hour": at(13, 30), "in 2 hours": at(15, 0), "now": at(13, 0), "at night at 11": at(23, 0),
		},
		"de": {
			"halb acht": at(7, 30), "um halb acht": at(7, 30), "halb 8 abends": at(19, 30), "viertel nach 5": at(17, 15), "viertel vor acht": at(7, 45), "dreiviertel acht": at(7, 45), "viertel acht": at(7, 15),
			"zehn nach neun": at(9, 10), "fünf vor zwölf": at(11, 55), "fünf vor halb neun": at(8, 25), "fünf nach halb neun": at(8, 35), "10 Minuten vor 9": at(8, 50),
			"17 Uhr 30": at(17, 30), "17 Uhr": at(17, 0), "17:30 Uhr": at(17, 30), "17.30 Uhr": at(17, 30), "um 9.30": at(9, 30), "9 Uhr": at(9, 0), "neun Uhr": at(9, 0), "neun Uhr dreißig": at(9, 30),
			"Mittag": at(12, 0), "mittags": Value{}, "mittags um 1": at(13, 0), "Mitternacht": at(0, 0), "abends um 8": at(20, 0), "8 Uhr abends": at(20, 0), "um 8 Uhr abends": at(20, 0), "morgens um 6": at(6, 0),
			"nachmittags um 3": at(15, 0), "um 3 nachmittags": at(15, 0), "früh um 7": at(7, 0), "um 5": at(17, 0), "um fünf": at(17, 0), "gegen 10": at(10, 0), "um acht": at(8, 0),
			"sagen wir um 10": at(10, 0), "in einer halben Stunde": at(13, 30), "in anderthalb Stunden": at(14, 30), "in 1,5 Stunden": at(14, 30), "in einer Viertelstunde": at(13, 15), "jetzt": at(13, 0),
		},
		"fr": {
			"17h30": at(17, 30), "17 h 30": at(17, 30), "17 heures 30": at(17, 30), "17h": at(17, 0), "à 17h": at(17, 0), "9h": at(9, 0), "neuf heures": at(9, 0), "neuf heures et demie": at(9, 30),
			"neuf heures et quart": at(9, 15), "huit heures moins le quart": at(7, 45), "neuf heures moins dix": at(8, 50), "neuf heures vingt": at(9, 20), "midi": at(12, 0), "à midi": at(12, 0),
			"midi et demi": at(12, 30), "minuit": at(0, 0), "5 heures de l'après-midi": at(17, 0), "8 heures du soir": at(20, 0), "8h du matin": at(8, 0), "6 heures du matin": at(6, 0), "à 5": at(17, 0),
			"à cinq heures": at(17, 0), "vers 10h": at(10, 0), "dans une heure": at(14, 0), "dans une demi-heure": at(13, 30), "dans 20 minutes": at(13, 20), "disons 10h": at(10, 0), "maintenant": at(13, 0),
		},
	}
	for lang, all := range times {
		for words, want := range all {
			wrong := Reason(0)
			if !want.Known() {
				wrong = NotATime
			}
			checkReadings(t, &Type{Base: TypeTime}, []reading{{lang, words, want, wrong}})
		}
	}
	for lang, words := range map[string][]string{
		"en": {"25:00", "9:60", "5 or 6 pm", "not at 5", "5", "in the morning", "13 pm", "5 people", "3.5."},
		"de": {"um 25 Uhr", "24 Uhr 30", "morgens", "5 oder 6 Uhr", "nicht um 5", "abends"},
		"fr": {"25h", "le matin", "pas à 5h", "9h75"},
	} {
		for _, w := range words {
			checkReadings(t, &Type{Base: TypeTime}, []reading{{lang, w, Value{}, NotATime}})
		}
	}
}

func TestReadDateTimesInWords(t *testing.T) {
	at := func(day, hour, minute int) Value {
		return DateTime(time.Date(2026, 3, day, hour-1, minute, 0, 0, time.UTC))
	}
	moments := map[string]map[string]Value{
		"en": {
			"tomorrow at 5": at(3, 17, 0), "tomorrow at 5pm": at(3, 17, 0), "tomorrow 5 pm": at(3, 17, 0), "at 5 tomorrow": at(3, 17, 0), "tomorrow at 10": at(3, 10, 0), "Friday 6pm": at(6, 18, 0),
			"Friday at half past five": at(6, 17, 30), "on Friday at 9:30": at(6, 9, 30), "tomorrow at noon": at(3, 12, 0), "tomorrow morning at 9": at(3, 9, 0), "tomorrow morning at 6": at(3, 6, 0),
			"tonight at 8": at(2, 20, 0), "today at 5": at(2, 17, 0), "today at 8": at(2, 20, 0), "Friday evening at 8": at(6, 20, 0), "let's say tomorrow at 5 please": at(3, 17, 0),
			"I'd come on Friday at 10": at(6, 10, 0), "6 March at 5 pm": at(6, 17, 0), "6 March 17:00": at(6, 17, 0), "March 6th, 10am": at(6, 10, 0), "in half an hour": at(2, 13, 30),
			"in 2 hours": at(2, 15, 0), "in three days at 10": at(5, 10, 0), "next Friday at 5": at(13, 17, 0), "now": at(2, 13, 0), "10 am on the 6th": at(6, 10, 0), "tomorrow at 5?": at(3, 17, 0),
			"in two and a half hours": at(2, 15, 30), "tomorrow at quarter to eight in the evening": at(3, 19, 45), "Friday at 5 for two people": at(6, 17, 0), "in two days at noon": at(4, 12, 0),
		},
		"de": {
			"morgen um 17 Uhr": at(3, 17, 0), "morgen 17 Uhr": at(3, 17, 0), "morgen um 5": at(3, 17, 0), "um 17 Uhr morgen": at(3, 17, 0), "morgen früh um 9": at(3, 9, 0), "heute Abend um 8": at(2, 20, 0),
			"Freitagabend um 8": at(6, 20, 0), "Freitag um 17:30": at(6, 17, 30), "am Freitag um halb neun": at(6, 8, 30), "am 6.3. um 9.30 Uhr": at(6, 9, 30), "6.3. 17 Uhr": at(6, 17, 0),
			"um 10 am Freitag": at(6, 10, 0), "um 5 am Freitag": at(6, 17, 0), "am 6. März um 10 Uhr": at(6, 10, 0), "übermorgen um 10": at(4, 10, 0), "morgen Mittag": at(3, 12, 0), "in einer halben Stunde": at(2, 13, 30),
			"in zwei Stunden": at(2, 15, 0), "nächsten Freitag um 17 Uhr": at(6, 17, 0), "Guten Tag, gerne morgen um 10 Uhr": at(3, 10, 0), "morgen 17": at(3, 17, 0), "heute um 8": at(2, 20, 0), "Samstagmorgen um 10": at(7, 10, 0),
			"um 10.10 Uhr am 6.3.": at(6, 10, 10),
		},
		"fr": {
			"demain à 17 h": at(3, 17, 0), "demain à 17h30": at(3, 17, 30), "demain 17h": at(3, 17, 0), "demain à 5": at(3, 17, 0), "demain matin à 9h": at(3, 9, 0), "ce soir à 8h": at(2, 20, 0),
			"vendredi à midi": at(6, 12, 0), "vendredi soir à 8 heures": at(6, 20, 0), "le 6 mars à 10h": at(6, 10, 0), "dans une heure": at(2, 14, 0), "dans une demi-heure": at(2, 13, 30), "après-demain à 10h": at(4, 10, 0),
			"vendredi prochain à 17h": at(6, 17, 0), "cet après-midi à 5h": at(2, 17, 0), "demain à neuf heures et demie": at(3, 9, 30),
			"samedi 7 à 10h": at(7, 10, 0), "dans deux heures et demie": at(2, 15, 30), "le 6 mars à midi et demi": at(6, 12, 30), "demain à dix-sept heures trente": at(3, 17, 30),
		},
	}
	for lang, all := range moments {
		for words, want := range all {
			checkReadings(t, &Type{Base: TypeDateTime}, []reading{{lang, words, want, 0}})
		}
	}
	for lang, words := range map[string][]string{
		"en": {"tomorrow", "at 5", "tomorrow morning", "tomorrow at 5 or 6", "Friday or Saturday at 5", "not tomorrow at 5", "in two weeks", "tomorrow at 25:00", "tomorrow between 5 and 6"},
		"de": {"morgen", "um 5", "morgen früh", "morgen um 5 oder 6", "heute Abend"},
		"fr": {"demain", "à 5h", "demain matin"},
	} {
		for _, w := range words {
			checkReadings(t, &Type{Base: TypeDateTime}, []reading{{lang, w, Value{}, NotADateTime}})
		}
	}
}

func TestFoldedNames(t *testing.T) {
	for _, l := range lexicons {
		for i, month := range l.months {
			if got := l.calendar.monthNames[i]; got != Fold(month) {
				t.Errorf("%s is folded as %s", month, got)
			}
		}
		for i, day := range l.weekdays {
			if got := l.calendar.dayNames[i]; got != Fold(day) {
				t.Errorf("%s is folded as %s", day, got)
			}
		}
	}
}
