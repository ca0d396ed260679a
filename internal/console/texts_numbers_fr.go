package console

func frenchNumbers() NumbersTexts {
	return NumbersTexts{
		NumTitle: "Chiffres", NumPeriod: "Période", NumAllTime: "Tout ce qui est gardé", NumDays7: "7 derniers jours", NumDays30: "30 derniers jours", NumDays90: "90 derniers jours",
		NumBy: "Répartir par", NumUndivided: "sans répartir", NumLanguage: "langue", NumSource: "origine", NumDay: "jour", NumWeek: "semaine", NumMonth: "mois", NumSplits: "Essais",
		NumOnMap: "Sur le plan", NumMapOff: "sans chiffres", NumMapAll: "tous les clients", NumCSV: "CSV",

		NumSince: "{from} au {to}, sur {n} tours que garde la base", NumNobody: "Personne n’est venu pendant cette période.", NumLoading: "Le compte est en cours…", NumNone: "sans", NumOthers: "autres",
		NumHint:         "Est parti qui termine le parcours à une question, le recommence, ou ne dit rien pendant un jour. Le revenu est ce qui a été payé dans un parcours, ou dans un autre où il menait.",
		NumCustomersOne: "1 client", NumCustomersMany: "{n} clients", NumVisitsOne: "1 visite", NumVisitsMany: "{n} visites",
		NumFirstAnswer: "première réponse après {time} (neuf sur dix : {most})", NumSum: "{sum} payés",

		NumQuestion: "Question", NumAsked: "Posée", NumAnswered: "Répondue", NumSkipped: "Passée", NumGaveUp: "Abandon", NumLeft: "Partis", NumWaiting: "Ouverte", NumMedian: "Médiane",
		NumGroup: "Groupe", NumEntered: "Commencés", NumEnded: "Finis", NumGoal: "But", NumConversion: "Part", NumRevenue: "Revenu", NumGoalOf: "But {name} : {n}",
		NumTableOf: "Chiffres de {name}", NumUnanswered: "Demandé en vain", NumMapStep: "{answered}/{asked} · {left} partis · {time}", NumMapFlow: "{entered} commencés · {goal} au but",
	}
}
