package config

import (
	"reflect"
	"strconv"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// decoder walks over the tree of one file and fills structs.
type decoder struct {
	*loader
	doc  *document.Document
	flow string // that the file is, as in Refs
}

// file decodes a whole file.
func (d *decoder) file(into any, ref flows.Ref, owner string) {
	d.places.expect(ref, placesInLine*d.doc.Lines())
	d.places.add(ref, place{doc: d.doc, node: d.doc.Root})
	d.structure(reflect.ValueOf(into).Elem(), d.doc.Root, ref, owner)
}

// value decodes what stands at ref. Which form it has is for the Go type to say.
func (d *decoder) value(v reflect.Value, n *document.Node, ref flows.Ref) {
	if !d.places.has(ref) {
		d.places.add(ref, place{doc: d.doc, node: n})
	}
	if n.Kind == document.Empty {
		d.nothing(n, ref)
		return
	}
	if d.form(v.Addr().Interface(), n, ref) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem(), n, ref)
	case reflect.Slice:
		d.slice(v, n, ref)
	case reflect.Struct:
		d.structure(v, n, ref, ownerOf(ref))
	case reflect.String:
		if words, ok := v.Interface().(choice); ok {
			v.SetString(d.oneOf(n, ref, words.Values()...))
			return
		}
		v.SetString(d.words(n, ref, "a text", "..."))
	case reflect.Bool:
		v.SetBool(d.yesNo(n, ref))
	case reflect.Int:
		v.SetInt(int64(d.integer(n, ref)))
	default:
		panic("config: no form for Go type " + v.Type().String())
	}
}

// form decodes the types that have a form of their own.
func (d *decoder) form(into any, n *document.Node, ref flows.Ref) bool {
	switch into := into.(type) {
	case *flows.Text:
		*into = d.text(n, ref)
	case *flows.Line:
		*into = d.line(n, ref)
	case *flows.Label:
		*into = d.label(n, ref)
	case *flows.Expr:
		*into = d.expr(n, ref)
	case *flows.Condition:
		into.Expr = d.expr(n, ref)
	case *flows.ID:
		*into = flows.ID(d.id(n, ref))
	case *flows.FieldName:
		*into = flows.FieldName{Ref: ref, Name: d.id(n, ref)}
	case *flows.FlowName:
		*into = flows.FlowName{Ref: ref, Name: d.id(n, ref)}
	case *flows.StepName:
		*into = flows.StepName{Ref: ref, Name: d.id(n, ref)}
	case *flows.CallName:
		*into = flows.CallName{Ref: ref, Name: d.id(n, ref)}
	case *flows.FAQName:
		*into = flows.FAQName{Ref: ref, Name: d.id(n, ref)}
	case *flows.CatalogName:
		*into = d.catalogName(n, ref)
	case *flows.Written:
		*into = d.asWritten(n, ref)
	case *[]*flows.Voucher:
		*into = d.vouchers(n, ref)
	case *flows.SourceName:
		*into = d.sourceName(n, ref)
	case *flows.SortKey:
		*into = d.sortKey(n, ref)
	case *flows.MediaFiles:
		*into = d.media(n, ref)
	case *flows.Of:
		*into = d.of(n, ref)
	case *[]*flows.Hours:
		*into = d.hours(n, ref)
	case *shop.Quiet:
		*into = d.quiet(n, ref)
	case *[]flows.Item:
		*into = d.rows(n, ref)
	case *flows.Target:
		*into = d.target(n, ref)
	case *flows.Steps:
		*into = d.steps(n, ref)
	case *[]flows.Arm:
		*into = d.arms(n, ref)
	case *flows.Options:
		*into = d.options(n, ref)
	case *flows.Passing:
		*into = d.passes(n, ref)
	case *flows.Taking:
		*into = d.passes(n, ref)
	case *flows.Assignments:
		*into = d.passes(n, ref)
	case *flows.Duration:
		*into = d.duration(n, ref)
	case *flows.Interrupts:
		*into = d.interrupts(n, ref)
	case *flows.AfterPress:
		*into = flows.AfterPress(d.oneOf(n, ref, string(flows.KeepButtons), string(flows.MarkButton), string(flows.RemoveButtons)))
	case *talk.Words:
		*into = d.spoken(n, ref)
	case *talk.Tap:
		return d.tap(into, n, ref)
	default:
		return false
	}
	return true
}

// slice decodes a list, or a map by name where the elements get their key.
func (d *decoder) slice(v reflect.Value, n *document.Node, ref flows.Ref) {
	elem := v.Type().Elem()
	if named := indirect(elem); named.Kind() == reflect.Struct && d.shapes.of(named).name != nil {
		d.named(v, n, ref)
		return
	}
	if n.Kind != document.List {
		d.wrong(n, ref, "a list", shownAs(v.Type(), "["+shownList(n)+"]"))
		return
	}
	for i, item := range d.divided(n.Items, firstAgain) {
		v.Set(reflect.Append(v, reflect.Zero(elem)))
		d.value(v.Index(i), item, ref.At(strconv.Itoa(i)))
	}
}

func indirect(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
