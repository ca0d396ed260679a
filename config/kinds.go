package config

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
)

// opening finds the one key of a step that says its kind. A kind may have a key that is the name of another kind.
func (d *decoder) opening(n *document.Node, ref flows.Ref) (flows.Kind, bool) {
	var found []document.Pair
	for _, p := range n.Pairs {
		if _, ok := d.kinds[p.Key.Value]; ok && !slices.ContainsFunc(found, func(f document.Pair) bool { return f.Key.Value == p.Key.Value }) {
			found = append(found, p)
		}
	}
	if len(found) > 1 {
		found = d.sharing(found)
	}
	switch len(found) {
	case 1:
		return d.kinds[found[0].Key.Value], true
	case 0:
		d.noKind(n, ref)
	default:
		first, second := found[0].Key.Value, found[1].Key.Value
		d.bad(found[1].Key, ref, "unknown-kind", "a step has one kind, not both `"+first+"` and `"+second+"`", "write `- "+second+":` for a step of its own")
	}
	return flows.Kind{}, false
}

// sharing gives the opening key that has all others as keys of its own; else all of them.
func (d *decoder) sharing(found []document.Pair) []document.Pair {
	for i, p := range found {
		sh := d.shapes.of(reflect.TypeOf(d.kinds[p.Key.Value].New()).Elem())
		others := slices.Delete(slices.Clone(found), i, i+1)
		if !slices.ContainsFunc(others, func(o document.Pair) bool { return sh.key(o.Key.Value) == nil }) {
			return []document.Pair{p}
		}
	}
	return found
}

func (d *decoder) noKind(n *document.Node, ref flows.Ref) {
	d.damage.add(ref)
	if d.doc.Lost(n) || d.doc.Mended(n) {
		return
	}
	own := d.shapes.of(reflect.TypeFor[flows.Step]())
	at, help := n, "a step begins with one of "+strings.Join(d.names, ", ")
	for _, p := range n.Pairs {
		if own.key(p.Key.Value) != nil {
			continue
		}
		at = p.Key
		if near := meant(p.Key.Value, spokenKind, d.names); near != "" {
			help = expr.DidYouMean(near)
		}
		help = cmp.Or(unbuilt(p.Key.Value), help)
		break
	}
	if at == n || len(n.Pairs) == 0 {
		d.report(n, "unknown-kind", "this step has no kind", help)
		return
	}
	d.report(at, "unknown-kind", "there is no kind of step called `"+at.Value+"`", help)
}

func (d *decoder) noKindBare(n *document.Node, ref flows.Ref) {
	d.damage.add(ref)
	if d.doc.Mended(n) {
		return
	}
	help := "write `- say: " + document.Quoted(n.Value) + "`"
	if name, rest, cut := strings.Cut(n.Value, ":"); cut && slices.Contains(d.names, name) {
		help = "a blank is missing behind the colon: write `- " + name + ": " + rest + "`"
	} else if name, rest, cut := strings.Cut(n.Value, " "); cut && slices.Contains(d.names, name) {
		help = "a colon is missing: write `- " + name + ": " + rest + "`"
	} else if near := expr.Nearest(n.Value, d.names); near != "" {
		help = expr.DidYouMean(near)
	}
	d.report(n, "unknown-kind", "a step begins with its kind", cmp.Or(unbuilt(n.Value), help))
}
