package config

import "repartee/flows/shop"

// hoursSchema is the week of one name under `hours`.
func hoursSchema() schema {
	oneOrMore := oneOfForms(scalar(), arrayOf(scalar()))
	const day = "(mon|tue|wed|thu|fri|sat|sun)"
	const days = day + "(-" + day + ")?"
	return schema{
		"type": "object",
		"properties": schema{
			"holidays": described(schema{"enum": shop.Regions()}, "The country, or the part of it, whose public holidays are closed."),
			"closed":   described(oneOrMore, "Days that are closed: 2026-12-24, 12-31 for each year, 2026-08-03..2026-08-16."),
		},
		"patternProperties":    schema{"^" + days + "( *, *" + days + ")*$": described(oneOrMore, "The hours of these days: 08:00-18:30, several with commas, 24h, or closed.")},
		"additionalProperties": false,
	}
}

// itemSchema is one item of a catalog. Columns beside the given ones are for the catalog to declare.
func itemSchema() schema {
	keys := schema{}
	for _, column := range shop.GivenColumns() {
		keys[column.Name] = scalar()
	}
	keys["id"] = patterned(idPattern)
	variant := closed([]string{}, schema{"name": scalar(), "price": scalar(), "stock": scalar(), "weight": scalar()})
	keys["variants"] = oneOfForms(scalar(), arrayOf(patterned(idPattern)), mapOf(oneOfForms(scalar(), variant)))
	return schema{"type": "object", "required": []string{"id"}, "properties": keys, "additionalProperties": oneOfForms(scalar(), arrayOf(scalar()), schema{"type": "null"})}
}

// translationSchema is one entry of a file of translations: its place, and the text in two languages.
func translationSchema() schema {
	texts := oneOfForms(scalar(), arrayOf(scalar()), schema{"type": "null"})
	return schema{
		"type":     "object",
		"required": []string{"at"},
		"properties": schema{
			"at":  described(scalar(), "The place of the text: flow.step, flow.title, field.option, faq.id, phrases.id and the like."),
			"now": described(scalar(), "What the text has become since it was translated."),
		},
		"patternProperties":    schema{"^[a-z]{2}$": described(texts, "The text in this language, or the words that customers say in it.")},
		"additionalProperties": false,
	}
}
