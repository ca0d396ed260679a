package steps_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

const advised = `flow: advice
start: {command: advice}
steps:
  - ask: brew
    text: How do you brew?
  - recommend: chosen
    from: catalog.coffee
    where: brew in item.brew and item.price <= 150 and item.stock > 0
    rank:
      - {score: 3, when: item.roast == 'dark', because: it is dark}
      - {score: 1, when: item.organic, because: it is organic}
    text: "{{ item.name }} ({{ item.price }}), because {{ reasons ?? 'it fits' }}."
`

// BenchmarkRecommend is the turn that filters and ranks a catalog of 10,000 items for a customer.
func BenchmarkRecommend(b *testing.B) {
	engine := flows.NewEngine(shelf(b, 10_000), flows.EngineOptions{})
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	asked, err := engine.Turn(flows.State{}, flows.Input{ID: "1", At: at, What: flows.Message, Text: "/advice"}, flows.Facts{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		out, err := engine.Turn(asked.State, flows.Input{ID: "2", At: at, What: flows.Message, Text: "Filter"}, flows.Facts{})
		if err != nil || len(out.Effects) != 3 {
			b.Fatal(err, out.Effects)
		}
	}
}

// shelf is a bot that recommends one of n items.
func shelf(tb testing.TB, n int) *flows.Set {
	var rows strings.Builder
	rows.WriteString("id,name,price,stock,roast,brew,organic\n")
	for i := range n {
		roast, brew := []string{"light", "dark"}[i%2], []string{"espresso", "filter", "espresso|filter"}[i%3]
		fmt.Fprintf(&rows, "item_%d,Coffee %d,%d.50,%d,%s,%s,%s\n", i, i, 5+i%200, i%7, roast, brew, []string{"yes", "no"}[i%2])
	}
	return load(tb, map[string]string{
		"bot.yaml": "bot: Shelf\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: advice\n" +
			"fields: {brew: {type: one_of, options: {espresso: Espresso, filter: Filter}}}\n",
		"catalog.yaml":       "coffee:\n  columns: {roast: {type: one_of, options: {light: light, dark: dark}}, brew: {type: many_of, options: brew}, organic: yes_no}\n",
		"catalog/coffee.csv": rows.String(),
		"flows/advice.yaml":  advised,
	})
}

// load compiles a folder that is written here.
func load(tb testing.TB, files map[string]string) *flows.Set {
	tb.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		var said strings.Builder
		_ = found.WriteText(&said, false)
		tb.Fatal(said.String())
	}
	return loaded.Set
}
