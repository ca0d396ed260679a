package rules

import (
	"strings"
	"unicode"

	"repartee/flows/analysis"
)

func sameTranslation() Rule {
	return Rule{
		Code: "same-translation",
		What: "A translation is the same as its source, although it is a sentence.",
		Why:  "Customers of that language read a sentence in another one in the middle of the talk. It was probably copied to be translated later.",
		Mend: "Translate it. Names and addresses are not meant: they are the same in every language.",
		Example: `
  languages: [en, de]
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - say: The water is hot and the cups are warm.
  --- # texts/de.yaml
< - {at: part.say, en: The water is hot and the cups are warm., de: The water is hot and the cups are warm.}
> - {at: part.say, en: The water is hot and the cups are warm., de: Das Wasser ist heiß und die Tassen sind warm.}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, said := range translations(v) {
				if said.Text == said.Source && isSentence(said.Text) {
					r.Found(said.Ref, "translate it", "this is the same in %s as in %s", said.Language, v.Set.Languages[0])
				}
			}
		},
	}
}

// isSentence tells of a text with several words that are no names, beside what is filled in.
func isSentence(text string) bool {
	const several = 4
	n := 0
	for _, word := range strings.Fields(plainWords(text)) {
		if unicode.IsLower([]rune(word)[0]) {
			n++
		}
	}
	return n >= several
}

// plainWords is a text without its {{ }} and its links.
func plainWords(text string) string {
	var out strings.Builder
	for rest := text; ; {
		before, after, found := strings.Cut(rest, "{{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		_, rest, _ = strings.Cut(after, "}}")
	}
}
