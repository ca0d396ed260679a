package decide

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows/value"
)

// Witness are values for some names, with which a question is answered by Yes. Other names do not matter.
type Witness []Assignment

// Assignment is what one name is.
type Assignment struct {
	Name  string // or an expression, as it was written
	Value value.Value
	Other bool // any text but those that are written in the conditions; Value is one of them
}

// String writes a witness as a marketer would: brew = filter, budget = 8.
func (w Witness) String() string {
	parts := make([]string, len(w))
	for i, a := range w {
		parts[i] = a.String()
	}
	return strings.Join(parts, ", ")
}

// String writes one assignment: budget = 8, or `budget unknown`.
func (a Assignment) String() string {
	switch {
	case !a.Value.Known():
		return a.Name + " unknown"
	case a.Other:
		return a.Name + " = any other text"
	case a.Value.Kind() == value.KindRecord && !a.Value.Field("id").Known():
		return a.Name + " known"
	}
	return a.Name + " = " + Written(a.Value)
}

// Written is a value as it stands in a condition, without the quotes.
func Written(v value.Value) string {
	switch v.Kind() {
	case value.KindBool:
		if v.AsBool() {
			return "yes"
		}
		return "no"
	case value.KindMoney:
		return amount(v)
	case value.KindNumber:
		return string(v.AppendJSON(nil))
	case value.KindDate:
		return v.AsTime().Format("2006-01-02")
	case value.KindDateTime:
		return v.AsTime().Format("2006-01-02 15:04")
	case value.KindTime:
		return value.Format(v, &value.Type{Base: value.TypeTime}, value.Locale{Language: "de"})
	case value.KindRecord:
		return v.Field("id").AsText()
	case value.KindList:
		return listed(v.AsList())
	}
	return v.AsText()
}

// amount is a sum without its currency: 8, 12.50.
func amount(v value.Value) string {
	text := string(value.NumberOf(v).AppendJSON(nil))
	if _, fraction, broken := strings.Cut(text, "."); broken && len(fraction) == 1 {
		text += "0"
	}
	return text
}

// listed writes the entries of a list; where only their number matters, that.
func listed(items []value.Value) string {
	texts := make([]string, len(items))
	for i, item := range items {
		if texts[i] = Written(item); texts[i] == "" {
			return strconv.Itoa(len(items)) + " entries"
		}
	}
	if len(items) == 0 {
		return "none"
	}
	return strings.Join(texts, " and ")
}

// sure tells whether values that were found can come about: where none of them is an expression's, nor do two of them depend on each other.
func (p *problem) sure(assigned []int) bool {
	var set []*variable
	for i, choice := range assigned {
		v := p.vars[i]
		if choice == unset {
			continue
		}
		if v.kind == opaque && !onto(v.key) || slices.ContainsFunc(set, func(other *variable) bool { return kin(v, other) }) {
			return false
		}
		set = append(set, v)
	}
	return true
}

func (p *problem) witness(assigned []int) Witness {
	var w Witness
	for i, choice := range assigned {
		if choice == unset {
			continue
		}
		v := p.vars[i]
		of := v.choices[choice]
		w = append(w, Assignment{Name: v.key, Value: of, Other: v.other.Known() && value.Equal(of, v.other)})
	}
	return w
}
