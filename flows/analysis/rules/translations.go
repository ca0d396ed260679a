package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

type translationsKey struct{}

// translations are the texts of the files of the other languages, each once.
func translations(v *analysis.View) []flows.Said {
	return v.Once(translationsKey{}, func() any {
		var all []flows.Said
		seen := map[string]bool{}
		for _, said := range v.Set.Said() {
			if strings.HasPrefix(said.Ref.Path, "texts.") && !seen[said.Ref.Path] {
				seen[said.Ref.Path] = true
				all = append(all, said)
			}
		}
		return all
	}).([]flows.Said)
}
