package flows

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// catalogTypes settles the columns of every catalog and what an item of any of them may have.
func (c *compiler) catalogTypes() {
	c.set.catalogs = map[string]*Catalog{}
	c.anyItem = &value.Type{Base: value.TypeItem, Fields: map[string]*value.Type{}}
	for _, catalog := range c.src.Catalogs {
		id := string(catalog.ID)
		if c.set.catalogs[id] != nil {
			c.fail(catalog.Ref, "duplicate-id", "rename one of them", "there is another catalog called %s", id)
			continue
		}
		c.set.catalogs[id] = catalog
		c.set.catalogOrder = append(c.set.catalogOrder, catalog)
		catalog.sold = shop.NewCatalog(id, c.columns(catalog), nil)
		for name, typ := range catalog.sold.Type().Fields {
			if c.anyItem.Fields[name] == nil {
				c.anyItem.Fields[name] = typ
			}
		}
	}
}

// columns are the given ones and those that the catalog declares.
func (c *compiler) columns(catalog *Catalog) []shop.Column {
	columns := append(shop.GivenColumns(), shop.Column{Name: catalogColumn, Type: textType})
	for i, field := range catalog.Columns {
		name := string(field.Name)
		if slices.ContainsFunc(columns, func(column shop.Column) bool { return column.Name == name }) {
			c.fail(field.Ref, "duplicate-id", "leave the line out, or rename the column", "the column %s is given and has its type already", name)
			continue
		}
		if slices.ContainsFunc(catalog.Columns[:i], func(other *Field) bool { return other.Name == field.Name }) {
			continue // config has reported it
		}
		at := place{c: c, at: "catalog." + string(catalog.ID)}
		c.fieldType(field, at)
		at = at.under(name)
		c.longLabel(&field.Label, at)
		columns = append(columns, shop.Column{Name: name, Type: field.typ, Label: c.labels(&field.Label)})
	}
	return columns
}

// catalogColumn holds the id of the catalog, so that a kept item knows where it comes from.
const catalogColumn = "catalog"

// labels gives a label without values by language.
func (c *compiler) labels(l *Label) map[string]string {
	labels := map[string]string{}
	for i, template := range l.templates {
		if template == nil {
			continue
		}
		labels[c.set.Languages[i]] = template.Render(noValues{}).Text
		if i == 0 {
			labels[""] = labels[c.set.Languages[0]]
		}
	}
	return labels
}

// catalogs reads the cells of every item, or takes over what an earlier set has of the same items.
func (c *compiler) catalogs() {
	for _, catalog := range c.set.catalogOrder {
		former := c.unchanged(catalog)
		if former != nil && c.src.Former.dictionary == c.dictionary {
			catalog.sold, catalog.lists, catalog.part = former.sold, former.lists, former.part
			continue
		}
		own := *c
		catalog.part = newPart()
		own.part, own.former = catalog.part, nil
		own.catalog(catalog, former)
	}
}

// unchanged is the catalog of the set that was compiled before, where all is the same that decides about its rows, but perhaps their translations; nil: they must be read.
func (c *compiler) unchanged(catalog *Catalog) *Catalog {
	set := c.src.Former
	if set == nil || len(catalog.Items) == 0 || set.Currency != c.set.Currency || set.zone.String() != c.set.zone.String() {
		return nil
	}
	former := set.catalogs[string(catalog.ID)]
	switch {
	case former == nil || len(former.Items) != len(catalog.Items) || &former.Items[0] != &catalog.Items[0]:
		return nil
	case !slices.Equal(set.Languages, c.set.Languages) || !maps.Equal(set.files, c.src.Media):
		return nil
	case !reflect.DeepEqual(former.sold.Columns, catalog.sold.Columns):
		return nil
	}
	return former
}

// catalog reads the cells of one catalog's items, or takes over the rows of an unchanged one: in a set that is used each of them is sound.
func (c *compiler) catalog(catalog, former *Catalog) {
	rows := make([]value.Value, 0, len(catalog.Items))
	written := make([]*Item, 0, len(catalog.Items)) // as rows
	seen := map[string]bool{}
	for i, row := range c.rows(catalog, former) {
		item := &catalog.Items[i]
		id := row.Field("id").AsText()
		switch {
		case id == "":
			continue
		case seen[id]:
			c.fail(item.Ref, "duplicate-id", "give each item an id of its own", "another item of catalog %s has the id %s", catalog.ID, id)
			continue
		}
		seen[id] = true
		rows, written = append(rows, row), append(written, item)
	}
	c.formerItems(written)
	sold := shop.NewCatalog(string(catalog.ID), catalog.sold.Columns, rows)
	catalog.sold = sold.Translated(c.itemsInWords(sold, written)...)
	for i := range c.set.Languages {
		catalog.lists = append(catalog.lists, value.List(catalog.sold.Items(i)...))
	}
}

// rows reads the cells of all items of a catalog, several items at once.
func (c *compiler) rows(catalog, former *Catalog) []value.Value {
	if former != nil {
		c.media = former.part.media
		return former.sold.Items(0)
	}
	rows, parts := make([]value.Value, len(catalog.Items)), make([]part, len(catalog.Items))
	c.src.each(len(rows), func(i int) {
		own := *c
		own.part = &parts[i]
		rows[i] = own.row(catalog, &catalog.Items[i])
	})
	for i := range parts {
		c.problems = append(c.problems, parts[i].problems...)
		c.media = append(c.media, parts[i].media...)
	}
	return rows
}

