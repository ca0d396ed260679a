package explain

// namePages are about names: of flows, steps, fields and all else that is known by one.
func namePages() []Page {
	const nowhere = "What it leads to is not there: customers would come to a stop."
	return []Page{
		{
			Code: "bad-id",
			What: "A name is made of a-z, 0-9 and `_`.",
			Why:  "Names stand in conditions, links and reports for years; blanks, capitals and accents would break them there.",
			Mend: "Write the name that the help shows; what customers read stands in `text` or `label`.",
		},
		{
			Code: "duplicate-command",
			What: "Two flows have the same command.",
			Why:  "Customers who type it come to one of them, and nobody can say to which.",
			Mend: "Give one of them another command.",
		},
		{
			Code: "duplicate-id",
			What: "Two things that are known by their names have the same one.",
			Why:  "Who stands at the one could be sent on to the other when the bot is published anew.",
			Mend: "Give one of them an `id:` of its own.",
		},
		{
			Code: "duplicate-language",
			What: "A language is listed twice.",
			Why:  "Customers would be offered it twice.",
			Mend: "Take one of them out.",
		},
		{
			Code: "duplicate-link",
			What: "Two flows are started by the same link.",
			Why:  "Whoever follows the link comes to one of them only.",
			Mend: "Give one of them another link.",
		},
		{
			Code: "duplicate-words",
			What: "Two flows or entries of the FAQ are started by the same words, or two options are called by them.",
			Why:  "Customers who type them get an answer that may be the wrong one.",
			Mend: "Keep the words where they fit best.",
		},
		{
			Code: "near-phrase",
			What: "A phrase of one's own is called nearly as one that the bot says of itself.",
			Why:  "A rewording under a misspelt name is never said: customers go on reading the built-in words.",
			Mend: "Write the name of the built-in phrase, or one of another kind.",
		},
		{
			Code: "options-in-a-circle",
			What: "Fields take their options from each other.",
			Why:  "There is nothing to choose from.",
			Mend: "Write the options out at one of the fields.",
		},
		{
			Code: "reserved-name",
			What: "A name has a meaning of its own and cannot be used here.",
			Why:  "`go: end` would either end the flow or go to your step, and nobody could say which.",
			Mend: "Choose another name.",
		},
		{
			Code: "unknown-arm",
			What: "The split has no such arm.",
			Why:  "The condition never holds.",
			Mend: "Write the name of one of its `arms`.",
		},
		{
			Code: "unknown-event",
			What: "A talk expects an event that never happens under that name.",
			Why:  "What is expected could never come true, and what must not happen would never be noticed.",
			Mend: "Write the name of one of the events, as `reached`, `gave_up` or `chose coffee.crema`.",
		},
		{
			Code: "unknown-call",
			What: "There is no call of that name in `bot.yaml`.",
			Why:  "Nothing would be asked, and customers would wait for an answer.",
			Mend: "Write its name as under `calls`, or declare it there.",
		},
		{
			Code: "unknown-column",
			What: "The items have no such column.",
			Why:  "The condition or the text would always find nothing.",
			Mend: "Write a column of the catalog, or declare it under `columns`.",
		},
		{
			Code: "unknown-command",
			What: "There is no such command.",
			Why:  "Customers would press a button that does nothing.",
			Mend: "Write a command of a flow (`start: {command: ...}`) or one of the built-in ones.",
		},
		{
			Code: "unknown-faq",
			What: "There is no such entry in `faq.yaml`.",
			Why:  nowhere,
			Mend: "Write the id of an entry.",
		},
		{
			Code: "unknown-field",
			What: "There is no such field.",
			Why:  "The answer would be kept nowhere.",
			Mend: "Write the name of a field of this flow or of bot.yaml, or declare it under `fields`.",
		},
		{
			Code: "unknown-flow",
			What: "There is no such flow.",
			Why:  nowhere,
			Mend: "Write the name behind `flow:` of one of the files in flows/.",
		},
		{
			Code: "unknown-flow-kind",
			What: "There is no such kind of flow.",
			Why:  "The kind says what the flow is for, and by that what `check` holds it to.",
			Mend: "Write information, passive_advice, interactive_advice, purchase or service.",
		},
		{
			Code: "unknown-function",
			What: "There is no such function.",
			Why:  "The value could not be worked out.",
			Mend: "Write a function of docs/reference/expressions.md.",
		},
		{
			Code: "unknown-goal",
			What: "No flow reaches a goal of that name.",
			Why:  "It would never be counted.",
			Mend: "Write `- goal: name` as the step that reaches it.",
		},
		{
			Code: "unknown-hours",
			What: "There are no opening times of that name in `bot.yaml`.",
			Why:  "The shop would seem to be closed for ever.",
			Mend: "Write a name of `hours`, or declare it there.",
		},
		{
			Code: "unknown-item",
			What: "No catalog has an item of that id.",
			Why:  "It could be neither shown nor sold.",
			Mend: "Write an id of a catalog.",
		},
		{
			Code: "unknown-language",
			What: "The bot does not speak this language.",
			Why:  "The text would never be said.",
			Mend: "List the language under `languages`, or write one of those.",
		},
		{
			Code: "unknown-name",
			What: "An expression uses a name that is not known here.",
			Why:  "A misspelt name would be unknown for every customer, so the condition would never hold.",
			Mend: "Write a field of this flow, of bot.yaml or a given name; another flow's fields come by `with` and `take`.",
		},
		{
			Code: "unknown-payment",
			What: "There is no payment of that name in `bot.yaml`.",
			Why:  "Customers could not pay that way.",
			Mend: "Write a name of `payments`, or declare it there.",
		},
		{
			Code: "unknown-purpose",
			What: "There is no such purpose under `privacy`.",
			Why:  "Nobody could tell customers what the answer is kept for.",
			Mend: "Write a name of `privacy: purposes`, or declare it there.",
		},
		{
			Code: "unknown-source",
			What: "There is no such source of items.",
			Why:  "There would be nothing to show.",
			Mend: "Write catalog.<name>, orders, bookings, cart.items, faq or a field of type list.",
		},
		{
			Code: "unknown-split",
			What: "Nothing is split under that name.",
			Why:  "The condition never holds.",
			Mend: "Write the name behind `split:`.",
		},
		{
			Code: "unknown-step",
			What: "The flow has no such step.",
			Why:  nowhere,
			Mend: "Write the name of a step of this flow, `next`, `end` or `{flow: name}`.",
		},
		{
			Code: "unknown-tax",
			What: "There is no rate of tax of that name in `bot.yaml`.",
			Why:  "The invoice could not be made out.",
			Mend: "Write a name of `shop: tax: rates`.",
		},
		{
			Code: "unknown-type",
			What: "There is no such type.",
			Why:  "No answer could be held against it.",
			Mend: "Write a type of the reference, as text, number, one_of.",
		},
		{
			Code: "was-in-use",
			What: "Something is said to have had a name before that something else has now.",
			Why:  "Who stands at the old name cannot be sent on: it means the other one.",
			Mend: "Leave `was` out, or give the other one another name.",
		},
		{
			Code: "was-itself",
			What: "The former name is the name of now.",
			Why:  "Nobody is sent on by it; another name was meant.",
			Mend: "Write the name that it had before, or leave `was` out.",
		},
		{
			Code: "was-twice",
			What: "Two flows, steps, fields, options or items have had the same name before.",
			Why:  "Who stands at the old name could be sent on to either.",
			Mend: "Keep `was` at the one that customers shall go on with.",
		},
	}
}
