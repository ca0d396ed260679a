package config

import (
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/shop"
)

// catalogRef is where the catalogs are.
var catalogRef = flows.Ref{Path: "catalog"}

// catalogFile decodes catalog.yaml, if it is there.
func (l *loader) catalogFile(f *folder, source *flows.Source) {
	if _, ok := f.files[catalogFile]; !ok {
		return
	}
	doc := l.parsed(catalogFile)
	d := &decoder{loader: l, doc: doc}
	switch {
	case doc.Root == nil:
		l.damage.add(catalogRef)
	case doc.Root.Kind != document.Map:
		d.bad(doc.Root, catalogRef, "wrong-type", "the file has catalogs by name", belongs(catalogFile))
	default:
		l.places.add(catalogRef, place{doc: doc, node: doc.Root})
		d.named(reflect.ValueOf(&source.Catalogs).Elem(), doc.Root, catalogRef)
	}
}

// table decodes catalog/<name>.csv: the items of the catalog of that name, whose columns may stand in catalog.yaml.
func (l *loader) table(w *Workspace, doc *document.Document, source *flows.Source) {
	id := strings.TrimSuffix(path.Base(doc.Name), ".csv")
	ref := catalogRef.At(id)
	d := &decoder{loader: l, doc: doc}
	if !isID(id) {
		d.reportAt(document.Range{Line: 1, Col: 1, End: 1}, Error, "bad-id", "a catalog is named after its file, and a name is made of a-z, 0-9 and _", "rename the file to "+catalogDir+"/"+idLike(id)+".csv")
		return
	}
	at := slices.IndexFunc(source.Catalogs, func(c *flows.Catalog) bool { return string(c.ID) == id })
	if at < 0 {
		at = len(source.Catalogs)
		source.Catalogs = append(source.Catalogs, &flows.Catalog{Ref: ref, ID: flows.ID(id)})
		node := doc.Root
		if node == nil {
			node = &document.Node{}
		}
		l.places.add(ref, place{doc: doc, node: node})
	}
	catalog := source.Catalogs[at]
	if doc.Root == nil {
		l.damage.add(ref)
		return
	}
	if len(catalog.Items) > 0 {
		d.reportAt(document.Range{Line: 1, Col: 1, End: 1}, Error, "two-places", "the items of "+id+" stand in catalog.yaml too", "keep them in one of the two files")
		return
	}
	d.columns(ref)
	catalog.Items = w.items(l, doc, ref.At("items"))
}

// columns checks the first row of a table: each column is named once, and by a name. What stands in another one is left out of the rows' cells.
func (d *decoder) columns(ref flows.Ref) {
	if d.headless() {
		d.damage.add(ref)
		d.reportAt(document.Range{Line: 1, Col: 1, End: 1}, Error, "missing-key", "the first row does not name the columns", "write a row above it, such as id,name,text,price")
		return
	}
	seen, misspelt := map[string]bool{}, false
	for _, column := range d.doc.Header() {
		if column == nil {
			continue
		}
		if known := columnWords[idLike(column.Value)]; known != "" && !isID(column.Value) {
			d.bad(column, ref.At("columns"), "bad-id", "a column is named by a-z, 0-9 and _, not `"+column.Value+"`", "write `"+known+"`")
			continue
		}
		if !d.goodID(column, ref.At("columns")) {
			misspelt = misspelt || idLike(column.Value) == "id"
			continue
		}
		if seen[column.Value] {
			d.report(column, "duplicate-key", "there are two columns called `"+column.Value+"`", "keep one of them")
		}
		seen[column.Value] = true
	}
	switch {
	case misspelt:
		d.damage.add(ref)
	case !seen["id"]:
		d.damage.add(ref)
		d.reportAt(document.Range{Line: 1, Col: 1, End: 1}, Error, "missing-key", "no column is named `id`", "the first row names the columns; each item needs an id made of a-z, 0-9 and _")
	}
}

