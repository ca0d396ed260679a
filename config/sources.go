package config

import (
	"reflect"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// sourceName decodes where items come from: catalog.coffee, orders, faq, a field.
func (d *decoder) sourceName(n *document.Node, ref flows.Ref) flows.SourceName {
	name := d.word(n, ref, "the name of a source", "catalog.coffee")
	for part := range strings.SplitSeq(name, ".") {
		if n.Kind == document.Scalar && !isID(part) {
			d.bad(n, ref, "bad-id", "`"+name+"` is no source", "write catalog.<name>, orders, faq, or a field of type list")
			return flows.SourceName{Ref: ref}
		}
	}
	return flows.SourceName{Ref: ref, Name: name}
}

// sortKey decodes a column to sort by: price, or -price for the other way round.
func (d *decoder) sortKey(n *document.Node, ref flows.Ref) flows.SortKey {
	word := d.word(n, ref, "a column", "price")
	column, descending := strings.CutPrefix(word, "-")
	if n.Kind == document.Scalar && !isID(column) {
		d.bad(n, ref, "bad-id", "`"+word+"` is no column", "write `sort: [price]`, or `[-price]` for the dearest first")
		return flows.SortKey{Ref: ref}
	}
	return flows.SortKey{Ref: ref, Column: column, Descending: descending}
}

// media decodes a file of the media folder, or several.
func (d *decoder) media(n *document.Node, ref flows.Ref) flows.MediaFiles {
	media := flows.MediaFiles{Ref: ref}
	if n.Kind != document.List {
		media.Files = d.mediaFile(n, ref, media.Files)
		return media
	}
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		media.Files = d.mediaFile(item, at, media.Files)
	}
	if len(n.Items) == 0 {
		d.bad(n, ref, "missing-value", "the list is empty", "write at least one file")
	}
	return media
}

func (d *decoder) mediaFile(n *document.Node, ref flows.Ref, files []flows.MediaFile) []flows.MediaFile {
	path := d.words(n, ref, "a file of the folder media", "media/shop.jpg")
	if n.Kind != document.Scalar {
		return files
	}
	return append(files, flows.MediaFile{Ref: ref, Path: path})
}

// of decodes what the entries of a list are: one value each, or several by name.
func (d *decoder) of(n *document.Node, ref flows.Ref) flows.Of {
	of := flows.Of{Ref: ref}
	if n.Kind == document.Map {
		d.named(reflect.ValueOf(&of.Fields).Elem(), n, ref)
		return of
	}
	of.Type = d.word(n, ref, "a type, or values by name", "{name: text, age: integer}")
	return of
}
