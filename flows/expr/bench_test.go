package expr

import (
	"fmt"
	"testing"

	"repartee/flows/value"
)

func BenchmarkEval(b *testing.B) {
	e := customer()
	for name, src := range map[string]string{
		"condition": "brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0",
		"sum":       "budget * 1.5 + item.price",
	} {
		p := mustCompile(b, src)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Eval(e)
			}
		})
	}
}

// BenchmarkFilter goes through ten thousand items of ten columns, as a recommendation does.
func BenchmarkFilter(b *testing.B) {
	p := mustCompile(b, "brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0")
	e := customer()
	items := make([]value.Value, 10_000)
	for i := range items {
		items[i] = shopItem(i)
	}
	b.ReportAllocs()
	for b.Loop() {
		loop := p.Loop(e, "item")
		for _, item := range items {
			loop.True(item)
		}
	}
}

func shopItem(i int) value.Value {
	return value.Record(map[string]value.Value{
		"id": value.Text(fmt.Sprint("item", i)), "name": value.Text(fmt.Sprint("Item ", i)), "text": value.Text("Round and soft."),
		"price": value.Money(int64(500+i%3000), "EUR"), "photo": value.Text("media/item.jpg"), "stock": value.Integer(int64(i % 7)),
		"roast": value.Text([]string{"light", "dark"}[i%2]), "organic": value.Bool(i%3 == 0), "weight": value.Integer(250),
		"brew": value.List(value.Text("filter"), value.Text([]string{"espresso", "french_press"}[i%2])),
	})
}

func BenchmarkRender(b *testing.B) {
	e := customer()
	for name, src := range map[string]string{
		"static": "**Welcome!** How do you brew at home?",
		"values": "For {{ brew }} I would take **{{ item.name }}** ({{ item.price }}), {{ contact.first_name ?? 'friend' }}.",
	} {
		tmpl := mustCompileText(b, src)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tmpl.Render(e)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	s := shop()
	b.ReportAllocs()
	for b.Loop() {
		Compile("brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0", s)
	}
}
