package analysis_test

import (
	"testing"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// BenchmarkNew works out all there is to know of a bot with 4,000 steps in 200 flows.
func BenchmarkNew(b *testing.B) {
	loaded, found := config.Load(large.Bot(large.Full()), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	for b.Loop() {
		analysis.New(loaded.Set)
	}
}
