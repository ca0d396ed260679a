package compare

import (
	"fmt"
	"reflect"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
)

// form reads one of the recurring forms; not known where the value is none of them.
func (r *reader) form(v reflect.Value) (e *entry, known bool) {
	if !v.CanAddr() {
		return nil, false
	}
	if e, known = names(v.Addr().Interface()); known {
		return e, true
	}
	switch x := v.Addr().Interface().(type) {
	case *flows.Line:
		return leaf(text, tidy(x.Source), x.Ref), true
	case *flows.Label:
		return leaf(text, tidy(x.Source), x.Ref), true
	case *flows.Text:
		return r.text(x), true
	case *flows.Condition:
		e = leaf(condition, tidy(x.Source), x.Ref)
		if e != nil {
			e.condition = x
		}
		return e, true
	case *flows.Expr:
		return leaf(expression, tidy(x.Source), x.Ref), true
	case *flows.Written:
		return leaf(amount, tidy(x.Source), x.Ref), true
	case *flows.Target:
		return r.target(x), true
	case *flows.Options:
		return r.options(x), true
	case *flows.Assignments:
		return r.pairs(*x), true
	case *flows.Passing:
		return r.pairs(*x), true
	case *flows.Taking:
		return r.pairs(*x), true
	case *flows.Steps:
		return r.steps(*x), true
	case *flows.Arm:
		return r.arm(x.When, "do", reflect.ValueOf(&x.Do).Elem(), x.Ref), true
	case *flows.Item:
		return item(x), true
	case *flows.Of:
		return r.of(x), true
	case *flows.MediaFiles:
		return files(x), true
	case *flows.Interrupts:
		return interrupts(x), true
	case *flows.Hours:
		return &entry{kind: group, id: string(x.ID), ref: x.Ref, parts: []*entry{{kind: plain, key: "open", value: x.Times.String(), ref: x.Ref}}}, true
	case *shop.Quiet:
		return leaf(plain, x.String(), flows.Ref{}), true
	}
	return nil, false
}

// names reads what is only the name of something.
func names(x any) (e *entry, known bool) {
	switch x := x.(type) {
	case *flows.FieldName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.FlowName:
		return into(leaf(plain, x.Name, x.Ref), x.Name), true
	case *flows.StepName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.FAQName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.CallName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.CatalogName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.SourceName:
		return leaf(plain, x.Name, x.Ref), true
	case *flows.Duration:
		return leaf(plain, x.String(), x.Ref), true
	case *flows.SortKey:
		name := x.Column
		if x.Descending {
			name = "-" + name
		}
		return leaf(plain, name, x.Ref), true
	}
	return nil, false
}

// leaf is a value; nil where nothing is written.
func leaf(kind entryKind, value string, ref flows.Ref) *entry {
	if value == "" {
		return nil
	}
	return &entry{kind: kind, value: value, ref: ref}
}

// text reads what the bot says, as a list: of its arms, of its messages, or of its one message. So a text that gets an arm keeps what it said before.
func (r *reader) text(x *flows.Text) *entry {
	e := &entry{kind: list, says: true, ref: x.Ref}
	say := func(more *flows.Text, when *flows.Condition) {
		if more.Line != nil {
			e.parts = append(e.parts, r.arm(when, "", reflect.ValueOf(more.Line).Elem(), more.Line.Ref))
			return
		}
		e.parts = append(e.parts, r.arm(when, "text", reflect.ValueOf(more).Elem(), more.Ref))
	}
	switch {
	case x.Line != nil:
		say(&flows.Text{Ref: x.Ref, Line: x.Line}, nil)
	case len(x.All) > 0:
		for i := range x.All {
			say(&x.All[i], nil)
			e.parts[i].title = fmt.Sprintf("message %d", i+1)
		}
	case len(x.Vary) > 0:
		e.value = "vary"
		for i := range x.Vary {
			say(&x.Vary[i], nil)
			e.parts[i].title = fmt.Sprintf("wording %d", i+1)
		}
	default:
		for i := range x.Arms {
			say(&x.Arms[i].Text, x.Arms[i].When)
		}
	}
	if len(e.parts) == 0 {
		return nil
	}
	return e
}

