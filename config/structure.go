package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
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
	written := map[string]bool{}
	names := keyNames(parts)
	pairs := d.strangers(d.pairs(n, ref), ref, owner, names)
	for _, p := range pairs {
		written[p.Key.Value] = true
		at := ref.At(p.Key.Value)
		i := slices.IndexFunc(parts, func(part part) bool { return part.sh.key(p.Key.Value) != nil })
		if i < 0 {
			near := d.unknownKey(p.Key, at, owner, names)
			if near != "" && !written[near] && n.Get(near) == nil {
				d.misspelt(near, p, ref, parts)
			} else {
				d.misplaced(p)
			}
			written[near] = true
			continue
		}
		d.places.add(at, place{d.doc, p.Key, p.Value})
		d.keyValue(parts[i], p.Key.Value, p.Value, at)
	}
	for _, part := range parts {
		for _, k := range part.sh.keys {
			if k.required && !written[k.name] {
				d.missing(n, ref.At(k.name), owner, k.name, k.doc)
			}
		}
	}
}

// keyValue decodes what stands behind a key.
func (d *decoder) keyValue(into part, name string, n *document.Node, ref flows.Ref) {
	k := into.sh.key(name)
	field := into.v.FieldByIndex(k.index)
	if k.secret {
		field.SetString(d.secret(n, ref))
		return
	}
	d.value(field, n, ref)
}

// maxStrangers is how many unknown keys of one map are reported each for itself.
const maxStrangers = 3

// strangers takes out the keys of a map that belongs somewhere else: where very many are unknown, that is one mistake.
func (d *decoder) strangers(pairs []document.Pair, ref flows.Ref, owner string, names []string) []document.Pair {
	strange := func(p document.Pair) bool {
		return !slices.Contains(names, p.Key.Value) && expr.Nearest(p.Key.Value, names) == "" && !slices.Contains(names, spokenKeys[p.Key.Value])
	}
	var keys []*document.Node
	for _, p := range pairs {
		if strange(p) {
			keys = append(keys, p.Key)
		}
	}
	if len(keys) <= maxStrangers {
		return pairs
	}
	for _, p := range pairs {
		if strange(p) {
			d.misplaced(p)
		}
	}
	d.damage.add(ref)
	d.report(keys[0], "unknown-key", fmt.Sprintf("%s has no key `%s`, nor the %d others here that are not its own", owner, keys[0].Value, len(keys)-1),
		"a line above them may be missing, or they do not begin at their column")
	return slices.DeleteFunc(slices.Clone(pairs), strange)
}

// misplaced remembers the names in what stands in a wrong place: elsewhere they seem to be missing.
func (d *decoder) misplaced(p document.Pair) {
	d.damage.lose([]string{p.Key.Value})
	for _, inner := range p.Value.Pairs {
		d.misplaced(inner)
	}
	for _, item := range p.Value.Items {
		for _, inner := range item.Pairs {
			d.misplaced(inner)
		}
	}
}

// misspelt decodes what stands behind a misspelt key as if the key was right, so that nothing in it seems to be missing elsewhere. If it has not the form that the
// key wants, another one was meant.
func (d *decoder) misspelt(name string, p document.Pair, ref flows.Ref, parts []part) {
	at := ref.At(name)
	i := slices.IndexFunc(parts, func(part part) bool { return part.sh.key(name) != nil })
	found := len(d.found)
	d.places.add(at, place{d.doc, p.Key, p.Value})
	d.keyValue(parts[i], name, p.Value, at)
	if d.damage.refs[at] {
		d.found = d.found[:found]
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
			d.lostStep() // what the second one leads to
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
		before, after := pairs[i-1].Value.Value, pairs[i].Key.Value
		if decimalComma(before, after) {
			d.report(pairs[i].Key, "yaml-garbled", "a number has a point, not a comma", "write `"+pairs[i-1].Key.Value+": "+before+"."+after+"`")
			return
		}
		help = "write `" + pairs[i-1].Key.Value + ": " + document.Quoted(before+", "+after) + "`"
	}
	d.report(pairs[i].Key, "yaml-garbled", "within {} YAML cuts a text at its comma", help)
}

// decimalComma tells whether a comma between two pieces of text most likely parts decimals: 5,50 and how_old > 50,5.
func decimalComma(before, after string) bool {
	return after != "" && strings.Trim(after, "0123456789") == "" && before != "" && strings.ContainsAny(before[len(before)-1:], "0123456789")
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

// spokenKeys are words that people write for a key.
var spokenKeys = map[string]string{
	"if": "when", "condition": "when", "then": "do", "otherwise": "else", "name": "label", "discount": "off", "expires": "until", "cost": "price", "message": "text", "question": "text", "title": "label", "answers": "options", "choices": "options",
}

// unknownKey reports a key that nobody knows, and gives the one that was most likely meant: that one is not missing.
func (d *decoder) unknownKey(n *document.Node, ref flows.Ref, owner string, names []string) string {
	d.damage.add(ref)
	name := n.Value
	near := expr.Nearest(name, names)
	if spoken := spokenKeys[name]; near == "" && slices.Contains(names, spoken) {
		near = spoken
	}
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
