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

// maxStrangers is how many unknown keys of one map are reported each for itself.
const maxStrangers = 3

// strangers takes out the keys of a map that belongs somewhere else: where very many are unknown, that is one mistake.
func (d *decoder) strangers(pairs []document.Pair, ref flows.Ref, owner string, names []string) []document.Pair {
	strange := func(p document.Pair) bool {
		return !slices.Contains(names, p.Key.Value) && meant(p.Key.Value, spokenKey, names) == ""
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

// spokenKey is the key for which people write a word; "" for any other word.
func spokenKey(word string) string {
	switch word {
	case "if", "condition":
		return "when"
	case "then":
		return "do"
	case "otherwise":
		return "else"
	case "message", "question":
		return "text"
	case "title", "name":
		return "label"
	case "answers", "choices":
		return "options"
	case "discount":
		return "off"
	case "expires":
		return "until"
	case "cost":
		return "price"
	case "put":
		return "add"
	case "delete":
		return "remove"
	}
	return ""
}

// spokenKind is the kind of step for which people write a word; "" for any other word.
func spokenKind(word string) string {
	switch word {
	case "goto":
		return "go"
	case "question", "input":
		return "ask"
	case "message", "send":
		return "say"
	case "buttons", "choice":
		return "menu"
	case "if", "switch":
		return "branch"
	case "buy", "checkout":
		return "pay"
	case "pause", "sleep":
		return "wait"
	case "stop":
		return "end"
	}
	return ""
}

// meant is the one of the names that somebody means who writes another word: what people say for it, or else the nearest in its letters; "" where there is none.
func meant(word string, spoken func(string) string, names []string) string {
	if name := spoken(word); slices.Contains(names, name) {
		return name
	}
	return expr.Nearest(word, names)
}

// unknownKey reports a key that nobody knows, and gives the one that was most likely meant: that one is not missing.
func (d *decoder) unknownKey(n *document.Node, ref flows.Ref, owner string, names []string, parts []part) string {
	d.damage.add(ref)
	name := n.Value
	near := meant(name, spokenKey, names)
	var help string
	switch {
	case unbuilt(name) != "":
		help = unbuilt(name)
	case strings.HasPrefix(name, "-"):
		help = "a blank is missing behind the dash: write `- " + name[1:] + "`"
	case near != "":
		help = expr.DidYouMean(near)
	default:
		help = d.whichKeys(name, names, parts)
	}
	d.report(n, "unknown-key", owner+" has no key `"+name+"`", help)
	return near
}

// maxListed is how many keys are few enough to be listed.
const maxListed = 20

// whichKeys says where a key belongs, and which keys there are in its place.
func (d *decoder) whichKeys(name string, names []string, parts []part) string {
	var help []string
	if holder := d.holder(name, parts); holder != "" {
		help = append(help, "`"+name+"` stands within `"+holder+":`")
	}
	if len(names) <= maxListed {
		help = append(help, "the keys here are "+strings.Join(names, ", "))
	}
	return strings.Join(help, "; ")
}

// holder is the one key whose map has a key of this name: `tax` stands within `shop`. It is "" where there is none, or more than one.
func (d *decoder) holder(name string, parts []part) string {
	var holders []string
	for _, part := range parts {
		for _, k := range part.sh.keys {
			of := indirect(part.v.Type().FieldByIndex(k.index).Type)
			if of.Kind() == reflect.Struct && d.shapes.of(of).key(name) != nil {
				holders = append(holders, k.name)
			}
		}
	}
	if len(holders) != 1 {
		return ""
	}
	return holders[0]
}

func (d *decoder) missing(n *document.Node, ref flows.Ref, owner, name, doc string) {
	d.damage.add(ref)
	if d.doc.Lost(n) {
		return
	}
	d.report(n, "missing-key", owner+" needs `"+name+":`", toWrite(name, doc))
}

// toWrite is a key as it is to be written, with what it is for.
func toWrite(name, doc string) string {
	if doc == "" {
		return ""
	}
	first, _, _ := strings.Cut(doc, ". ")
	return "write `" + name + ": ...` (" + strings.TrimSuffix(strings.ToLower(first[:1])+first[1:], ".") + ")"
}
