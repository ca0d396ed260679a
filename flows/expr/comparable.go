package expr

import (
	"fmt"

	"repartee/flows/value"
)

// comparableAs says how two things of different types are brought together; "" where nobody knows what was meant.
func comparableAs(n *node, a, b *value.Type) string {
	left, right := n.args[0], n.args[1]
	if a.Kind() != value.KindList && b.Kind() == value.KindList {
		a, b, left, right = b, a, right, left
	}
	switch {
	case a.Kind() == value.KindList && entryType(a).Kind() == b.Kind() && n.text == "!=":
		return fmt.Sprintf("write `not (%s in %s)`", shownAs(right), shownAs(left))
	case a.Kind() == value.KindList && entryType(a).Kind() == b.Kind():
		return fmt.Sprintf("write `%s in %s`", shownAs(right), shownAs(left))
	case a.Kind() == value.KindList:
		return fmt.Sprintf("for how many there are write `count(%s)`", shownAs(left))
	case a.Base == value.TypeOneOf && len(a.Options) > 0:
		return fmt.Sprintf("write `%s == '%s'`", shownAs(left), a.Options[0].ID)
	case a.Kind() == value.KindDate && b.Kind() == value.KindText:
		return "a day is written as `date('2026-03-02')`"
	}
	return ""
}

// shownAs is a part of an expression as it could be written again.
func shownAs(n *node) string {
	switch {
	case n.kind == nodeName:
		return n.text
	case n.kind == nodeLiteral && n.val.Kind() == value.KindText:
		return "'" + n.val.AsText() + "'"
	}
	return "..."
}
