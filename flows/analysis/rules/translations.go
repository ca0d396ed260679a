package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

type translationsKey struct{}

// translations are the texts of the files of the other languages, each once.
func translations(v *analysis.View) []*flows.Translation {
	return v.Once(translationsKey{}, func() any { return v.Set.Translated() }).([]*flows.Translation)
}
