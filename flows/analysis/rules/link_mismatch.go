package rules

import (
	"net/url"
	"slices"
	"strings"

	"repartee/flows/analysis"
)

func linkMismatch() Rule {
	return Rule{
		Code: "link-mismatch",
		What: "A link leads to another page in a translation, and the address does not show that it is the page of that language.",
		Why:  "The page was most likely changed in one language only: the others are led to an old one.",
		Mend: "Write the same address; or one that names the language, as https://example.com/de/....",
		Example: pageInGerman + `
< - {at: part.say, en: "All is told [on our page](https://small.example/brewing).", de: "Alles steht [auf unserer Seite](https://small.example/old)."}
> - {at: part.say, en: "All is told [on our page](https://small.example/brewing).", de: "Alles steht [auf unserer Seite](https://small.example/de/brewing)."}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, said := range translations(v) {
				here, there := linksOf(said.Source), linksOf(said.Text)
				if len(here) != len(there) {
					continue // markup-mismatch says so
				}
				other := func(link string) bool { return !slices.Contains(here, link) && !isOfLanguage(link, said.Language) }
				if i := slices.IndexFunc(there, other); i >= 0 {
					r.Found(said.Ref, "write the same address, or one that names the language", "%s is not the page that the source leads to", there[i])
				}
			}
		},
	}
}

// linksOf are the addresses of a text's links. Values in them stay as they are written.
func linksOf(text string) []string {
	var links []string
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "](")
		if !found {
			return links
		}
		link, behind, _ := strings.Cut(after, ")")
		links = append(links, link)
		rest = behind
	}
}

// isOfLanguage tells whether an address names a language: in its host, its path or its query.
func isOfLanguage(link, language string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return true // it holds values; nothing can be told of it
	}
	parts := slices.Concat(strings.Split(u.Hostname(), "."), strings.FieldsFunc(u.Path, func(r rune) bool { return strings.ContainsRune("/-_.", r) }))
	for _, values := range u.Query() {
		parts = append(parts, values...)
	}
	return slices.ContainsFunc(parts, func(part string) bool { return strings.EqualFold(part, language) })
}
