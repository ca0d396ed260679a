package flows

import (
	"maps"
	"slices"
)

// BuiltinPhrase is one text that the bot says of itself where bot.yaml does not reword it.
type BuiltinPhrase struct {
	Name  string
	Texts map[string]string // by language; they must not be changed
	Names []string          // that it may use in {{ }} beside those of the customer
}

// BuiltinPhrases lists them by name, for references and tools.
func BuiltinPhrases() []BuiltinPhrase {
	var all []BuiltinPhrase
	for _, name := range slices.Sorted(maps.Keys(builtinPhrases)) {
		all = append(all, BuiltinPhrase{Name: name, Texts: builtinPhrases[name], Names: phraseNames[name]})
	}
	return all
}

// CommandWords gives the words that stand for a command in a language, beside the label of its button.
func CommandWords(language, command string) []string {
	return slices.Clone(builtinWords[language][command])
}

// FlowKinds are what a flow can be for: the values of `kind`.
func FlowKinds() []string { return slices.Clone(flowKinds) }
