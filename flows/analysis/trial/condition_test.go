package trial

import (
	"fmt"
	"strings"
)

// names are the fields that a condition or a text can read.
func (f *flow) names() []field {
	all := append(append([]field{}, f.own...), f.customers...)
	for _, name := range f.chosen {
		all = append(all, field{name, "item"})
	}
	return all
}

// condition is a condition about what is known in the flow.
func (f *flow) condition(depth int) string {
	if depth > 0 {
		switch f.n(8) {
		case 5:
			return "(" + f.condition(depth-1) + " and " + f.condition(depth-1) + ")"
		case 6:
			return "(" + f.condition(depth-1) + " or " + f.condition(depth-1) + ")"
		case 7:
			return "not (" + f.condition(depth-1) + ")"
		}
	}
	if len(f.goals) > 0 && f.one(8) {
		return f.goals[f.n(len(f.goals))]
	}
	names := f.names()
	return f.conditionOn(names[f.n(len(names))])
}

// conditionOn is a condition about one field.
func (f *flow) conditionOn(of field) string {
	switch f.n(5) {
	case 3:
		return "known(" + of.name + ")"
	case 4:
		return "not known(" + of.name + ")"
	}
	var pattern string
	switch of.kind {
	case "number", "count":
		pattern = f.of("@ > #", "@ < #", "@ == #", "@ != #", "(@ ?? #) >= #", "@ + 1 > #")
	case "money":
		pattern = f.of("@ > #", "@ <= #", "(@ ?? #) > #")
	case "one":
		pattern = f.of("@ == 'a'", "@ != 'b'", "@ in ['a', 'c']", "@ == 'c'", "(@ ?? 'b') == 'b'")
	case "some":
		pattern = f.of("'a' in @", "'b' in @", "count(@) > 1", "count(@) == #")
	case "text":
		pattern = f.of("@ == 'oak'", "@ != 'oak'", "(@ ?? 'elm') == 'elm'")
	case "item":
		pattern = f.of("@.price > #", "@.kind == 'a'", "@.id == 'lark'")
	default:
		pattern = f.of("@", "not @", "@ == no", "@ ?? yes")
	}
	for strings.Contains(pattern, "#") {
		pattern = strings.Replace(pattern, "#", fmt.Sprint(1+f.n(4)), 1)
	}
	return strings.ReplaceAll(pattern, "@", of.name)
}

// where is a condition about an item, mostly together with an answer.
func (f *flow) where() string {
	var fitting []string
	for _, of := range f.names() {
		switch of.kind {
		case "number":
			fitting = append(fitting, "item.price <= "+of.name, "item.price > ("+of.name+" ?? 2)")
		case "money":
			fitting = append(fitting, "item.price <= "+of.name, "item.price == "+of.name)
		case "one":
			fitting = append(fitting, "item.kind == "+of.name, "item.kind != "+of.name)
		case "some":
			fitting = append(fitting, "item.kind in "+of.name)
		case "yes":
			fitting = append(fitting, "("+of.name+" or item.price > 2)")
		}
	}
	fitting = append(fitting, fmt.Sprintf("item.price <= %d", 1+f.n(4)), "item.kind != 'a'")
	text := fitting[f.n(len(fitting))]
	if f.one(4) {
		text += " and " + fitting[f.n(len(fitting))]
	}
	return text
}

// assignment gives a field a value.
func (f *flow) assignment() string {
	fields := append(append([]field{}, f.own...), f.customers...)
	of := fields[f.n(len(fields))]
	return of.name + ": " + f.assigned(of, fields)
}

func (f *flow) assigned(of field, fields []field) string {
	if f.one(5) {
		return "unknown"
	}
	var others []string
	for _, other := range fields {
		if other.kind == of.kind && other.name != of.name || of.kind == "count" && other.kind == "number" {
			others = append(others, other.name)
		}
	}
	if len(others) > 0 && f.one(2) {
		other := others[f.n(len(others))]
		if of.kind == "count" || of.kind == "number" {
			return `"` + f.of(other, other+" + 1", "("+other+" ?? 1)", "min("+other+", 3)") + `"`
		}
		return `"` + other + `"`
	}
	constant := f.constant(of)
	if f.one(3) {
		return `"` + f.condition(1) + " ? " + constant + " : " + f.constant(of) + `"`
	}
	return `"` + constant + `"`
}

// constant is a value of the type of a field.
func (f *flow) constant(of field) string {
	switch of.kind {
	case "number", "count":
		return fmt.Sprint(1 + f.n(4))
	case "money":
		return fmt.Sprintf("money(%d)", 1+f.n(3))
	case "one":
		return f.of("'a'", "'b'", "'c'")
	case "some":
		return f.of("['a']", "['a', 'b']", "['b']")
	case "text":
		return f.of("'oak'", "'elm'")
	}
	return f.of("yes", "no")
}
