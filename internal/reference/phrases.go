package reference

import (
	"strings"

	"repartee/flows"
)

// languages are those that the built-in phrases are there in.
var languages = []string{"en", "de", "fr"}

// phrasesPage lists what the bot says of itself, and the words for commands.
func phrasesPage(w *writer) error {
	w.title("Phrases", "What the bot says of itself. Any of them can be reworded under `phrases` of `bot.yaml`, and translated at `phrases.<name>`. In a language that is not here it is the English text.")
	head := []string{"phrase", "names"}
	var rows [][]string
	for _, phrase := range flows.BuiltinPhrases() {
		var names []string
		for _, name := range phrase.Names {
			names = append(names, code("{{ "+name+" }}"))
		}
		row := []string{code(phrase.Name), strings.Join(names, " ")}
		for _, language := range languages {
			row = append(row, phrase.Texts[language])
		}
		rows = append(rows, row)
	}
	w.table(append(head, languages...), rows)
	w.heading(2, "Words for commands")
	w.paragraph("What customers may type for a command, beside the label of its button.")
	rows = nil
	for _, command := range customerCommands() {
		row := []string{code(command.name)}
		for _, language := range languages {
			row = append(row, strings.Join(flows.CommandWords(language, command.name), ", "))
		}
		rows = append(rows, row)
	}
	w.table(append([]string{"command"}, languages...), rows)
	return nil
}
