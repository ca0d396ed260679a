package compare

import (
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// renamedFormula is a condition of the old version in the words of the new one: with the names and options that `was:` says they have now.
func (c *comparer) renamedFormula(f *expr.Formula, flow string) *expr.Formula {
	name := func(base string) string { return c.fieldNow(flow, base) }
	constant := func(v value.Value, beside []string) value.Value {
		for _, field := range beside {
			v = optionNow(c.now.Type(c.flowNow(flow), field), v)
		}
		return v
	}
	return f.Renamed(name, constant)
}

// fieldNow is what a field of the old version is called now.
func (c *comparer) fieldNow(flow, name string) string {
	if was := c.old.Flow(flow); was != nil && was.Field(name) != nil {
		if now := c.now.Flow(c.flowNow(flow)); now != nil {
			return renamedField(now.Answers(), name)
		}
		return name
	}
	return renamedField(c.now.Fields(), name)
}

func renamedField(fields flows.Fields, name string) string {
	now := name
	for _, field := range fields {
		switch name {
		case string(field.Name):
			return name // a name that means something is no former one
		case string(field.Was):
			now = string(field.Name)
		}
	}
	return now
}

// optionNow is an option's id, or a list of some, as it is written now.
func optionNow(t *value.Type, v value.Value) value.Value {
	switch {
	case t == nil:
	case v.Kind() == value.KindList:
		var all []value.Value
		for _, one := range v.AsList() {
			all = append(all, optionNow(t, one))
		}
		return value.List(all...)
	case v.Kind() == value.KindText:
		now := v
		for _, option := range t.Options {
			switch v.AsText() {
			case option.ID:
				return v
			case option.Was:
				now = value.Text(option.ID)
			}
		}
		return now
	}
	return v
}
