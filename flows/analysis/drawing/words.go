package drawing

import (
	"fmt"
	"reflect"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// headline is what a step says first, or does; what it can say else, in a few words; and all that it can say.
func headline(step *flows.Step) (first, more string, all []string) {
	if step.Body == nil {
		return "", "", nil
	}
	v := reflect.ValueOf(step.Body).Elem()
	if text := mainText(v); text != nil {
		for _, line := range text.Lines() {
			all = append(all, line.Source)
		}
		return plainText(all[0]), others(text), all
	}
	return deed(step, v), "", nil
}

// deed is what a step does that says nothing.
func deed(step *flows.Step, v reflect.Value) string {
	switch body := step.Body.(type) {
	case *steps.Pay:
		return ids(body.By)
	case *steps.Repeat: // without a question after each
		return "as often as " + body.Times.Source
	}
	for i := range v.NumField() {
		key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if key != step.Kind {
			continue
		}
		if text := opening(v.Field(i).Addr().Interface()); text != step.Name() {
			return text
		}
	}
	if body, ok := step.Body.(flows.Sourced); ok && body.Source() != nil {
		return "from " + body.Source().From.Name
	}
	return ""
}

func ids(list []flows.ID) string {
	var all []string
	for _, id := range list {
		all = append(all, string(id))
	}
	return strings.Join(all, ", ")
}

// mainText finds the first text among the keys of a body that says anything, those of all questions aside.
func mainText(v reflect.Value) *flows.Text {
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() || v.Type().Field(i).Anonymous {
			continue
		}
		if text, ok := v.Field(i).Addr().Interface().(*flows.Text); ok && len(text.Lines()) > 0 {
			return text
		}
	}
	return nil
}

// others tells of a text that there is more than its first line.
func others(text *flows.Text) string {
	for _, more := range []struct {
		parts int
		one   string
		many  string
	}{{len(text.Arms), "or another text", "or %d other texts"}, {len(text.Vary), "or another text", "or %d other texts"}, {len(text.All), "and 1 more text", "and %d more texts"}} {
		switch {
		case more.parts == 2:
			return more.one
		case more.parts > 2:
			return fmt.Sprintf(more.many, more.parts-1)
		}
	}
	return ""
}

// opening says what stands behind the key that opens a step.
func opening(form any) string {
	switch form := form.(type) {
	case *flows.ID:
		return string(*form)
	case *[]flows.ID:
		return ids(*form)
	case *flows.FlowName:
		return form.Name
	case *flows.FieldName:
		return form.Name
	case *flows.StepName:
		return form.Name
	case *flows.Assignments:
		var all []string
		for _, pair := range *form {
			all = append(all, pair.Name.Name+" = "+pair.Expr.Source)
		}
		return strings.Join(all, ", ")
	case *flows.Label:
		return plainText(form.Source)
	case *flows.CartChange:
		return cartChange(form)
	case *flows.BookChange:
		return bookChange(form)
	case *flows.WaitFor:
		return waitFor(form)
	}
	return ""
}

func cartChange(c *flows.CartChange) string {
	for _, way := range []struct {
		name string
		what *flows.Expr
	}{{"add", c.Add}, {"remove", c.Remove}, {"voucher", c.Voucher}} {
		if way.what != nil {
			return way.name + " " + way.what.Source
		}
	}
	return string(c.Word) + " the cart"
}

func bookChange(b *flows.BookChange) string {
	switch {
	case b.Change != nil:
		return "change " + b.Change.Name
	case b.Cancel != nil:
		return "cancel " + b.Cancel.Name
	}
	return b.Field.Name
}

func waitFor(w *flows.WaitFor) string {
	switch {
	case w.Until != nil:
		return "until " + w.Until.Source
	case w.Event != "":
		return "for " + string(w.Event)
	}
	return w.For.String()
}
