package drawing

import (
	"reflect"
	"strings"

	"repartee/flows"
)

// headline is what a step says first, or does.
func headline(step *flows.Step) string {
	if step.Body == nil {
		return ""
	}
	v := reflect.ValueOf(step.Body).Elem()
	if text := firstText(v); text != "" {
		return text
	}
	for i := range v.NumField() {
		key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if key == step.Kind {
			return opening(v.Field(i).Addr().Interface(), step.Name())
		}
	}
	return ""
}

// firstText finds the first text among the keys of a body, those of all questions aside.
func firstText(v reflect.Value) string {
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() || v.Type().Field(i).Anonymous {
			continue
		}
		if text, ok := v.Field(i).Addr().Interface().(*flows.Text); ok {
			for _, line := range text.Lines() {
				return unmarked(line.Source)
			}
		}
	}
	return ""
}

// opening says what stands behind the key that opens a step; what it is known by anyway is left out.
func opening(form any, name string) string {
	text := ""
	switch form := form.(type) {
	case *flows.ID:
		text = string(*form)
	case *[]flows.ID:
		var all []string
		for _, id := range *form {
			all = append(all, string(id))
		}
		text = strings.Join(all, ", ")
	case *flows.FlowName:
		text = form.Name
	case *flows.StepName:
		text = form.Name
	case *flows.Assignments:
		var all []string
		for _, pair := range *form {
			all = append(all, pair.Name.Name+" = "+pair.Expr.Source)
		}
		text = strings.Join(all, ", ")
	case *flows.Label:
		text = unmarked(form.Source)
	case *flows.CartChange:
		text = cartChange(form)
	case *flows.WaitFor:
		text = waitFor(form)
	}
	if text == name {
		return ""
	}
	return text
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
	return string(c.Word)
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

// unmarked leaves out the signs of light markup and line breaks.
func unmarked(source string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("**", "", "`", "").Replace(source)), " ")
}
