package rules

import (
	"strings"

	"repartee/flows/analysis"
)

func markupMismatch() Rule {
	return Rule{
		Code: "markup-mismatch",
		What: "A translation has other links than its source, or loses what stands in bold.",
		Why:  "Who reads the other language has nothing to tap on, or misses what the text is about.",
		Mend: "Write the same `[label](url)` and `**` into the translation, with the words of the language.",
		Example: pageInGerman + `
< - {at: part.say, en: "All is told [on our page](https://small.example/brewing).", de: "Alles steht auf unserer Seite."}
> - {at: part.say, en: "All is told [on our page](https://small.example/brewing).", de: "Alles steht [auf unserer Seite](https://small.example/de)."}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, said := range translations(v) {
				source, text := plainWords(said.Source), plainWords(said.Text)
				switch here, there := strings.Count(source, "]("), strings.Count(text, "]("); {
				case here != there:
					r.Found(said.Ref, "write the same links, with words of the language", "the source has %d links, and the translation %d", here, there)
				case strings.Count(source, "**") > 1 && !strings.Contains(text, "**"):
					r.Found(said.Ref, "put `**` round the same words", "the source has something in bold, and the translation has not")
				}
			}
		},
	}
}
