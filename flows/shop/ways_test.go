package shop

import (
	"fmt"
	"strings"
	"testing"
)

func TestWays(t *testing.T) {
	rules := []Shipping{
		{ID: "post", Countries: []string{"DE", "AT"}, Price: 490, FreeFrom: 4000},
		{ID: "parcel", Price: 500, PerKilo: 150, MaxWeight: 10 * million},
		{ID: "freight", Price: 100, Call: "quote"},
	}
	bag := func(quantity, weight int64) []Line {
		return []Line{{Quantity: quantity, Price: 1000, Currency: "EUR", Weight: weight}, {Quantity: 9, Weight: 9 * million, Currency: "EUR", Digital: true}}
	}
	for _, c := range []struct {
		lines   []Line
		goods   int64
		country string
		want    string
	}{
		{bag(1, 250_000), 1000, "DE", "post 490, parcel 650, freight 100 by quote"},
		{bag(1, 250_000), 1000, "", "post 490, parcel 650, freight 100 by quote"},
		{bag(1, 250_000), 1000, "FR", "parcel 650, freight 100 by quote"},
		{bag(4, 250_000), 4000, "AT", "post 0, parcel 650, freight 100 by quote"},
		{bag(4, 250_001), 3999, "AT", "post 490, parcel 800, freight 100 by quote"},
		{bag(1, 0), 1000, "FR", "parcel 500, freight 100 by quote"},
		{bag(10, million), 1000, "FR", "parcel 2000, freight 100 by quote"},
		{bag(10, million+1), 1000, "FR", "freight 100 by quote"},
		{bag(1, 0)[1:], 1000, "DE", ""},
		{[]Line{{Quantity: 1, Currency: Stars}}, 1000, "DE", ""},
		{nil, 0, "DE", ""},
	} {
		ways := Ways(rules, c.lines, c.goods, c.country)
		if got := inShort(ways); got != c.want {
			t.Errorf("to %q: %s, want %s", c.country, got, c.want)
		}
		if again := inShort(Ways(ways, c.lines, c.goods, c.country)); again != c.want {
			t.Errorf("to %q, once more: %s, want %s", c.country, again, c.want)
		}
	}
	if rules[1].PerKilo != 150 {
		t.Error("the rules have changed")
	}
}

func inShort(ways []Shipping) string {
	var parts []string
	for _, way := range ways {
		part := fmt.Sprint(way.ID, " ", way.Price)
		if way.Call != "" {
			part += " by " + way.Call
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// TestTold shows that a price that a call told is not reckoned again.
func TestTold(t *testing.T) {
	way := Shipping{ID: "freight", Price: 100, PerKilo: 100, FreeFrom: 1, Call: "quote"}.Told(1234)
	if got := Reckon([]Line{{Quantity: 1, Price: 50, Weight: million}}, Terms{Currency: "EUR", Shipping: &way}); got.Shipping != 1234 || way.Call != "" {
		t.Errorf("%+v of %+v", got, way)
	}
}

func TestChoose(t *testing.T) {
	order := Order{Ways: []Shipping{{ID: "post", Price: 490}, {ID: "pickup"}}, Totals: Totals{Currency: "EUR", Goods: 1000, Total: 1000}}
	chosen, ok := order.Choose("post")
	if !ok || chosen.Way != "post" || chosen.Totals.Total != 1490 || order.Totals.Total != 1000 {
		t.Errorf("%+v, %v", chosen, ok)
	}
	if again, ok := chosen.Choose("pickup"); !ok || again.Way != "pickup" || again.Totals.Total != 1000 {
		t.Errorf("%+v, %v", again, ok)
	}
	if _, ok := order.Choose("pigeon"); ok {
		t.Error("a pigeon carries it")
	}
}
