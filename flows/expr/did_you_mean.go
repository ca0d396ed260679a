package expr

import (
	"fmt"
	"strings"
)

// didYouMean is the help for a name that is none, if one of those is near.
func didYouMean(name string, among []string) string {
	return DidYouMean(Nearest(name, among))
}

// DidYouMean is the sentence that asks an author whether a word was meant; "" for none. Meant knows the word again.
func DidYouMean(word string) string {
	if word == "" {
		return ""
	}
	return fmt.Sprintf("did you mean `%s`?", word)
}

// Meant is the word of the sentence that DidYouMean made; "" where the help says something else.
func Meant(help string) string {
	_, word, found := strings.Cut(help, "did you mean `")
	word, _, closed := strings.Cut(word, "`?")
	if !found || !closed {
		return ""
	}
	return word
}
