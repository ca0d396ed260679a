package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// steps decodes a list of steps. A step that has no kind is left out.
func (d *decoder) steps(n *document.Node, ref flows.Ref) flows.Steps {
	if n.Kind != document.List {
		d.lostStep()
		d.wrong(n, ref, "a list of steps, each with a dash in front", "[...]")
		return nil
	}
	steps := make(flows.Steps, 0, len(n.Items))
	for i, item := range d.divided(n.Items, d.secondStep) {
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

// secondStep is the first pair of a step that begins another one: the opening key is written a second time then. It is 0 where none does.
func (d *decoder) secondStep(n *document.Node) int {
	for i, p := range n.Pairs {
		if _, opens := d.kinds[p.Key.Value]; opens && slices.ContainsFunc(n.Pairs[:i], func(other document.Pair) bool { return other.Key.Value == p.Key.Value }) {
			return i
		}
	}
	return 0
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
