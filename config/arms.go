package config

import (
	"reflect"
	"strconv"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
)

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

func isArm(n *document.Node) bool {
	return n.Kind == document.Map && (n.Get("when") != nil || n.Get("else") != nil)
}

func hasArms(n *document.Node) bool {
	for _, item := range n.Items {
		if isArm(item) {
			return true
		}
	}
	return false
}

func (d *decoder) textArms(n *document.Node, ref flows.Ref) []flows.TextArm {
	var arms []flows.TextArm
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		arm := flows.TextArm{}
		when, then, key := d.arm(item, at, "text")
		if then == nil {
			continue
		}
		if when != nil {
			arm.When = when
		}
		arm.Text = d.text(then, at.At(key))
		arms = append(arms, arm)
	}
	return arms
}

// arm takes an arm apart: its condition (none for else), what it holds, and under which key that stands. Without anything that can be used it gives nil.
func (d *decoder) arm(n *document.Node, ref flows.Ref, what string) (when *flows.Condition, then *document.Node, key string) {
	if n.Kind != document.Map {
		d.wrong(n, ref, "an arm", "")
		return nil, nil, ""
	}
	meant := "" // by a key that is misspelt: that one is not missing
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		switch p.Key.Value {
		case "when":
			when = new(flows.Condition)
			if p.Value.Kind == document.Empty {
				d.nothing(p.Value, at)
			} else {
				when.Expr = d.expr(p.Value, at)
			}
		case what, "else":
			if then != nil {
				d.report(p.Key, "unknown-key", "an arm has `when` and `"+what+"`, or `else` alone", "begin a new arm with a dash")
				continue
			}
			then, key = p.Value, p.Key.Value
		default:
			meant = d.armKey(p.Key, at, what)
		}
	}
	if meant != "" && (when == nil || then == nil) {
		return nil, nil, ""
	}
	return d.armComplete(n, ref, what, when, then, key)
}

// armKey reports a key that arms do not have, and gives the one that was most likely meant; "" where there is none.
func (d *decoder) armKey(n *document.Node, ref flows.Ref, what string) string {
	d.damage.add(ref)
	help := "write `{when: condition, " + what + ": ...}`, at last `{else: ...}`"
	near := meant(n.Value, spokenArm(what), []string{"when", what, "else"})
	if near != "" {
		help = expr.DidYouMean(near)
	}
	d.report(n, "unknown-key", "an arm has no key `"+n.Value+"`", help)
	return near
}

// spokenArm gives the keys for which people write other words in arms that say or do what.
func spokenArm(what string) func(string) string {
	return func(word string) string {
		switch word {
		case "if", "elif", "elseif", "else_if", "case", "condition":
			return "when"
		case "then", "steps", "say", "do", "text":
			return what
		case "default", "otherwise":
			return "else"
		}
		return ""
	}
}

func (d *decoder) armComplete(n *document.Node, ref flows.Ref, what string, when *flows.Condition, then *document.Node, key string) (*flows.Condition, *document.Node, string) {
	switch {
	case then == nil:
		d.missing(n, ref.At(what), "this arm", what, "what happens if the condition holds")
	case key == what && when == nil:
		d.missing(n, ref.At("when"), "this arm", "when", "a condition; the last arm may have `else: ...` alone")
		return nil, nil, ""
	case key == "else" && when != nil:
		d.report(n, "unknown-key", "`else` has no `when`", "write `"+what+":` for `else:`, or take `when` out")
	}
	return when, then, key
}
