package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// forTranslations calls see with each text of the files of the other languages, once.
func forTranslations(v *analysis.View, see func(said flows.Said)) {
	seen := map[flows.Ref]bool{}
	for _, said := range v.Set.Said() {
		if strings.HasPrefix(said.Ref.Path, "texts.") && !seen[said.Ref] {
			seen[said.Ref] = true
			see(said)
		}
	}
}
