package bench_test

import (
	"strconv"
	"testing"
	"time"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
)

// BenchmarkAdvice is the engine alone in the coffee bot's advice: the turn that takes the budget, filters and ranks the catalog and says what it recommends and why;
// and a turn whose words are understood as a question of the FAQ.
func BenchmarkAdvice(b *testing.B) {
	loaded, found := config.Load(examples.Coffee(), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	engine := flows.NewEngine(loaded.Set)
	say := func(state flows.State, text string) flows.Outcome {
		in := flows.Input{ID: text, At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), What: flows.Message, Text: text, From: flows.Person{FirstName: "Ann", Language: "en"}}
		outcome, err := engine.Turn(state, in, flows.Facts{})
		if err != nil {
			b.Fatal(err)
		}
		return outcome
	}
	var state flows.State
	for i, text := range []string{"/advice", "espresso", "Dark and chocolatey", "Organic"} {
		outcome := say(state, text)
		if _, step := outcome.State.Place(); step == "" {
			b.Fatal("the advice has ended at " + strconv.Itoa(i))
		}
		state = outcome.State
	}
	if _, step := state.Place(); step != "budget" {
		b.Fatalf("the open question is %s", step)
	}
	for name, text := range map[string]string{"recommend": "20", "faq": "how long does shipping take?"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if len(say(state, text).Effects) == 0 {
					b.Fatal("nothing is said")
				}
			}
		})
	}
}
