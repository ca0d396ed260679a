package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
)

// steps decodes a list of steps. A step that has no kind is left out.
func (d *decoder) steps(n *document.Node, ref flows.Ref) flows.Steps {
	if n.Kind != document.List {
		d.lostStep()
		d.wrong(n, ref, "a list of steps, each with a dash in front", "[...]")
		return nil
	}
	steps := make(flows.Steps, 0, len(n.Items))
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		if step := d.step(item, at); step != nil {
			steps = append(steps, step)
		} else {
			d.lostStep()
			d.loseNames(item)
		}
	}
	return steps
}

func (d *decoder) lostStep() { d.damage.flows[d.flow] = true }

// loseNames remembers what a step that is left out may have been known by, or kept.
func (d *decoder) loseNames(n *document.Node) {
	d.damage.lose(strings.FieldsFunc(n.Value, func(r rune) bool { return !isID(string(r)) }))
	for _, p := range n.Pairs {
		if p.Value.Kind == document.Scalar && isID(p.Value.Value) {
			d.damage.lose([]string{p.Value.Value})
		}
	}
}

func (d *decoder) step(n *document.Node, ref flows.Ref) *flows.Step {
	switch n.Kind {
	case document.Empty:
		d.nothing(n, ref)
		return nil
	case document.Scalar:
		return d.bareStep(n, ref)
	case document.List:
		d.wrong(n, ref, "one step", "")
		return nil
	}
	kind, ok := d.opening(n, ref)
	if !ok {
		return nil
	}
	step := &flows.Step{Ref: ref, Kind: kind.Name, Body: kind.New()}
	body := part{reflect.ValueOf(step.Body).Elem(), nil}
	body.sh = d.shapes.of(body.v.Type())
	own := part{reflect.ValueOf(step).Elem(), d.shapes.of(reflect.TypeFor[flows.Step]())}
	d.keys(d.withoutEmpty(n, kind, body.sh), ref, "a step `"+kind.Name+"`", body, own)
	return step
}

// withoutEmpty takes out an opening key with nothing behind it, if its kind needs nothing there: `end:`.
func (d *decoder) withoutEmpty(n *document.Node, kind flows.Kind, sh *shape) *document.Node {
	k := sh.key(kind.Name)
	if k != nil && k.required {
		return n
	}
	rest := *n
	rest.Pairs = slices.DeleteFunc(slices.Clone(n.Pairs), func(p document.Pair) bool {
		return p.Key.Value == kind.Name && p.Value.Kind == document.Empty
	})
	return &rest
}

// bareStep decodes the name of a kind alone: `- end`.
func (d *decoder) bareStep(n *document.Node, ref flows.Ref) *flows.Step {
	kind, ok := d.kinds[n.Value]
	if !ok {
		d.noKindBare(n, ref)
		return nil
	}
	body := kind.New()
	if k := d.shapes.of(reflect.TypeOf(body).Elem()).key(kind.Name); k != nil && k.required {
		d.bad(n, ref, "missing-value", "nothing stands behind `"+kind.Name+"`", "write `- "+kind.Name+": ...`")
		return nil
	}
	return &flows.Step{Ref: ref, Kind: kind.Name, Body: body}
}

func (d *decoder) noKindBare(n *document.Node, ref flows.Ref) {
	d.damage.add(ref)
	if d.doc.Mended(n) {
		return
	}
	help := "write `- say: " + document.Quoted(n.Value) + "`"
	if name, rest, cut := strings.Cut(n.Value, ":"); cut && slices.Contains(d.names, name) {
		help = "a blank is missing behind the colon: write `- " + name + ": " + rest + "`"
	} else if near := expr.Nearest(n.Value, d.names); near != "" {
		help = "did you mean `" + near + "`?"
	}
	d.report(n, "unknown-kind", "a step begins with its kind", help)
}

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
		if near := expr.Nearest(p.Key.Value, d.names); near != "" {
			help = "did you mean `" + near + "`?"
		}
		break
	}
	if at == n || len(n.Pairs) == 0 {
		d.report(n, "unknown-kind", "this step has no kind", help)
		return
	}
	d.report(at, "unknown-kind", "there is no kind of step called `"+at.Value+"`", help)
}

// arms decodes the arms of a branch.
func (d *decoder) arms(n *document.Node, ref flows.Ref) []flows.Arm {
	if n.Kind != document.List {
		d.wrong(n, ref, "a list of arms", "[{when: ..., do: [...]}, {else: [...]}]")
		d.lostStep()
		return nil
	}
	var arms []flows.Arm
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		when, then, key := d.arm(item, at, "do")
		if then == nil {
			d.lostStep()
			continue
		}
		arm := flows.Arm{Ref: at, When: when}
		d.value(reflect.ValueOf(&arm.Do).Elem(), then, at.At(key))
		arms = append(arms, arm)
	}
	return arms
}
