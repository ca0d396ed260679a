package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/bench/large"
	"repartee/config"
	"repartee/flows/analysis"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// BenchmarkRules holds a bot with 200 flows, 4,000 steps, 2,000 items and three languages to each rule, with what the rule needs of a View that is new, and to all of them.
// "view" is what all of them need in any case.
func BenchmarkRules(b *testing.B) {
	loaded, found := config.Load(large.Bot(large.Full()), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	b.Run("view", func(b *testing.B) {
		for b.Loop() {
			analysis.New(loaded.Set)
		}
	})
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

// BenchmarkItems holds a catalog of 2,000 items, no two of which cost the same, to the rules about items.
func BenchmarkItems(b *testing.B) {
	folder := small(b)
	brews := []string{"[espresso]", "[filter]", "[espresso, filter]", "[]"}
	var catalog strings.Builder
	catalog.WriteString("beans:\n  columns: {brew: {type: many_of, options: brew}, organic: yes_no}\n  items:\n")
	for i := range 2000 {
		fmt.Fprintf(&catalog, "    - {id: item%d, name: Item %d, price: %d.%02d, stock: 40, weight: 0.25, brew: %s, organic: %s}\n", i, i, 5+i/100, i%100, brews[i%4], []string{"yes", "no"}[i%2])
	}
	folder["catalog.yaml"] = &fstest.MapFile{Data: append(folder["catalog.yaml"].Data, catalog.String()...)}
	folder["flows/part.yaml"] = &fstest.MapFile{Data: []byte(`flow: part
start: {command: part}
fields: {budget: {type: money, min: 1, max: 20}, organic: yes_no}
steps:
  - {ask: brew, text: How do you brew?}
  - {ask: budget, text: Up to how much?, skip: Any price}
  - {ask: organic, text: Organic?}
  - recommend: chosen
    from: catalog.beans
    where: brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0 and (item.organic or not organic)
    text: "{{ item.name }}"
`)}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	counts := map[string]int{}
	for _, p := range rules.Check(loaded.Set) {
		counts[p.Code]++
	}
	if counts["item-never-recommended"] != 500 || counts["nothing-recommended"] != 1 {
		b.Fatal(counts)
	}
	for _, rule := range rules.All() {
		if rule.Code != "item-never-recommended" && rule.Code != "nothing-recommended" {
			continue
		}
		b.Run(rule.Code, func(b *testing.B) {
			for b.Loop() {
				rule.Check(analysis.New(loaded.Set), &rules.Report{})
			}
		})
	}
}
