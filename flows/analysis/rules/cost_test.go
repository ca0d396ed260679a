package rules_test

import (
	"testing"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows/analysis"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// BenchmarkEachRule tells what each rule costs for 200 flows with 4,000 steps, 2,000 items and three languages; "all" also has what the View works out once.
func BenchmarkEachRule(b *testing.B) {
	loaded, _ := config.Load(large.Bot(large.Full()), steps.Kinds())
	if loaded.Set == nil {
		b.Fatal("the large bot has errors")
	}
	v := analysis.New(loaded.Set)
	for _, rule := range rules.All() {
		if rule.Check != nil {
			b.Run(rule.Code, func(b *testing.B) {
				for b.Loop() {
					rule.Check(v, &rules.Report{})
				}
			})
		}
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			rules.Check(loaded.Set)
		}
	})
}