// arm reads a condition and what is said or done if it holds.
func (r *reader) arm(when *flows.Condition, key string, what reflect.Value, ref flows.Ref) *entry {
	e := &entry{kind: group, ref: ref}
	if when != nil {
		part := r.value("when", reflect.ValueOf(when).Elem())
		e.parts = append(e.parts, part)
		e.title = "when " + when.Source
	}
	if when == nil && key == "do" {
		e.title = "else"
	}
	if part := r.value(key, what); part != nil {
		if part.kind == slot {
			part.title = e.title // whose steps they are
		}
		e.parts = append(e.parts, part)
	}
	return e
}

// target reads where the talk goes on.
func (r *reader) target(x *flows.Target) *entry {
	switch {
	case x.Step != "":
		return leaf(plain, x.Step, x.Ref)
	case x.Next:
		return leaf(plain, "next", x.Ref)
	case x.End:
		return leaf(plain, "end", x.Ref)
	case x.FAQ != nil:
		return leaf(plain, "faq "+x.FAQ.Name, x.Ref)
	case x.Flow != nil:
		return r.crossing("flow ", x.Flow, x.Ref)
	case x.Jump != nil:
		return r.crossing("jump ", x.Jump, x.Ref)
	case len(x.Steps) > 0:
		return r.steps(x.Steps)
	}
	return nil
}

func (r *reader) crossing(way string, x *flows.Crossing, ref flows.Ref) *entry {
	to := way + x.Flow.Name
	for _, pair := range x.With {
		to += ", " + pair.Name.Name + " = " + tidy(pair.Expr.Source)
	}
	return into(leaf(expression, to, ref), x.Flow.Name)
}

// into notes which flow a leaf names.
func into(e *entry, flow string) *entry {
	if e != nil {
		e.flow = flow
	}
	return e
}

// options reads what a question offers. Their order is that of the buttons.
func (r *reader) options(x *flows.Options) *entry {
	if x.Of != nil {
		return leaf(plain, "those of "+x.Of.Name, x.Ref)
	}
	e := &entry{kind: ordered, ref: x.Ref}
	for i := range x.List {
		option := r.structure(reflect.ValueOf(&x.List[i]).Elem())
		for _, part := range option.parts {
			if part.kind == slot {
				part.title = "option " + option.id
			}
		}
		e.parts = append(e.parts, option)
	}
	if len(e.parts) == 0 {
		return nil
	}
	return e
}

func (r *reader) pairs(all []flows.Pass) *entry {
	e := &entry{kind: group}
	for i := range all {
		pair := &all[i]
		e.parts = append(e.parts, &entry{kind: expression, key: pair.Name.Name, id: pair.Name.Name, value: tidy(pair.Expr.Source), ref: pair.Expr.Ref})
	}
	if len(e.parts) == 0 {
		return nil
	}
	return e
}

func (r *reader) of(x *flows.Of) *entry {
	e := &entry{kind: group, ref: x.Ref}
	if part := leaf(plain, x.Type, x.Ref); part != nil {
		part.key = "type"
		e.parts = append(e.parts, part)
	}
	if part := r.value("fields", reflect.ValueOf(&x.Fields).Elem()); part != nil {
		e.parts = append(e.parts, part)
	}
	return e
}

func files(x *flows.MediaFiles) *entry {
	e := &entry{kind: wordrow, ref: x.Ref}
	for _, file := range x.Files {
		e.words = append(e.words, file.Path)
	}
	return e
}

func interrupts(x *flows.Interrupts) *entry {
	var all []string
	if x.All {
		all = append(all, "all")
	}
	if x.FAQ {
		all = append(all, "faq")
	}
	for _, flow := range x.Flows {
		all = append(all, flow.Name)
	}
	if len(all) == 0 {
		all = append(all, "none")
	}
	return leaf(plain, strings.Join(all, ", "), x.Ref)
}

// plainly is a value that has no form of its own.
func plainly(v reflect.Value) string {
	if v.Kind() == reflect.Bool {
		return "yes"
	}
	return fmt.Sprint(v.Interface())
}
