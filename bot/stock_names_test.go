package bot_test

import (
	"maps"
	"testing"

	"repartee/bot"
	"repartee/flows"
)

// TestStockNames shows what the stock of renamed items is counted under, and by which names it is seen.
func TestStockNames(t *testing.T) {
	names := bot.StockNames{"coffee.bar": "coffee.crema", "people.mia": "people.lea", "coffee.crema": "coffee.crema~2"}
	for key, want := range map[string]string{
		"coffee.bar":                 "coffee.crema",
		"coffee.bar.small":           "coffee.crema.small",
		"coffee.barista":             "coffee.barista",
		"coffee.crema":               "coffee.crema~2",
		"slot.people.mia.1767258000": "slot.people.lea.1767258000",
		"voucher.BAR":                "voucher.BAR",
	} {
		if got := names.First(key); got != want {
			t.Errorf("%s is counted under %s", key, got)
		}
	}
	seen := names.Seen(map[string]int64{"coffee.crema": 2, "coffee.crema.small": 1, "coffee.crema~2": 9, "slot.people.lea.1767258000": -1, "voucher.BAR": 3})
	want := map[string]int64{"coffee.bar": 2, "coffee.bar.small": 1, "coffee.crema": 9, "slot.people.lea.1767258000": -1, "slot.people.mia.1767258000": -1, "voucher.BAR": 3, "coffee.crema~2": 9}
	if !maps.Equal(seen, want) {
		t.Errorf("what is left is %v", seen)
	}
}

// TestStockNamesLearnt shows which names a list adds.
func TestStockNamesLearnt(t *testing.T) {
	list := func(now, was string) flows.Stocklist {
		return flows.Stocklist{Items: []string{now}, Former: map[string]string{was: now}}
	}
	none := bot.Counted(nil)
	for name, tt := range map[string]struct {
		names   bot.StockNames
		list    flows.Stocklist
		counted func(string) bool
		want    bot.StockNames
	}{
		"renamed":            {nil, list("c.b", "c.a"), none, bot.StockNames{"c.b": "c.a"}},
		"known":              {bot.StockNames{"c.b": "c.a"}, list("c.b", "c.a"), none, bot.StockNames{}},
		"renamed twice":      {bot.StockNames{"c.b": "c.a"}, list("c.c", "c.b"), none, bot.StockNames{"c.c": "c.a"}},
		"and back":           {bot.StockNames{"c.b": "c.a"}, list("c.a", "c.b"), none, bot.StockNames{}},
		"counted by its own": {nil, list("c.b", "c.a"), bot.Counted([]string{"c.a", "slot.c.b.1767258000"}), bot.StockNames{}},
		"its id is given on": {bot.StockNames{"c.b": "c.a"}, flows.Stocklist{Items: []string{"c.a", "c.b"}}, bot.Counted([]string{"c.a"}), bot.StockNames{"c.a": "c.a~2"}},
		"changed about":      {bot.StockNames{"c.tmp": "c.a"}, flows.Stocklist{Items: []string{"c.a", "c.tmp"}, Former: map[string]string{"c.b": "c.a"}}, bot.Counted([]string{"c.a", "c.b"}), bot.StockNames{"c.a": "c.b"}},
		"and the other":      {bot.StockNames{"c.tmp": "c.a", "c.a": "c.b"}, flows.Stocklist{Items: []string{"c.a", "c.b"}, Former: map[string]string{"c.tmp": "c.b"}}, bot.Counted([]string{"c.a", "c.b"}), bot.StockNames{"c.b": "c.a"}},
		"and is gone":        {bot.StockNames{"c.b": "c.a"}, flows.Stocklist{Items: []string{"c.a"}}, bot.Counted([]string{"c.a"}), bot.StockNames{}},
	} {
		if got := tt.names.Learn(tt.list, tt.counted); !maps.Equal(got, tt.want) {
			t.Errorf("%s: %v is added", name, got)
		}
	}
}
