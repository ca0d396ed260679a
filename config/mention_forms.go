package config

import (
	"reflect"

	"repartee/flows"
	"repartee/flows/value"
)

// into is what the names on the one side of a `with` or a `take` belong to.
type into struct {
	flow string
	call bool // a call, whose names are its own
}

// walk looks for forms that names are written in. Steps are left out: they are looked into one by one.
func (m *mentions) walk(v reflect.Value, other into) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			m.walk(v.Elem(), other)
		}
	case reflect.Slice:
		if m.pairs(v.Interface(), other) {
			return
		}
		for i := range v.Len() {
			m.walk(v.Index(i), other)
		}
	case reflect.Struct:
		if !v.CanAddr() || !m.form(v.Addr().Interface()) {
			m.members(v, other)
		}
	}
}

// members looks into a struct. Where it names a flow or a call, what is handed over goes there.
func (m *mentions) members(v reflect.Value, other into) {
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		switch x := v.Field(i).Interface().(type) {
		case flows.FlowName:
			other.flow = x.Name
		case *flows.FlowName:
			if x != nil {
				other.flow = x.Name
			}
		case flows.CallName:
			other.call = true
		}
	}
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			m.walk(v.Field(i), other)
		}
	}
}

// form notes the names of one of the recurring forms; false where its parts are to be looked at.
func (m *mentions) form(x any) bool {
	switch x := x.(type) {
	case *flows.FieldName:
		m.value(m.field(m.inside, x.Name), x.Ref, "", false)
	case *flows.FlowName:
		m.value(called{NameFlow, "", x.Name}, x.Ref, "", false)
	case *flows.StepName:
		m.value(called{NameStep, m.inside, x.Name}, x.Ref, "", false)
	case *flows.FAQName:
		m.value(called{NameFAQ, "", x.Name}, x.Ref, "", false)
	case *flows.CallName:
		m.value(called{NameCall, "", x.Name}, x.Ref, "", false)
	case *flows.CatalogName:
		m.catalog(x.Ref, x.Name)
	case *flows.SourceName:
		m.catalog(x.Ref, x.Name)
		m.value(m.field(m.inside, x.Name), x.Ref, "", false)
	case *flows.Of:
		m.catalog(x.Ref, x.Type)
	case *flows.Expr:
		m.program(x, m.inside, nil)
	case *flows.Condition:
		m.program(&x.Expr, m.inside, nil)
	case *flows.Line:
		m.text(x.Ref, x.Source, x.Template)
	case *flows.Label:
		m.text(x.Ref, x.Source, x.Template)
	case *flows.Field:
		m.declared(x)
	case *flows.Options:
		m.options(x)
	case *flows.Target:
		m.target(x)
		return false
	default:
		return false
	}
	return true
}

// catalog notes the name behind `catalog.`; of the rules of a name without that nothing is noted.
func (m *mentions) catalog(ref flows.Ref, written string) {
	const before = "catalog."
	if len(written) > len(before) && written[:len(before)] == before {
		m.value(called{NameCatalog, "", written[len(before):]}, ref, before, false)
	}
}

// target notes a step of the flow; a flow, in files without steps.
func (m *mentions) target(t *flows.Target) {
	of := called{NameStep, m.inside, t.Step}
	if m.inside == "" {
		of = called{NameFlow, "", t.Step}
	}
	if t.Step != "" {
		m.value(of, t.Ref, "", false)
	}
}

// pairs notes the names of a `set`, a `with` or a `take` with what their expressions mention; steps are left alone. False where it is another list.
func (m *mentions) pairs(x any, other into) bool {
	switch x := x.(type) {
	case flows.Steps:
	case flows.Assignments:
		for i := range x {
			m.pass(&x[i], m.inside, m.inside)
		}
	case flows.Passing:
		for i := range x {
			m.passing(&x[i], other)
		}
	case flows.Taking:
		for i := range x {
			m.taking(&x[i], other)
		}
	default:
		return false
	}
	return true
}

// pass notes a field of one flow, and an expression in the names of another.
func (m *mentions) pass(p *flows.Pass, to, from string) {
	m.value(m.field(to, p.Name.Name), p.Name.Ref, "", false)
	m.program(&p.Expr, from, m.held(to, p.Name.Name))
}

func (m *mentions) passing(p *flows.Pass, other into) {
	if other.call {
		m.program(&p.Expr, m.inside, nil)
		return
	}
	m.pass(p, other.flow, m.inside)
}

func (m *mentions) taking(p *flows.Pass, other into) {
	if other.call {
		m.value(m.field(m.inside, p.Name.Name), p.Name.Ref, "", false)
		return
	}
	m.pass(p, m.inside, other.flow)
}

// declared notes what a field is made of; its name is noted by whoever it belongs to.
func (m *mentions) declared(f *flows.Field) {
	m.optionsOf(&f.Options, f.ValueType())
	for _, bound := range []*flows.Expr{f.Min, f.Max} {
		if bound != nil {
			m.program(bound, m.inside, nil)
		}
	}
	m.text(f.Label.Ref, f.Label.Source, f.Label.Template)
	if f.Of != nil {
		m.catalog(f.Of.Ref, f.Of.Type)
		for _, column := range f.Of.Fields {
			m.own(column, m.inside+"."+string(f.Name)+"."+string(column.Name))
			m.declared(column)
		}
	}
}

// options notes those of a step: they are the options of the field that it keeps, else its own.
func (m *mentions) options(o *flows.Options) {
	var kept *value.Type
	if m.step != nil {
		for _, name := range m.step.Keeps() {
			kept = m.held(m.inside, name)
		}
	}
	m.optionsOf(o, kept)
}

// optionsOf notes options where they are written out, and all that stands with them.
func (m *mentions) optionsOf(o *flows.Options, typ *value.Type) {
	if o.Of != nil {
		m.value(m.field(m.inside, o.Of.Name), o.Of.Ref, "", false)
	}
	owner := m.owners[firstOption(typ)]
	if firstOption(typ) == nil && m.step != nil {
		owner = m.inside + "." + m.step.Ref.Path
	}
	for i := range o.List {
		option := &o.List[i]
		of := called{NameOption, owner, string(option.ID)}
		if _, known := m.names[of]; !known {
			m.names[of] = Name{Sort: NameOption, Of: owner, Flow: m.inside, Name: string(option.ID), Text: option.Label.Source, Ref: option.Ref}
		}
		m.key(of, option.Ref, true)
		m.members(reflect.ValueOf(option).Elem(), into{})
	}
}
