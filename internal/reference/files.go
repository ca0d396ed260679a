package reference

import (
	"reflect"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// file writes a page with the keys of one kind of file and an example.
func (w *writer) file(title, intro, example string, t reflect.Type) error {
	w.title(title, intro)
	if err := w.keys(t); err != nil {
		return err
	}
	return w.example(example)
}

func (w *writer) example(name string) error {
	text, err := exampleFile(name)
	if err != nil {
		return err
	}
	w.heading(2, "Example")
	w.block("yaml title=\""+name+"\"", text)
	return nil
}

func botPage(w *writer) error {
	return w.file("bot.yaml", "Who speaks, what is remembered, and all that flows share. The first five keys are needed.", "bot.yaml", reflect.TypeFor[flows.Bot]())
}

func flowPage(w *writer) error {
	kinds := "The kinds of flow, for `kind`: " + strings.Join(flows.FlowKinds(), ", ") + "."
	return w.file("flows/*.yaml", "One flow a file: a dialogue from its first step to its end. "+kinds, "flows/advice.yaml", reflect.TypeFor[flows.Flow]())
}

func faqPage(w *writer) error {
	return w.file("faq.yaml", "Plain questions and answers: a list, each entry with these keys.", "faq.yaml", reflect.TypeFor[flows.FAQ]())
}

func catalogPage(w *writer) error {
	w.title("catalog.yaml", "What is shown and recommended: goods, services, people. A map of catalogs by name. The items stand under `items`, or in `catalog/<name>.csv`, whose first row names the columns; in a cell `|` or `;` separates the values of a list.")
	if err := w.keys(reflect.TypeFor[flows.Catalog]()); err != nil {
		return err
	}
	w.heading(2, "Given columns")
	w.paragraph("Every catalog may have these without declaring them. Each item needs an `id`.")
	var rows [][]string
	for _, column := range shop.GivenColumns() {
		rows = append(rows, []string{code(column.Name), column.Type.Base.String(), columnDocs[column.Name]})
	}
	w.table([]string{"column", "type", "meaning"}, rows)
	return w.example("catalog.yaml")
}

// columnDocs say what the given columns are for.
var columnDocs = map[string]string{
	"id":       "The name of the item, made of a-z, 0-9 and `_`.",
	"was":      "The id that it had before: carts, answers, appointments, stock and buttons of then are its own.",
	"name":     "What customers call it.",
	"text":     "What is said of it on a card.",
	"price":    "What it costs, in the bot's currency; of digital goods in Telegram Stars, as `250 XTR`.",
	"photo":    "Its picture, as `media/crema.jpg`.",
	"stock":    "How many there are, for all customers together; without it any number. What was sold counts until another number is written here.",
	"variants": "Sizes, colours and so on: `{id, name, price, stock}` each. In a table: columns `variants.small.price` and so on.",
	"tax":      "The name of its rate, of `shop` in `bot.yaml`; without it `default`.",
	"weight":   "Its weight in kilograms.",
	"digital":  "Whether nothing has to be shipped. Such goods are paid in Telegram Stars.",
	"file":     "Of digital goods: the file that the buyer gets, as `media/course.pdf`.",
	"link":     "Of digital goods: the page that the buyer gets, with https.",
	"code":     "Of digital goods: whether each buyer gets a code of his own.",
	"hours":    "Of what can be booked: the name of its opening times.",
	"length":   "Of what can be booked: how long it takes.",
	"capacity": "Of what can be booked: how many at once.",
	"buffer":   "Of what can be booked: the pause behind it.",
}

func textsPage(w *writer) error {
	w.title("texts/&lt;language&gt;.yaml", "Translations: a list of entries, one file for each language but the first. `repartee texts` writes missing entries.")
	w.table([]string{"key", "value", "meaning"}, [][]string{
		{"**`at`** (needed)", "a place", "Where the text stands; see below."},
		{"the first language, as `en`", "a text", "The text to the letter. Not for lists of words."},
		{"the file's language, as `de`", "a text, or a list", "Its translation; of `words`, `ask` and `synonyms` the list that customers of this language use."},
		{"`now`", "a text", "Written by `repartee texts` where the text in the first language has changed since. Until it is taken out, it is a finding."},
	})
	w.heading(2, "Places")
	w.table([]string{"`at`", "what stands there"}, [][]string{
		{"`flow.step`", "every text and label of a step, by the name that the step is known by; of a `say` without an `id`: `flow.say`"},
		{"`flow.title`", "a flow's title"},
		{"`flow.words`", "what customers write to start it: a list"},
		{"`flow.defaults`, `defaults`", "texts under `defaults` of a flow, and of `bot.yaml`"},
		{"`field`, `flow.field`", "the label of a field of `bot.yaml`, and of a flow"},
		{"`field.option`, `flow.field.option`", "the label of an option; as a list, its synonyms"},
		{"`phrases.name`, `purposes.name`", "phrases and purposes of `bot.yaml`"},
		{"`faq.entry`", "an answer of the FAQ"},
		{"`faq.entry.ask`", "how customers ask: a list"},
		{"`catalog.name.item`", "the texts of an item"},
		{"`catalog.name.column`, `catalog.name.column.option`", "the label of a column, and of its options"},
	})
	return w.example("texts/de.yaml")
}

func talksPage(w *writer) error {
	return w.file("talks/*.yaml", "A conversation that must go as written. The parts are in [forms.md](forms.md#given).", "talks/advice.yaml", reflect.TypeFor[talk.Talk]())
}
