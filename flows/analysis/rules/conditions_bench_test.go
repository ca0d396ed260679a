package rules_test

import (
	"testing"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows/analysis"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// BenchmarkConditions holds a bot of 4,000 steps and 2,000 items to each rule about conditions, and to all of them.
func BenchmarkConditions(b *testing.B) {
	loaded, found := config.Load(large.Bot(large.Full()), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	for _, rule := range rules.All() {
		if rule.Check == nil {
			continue
		}
		b.Run(rule.Code, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				v := analysis.New(loaded.Set)
				b.StartTimer()
				rule.Check(v, &rules.Report{})
			}
		})
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			rules.CheckView(analysis.New(loaded.Set))
		}
	})
}