// row reads the cells of one item.
func (c *compiler) row(catalog *Catalog, item *Item) value.Value {
	parts := map[string]value.Value{catalogColumn: value.Text(string(catalog.ID))}
	for _, cell := range item.Cells {
		column, ok := catalog.sold.Column(cell.Column)
		if !ok || cell.Column == catalogColumn {
			c.fail(cell.Ref, "unknown-column", didYouMean(cell.Column, columnNames(catalog), "declare it under `columns:`, as `"+cell.Column+": text`"),
				"catalog %s has no column called %s", catalog.ID, cell.Column)
			continue
		}
		if v, ok := c.cell(cell, column.Type); ok {
			parts[cell.Column] = v
		}
	}
	if !parts["id"].Known() {
		c.fail(item.Ref, "missing-key", "write `id: some_name`", "the item has no id")
	}
	if !parts["name"].Known() {
		parts["name"] = parts["id"]
	}
	return value.Record(parts)
}

func columnNames(catalog *Catalog) []string {
	var names []string
	for _, column := range catalog.sold.Columns {
		if column.Name != catalogColumn {
			names = append(names, column.Name)
		}
	}
	return names
}

// cell reads one value as its column's type wants it. An empty one is unknown.
func (c *compiler) cell(cell Cell, typ *value.Type) (value.Value, bool) {
	text := strings.TrimSpace(cell.Text)
	switch {
	case typ.Base == value.TypeManyOf || typ.Base == value.TypeList:
		return c.cellList(cell, typ)
	case text == "":
		return value.Value{}, false
	case typ.Base == value.TypePhoto:
		c.cellMedia(cell, text)
		return value.Text(text), true
	case typ.Base == value.TypeText:
		return value.Text(text), true
	}
	v, fault := shop.ReadCell(typ, text, shop.Reading{Currency: c.set.Currency, Zone: c.set.zone})
	if fault != nil {
		help := fault.Help
		if near := expr.Nearest(text, fault.Among); near != "" {
			help = expr.DidYouMean(near)
		}
		c.fail(cell.Ref, "bad-cell", help, "column %s: %s", cell.Column, fault.Message)
		return value.Value{}, false
	}
	return v, true
}

// cellList reads several values: a list, or a text with | or ; between them.
func (c *compiler) cellList(cell Cell, typ *value.Type) (value.Value, bool) {
	words := cell.List
	if words == nil && strings.TrimSpace(cell.Text) != "" {
		words = strings.FieldsFunc(cell.Text, func(r rune) bool { return r == '|' || r == ';' })
	}
	if words == nil && cell.Parts == nil {
		return value.Value{}, false
	}
	var values []value.Value
	for _, word := range words {
		one := Cell{Ref: cell.Ref, Column: cell.Column, Text: strings.TrimSpace(word)}
		of := typ.Elem
		if typ.Base == value.TypeManyOf {
			of = &value.Type{Base: value.TypeOneOf, Options: typ.Options}
		}
		if of == nil {
			of = textType
		}
		if v, ok := c.cell(one, of); ok {
			values = append(values, v)
		}
	}
	for i := range cell.Parts {
		values = append(values, c.record(&cell.Parts[i], cell.Column, typ.Elem))
	}
	return value.List(values...), true
}

// record reads one of several records that stand in one cell, such as the variants of an item.
func (c *compiler) record(item *Item, column string, typ *value.Type) value.Value {
	parts := map[string]value.Value{}
	for _, cell := range item.Cells {
		of := typ.Fields[cell.Column]
		if of == nil {
			c.fail(cell.Ref, "unknown-column", "", "%s have no %s", column, cell.Column)
			continue
		}
		if v, ok := c.cell(cell, of); ok {
			parts[cell.Column] = v
		}
	}
	return value.Record(parts)
}

func (c *compiler) cellMedia(cell Cell, path string) {
	c.mediaFile(&MediaFile{Ref: cell.Ref, Path: path})
}

// mediaFile finds a file of the media folder, and what stands for it in other languages: media/menu.de.pdf for media/menu.pdf.
func (c *compiler) mediaFile(f *MediaFile) {
	if c.src.Media == nil {
		return
	}
	entry, ok := c.src.Media[f.Path]
	if !ok {
		var paths []string
		for path := range c.src.Media {
			paths = append(paths, path)
		}
		c.fail(f.Ref, "missing-media", didYouMean(f.Path, sorted(paths), "put it into the folder media/"), "there is no file %s", f.Path)
		return
	}
	f.hashes = make([]string, len(c.set.Languages))
	dot := strings.LastIndexByte(f.Path, '.')
	for i, language := range c.set.Languages {
		f.hashes[i] = entry.Hash
		if dot < 0 {
			continue
		}
		if own, ok := c.src.Media[f.Path[:dot]+"."+language+f.Path[dot:]]; ok {
			f.hashes[i] = own.Hash
		}
	}
	c.media = append(c.media, f)
}
