package console

func germanNumbers() NumbersTexts {
	return NumbersTexts{
		NumTitle: "Zahlen", NumPeriod: "Zeitraum", NumAllTime: "Alles, was da ist", NumDays7: "Letzte 7 Tage", NumDays30: "Letzte 30 Tage", NumDays90: "Letzte 90 Tage",
		NumBy: "Geteilt nach", NumUndivided: "ungeteilt", NumLanguage: "Sprache", NumSource: "Herkunft", NumDay: "Tag", NumWeek: "Woche", NumMonth: "Monat", NumSplits: "Versuche",
		NumOnMap: "Auf der Karte", NumMapOff: "keine Zahlen", NumMapAll: "alle Kunden", NumCSV: "CSV",

		NumSince: "{from} bis {to}, aus {n} Zügen, die der Speicher noch hat", NumNobody: "In dieser Zeit kam niemand.", NumLoading: "Es wird gezählt …", NumNone: "ohne", NumOthers: "andere",
		NumHint:         "Gegangen ist, wer den Ablauf an einer Frage beendet, ihn neu beginnt oder einen Tag lang nichts sagt. Umsatz ist, was in einem Ablauf bezahlt wurde, oder in einem, zu dem er führte.",
		NumCustomersOne: "1 Kunde", NumCustomersMany: "{n} Kunden", NumVisitsOne: "1 Besuch", NumVisitsMany: "{n} Besuche",
		NumFirstAnswer: "erste Antwort nach {time} (neun von zehn: {most})", NumSum: "{sum} bezahlt",

		NumQuestion: "Frage", NumAsked: "Gestellt", NumAnswered: "Beantwortet", NumSkipped: "Übergangen", NumGaveUp: "Aufgegeben", NumLeft: "Gegangen", NumWaiting: "Offen", NumMedian: "Median",
		NumGroup: "Gruppe", NumEntered: "Begonnen", NumEnded: "Beendet", NumGoal: "Ziel", NumConversion: "Anteil", NumRevenue: "Umsatz", NumGoalOf: "Ziel {name}: {n}",
		NumTableOf: "Zahlen zu {name}", NumUnanswered: "Vergeblich gefragt", NumMapStep: "{answered}/{asked} · {left} weg · {time}", NumMapFlow: "{entered} begonnen · {goal} am Ziel",
	}
}
