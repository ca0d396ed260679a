package compare_test

import (
	"testing"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/compare"
	"repartee/flows/steps"
)

// BenchmarkCompare compares two readings of a bot with 4,000 steps and 2,000 items.
func BenchmarkCompare(b *testing.B) {
	read := func() compare.Version {
		var v compare.Version
		loaded, found := config.Load(large.Bot(large.Full()), steps.Kinds(), config.Reworked(func(source *flows.Source) { v.Written = compare.Read(source) }))
		if v.Set = loaded.Set; v.Set == nil {
			b.Fatal(found)
		}
		return v
	}
	old, now := read(), read()
	for b.Loop() {
		compare.Compare(old, now)
	}
}
