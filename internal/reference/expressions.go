package reference

import (
	"fmt"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// expressionsPage lists operators, functions and given names.
func expressionsPage(w *writer) error {
	w.title("Expressions", "In conditions, in `set`, in `with`, and between `{{` and `}}`. They are typed and checked before a customer comes, have no loops and change nothing.")
	w.heading(2, "Operators")
	w.paragraph("From the loosest to the tightest.")
	w.table([]string{"operator", "meaning"}, [][]string{
		{"`a ? b : c`", "b if a holds, else c"},
		{"`or`", "one of them holds"},
		{"`and`", "both hold"},
		{"`not`", "it does not hold"},
		{"`==` `!=` `<` `<=` `>` `>=`", "compared; options by their ids, in quotes: `brew == 'filter'`"},
		{"`in`", "is in a list: `'vip' in tags`"},
		{"`a ?? b`", "a, and where it is unknown b"},
		{"`+` `-`", "also with a duration: `today + 3d`"},
		{"`*` `/`", "times and divided by"},
		{"`[1, 2]` `( )`", "a list; what is worked out first"},
	})
	w.paragraph("What is unknown is false as a condition and beside `==`, `<`, `in`; true beside `!=`. Reckoning with it is unknown, and it prints as nothing.")
	w.heading(2, "Functions")
	var rows [][]string
	for _, f := range expr.Functions() {
		doc, ok := functionDocs[f.Name]
		if !ok {
			return fmt.Errorf("the function %s has no line in functionDocs", f.Name)
		}
		rows = append(rows, []string{code(f.Name), code(f.Usage), doc})
	}
	w.table([]string{"function", "written", "gives"}, rows)
	w.heading(2, "Types")
	rows = nil
	for _, base := range value.BaseNames() {
		if base == value.TypeBooking.String() {
			continue // nothing books yet
		}
		doc, ok := typeDocs[base]
		if !ok {
			return fmt.Errorf("the type %s has no line in typeDocs", base)
		}
		rows = append(rows, []string{code(base), doc})
	}
	w.table([]string{"type", "what it is"}, rows)
	w.heading(2, "Given names")
	w.paragraph("These are known without being declared, and cannot name a field.")
	rows = nil
	for _, name := range givenNames() {
		rows = append(rows, []string{code(name.name), name.typ, name.where, name.doc})
	}
	w.table([]string{"name", "type", "where", "meaning"}, rows)
	return nil
}

// functionDocs say what each function gives.
var functionDocs = map[string]string{
	"known":       "Whether it is known.",
	"fresh":       "Whether a field is known and not older than its `fresh_for`.",
	"is_open":     "Whether these hours of `bot.yaml` are open now.",
	"next_open":   "When they open next; now, if they are open.",
	"count":       "How many there are; 0 of an unknown list.",
	"sum":         "The sum of numbers or amounts.",
	"first":       "The first of a list.",
	"last":        "The last of a list.",
	"join":        "The list as a text: \"a, b and c\", in the customer's language.",
	"min":         "The least.",
	"max":         "The most.",
	"round":       "Rounded to whole ones, or to so many decimals; halves away from zero.",
	"money":       "An amount in the bot's currency.",
	"number":      "The number of an amount or a text.",
	"length":      "How many characters a text has.",
	"lower":       "The text in small letters; of an option its label.",
	"upper":       "The text in capitals; of an option its label.",
	"plural":      "The form that the number needs in the language; write as many forms as the language has.",
	"date":        "A day: of a moment, or of a text in the form that is the same in all languages.",
	"time":        "A time of the day: of a moment, or of a text.",
	"hour":        "The hour, 0 to 23.",
	"weekday":     "The day of the week: 'mon' to 'sun'.",
	"years_since": "How many whole years ago it was: of a birthday the age.",
}

// typeDocs say what the types of fields are.
var typeDocs = map[string]string{
	"text":      "Words. `pattern` holds for all of it, `min` and `max` for its length.",
	"number":    "A number, with decimals.",
	"integer":   "A whole number.",
	"money":     "An amount with its currency; a bare number is in the bot's.",
	"yes_no":    "Yes or no.",
	"one_of":    "One of the `options`.",
	"many_of":   "Several of the `options`; `min` and `max` say how many.",
	"date":      "A day, typed in words or chosen from a calendar.",
	"time":      "A time of the day.",
	"date_time": "A day with a time.",
	"email":     "An e-mail address.",
	"phone":     "A telephone number: the customer's own by a button, or typed. Kept as +49...",
	"location":  "A place: `.latitude` and `.longitude`.",
	"photo":     "A photo that the customer sends.",
	"voice":     "A voice message that the customer sends.",
	"file":      "A file that the customer sends.",
	"rating":    "A number on a `scale`: stars (1 to 5), points (0 to 10) or thumbs (0, 1).",
	"consent":   "A yes or no that is kept with its time and the question's wording.",
	"item":      "An item of a catalog, with its columns as `chosen.price`. Kept by its id and read as the catalog is today.",
	"order":     "An order: `.number`, `.date`, `.items`, `.total`, `.state`.",
	"list":      "A list; `of` says what its entries are.",
}