// columnWords are words that spreadsheets have for the columns that every catalog knows.
var columnWords = map[string]string{
	"preis": "price", "prix": "price", "bestand": "stock", "lager": "stock", "bezeichnung": "name", "titel": "name", "nom": "name", "title": "name",
	"beschreibung": "text", "description": "text", "bild": "photo", "foto": "photo", "image": "photo", "picture": "photo", "artikelnummer": "id", "sku": "id",
	"gewicht": "weight", "poids": "weight", "steuer": "tax", "taxe": "tax", "variante": "variants", "varianten": "variants",
	"datei": "file", "fichier": "file", "lien": "link", "url": "link", "dauer": "length", "duration": "length", "kapazitat": "capacity",
}

// headless tells whether the first row of a table is an item already: nothing in it is like `id`, and something in it can be no name.
func (d *decoder) headless() bool {
	noName := false
	for _, column := range d.doc.Header() {
		if column == nil {
			continue
		}
		like := idLike(column.Value)
		if like == "id" || columnWords[like] != "" {
			return false
		}
		noName = noName || !isID(like) || like[0] >= '0' && like[0] <= '9'
	}
	return noName
}

// rows decodes the items of a catalog.
func (d *decoder) rows(n *document.Node, ref flows.Ref) []flows.Item {
	if n.Kind != document.List {
		d.wrong(n, ref, "a list of items", "[{id: crema, name: Crema Roma, price: 12.90}]")
		return nil
	}
	items := make([]flows.Item, 0, len(n.Items))
	list := d.divided(n.Items, firstAgain)
	places := make([]place, len(list))
	d.places.lists[ref.Path] = places
	for i, row := range list {
		at := ref.At(strconv.Itoa(i))
		places[i] = place{doc: d.doc, node: row}
		if row.Kind != document.Map {
			d.wrong(row, at, "an item such as {id: crema, name: Crema Roma, price: 12.90}", "")
			continue
		}
		items = append(items, d.item(row, at))
	}
	return items
}

func (d *decoder) item(row *document.Node, ref flows.Ref) flows.Item {
	pairs := row.Pairs
	if row.Style != document.Cell { // the columns of a table are checked once
		pairs = d.pairs(row, ref)
	}
	item := flows.Item{Ref: ref, Cells: make([]flows.Cell, 0, len(pairs))}
	for _, p := range pairs {
		at := ref.At(p.Key.Value)
		if p.Key.Value == shop.WasColumn && p.Value.Kind == document.Scalar && !d.goodID(p.Value, at) {
			continue
		}
		if p.Key.Value == "id" && p.Value.Kind == document.Scalar && !d.goodID(p.Value, at) {
			d.damage.add(ref)
			continue
		}
		if row.Style == document.Cell && !isID(p.Key.Value) {
			continue
		}
		item.Cells = append(item.Cells, d.cell(p, at))
	}
	return item
}

// cell decodes one value of an item, of which only Compile knows the type.
func (d *decoder) cell(p document.Pair, ref flows.Ref) flows.Cell {
	cell := flows.Cell{Ref: ref, Column: p.Key.Value}
	n := p.Value
	switch {
	case n.Kind == document.Empty: // nothing is known of it
	case cell.Column == "variants":
		cell.Parts = d.variants(n, ref)
	case n.Kind == document.Scalar:
		cell.Text = d.words(n, ref, "a value", "...")
	case n.Kind == document.List:
		cell.List = d.several(n, ref)
	case !d.splitAtColon(n, ref):
		d.wrong(n, ref, "a value or a list", "...")
	}
	return cell
}

func (d *decoder) several(n *document.Node, ref flows.Ref) []string {
	all := make([]string, 0, len(n.Items))
	for i, item := range n.Items {
		if word := d.words(item, ref.At(strconv.Itoa(i)), "a value", "..."); word != "" {
			all = append(all, word)
		}
	}
	return all
}
