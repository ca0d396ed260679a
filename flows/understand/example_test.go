package understand_test

import (
	"fmt"

	"repartee/flows/understand"
)

func ExampleIndex_Match() {
	const (
		hours = iota
		tracking
	)
	index := understand.NewIndex([]understand.Phrase{
		{Language: "en", Text: "opening hours", Trigger: hours},
		{Language: "en", Text: "Where is my order?", Trigger: tracking},
		{Language: "de", Text: "Öffnungszeiten", Trigger: hours},
	})
	for _, words := range []string{"opening hours", "hi, my ordr, where is it please", "the weather is fine"} {
		found := index.Match(words, "en")
		if len(found) == 0 || found[0].Score < understand.Threshold {
			fmt.Println("not understood")
			continue
		}
		fmt.Println(found[0].Trigger == hours, found[0].Trigger == tracking, found[0].Exact)
	}
	// Output:
	// true false true
	// false true false
	// not understood
}
