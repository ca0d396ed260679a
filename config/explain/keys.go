package explain

// keyPages are about keys, and about keys that fit nothing.
func keyPages() []Page {
	const inVain = "It does nothing where it stands, while whoever wrote it relies on it."
	return []Page{
		{
			Code: "bound-unused",
			What: "A type that has no `min` or `max` has one.",
			Why:  inVain + " Answers out of bounds are taken.",
			Mend: "Take it out, or choose a type with bounds: number, integer, money, text, date, time.",
		},
		{
			Code: "key-unused",
			What: "A key belongs to another form of the step than the one that is written.",
			Why:  inVain,
			Mend: "Take it out, or write the form of the step that it belongs to.",
		},
		{
			Code: "label-unused",
			What: "`label` is said of the items of a source, and there is none.",
			Why:  inVain,
			Mend: "Write `from:` too, or take `label` out.",
		},
		{
			Code: "line-unused",
			What: "`line` is said for each item of a source, and there is none.",
			Why:  "The lines are never said.",
			Mend: "Write `from:` too, or take `line` out.",
		},
		{
			Code: "missing-key",
			What: "A key that is needed is not written.",
			Why:  "Without it the step cannot do what it is for.",
			Mend: "Write the key as the help shows.",
		},
		{
			Code: "of-unused",
			What: "Only a list and an item are `of` something.",
			Why:  inVain,
			Mend: "Take `of` out, or write `type: list` or `type: item`.",
		},
		{
			Code: "options-unused",
			What: "A type that has no options has some.",
			Why:  "Customers would not be offered them.",
			Mend: "Write `type: one_of` or `type: many_of`, or take the options out.",
		},
		{
			Code: "pattern-unused",
			What: "Only a text has a `pattern`.",
			Why:  "Answers that do not fit it are taken.",
			Mend: "Take it out, or write `type: text`.",
		},
		{
			Code: "scale-unused",
			What: "Only a rating has a `scale`.",
			Why:  inVain,
			Mend: "Take it out, or write `type: rating`.",
		},
		{
			Code: "steps-misplaced",
			What: "Steps stand where only a name can stand.",
			Why:  "bot.yaml and faq.yaml have no steps: these would never be taken.",
			Mend: "Write the steps into a flow, and its name here.",
		},
		{
			Code: "text-unused",
			What: "Items side by side are a table and have no `text`.",
			Why:  "The text is never said.",
			Mend: "Take `text` or `compare` out.",
		},
		{
			Code: "two-places",
			What: "The items of a catalog stand in two files.",
			Why:  "Which price counts would depend on the order in which files are read.",
			Mend: "Keep them in catalog.yaml or in catalog/<name>.csv.",
		},
		{
			Code: "two-ways",
			What: "Two keys are written of which one is meant.",
			Why:  "The talk can go one way only, and the other is never taken.",
			Mend: "Keep the one that is meant.",
		},
		{
			Code: "unknown-key",
			What: "A key is not known here.",
			Why:  "A misspelt key does nothing in silence: the check is not made, the reminder is not sent.",
			Mend: "Write the key that the help names; docs/reference lists the keys of every place.",
		},
		{
			Code: "unknown-kind",
			What: "A step has no kind, two of them, or one that is not there.",
			Why:  "Nobody can tell what is to happen there.",
			Mend: "Begin the step with the key of its kind, as `- say:` or `- ask:`.",
		},
		{
			Code: "way-misplaced",
			What: "An option leads somewhere where options cannot.",
			Why:  "Who chooses it stays where they are.",
			Mend: "Write the options at the `ask` or `menu`, with where they lead.",
		},
		{
			Code: "with-unused",
			What: "`with` stands where nothing is given anything.",
			Why:  "The values never arrive.",
			Mend: "Write `flow:` or `jump:` beside it, or take it out.",
		},
	}
}
