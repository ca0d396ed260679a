package console

// NumbersTexts are the words of the numbers in one language. What stands in
// braces is filled in by the page.
type NumbersTexts struct {
	// What is asked for.
	NumTitle, NumPeriod, NumAllTime, NumDays7, NumDays30, NumDays90                   string
	NumBy, NumUndivided, NumLanguage, NumSource, NumDay, NumWeek, NumMonth, NumSplits string
	NumOnMap, NumMapOff, NumMapAll, NumCSV                                            string

	// Of whom, and since when.
	NumSince, NumNobody, NumLoading, NumNone, NumOthers, NumHint                           string
	NumCustomersOne, NumCustomersMany, NumVisitsOne, NumVisitsMany, NumFirstAnswer, NumSum string

	// The tables.
	NumQuestion, NumAsked, NumAnswered, NumSkipped, NumGaveUp, NumLeft, NumWaiting, NumMedian string
	NumGroup, NumEntered, NumEnded, NumGoal, NumConversion, NumRevenue, NumGoalOf             string
	NumTableOf, NumUnanswered, NumMapStep, NumMapFlow                                         string
}

func englishNumbers() NumbersTexts {
	return NumbersTexts{
		NumTitle: "Numbers", NumPeriod: "Period", NumAllTime: "All that is kept", NumDays7: "Last 7 days", NumDays30: "Last 30 days", NumDays90: "Last 90 days",
		NumBy: "Divide by", NumUndivided: "not divided", NumLanguage: "language", NumSource: "source", NumDay: "day", NumWeek: "week", NumMonth: "month", NumSplits: "Experiments",
		NumOnMap: "On the map", NumMapOff: "no numbers", NumMapAll: "all customers", NumCSV: "CSV",

		NumSince: "{from} to {to}, of {n} turns that the store keeps", NumNobody: "Nobody came in this time.", NumLoading: "Counting …", NumNone: "none", NumOthers: "others",
		NumHint:         "A customer has left who ends the flow at a question, begins it anew, or says nothing for a day. Revenue is what was paid in a flow, or in one that it led to.",
		NumCustomersOne: "1 customer", NumCustomersMany: "{n} customers", NumVisitsOne: "1 visit", NumVisitsMany: "{n} visits",
		NumFirstAnswer: "first answer after {time} (nine of ten: {most})", NumSum: "{sum} paid",

		NumQuestion: "Question", NumAsked: "Asked", NumAnswered: "Answered", NumSkipped: "Skipped", NumGaveUp: "Gave up", NumLeft: "Left", NumWaiting: "Waiting", NumMedian: "Median",
		NumGroup: "Group", NumEntered: "Entered", NumEnded: "Ended", NumGoal: "Goal", NumConversion: "Share", NumRevenue: "Revenue", NumGoalOf: "Goal {name}: {n}",
		NumTableOf: "Numbers of {name}", NumUnanswered: "Asked in vain", NumMapStep: "{answered}/{asked} · {left} left · {time}", NumMapFlow: "{entered} in · {goal} at the goal",
	}
}

// NumWords are those of the words that the page's scripts use, by the names
// they know them by.
func (t NumbersTexts) NumWords() map[string]string {
	return map[string]string{
		"since": t.NumSince, "nobody": t.NumNobody, "none": t.NumNone, "others": t.NumOthers, "customers-one": t.NumCustomersOne, "customers-many": t.NumCustomersMany,
		"visits-one": t.NumVisitsOne, "visits-many": t.NumVisitsMany, "first-answer": t.NumFirstAnswer, "sum": t.NumSum, "question": t.NumQuestion, "asked": t.NumAsked,
		"answered": t.NumAnswered, "skipped": t.NumSkipped, "gave-up": t.NumGaveUp, "left": t.NumLeft, "waiting": t.NumWaiting, "median": t.NumMedian, "group": t.NumGroup,
		"entered": t.NumEntered, "ended": t.NumEnded, "goal": t.NumGoal, "conversion": t.NumConversion, "revenue": t.NumRevenue, "goal-of": t.NumGoalOf,
		"table-of": t.NumTableOf, "map-step": t.NumMapStep, "map-flow": t.NumMapFlow,
	}
}
