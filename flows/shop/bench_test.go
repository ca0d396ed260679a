package shop_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// many is a catalog of n items.
func many(n int) *shop.Catalog {
	brews := []value.Value{value.Text("espresso"), value.Text("filter"), value.Text("press")}
	columns := append(shop.GivenColumns(),
		shop.Column{Name: "brew", Type: &value.Type{Base: value.TypeManyOf, Options: []value.Option{{ID: "espresso"}, {ID: "filter"}, {ID: "press"}}}},
		shop.Column{Name: "organic", Type: &value.Type{Base: value.TypeYesNo}})
	rows := make([]value.Value, n)
	for i := range rows {
		rows[i] = value.Record(map[string]value.Value{
			"id": value.Text(fmt.Sprint("item_", i)), "name": value.Text(fmt.Sprint("Coffee ", i)), "text": value.Text("Dark and sweet."),
			"price": value.Money(int64(500+i%400*5), "EUR"), "stock": value.Integer(int64(i % 7)), "weight": value.Integer(250),
			"brew": value.List(brews[i%3], brews[(i+1)%3]), "organic": value.Bool(i%2 == 0), "tax": value.Text("coffee"), "photo": value.Text("media/coffee.jpg"),
		})
	}
	return shop.NewCatalog("coffee", columns, rows)
}

// names is what an expression over an item may use.
type names map[string]*value.Type

func (n names) Lookup(name string) *value.Type { return n[name] }
func (n names) Names() []string                { return slices.Sorted(maps.Keys(n)) }
func (names) Currency() string                 { return "EUR" }

// customer has an item at hand.
type customer struct {
	answers map[string]value.Value
	item    value.Value
}

func (c *customer) Value(name string) value.Value {
	if name == "item" {
		return c.item
	}
	return c.answers[name]
}

func (*customer) Locale() value.Locale { return value.Locale{Language: "en", Currency: "EUR"} }

type ranked struct {
	number int
	score  int64
}

// recommend filters a catalog and ranks what is left, in the order of the file where scores are alike.
func recommend(c *shop.Catalog, where, score *expr.Program, who *customer, into []ranked) []ranked {
	into = into[:0]
	for i, item := range c.Items(0) {
		who.item = item
		if where.True(who) {
			into = append(into, ranked{i, score.Eval(who).AsNumber()})
		}
	}
	slices.SortStableFunc(into, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return into
}

func programs(t testing.TB, c *shop.Catalog) (where, score *expr.Program) {
	t.Helper()
	brew, _ := c.Column("brew")
	scope := names{"item": c.Type(), "budget": {Base: value.TypeMoney}, "brew": {Base: value.TypeOneOf, Options: brew.Type.Options}}
	compile := func(source string) *expr.Program {
		program, problems := expr.Compile(source, scope)
		if len(problems) > 0 {
			t.Fatalf("%s: %+v", source, problems)
		}
		return program
	}
	return compile("brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0"), compile("(item.organic ? 3 : 1) + (item.stock > 3 ? 1 : 0)")
}

// TestRecommend holds that a catalog of the largest size is filtered and ranked, and that what is alike stays in the order of the file.
func TestRecommend(t *testing.T) {
	c := many(10_000)
	where, score := programs(t, c)
	found := recommend(c, where, score, &customer{answers: map[string]value.Value{"brew": value.Text("filter")}}, nil)
	if len(found) < 1000 {
		t.Fatalf("%d items are found", len(found))
	}
	for i, r := range found[1:] {
		if before := found[i]; before.score < r.score || before.score == r.score && before.number > r.number {
			t.Fatalf("%+v comes before %+v", before, r)
		}
	}
}

// BenchmarkRecommend is the aim of 5 ms for 10,000 items.
func BenchmarkRecommend(b *testing.B) {
	c := many(10_000)
	where, score := programs(b, c)
	who := &customer{answers: map[string]value.Value{"brew": value.Text("filter"), "budget": value.Money(2000, "EUR")}}
	var found []ranked
	b.ReportAllocs()
	for b.Loop() {
		found = recommend(c, where, score, who, found)
	}
}

func BenchmarkNewCatalog(b *testing.B) {
	c := many(10_000)
	b.ReportAllocs()
	for b.Loop() {
		shop.NewCatalog("coffee", c.Columns, c.Items(0))
	}
}

func ExampleHours() {
	days, _ := shop.ParseDays("mon-fri")
	spans, _ := shop.ParseSpans("08:00-18:30")
	week := map[time.Weekday][]shop.Span{}
	for _, day := range days {
		week[day] = spans
	}
	berlin, _ := shop.RegionNamed("DE-BE")
	hours := shop.NewHours(week, berlin, nil)
	next, _ := hours.Next(time.Date(2026, time.May, 1, 10, 0, 0, 0, time.UTC)) // Labour Day, a Friday
	fmt.Println(next.Format("Monday 15:04"))
	// Output: Monday 08:00
}
