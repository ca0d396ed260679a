package understand

import (
	"fmt"
	"testing"
)

// TestManyClasses holds what is understood among many classes, where only those that contend are looked at closely, against what is if all of them are.
func TestManyClasses(t *testing.T) {
	syllables := []string{"ba", "do", "ke", "li", "mu", "na", "ro", "su", "ti", "vo"}
	word := func(i int) string { return syllables[i%10] + syllables[i/10%10] + syllables[i*7/3%10] + "n" }
	var phrases []Phrase
	for i := range 2 * contenders {
		phrases = append(phrases, Phrase{Language: "en", Text: "What about " + word(i) + " and " + word(3*i+1), Trigger: i},
			Phrase{Language: "en", Text: "How does " + word(i) + " work?", Trigger: i})
	}
	m := newModel("en", phrases)
	for i := range 2 * contenders {
		for _, words := range []string{"what is " + word(i), "how do " + word(i) + " and " + word(3*i+1) + " work", "please tell me about " + word(3*i+1)} {
			m.few = fewEnough
			all := m.match(words, true)
			m.few = 1
			few := m.match(words, true)
			if got, want := told(few), told(all); got != want {
				t.Errorf("%s: %s is understood, and %s among all", words, got, want)
			}
		}
	}
}

func told(found []Match) string {
	if len(found) == 0 || found[0].Score < Threshold {
		return "nothing"
	}
	return fmt.Sprint(found[0].Trigger)
}
