package shop

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// told is a cart in short: 2 crema.small 5.
func (c Cart) told() string {
	var parts []string
	for _, line := range c.Lines {
		parts = append(parts, fmt.Sprint(line.Quantity, " ", line.StockKey(), " ", line.Price))
	}
	return strings.Join(parts, ", ")
}

func some(quantity int64, item, variant string, price int64) Line {
	return Line{Catalog: "c", Item: item, Variant: variant, Quantity: quantity, Price: price, Currency: "EUR"}
}

func TestCart(t *testing.T) {
	full := Cart{}
	for i := range MaxLines {
		full = full.Put(some(1, fmt.Sprint("item", i), "", 1))
	}
	two := Cart{}.Put(some(2, "crema", "small", 5)).Put(some(1, "crema", "large", 9))
	for name, c := range map[string]struct {
		got  Cart
		want string
	}{
		"put":                        {two, "2 c.crema.small 5, 1 c.crema.large 9"},
		"put more, at another price": {two.Put(some(3, "crema", "small", 6)), "5 c.crema.small 6, 1 c.crema.large 9"},
		"put none":                   {two.Put(some(0, "mill", "", 6)).Put(some(-4, "crema", "small", 6)), two.told()},
		"put too many":               {Cart{}.Put(some(998, "crema", "", 5)).Put(some(7, "crema", "", 5)), "999 c.crema 5"},
		"put into a full one":        {full.Put(some(1, "mill", "", 5)), full.told()},
		"take one":                   {two.Take("c.crema", "small", 1), "1 c.crema.small 5, 1 c.crema.large 9"},
		"take all there are":         {two.Take("c.crema", "small", 2), "1 c.crema.large 9"},
		"take all":                   {two.Take("c.crema", "large", 0), "2 c.crema.small 5"},
		"take what is not there":     {two.Take("c.crema", "", 1).Take("c.mill", "", 0), two.told()},
		"take fewer than none":       {two.Take("c.crema", "small", -1), two.told()},
		"without what was ordered":   {two.Without([]Line{some(1, "crema", "small", 5), some(9, "crema", "large", 9), some(1, "mill", "", 1), some(0, "crema", "small", 1)}), "1 c.crema.small 5"},
	} {
		if got := c.got.told(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if two.Quantity("c.crema", "small") != 2 || two.Quantity("c.crema", "") != 0 {
		t.Errorf("quantities in %s", two.told())
	}
	if full.Room("c.mill", "") != 0 || full.Room("c.item3", "") != 998 || two.Room("c.mill", "") != 999 {
		t.Error("there is room where there is none, or the other way round")
	}
}

// TestCartStaysAsItWas shows that no method changes the cart that it is called on, and that the bounds hold whatever is done.
func TestCartStaysAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cart := Cart{ID: "a", Voucher: "TENNER"}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before, _ := json.Marshal(cart)
			line := some(rapid.Int64Range(-2, 1200).Draw(t, "quantity"), rapid.StringMatching(`[a-d]`).Draw(t, "item"), rapid.StringMatching(`[xy]?`).Draw(t, "variant"), 5)
			next := cart
			switch rapid.IntRange(0, 2).Draw(t, "does") {
			case 0:
				next = cart.Put(line)
			case 1:
				next = cart.Take(line.Key(), line.Variant, line.Quantity)
			case 2:
				next = cart.Without([]Line{line, line})
			}
			if after, _ := json.Marshal(cart); string(after) != string(before) {
				t.Fatalf("%s became %s", before, after)
			}
			for _, line := range next.Lines {
				if line.Quantity < 1 || line.Quantity > MaxQuantity {
					t.Fatalf("%+v", line)
				}
			}
			if next.ID != "a" || next.Voucher != "TENNER" || len(next.Lines) > MaxLines {
				t.Fatalf("%+v", next)
			}
			cart = next
		}
	})
}
