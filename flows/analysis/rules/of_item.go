package rules

import (
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// ofItem is a condition about an item at hand, which is filled in item by item: once for all that are alike in what it looks at.
type ofItem struct {
	condition *expr.Formula
	looksAt   []string // of the item, as it is written: item.price
	plenty    bool     // there is enough of each item
	made      map[string]*expr.Formula
}

// plenty is how much there is of an item on a good day.
const plenty = 1000

// ofItems is the condition for items of which it is not known how many are left.
func ofItems(condition *expr.Formula) *ofItem {
	names := slices.DeleteFunc(condition.Names(), func(name string) bool { return !strings.HasPrefix(name, itemName+".") || ofStock(name) })
	return &ofItem{condition: condition, looksAt: names, made: map[string]*expr.Formula{}}
}

// ofItemsInStock is the condition for items of which there is enough.
func ofItemsInStock(condition *expr.Formula) *ofItem {
	names := slices.DeleteFunc(condition.Names(), func(name string) bool { return recordOf(name) != itemName })
	return &ofItem{condition: condition, looksAt: names, plenty: true, made: map[string]*expr.Formula{}}
}

// with is the condition for one item. What is left of it is open.
func (c *ofItem) with(item value.Value) *expr.Formula {
	var key []byte
	for _, name := range c.looksAt {
		key = append(c.part(item, name).AppendJSON(key), 0)
	}
	f, there := c.made[string(key)]
	if !there {
		if c.plenty {
			item = inStock(item)
		}
		f = c.condition.With(answers{itemName: item}, func(name string) bool { return slices.Contains(c.looksAt, name) })
		c.made[string(key)] = f
	}
	return f
}

// part is what stands under a name that begins with the item at hand.
func (c *ofItem) part(item value.Value, name string) value.Value {
	path := name[len(itemName):]
	if c.plenty && path == ".stock" {
		return enough(item.Field("stock"))
	}
	for path != "" {
		part, _, _ := strings.Cut(path[1:], ".")
		item, path = item.Field(part), path[1+len(part):]
	}
	return item
}

// inStock is an item of which there is enough.
func inStock(item value.Value) value.Value {
	parts := map[string]value.Value{}
	for name, part := range item.Fields() {
		parts[name] = part
	}
	parts["stock"] = enough(parts["stock"])
	return value.Record(parts)
}

func enough(stock value.Value) value.Value {
	if stock.Known() && stock.AsInt() < plenty {
		return value.Integer(plenty)
	}
	return stock
}
