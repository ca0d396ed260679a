package decide

import (
	"strconv"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// named is the variable that a name means, and the way to its part: the whole record where it is known what records there can be, else the part itself.
func (p *problem) named(t *expr.Term) (variableAt int, path []string) {
	if i := p.known(t.Name); i >= 0 && t.Base == t.Name {
		return i, nil
	}
	domain := p.domain(t.Base, t.Type, t.Base == t.Name)
	if domain.Values != nil && t.Base != t.Name {
		path = strings.Split(strings.TrimPrefix(t.Name[len(t.Base):], "."), ".")
		return p.variable(variable{key: t.Base, typ: &value.Type{Base: value.TypeRecord}, domain: domain, names: []string{t.Base}}), path
	}
	if t.Base != t.Name {
		domain = Domain{Unknown: domain.Unknown} // of a record that is known a part may be unknown
	}
	typ := t.Type
	if domain.Type != nil {
		typ = domain.Type
	}
	return p.variable(variable{key: t.Name, typ: typ, domain: domain, names: []string{strings.TrimPrefix(t.Base, fresh)}}), nil
}

func (p *problem) domain(name string, typ *value.Type, whole bool) Domain {
	if p.Domain == nil {
		return Domain{}
	}
	if !whole {
		typ = &value.Type{Base: value.TypeRecord}
	}
	return p.Domain(name, typ)
}

// domainOfOpaque is what an expression can be: a day has an hour and a text a length, where it is known, and nothing is reckoned with what is never known.
func (p *problem) domainOfOpaque(t *expr.Term) Domain {
	for _, name := range t.Needs {
		if p.domain(name, nil, true).Unknown {
			return Domain{Unknown: true}
		}
	}
	if !total(t.Func) {
		return Domain{}
	}
	name := t.Names()[0]
	return Domain{Known: name == baseOf(name) && p.domain(name, nil, true).Known}
}

// total tells of functions that give something for whatever is known.
func total(function string) bool {
	switch function {
	case "hour", "length", "lower", "upper", "weekday", "years_since":
		return true
	}
	return false
}

// onto tells of expressions that come to every value of their type: the days of the week, open or closed.
func onto(source string) bool {
	return strings.HasPrefix(source, "weekday(") || strings.HasPrefix(source, "is_open(")
}

// relate adds what is so by nature: a part of something unknown is unknown, and so is nothing fresh that is not known.
func (p *problem) relate() {
	for _, v := range p.vars {
		if v.kind != named {
			continue
		}
		if field, ok := strings.CutPrefix(v.key, fresh); ok {
			p.implied(v.key, field, expr.Truth)
		} else if v.names[0] != v.key {
			p.implied(v.key, v.names[0], expr.Known)
		}
	}
}

// implied demands that the whole is known where the part is as the sign says.
func (p *problem) implied(part, whole string, sign expr.Sign) {
	at := p.known(whole)
	if at < 0 {
		return
	}
	of := func(key string, sign expr.Sign) *clause {
		i := p.known(key)
		t := &expr.Term{Kind: expr.Name, Name: key, Base: key}
		a := &atom{formula: &expr.Formula{Sign: sign}, terms: []*term{{Term: t, variable: i}}, vars: []int{i}}
		p.atoms = append(p.atoms, a)
		return &clause{sign: sign, atom: a}
	}
	not := &clause{sign: expr.Not, parts: []*clause{of(part, sign)}}
	either := &clause{sign: expr.Or, parts: []*clause{of(whole, expr.Known), not}}
	p.literals = append(p.literals, literal{clause: either, want: true, vars: union([]int{at}, []int{p.known(part)})})
}

// Key is what two formulas of one scope that say the same have in common, wherever they were written.
func Key(f *expr.Formula) string {
	if f.Sign == expr.Fixed {
		return strconv.FormatBool(f.Holds)
	}
	key := strconv.Itoa(int(f.Sign))
	for _, part := range f.Parts {
		key += "(" + Key(part) + ")"
	}
	for _, t := range f.Terms {
		key += " " + keyOfTerm(t)
	}
	return key
}

func keyOfTerm(t *expr.Term) string {
	switch t.Kind {
	case expr.Constant:
		return string(t.Value.AppendJSON(nil))
	case expr.Name:
		return t.Name
	case expr.Opaque:
		return "(" + t.Source + ")"
	}
	key := strconv.Itoa(int(t.Kind)) + "["
	if t.If != nil {
		key += Key(t.If) + " "
	}
	for _, arg := range t.Args {
		key += keyOfTerm(arg) + " "
	}
	return key + "]"
}

// basesOf are the names that a formula reads, without their parts.
func basesOf(f *expr.Formula) []string { return bases(f.Names()) }

func bases(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = baseOf(name)
	}
	return all
}

// fresh begins the name under which it is asked whether a field is fresh.
const fresh = "fresh:"

// baseOf is a name as it was written without its parts.
func baseOf(name string) string {
	name = strings.TrimPrefix(name, fresh)
	for _, whole := range []string{"contact.", "catalog.", "phrases.", "faq.", "hours."} {
		if strings.HasPrefix(name, whole) {
			return name
		}
	}
	base, _, _ := strings.Cut(name, ".")
	return base
}

// kin tells of two variables that may depend on each other in a way that is not known.
func kin(a, b *variable) bool {
	for _, x := range a.names {
		for _, y := range b.names {
			switch {
			case x == y && !wholeAndPart(a, b, x), x != y && family(x) != "" && family(x) == family(y):
				return true
			}
		}
	}
	return false
}

// wholeAndPart: how a name and a part of it, or its being fresh, depend on each other has been taken care of; see relate.
func wholeAndPart(a, b *variable, name string) bool {
	return a.kind == named && b.kind == named && (a.key == name) != (b.key == name)
}

// family is what names that are told by the same events have in common; "" for those that are on their own.
func family(name string) string {
	switch name {
	case "orders", "last_order", "visits", "first_contact":
		return "past"
	case "now", "today":
		return "clock"
	}
	if strings.HasPrefix(name, "is_open:") || strings.HasPrefix(name, "next_open:") {
		return "clock"
	}
	return ""
}
