package explain

// typePages are about values, types and conditions.
func typePages() []Page {
	return []Page{
		{
			Code: "bad-cell",
			What: "A value in a catalog does not fit the type of its column.",
			Why:  "The item could not be found by it, nor recommended.",
			Mend: "Write it as the help shows.",
		},
		{
			Code: "bad-clock",
			What: "The time of a talk is written as `2026-03-02T09:00`.",
			Why:  "The talk could not be played at that time.",
			Mend: "Write date and time so.",
		},
		{
			Code: "bad-compare",
			What: "Only 2 or 3 items can be shown side by side.",
			Why:  "More do not fit on a telephone.",
			Mend: "Write `compare: 2` or `compare: 3`.",
		},
		{
			Code: "bad-duration",
			What: "A duration is not written like `30s`, `5m`, `20h`, `3d`, `2w`, `6mo`, `2y`.",
			Why:  "The reminder would never come, or at once.",
			Mend: "Write a number and one of these letters.",
		},
		{
			Code: "bad-hours",
			What: "Opening times, a day, a holiday region or quiet hours are not written as they should be.",
			Why:  "Customers would be told that you are open when you are not.",
			Mend: "Write them as `mon-fri: 08:00-18:30`, `holidays: DE-BE`, `quiet: 21:00-08:00`.",
		},
		{
			Code: "bad-language",
			What: "A language is not written with its two small letters.",
			Why:  "Telegram tells us the customers' languages that way; no customer would get it.",
			Mend: "Write en, de, fr.",
		},
		{
			Code: "bad-link",
			What: "A deep link's payload cannot be written like this, or the link of a digital item is no address.",
			Why:  "Telegram would not pass it on, so whoever follows the link lands at the start.",
			Mend: "In a deep link use letters, digits, `_` and `-`, at most 64, and one `*` for what varies; at an item write the whole address, with https://.",
		},
		{
			Code: "bad-location",
			What: "A place is not written as latitude and longitude.",
			Why:  "Customers would be sent to another place.",
			Mend: "Write `52.5405, 13.4126`.",
		},
		{
			Code: "bad-pattern",
			What: "The regular expression of a `pattern` cannot be read.",
			Why:  "No answer could be held against it.",
			Mend: "Mend the expression; its syntax is that of RE2.",
		},
		{
			Code: "bad-time-zone",
			What: "There is no such time zone.",
			Why:  "Reminders would come in the middle of the night.",
			Mend: "Write a continent and a city, as `Europe/Berlin`.",
		},
		{
			Code: "bad-wait",
			What: "A `wait` is for exactly one of a time, a date and an event; `at_most` belongs to an event.",
			Why:  "Nobody could say when the talk goes on.",
			Mend: "Keep one of them.",
		},
		{
			Code: "bad-weight",
			What: "The weights of a `split` are less than 0, all 0, or do not come to 100.",
			Why:  "The arms get other shares than the report will be read for.",
			Mend: "Let the weights come to 100.",
		},
		{
			Code: "compare-unknown",
			What: "Something is compared with `unknown`.",
			Why:  "Nothing is equal to what is not known, so it never holds.",
			Mend: "Write `known(x)` or `not known(x)`.",
		},
		{
			Code: "empty-range",
			What: "`max` is less than `min`.",
			Why:  "No answer would be right: customers would be asked again and again.",
			Mend: "Exchange the two.",
		},
		{
			Code: "missing-options",
			What: "A question or a field has nothing to choose from.",
			Why:  "Customers see a question without buttons, and no answer is right.",
			Mend: "Write `options:` or `from:`.",
		},
		{
			Code: "not-a-condition",
			What: "A condition is expected, and this gives another value.",
			Why:  "It could not be said whether it holds.",
			Mend: "Compare it with something, or write `known(x)`.",
		},
		{
			Code: "not-an-option",
			What: "A text is compared with something that is no option of the field.",
			Why:  "It never holds, so what stands behind it is never said.",
			Mend: "Write the id of an option, not its label.",
		},
		{
			Code: "syntax",
			What: "An expression cannot be read.",
			Why:  "Nothing could be worked out.",
			Mend: "Mend it at the place that is underlined.",
		},
		{
			Code: "too-deep",
			What: "An expression nests too deep.",
			Why:  "Nobody could check it by reading.",
			Mend: "Work parts of it out with `set` first.",
		},
		{
			Code: "too-long",
			What: "An expression is too long.",
			Why:  "Nobody could check it by reading.",
			Mend: "Work parts of it out with `set` first.",
		},
		{
			Code: "type-mismatch",
			What: "A value does not fit the type that is expected.",
			Why:  "The comparison would never hold, or the sum would be unknown.",
			Mend: "Compare like with like: options by their ids in quotes, money with money, dates with dates.",
		},
		{
			Code: "wrong-arguments",
			What: "A function is not written like this.",
			Why:  "The value could not be worked out.",
			Mend: "Write it as the help shows.",
		},
	}
}
