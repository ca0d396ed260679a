package config

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
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
		v.SetString(d.word(n, ref, "a text", "..."))
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
		*into = d.words(n, ref)
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
		d.wrong(n, ref, "a list", "["+shown(n)+"]")
		return
	}
	for i, item := range n.Items {
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

// named decodes a map by name into a list, in the order written.
func (d *decoder) named(v reflect.Value, n *document.Node, ref flows.Ref) {
	if n.Kind != document.Map {
		d.wrong(n, ref, "a map by name", "{name: ...}")
		return
	}
	elem := indirect(v.Type().Elem())
	sh := d.shapes.of(elem)
	for _, p := range d.pairs(n, ref) {
		made := reflect.New(elem)
		name := made.Elem().FieldByIndex(sh.name)
		if name.Type() == reflect.TypeFor[flows.ID]() && !d.goodID(p.Key, ref.At(p.Key.Value)) {
			continue
		}
		name.SetString(p.Key.Value)
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		if p.Value.Kind == document.Empty {
			d.nothing(p.Value, at)
		} else {
			d.structure(made.Elem(), p.Value, at, "`"+p.Key.Value+"`")
		}
		if v.Type().Elem().Kind() != reflect.Pointer {
			made = made.Elem()
		}
		v.Set(reflect.Append(v, made))
	}
}

// structure decodes a map of keys into a struct, or the single value that stands for it.
func (d *decoder) structure(v reflect.Value, n *document.Node, ref flows.Ref, owner string) {
	sh := d.shapes.of(v.Type())
	if sh.ref != nil {
		v.FieldByIndex(sh.ref).Set(reflect.ValueOf(ref))
	}
	if n.Kind == document.Scalar && sh.short != nil {
		at := ref
		if sh.short.name != "" {
			at = ref.At(sh.short.name)
		}
		d.value(v.FieldByIndex(sh.short.index), n, at)
		return
	}
	if n.Kind != document.Map {
		d.wrong(n, ref, "a map of keys", "{"+exampleKey(sh)+": ...}")
		return
	}
	d.keys(n, ref, owner, part{v, sh})
}

func exampleKey(sh *shape) string {
	for _, k := range sh.keys {
		if k.required {
			return k.name
		}
	}
	return sh.keys[0].name
}

// part is a struct that takes some of a map's keys.
type part struct {
	v  reflect.Value
	sh *shape
}

// keys decodes a map into structs that share its keys.
func (d *decoder) keys(n *document.Node, ref flows.Ref, owner string, parts ...part) {
	written := map[string]bool{}
	names := keyNames(parts)
	for _, p := range d.pairs(n, ref) {
		written[p.Key.Value] = true
		at := ref.At(p.Key.Value)
		i := slices.IndexFunc(parts, func(part part) bool { return part.sh.key(p.Key.Value) != nil })
		if i < 0 {
			written[d.unknownKey(p.Key, at, owner, names)] = true
			continue
		}
		d.places.add(at, place{d.doc, p.Key, p.Value})
		d.value(parts[i].v.FieldByIndex(parts[i].sh.key(p.Key.Value).index), p.Value, at)
	}
	for _, part := range parts {
		for _, k := range part.sh.keys {
			if k.required && !written[k.name] {
				d.missing(n, ref.At(k.name), owner, k.name, k.doc)
			}
		}
	}
}

// pairs gives the pairs of a map without those that YAML made of a text, and without the second of two alike. Both are reported.
func (d *decoder) pairs(n *document.Node, ref flows.Ref) []document.Pair {
	kept := make([]document.Pair, 0, len(n.Pairs))
	seen := map[string]int{}
	for i, p := range n.Pairs {
		first, twice := seen[p.Key.Value]
		switch {
		case p.Key.Kind != document.Scalar:
			d.report(p.Key, "yaml-garbled", "a name is expected in front of the colon", "a text with brackets needs quotes")
		case p.Bare:
			d.bare(n.Pairs, i)
			d.damage.add(ref)
		case twice:
			d.report(p.Key, "duplicate-key", fmt.Sprintf("`%s` is written twice; it stands in line %d too", p.Key.Value, first), "keep one of them")
		default:
			seen[p.Key.Value] = d.doc.Place(p.Key).Line
			kept = append(kept, p)
		}
	}
	return kept
}

// bare reports a piece of a text that was cut at its comma: {yes: Yes, please}.
func (d *decoder) bare(pairs []document.Pair, i int) {
	help := "a key needs a colon and a value"
	if i > 0 && pairs[i-1].Value.Kind == document.Scalar && pairs[i-1].Value.Style == document.Plain {
		help = "write `" + pairs[i-1].Key.Value + ": " + document.Quoted(pairs[i-1].Value.Value+", "+pairs[i].Key.Value) + "`"
	}
	d.report(pairs[i].Key, "yaml-garbled", "within {} YAML cuts a text at its comma", help)
}

func keyNames(parts []part) []string {
	var names []string
	for _, part := range parts {
		for _, k := range part.sh.keys {
			names = append(names, k.name)
		}
	}
	return names
}

// unknownKey reports a key that nobody knows, and gives the one that was most likely meant: that one is not missing.
func (d *decoder) unknownKey(n *document.Node, ref flows.Ref, owner string, names []string) string {
	d.damage.add(ref)
	name := n.Value
	near := expr.Nearest(name, names)
	help := ""
	switch {
	case strings.HasPrefix(name, "-"):
		help = "a blank is missing behind the dash: write `- " + name[1:] + "`"
	case near != "":
		help = "did you mean `" + near + "`?"
	case len(names) <= 16:
		help = "the keys here are " + strings.Join(names, ", ")
	}
	d.report(n, "unknown-key", owner+" has no key `"+name+"`", help)
	return near
}

func (d *decoder) missing(n *document.Node, ref flows.Ref, owner, name, doc string) {
	d.damage.add(ref)
	if d.doc.Lost(n) {
		return
	}
	help := ""
	if doc != "" {
		help = "write `" + name + ": ...` (" + strings.TrimSuffix(strings.ToLower(doc[:1])+doc[1:], ".") + ")"
	}
	d.report(n, "missing-key", owner+" needs `"+name+":`", help)
}
