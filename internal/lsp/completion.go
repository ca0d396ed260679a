package lsp

import (
	"slices"
	"strings"

	"repartee/config"
	"repartee/config/explain"
	"repartee/flows/expr"
	"repartee/flows/shop"
)

// completing is a list of what may be written at the cursor.
type completing struct {
	*folder
	spot   config.Spot
	place  textRange // what is replaced: the word in front of the cursor
	before string    // the line up to the cursor
	name   string    // of the file
	items  []completionItem
}

// complete lists what may be written at the cursor.
func complete(f *folder, name string, at position) []completionItem {
	if f == nil {
		return []completionItem{}
	}
	f.ready()
	spot, before, ok := f.spot(name, at)
	if !ok {
		return []completionItem{}
	}
	typed := len(before) - len(strings.TrimRight(before, strings.TrimSuffix(nameSigns, ".")))
	c := &completing{folder: f, spot: spot, items: []completionItem{}, place: textRange{position{at.Line, at.Character - typed}, at}}
	c.before, c.name = before, name
	c.keys()
	c.values()
	return c.items
}

func (c *completing) add(label, detail string, kind int) {
	if slices.ContainsFunc(c.items, func(i completionItem) bool { return i.Label == label && i.Kind == kind }) {
		return
	}
	c.items = append(c.items, completionItem{Label: label, Kind: kind, Detail: detail, TextEdit: textEdit{c.place, label}})
}

// keys adds those of the map around. The ones that are needed come first.
func (c *completing) keys() {
	for _, key := range c.spot.Keys {
		item := completionItem{Label: key.Name, Kind: kindProperty, Documentation: key.Doc, SortText: "1" + key.Name, TextEdit: textEdit{c.place, key.Name + ": "}}
		if key.Required {
			item.Detail, item.SortText = "needed", "0"+key.Name
		}
		c.items = append(c.items, item)
	}
}

// values adds what may stand as a value of the form.
func (c *completing) values() {
	flow := c.spot.Flow
	switch c.spot.Form {
	case config.FormChoice:
		for _, word := range c.spot.Choices {
			c.add(word, "", kindValue)
		}
	case config.FormFlow:
		c.named(kindModule, "", config.NameFlow)
	case config.FormStep:
		c.named(kindReference, flow, config.NameStep)
	case config.FormTarget:
		c.add("next", "the step after this one", kindKeyword)
		c.add("end", "the end of the flow", kindKeyword)
		if flow == "" {
			c.named(kindModule, "", config.NameFlow)
		} else {
			c.named(kindReference, flow, config.NameStep)
		}
	case config.FormField:
		c.named(kindField, flow, config.NameField)
	case config.FormFAQ:
		c.named(kindReference, "", config.NameFAQ)
	case config.FormCall:
		c.named(kindReference, "", config.NameCall)
	case config.FormColumn:
		c.columns(c.spot.From)
	case config.FormCatalog, config.FormSource:
		c.sources()
	case config.FormMedia:
		for path := range c.loaded.Media {
			c.item(path, strings.TrimPrefix(path, "media/"), kindFile)
		}
	case config.FormEntry, config.FormPlace:
		c.entries()
	case config.FormOriginal:
		c.originals()
	case config.FormExpr, config.FormText:
		c.placeholders()
		c.expression()
	}
}

// item adds what is called one way and written in another.
func (c *completing) item(label, written string, kind int) {
	if !strings.HasPrefix(c.spot.Word[:c.spot.At], "media/") {
		written = label
	}
	c.items = append(c.items, completionItem{Label: label, Kind: kind, TextEdit: textEdit{c.place, written}})
}

// named adds the names of some sorts that can be seen in a flow.
func (c *completing) named(kind int, flow string, sorts ...config.NameSort) {
	for _, n := range c.names {
		if slices.Contains(sorts, n.Sort) && (n.Flow == "" || n.Flow == flow) {
			c.add(n.Name, n.Text, kind)
		}
	}
}

// columns adds those of a catalog, or of all of them.
func (c *completing) columns(from string) {
	catalog := strings.TrimPrefix(from, "catalog.")
	for _, column := range shop.GivenColumns() {
		c.add(column.Name, expr.Describe(column.Type), kindField)
	}
	for _, n := range c.names {
		if n.Sort == config.NameColumn && (catalog == "" || n.Of == catalog) {
			c.add(n.Name, n.Text, kindField)
		}
	}
}

// sources adds what items can come from. Behind `catalog.` that is the rest of the name.
func (c *completing) sources() {
	if strings.Contains(c.spot.Word[:c.spot.At], ".") {
		c.named(kindModule, "", config.NameCatalog)
		return
	}
	for _, n := range c.names {
		if n.Sort == config.NameCatalog {
			c.add("catalog."+n.Name, n.Text, kindModule)
		}
	}
	if c.spot.Form == config.FormSource {
		for _, given := range []string{"orders", "bookings", "cart.items", "last_order.items", "faq"} {
			c.add(given, "", kindVariable)
		}
		c.named(kindField, c.spot.Flow, config.NameField)
	}
}

// expression adds what may stand in an expression: after a point what belongs to the name in front of it, in quotes options, else names and functions.
func (c *completing) expression() {
	w, ok := wordAt(c.spot)
	if !ok {
		return
	}
	head, _, dotted := strings.Cut(w.text, ".")
	switch {
	case w.quoted:
		c.options(w.field)
	case !dotted:
		c.everywhere()
	case head == "item":
		c.columns(c.spot.From)
	case head == "catalog":
		c.named(kindModule, "", config.NameCatalog)
	case head == "phrases":
		c.named(kindReference, "", config.NamePhrase)
	case head == "faq":
		c.named(kindReference, "", config.NameFAQ)
	default:
		if !c.given(head + ".") {
			c.columns("")
		}
	}
}

// options adds those of the field that a text is compared with.
func (c *completing) options(field string) {
	for _, n := range c.names {
		if n.Sort == config.NameOption && n.Of == lastPart(field) && (n.Flow == "" || n.Flow == c.spot.Flow) {
			c.add(n.Name, n.Text, kindValue)
		}
	}
	if field == "" {
		c.named(kindValue, "", config.NameHours)
	}
}

func (c *completing) everywhere() {
	c.named(kindField, c.spot.Flow, config.NameField)
	c.named(kindVariable, c.spot.Flow, config.NameGoal)
	c.given("")
	for _, function := range expr.Functions() {
		c.items = append(c.items, completionItem{
			Label: function.Name, Kind: kindFunction, Detail: function.Usage, Documentation: explain.Function(function.Name), TextEdit: textEdit{c.place, function.Name + "("},
		})
	}
}

// given adds the names that need no declaration and begin like this; false where there is none.
func (c *completing) given(prefix string) bool {
	found := false
	for _, given := range explain.Given() {
		if rest, ok := strings.CutPrefix(given.Name, prefix); ok {
			c.add(rest, given.Type, kindVariable)
			found = true
		}
	}
	return found
}
