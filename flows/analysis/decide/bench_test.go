package decide

import (
	"fmt"
	"strings"
	"testing"

	"repartee/flows/expr"
	"repartee/flows/value"
)

func BenchmarkDecide(b *testing.B) {
	tests := map[string][]string{
		"arm":    {"brew == 'filter'", "not (brew == 'press')", "amount < 100"},
		"gap":    {"not (amount < 10)", "not (amount >= 10 and amount < 50)", "not (amount >= 50 and amount < 100)", "not (amount > 100)"},
		"lists":  {"'filter' in brews", "count(brews) > 1", "not ('press' in brews)"},
		"chains": {strings.Repeat("(brew == 'filter' or news) and ", 20) + "not news"},
	}
	types := shop()
	of := func(name string, _ *value.Type) Domain { return Domain{Type: types[name]} }
	for name, sources := range tests {
		q := Question{Hold: formulas(b, sources), Domain: of, Currency: "EUR"}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Decide(q)
			}
		})
	}
}

// BenchmarkItems asks for each of 2,000 items, no two of which cost the same, whether some answers lead to it.
func BenchmarkItems(b *testing.B) {
	where := program(b, "brew in item.brew and item.price <= (amount ?? 200) and (item.roast == 'dark' or not news)").Formula()
	items := make([]value.Value, 2000)
	for i := range items {
		items[i] = value.Record(map[string]value.Value{"id": value.Text(fmt.Sprintf("item%d", i)), "price": value.Money(int64(500+i), "EUR"),
			"brew": value.List(value.Text([]string{"espresso", "filter", "press"}[i%3])), "roast": value.Text([]string{"light", "dark"}[i%2])})
	}
	ofItem := func(name string) bool { return strings.HasPrefix(name, "item.") }
	types := shop()
	of := func(name string, _ *value.Type) Domain { return Domain{Type: types[name]} }
	for b.Loop() {
		for _, item := range items {
			q := Question{Hold: []*expr.Formula{where.With(env{"item": item}, ofItem)}, Domain: of, Currency: "EUR"}
			if answer, _ := Decide(q); answer != Yes {
				b.Fatal(answer)
			}
		}
	}
}
