package explain

// Function says what a function of expressions gives; "" where there is none of that name.
func Function(name string) string {
	switch name {
	case "known":
		return "Whether it is known."
	case "fresh":
		return "Whether a field is known and not older than its `fresh_for`."
	case "is_open":
		return "Whether these hours of `bot.yaml` are open now."
	case "next_open":
		return "When they open next; now, if they are open."
	case "count":
		return "How many there are; 0 of an unknown list."
	case "sum":
		return "The sum of numbers or amounts."
	case "first":
		return "The first of a list."
	case "last":
		return "The last of a list."
	case "join":
		return "The list as a text: \"a, b and c\", in the customer's language."
	case "min":
		return "The least."
	case "max":
		return "The most."
	case "round":
		return "Rounded to whole ones, or to so many decimals; halves away from zero."
	case "money":
		return "An amount in the bot's currency."
	case "number":
		return "The number of an amount or a text."
	case "length":
		return "How many characters a text has."
	case "lower":
		return "The text in small letters; of an option its label."
	case "upper":
		return "The text in capitals; of an option its label."
	case "plural":
		return "The form that the number needs in the language; write as many forms as the language has."
	case "date":
		return "A day: of a moment, or of a text in the form that is the same in all languages."
	case "time":
		return "A time of the day: of a moment, or of a text."
	case "hour":
		return "The hour, 0 to 23."
	case "weekday":
		return "The day of the week: 'mon' to 'sun'."
	case "years_since":
		return "How many whole years ago it was: of a birthday the age."
	}
	return ""
}
