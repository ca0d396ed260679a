package rules_test

import (
	"testing"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows/analysis"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// BenchmarkRules holds a bot with 4,000 steps in 200 flows to each rule, with what it needs of a View that is new.
func BenchmarkRules(b *testing.B) {
	loaded, found := config.Load(large.Bot(large.Full()), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			rules.Check(loaded.Set)
		}
	})
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
}
