package config

import (
	"reflect"
	"slices"

	"repartee/config/document"
	"repartee/flows"
)

// named decodes a map by name into a list, in the order written.
func (d *decoder) named(v reflect.Value, n *document.Node, ref flows.Ref) {
	if n.Kind != document.Map {
		d.wrong(n, ref, "a map by name", shownAs(v.Type(), "{name: ...}"))
		return
	}
	elem := indirect(v.Type().Elem())
	sh := d.shapes.of(elem)
	for _, p := range d.pairs(n, ref) {
		made := reflect.New(elem)
		name := made.Elem().FieldByIndex(sh.name)
		if name.Type() == reflect.TypeFor[flows.ID]() && !d.goodID(p.Key, ref.At(p.Key.Value)) {
			d.lostStep() // where an option leads
			continue
		}
		name.SetString(p.Key.Value)
		at := ref.At(p.Key.Value)
		d.entry(made.Elem(), p, at)
		if v.Type().Elem().Kind() != reflect.Pointer {
			made = made.Elem()
		}
		v.Set(reflect.Append(v, made))
	}
}

// entry decodes what stands behind one name of a map by name.
func (d *decoder) entry(v reflect.Value, p document.Pair, ref flows.Ref) {
	d.places.add(ref, place{d.doc, p.Key, p.Value})
	if p.Value.Kind == document.Empty {
		d.noKeys(v, p, ref)
		return
	}
	d.structure(v, p.Value, ref, "`"+p.Key.Value+"`")
}

// noKeys reports a name without anything behind it. Where no key is needed, braces say so.
func (d *decoder) noKeys(v reflect.Value, p document.Pair, ref flows.Ref) {
	sh := d.shapes.of(v.Type())
	if d.doc.Lost(p.Value) || sh.short != nil || sh.items != nil || slices.ContainsFunc(sh.keys, func(k key) bool { return k.required }) {
		d.nothing(p.Value, ref)
		return
	}
	d.bad(p.Key, ref, "missing-value", "nothing stands behind `"+p.Key.Value+":`", "write `"+p.Key.Value+": {}`, or its keys within the brackets")
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
		d.shortForm(v, n, at, sh)
		return
	}
	if n.Kind == document.List && sh.items != nil {
		d.value(v.FieldByIndex(sh.items), n, ref)
		return
	}
	if n.Kind != document.Map {
		d.wrong(n, ref, "a map of keys", shownAs(v.Type(), "{"+exampleKey(sh)+": ...}"))
		return
	}
	d.keys(n, ref, owner, part{v, sh})
}

// shortForm decodes the single value that stands for a struct. Where it is one of some words, keys are the other form.
func (d *decoder) shortForm(v reflect.Value, n *document.Node, ref flows.Ref, sh *shape) {
	field := v.FieldByIndex(sh.short.index)
	i := slices.IndexFunc(sh.keys, func(k key) bool { return k.name != sh.short.name })
	if words, ok := field.Interface().(choice); ok && i >= 0 {
		field.SetString(d.oneOfOr(n, ref, "{"+sh.keys[i].name+": ...}", words.Values()))
		return
	}
	d.value(field, n, ref)
}

func exampleKey(sh *shape) string {
	for _, k := range sh.keys {
		if k.required {
			return k.name
		}
	}
	if len(sh.keys) == 0 {
		return "name"
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
	written := make([]string, 0, len(n.Pairs))
	taking := func(p document.Pair) int {
		return slices.IndexFunc(parts, func(part part) bool { return part.sh.key(p.Key.Value) != nil })
	}
	pairs := d.pairs(n, ref)
	var names []string
	if slices.ContainsFunc(pairs, func(p document.Pair) bool { return taking(p) < 0 }) {
		names = keyNames(parts)
		pairs = d.strangers(pairs, ref, owner, names)
	}
	for _, p := range pairs {
		written = append(written, p.Key.Value)
		at := ref.At(p.Key.Value)
		i := taking(p)
		if i < 0 {
			near := d.unknownKey(p.Key, at, owner, names, parts)
			if near != "" && !slices.Contains(written, near) && n.Get(near) == nil {
				d.misspelt(near, p, ref, parts)
			} else {
				d.misplaced(p)
			}
			written = append(written, near)
			continue
		}
		d.places.add(at, place{d.doc, p.Key, p.Value})
		d.keyValue(parts[i], p.Key.Value, p.Value, at)
	}
	for _, part := range parts {
		for _, k := range part.sh.keys {
			if k.required && !slices.Contains(written, k.name) {
				d.missing(n, ref.At(k.name), owner, k.name, k.doc)
			}
		}
	}
}

// keyValue decodes what stands behind a key.
func (d *decoder) keyValue(into part, name string, n *document.Node, ref flows.Ref) {
	k := into.sh.key(name)
	if d.written != nil {
		d.written(declaring(into.v.Type(), k), n)
	}
	field := into.v.FieldByIndex(k.index)
	switch {
	case k.required && n.Kind == document.Empty && !d.doc.Lost(n):
		d.bad(d.keyOf(n, ref), ref, "missing-value", "nothing stands behind `"+name+":`", toWrite(name, k.doc))
	case k.secret:
		field.SetString(d.secret(n, ref))
	default:
		d.value(field, n, ref)
	}
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

// declaring is what a key is known by among all keys: the struct that declares it, which may be embedded in others, and its name.
func declaring(t reflect.Type, k *key) string {
	for _, i := range k.index[:len(k.index)-1] {
		t = indirect(t.Field(i).Type)
	}
	return t.String() + "." + k.name
}
