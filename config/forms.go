package config

import (
	"reflect"
	"strconv"

	"repartee/config/document"
	"repartee/flows"
)

// target decodes where the talk goes on.
func (d *decoder) target(n *document.Node, ref flows.Ref) flows.Target {
	target := flows.Target{Ref: ref}
	switch n.Kind {
	case document.List:
		target.Steps = d.steps(n, ref)
	case document.Map:
		d.crossing(&target, n, ref)
	default:
		switch name := d.id(n, ref); name {
		case "next":
			target.Next = true
		case "end":
			target.End = true
		default:
			target.Step = name
		}
	}
	return target
}

// crossing decodes {flow: id} and {jump: id}, both also with `with`, and {faq: id}.
func (d *decoder) crossing(target *flows.Target, n *document.Node, ref flows.Ref) {
	into := new(flows.Crossing)
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		switch p.Key.Value {
		case "flow", "jump":
			if target.Flow != nil || target.Jump != nil || target.FAQ != nil {
				d.bad(p.Key, ref, "unknown-key", "a target leads to one place", "keep `flow` (and back), `jump` (for good) or `faq`")
				continue
			}
			d.value(reflect.ValueOf(&into.Flow).Elem(), p.Value, at)
			if p.Key.Value == "flow" {
				target.Flow = into
			} else {
				target.Jump = into
			}
		case "faq":
			target.FAQ = new(flows.FAQName)
			d.value(reflect.ValueOf(target.FAQ).Elem(), p.Value, at)
		case "with":
			d.value(reflect.ValueOf(&into.With).Elem(), p.Value, at)
		default:
			d.bad(p.Key, ref, "unknown-key", "a target has no key `"+p.Key.Value+"`",
				"write the id of a step, `next`, `end`, `{flow: id}`, `{jump: id}`, `{faq: id}` or a list of steps")
		}
	}
	if target.Flow == nil && target.Jump == nil && target.FAQ == nil {
		d.missing(n, ref, "the target", "flow", "")
		d.damage.add(ref)
	}
}

// passes decodes a map of names and expressions.
func (d *decoder) passes(n *document.Node, ref flows.Ref) []flows.Pass {
	if n.Kind != document.Map {
		d.wrong(n, ref, "names with expressions", "{name: expression}")
		return nil
	}
	var passes []flows.Pass
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		if !d.goodID(p.Key, at) {
			continue
		}
		// The name has a place of its own beside the expression's.
		name := at.At("name")
		d.places.add(name, place{doc: d.doc, node: p.Key})
		d.places.add(at, place{d.doc, p.Key, p.Value})
		pass := flows.Pass{Name: flows.FieldName{Ref: name, Name: p.Key.Value}}
		d.value(reflect.ValueOf(&pass.Expr).Elem(), p.Value, at)
		passes = append(passes, pass)
	}
	return passes
}

// options decodes a map with labels, a list of ids, or the name of a field that has the options.
func (d *decoder) options(n *document.Node, ref flows.Ref) flows.Options {
	options := flows.Options{Ref: ref}
	switch n.Kind {
	case document.Map:
		d.named(reflect.ValueOf(&options.List).Elem(), n, ref)
	case document.List:
		for i, item := range n.Items {
			d.optionID(&options, item, ref, i)
		}
	default:
		if of := (flows.FieldName{Ref: ref, Name: d.id(n, ref)}); of.Name != "" {
			options.Of = &of
		}
	}
	// An option without a label is called by its id.
	for i := range options.List {
		if o := &options.List[i]; o.Label.Source == "" {
			o.Label = flows.Label{Ref: o.Ref, Source: string(o.ID)}
		}
	}
	return options
}

func (d *decoder) optionID(options *flows.Options, n *document.Node, ref flows.Ref, i int) {
	if n.Kind != document.Scalar {
		d.bad(n, ref.At(strconv.Itoa(i)), "wrong-type", "a list of options has their names only", "with labels options are a map: write `options: {small: Small, large: Large}`")
		return
	}
	at := ref.At(n.Value)
	if !d.goodID(n, at) {
		return
	}
	if d.places.has(at) {
		d.report(n, "duplicate-key", "the option `"+n.Value+"` is listed twice", "keep one of them")
		return
	}
	d.places.add(at, place{doc: d.doc, node: n})
	options.List = append(options.List, flows.Option{Ref: at, ID: flows.ID(n.Value)})
}

// interrupts decodes all, faq, none, or a list of flows, in which faq may stand too.
func (d *decoder) interrupts(n *document.Node, ref flows.Ref) flows.Interrupts {
	in := flows.Interrupts{Ref: ref}
	if n.Kind != document.List {
		word := d.oneOf(n, ref, "all", "faq", "none")
		in.All, in.FAQ = word == "all", word == "faq"
		return in
	}
	for i, item := range n.Items {
		if item.Kind == document.Scalar && item.Value == "faq" {
			in.FAQ = true
			continue
		}
		in.Flows = append(in.Flows, flows.FlowName{})
		d.value(reflect.ValueOf(&in.Flows[len(in.Flows)-1]).Elem(), item, ref.At(strconv.Itoa(i)))
	}
	return in
}
