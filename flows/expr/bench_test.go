package expr

import (
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

// BenchmarkFilter goes through ten thousand items, as a recommendation does.
func BenchmarkFilter(b *testing.B) {
	p := mustCompile(b, "brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0")
	e := customer()
	items := make([]value.Value, 10_000)
	for i := range items {
		items[i] = e.values["item"]
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, item := range items {
			e.values["item"] = item
			p.True(e)
		}
	}
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
