package bot

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
)

// StockNames tells under which key the stock of items is counted that were called something else when it was first counted: "catalog.item" as it is called now -> as it
// was then. Nothing that was ever held, sold or booked is counted anew for another name, and instances on files from before and after go on side by side.
type StockNames map[string]string

// First is the key that the stock is counted under.
func (n StockNames) First(key string) string {
	item := itemOf(key)
	if first, ok := n[item]; ok {
		return strings.Replace(key, item, first, 1)
	}
	return key
}

// Seen is what is left by all names that it is asked for by.
func (n StockNames) Seen(left map[string]int64) map[string]int64 {
	if len(n) == 0 {
		return left
	}
	called := map[string][]string{}
	for name, first := range n {
		called[first] = append(called[first], name)
	}
	seen := make(map[string]int64, len(left))
	for key, number := range left {
		item := itemOf(key)
		if _, renamed := n[item]; !renamed {
			seen[key] = number
		}
		for _, name := range called[item] {
			seen[strings.Replace(key, item, name, 1)] = number
		}
	}
	return seen
}

// Learn gives the names that a stocklist adds. counted tells whether something is counted under the name of an item already: that is not taken from it. An item with
// the former id of another one gets a key of its own.
func (n StockNames) Learn(list flows.Stocklist, counted func(item string) bool) StockNames {
	all, added := maps.Clone(n), StockNames{}
	if all == nil {
		all = StockNames{}
	}
	add := func(name, first string) { all[name], added[name] = first, first }
	for _, was := range slices.Sorted(maps.Keys(list.Former)) {
		now := list.Former[was]
		own := counted(now) && !slices.Contains(slices.Collect(maps.Values(all)), now) // else that is counted for another item
		if first := all.First(was); all[now] == "" && first != now && !own {
			add(now, first)
		}
	}
	taken := map[string]bool{}
	for _, item := range list.Items {
		if first := all[item]; first != "" {
			taken[first] = true
		}
	}
	for _, item := range list.Items {
		if all[item] != "" || !taken[item] {
			continue
		}
		first := item
		for i := 2; taken[first] || counted(first); i++ {
			first = item + "~" + strconv.Itoa(i)
		}
		taken[first] = true
		add(item, first)
	}
	return added
}

// Counted tells of which items something is counted under one of the keys.
func Counted(keys []string) func(item string) bool {
	items := make(map[string]bool, len(keys))
	for _, key := range keys {
		items[itemOf(key)] = true
	}
	return func(item string) bool { return items[item] }
}

// itemOf is the item, "catalog.item", that a key of the stock is of: of itself, of a variant, or of a free time.
func itemOf(key string) string {
	parts := strings.Split(key, ".")
	if _, free := begins(key); free && len(parts) == 4 {
		parts = parts[1:]
	}
	return strings.Join(parts[:min(2, len(parts))], ".")
}
