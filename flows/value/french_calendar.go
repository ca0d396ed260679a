package value

import "strings"

var frenchCalendar = calendarWords{
	monthNames: strings.Fields("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
	dayNames:   strings.Fields("lundi mardi mercredi jeudi vendredi samedi dimanche"),
	days: map[string]int{
		"aujourdhui": 0, "aujourdhui en huit": 7, "demain en huit": 8, "aujourdhui en quinze": 14, "ajd": 0, "auj": 0, "dmain": 1, "ce soir": 0, "ce matin": 0, "ce midi": 0, "cet apres midi": 0, "cette nuit": 0, "demain": 1, "apres demain": 2, "hier": -1, "avant hier": -2,
	},
	feasts: map[string]feast{
		"noel": {12, 25}, "reveillon de noel": {12, 24}, "saint sylvestre": {12, 31}, "jour de lan": {1, 1}, "jour de l an": {1, 1}, "nouvel an": {1, 1}, "saint valentin": {2, 14},
	},
	short: [7][]string{{"lun"}, {"mar"}, {"mer"}, {"jeu"}, {"ven"}, {"sam"}, {"dim"}},
	weeks: map[string]week{
		"ce": thisWeek, "cette semaine": thisWeek, "prochain": comingWeek, "qui vient": comingWeek, "semaine prochaine": nextWeek, "la semaine prochaine": nextWeek,
		"de la semaine prochaine": nextWeek, "en huit": weekLater, "en quinze": twoWeeksLater, "dernier": lastWeek, "passe": lastWeek, "la semaine derniere": weekBefore, "de la semaine derniere": weekBefore, "pro": comingWeek,
	},
	vague: map[string]vague{
		"la semaine prochaine": {week: nextWeek}, "semaine prochaine": {week: nextWeek}, "semaine pro": {week: nextWeek}, "la semaine derniere": {week: weekBefore},
		"semaine derniere": {week: weekBefore}, "week end": {week: thisWeek, day: saturday}, "weekend": {week: thisWeek, day: saturday}, "ce week end": {week: thisWeek, day: saturday},
		"ce weekend": {week: thisWeek, day: saturday}, "le week end": {week: thisWeek, day: saturday}, "le weekend": {week: thisWeek, day: saturday},
		"week end prochain": {week: nextWeek, day: saturday}, "le week end prochain": {week: nextWeek, day: saturday}, "weekend prochain": {week: nextWeek, day: saturday},
		"week end dernier": {week: weekBefore, day: saturday}, "le week end dernier": {week: weekBefore, day: saturday}, "fin de semaine": {week: thisWeek, day: 4},
		"en fin de semaine": {week: thisWeek, day: 4}, "debut de semaine prochaine": {week: nextWeek}, "mois prochain": {months: 1}, "le mois prochain": {months: 1},
		"mois dernier": {months: -1}, "le mois dernier": {months: -1},
	},
	ordinals: map[string]int{"premier": 1},
	edges: map[string]edge{
		"debut": beginning, "debut du": beginning, "mi": middle, "milieu du": middle, "fin": ending, "fin du": ending, "a la fin du": ending,
	},
	months: map[string]int{"mois": 0, "ce mois": 0, "mois prochain": 1, "du mois prochain": 1},
	units: map[string]spanUnit{
		"minute": {0, 1}, "minutes": {0, 1}, "min": {0, 1}, "mn": {0, 1}, "heure": {0, 60}, "heures": {0, 60}, "h": {0, 60}, "jour": {0, 1440}, "jours": {0, 1440},
		"sem": {0, 7 * 1440}, "semaine": {0, 7 * 1440}, "semaines": {0, 7 * 1440}, "mois": {1, 0}, "an": {12, 0}, "ans": {12, 0}, "annee": {12, 0}, "annees": {12, 0},
	},
	spans: map[string]spanForm{
		"dans": aheadBefore, "dans environ": aheadBefore, "d ici": aheadBefore, "il y a": backBefore, "plus tard": aheadBehind, "depuis": backBefore, "depuis environ": backBefore, "pendant": forbidBefore, "pour": forbidBefore,
	},
	lengths: map[string]int{
		"une demi heure": 30, "demi heure": 30, "un quart dheure": 15, "un quart d heure": 15, "une heure et demie": 90, "une quinzaine": 14 * 1440, "une huitaine": 7 * 1440,
	},
	parts: map[string]dayPart{
		"matin": morning, "du matin": morning, "le matin": morning, "ce matin": morning, "ce midi": aroundNoon, "apres midi": afternoon, "de l apres midi": afternoon, "l apres midi": afternoon,
		"cet apres midi": afternoon, "soir": evening, "du soir": evening, "le soir": evening, "ce soir": evening, "de la nuit": night, "cette nuit": night,
	},
	clocks:    map[string]int{"midi": 12 * 60, "minuit": 0},
	hourSigns: strings.Fields("h heure heures"),
	at:        strings.Fields("a vers"),
	nows:      strings.Fields("maintenant immediatement"),
	minutes:   map[string]int{"quart": 15},
}
