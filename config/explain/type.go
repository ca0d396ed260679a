package explain

// Type says what a type of fields is; "" where there is none of that name.
func Type(name string) string {
	switch name {
	case "text":
		return "Words. `pattern` holds for all of it, `min` and `max` for its length."
	case "number":
		return "A number, with decimals."
	case "integer":
		return "A whole number."
	case "money":
		return "An amount with its currency; a bare number is in the bot's."
	case "yes_no":
		return "Yes or no."
	case "one_of":
		return "One of the `options`."
	case "many_of":
		return "Several of the `options`; `min` and `max` say how many."
	case "date":
		return "A day, typed in words or chosen from a calendar."
	case "time":
		return "A time of the day."
	case "date_time":
		return "A day with a time."
	case "email":
		return "An e-mail address."
	case "phone":
		return "A telephone number: the customer's own by a button, or typed. Kept as +49..."
	case "location":
		return "A place: `.latitude` and `.longitude`."
	case "photo":
		return "A photo that the customer sends."
	case "voice":
		return "A voice message that the customer sends."
	case "file":
		return "A file that the customer sends."
	case "rating":
		return "A number on a `scale`: stars (1 to 5), points (0 to 10) or thumbs (0, 1)."
	case "consent":
		return "A yes or no that is kept with its time and the question's wording."
	case "item":
		return "An item of a catalog, with its columns as `chosen.price`. Kept by its id and read as the catalog is today."
	case "order":
		return "An order: `.number`, `.date`, `.items`, `.total`, `.state`."
	case "list":
		return "A list; `of` says what its entries are."
	}
	return ""
}
