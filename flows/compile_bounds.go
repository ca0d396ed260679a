package flows

import (
	"regexp"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

func (c *compiler) pattern(field *Field) {
	if field.Pattern == "" {
		return
	}
	if field.typ.Base != value.TypeText {
		c.fail(field.Ref.At("pattern"), "pattern-unused", "write `type: text`, or leave the pattern out", "only a text has a pattern, not %s", field.Type)
		return
	}
	if _, err := regexp.Compile(field.Pattern); err != nil {
		c.fail(field.Ref.At("pattern"), "bad-pattern", "for five digits write `[0-9]{5}`", "the pattern cannot be read: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
}

// fixBounds works out the bounds of a field where they are the same for everybody.
func (f *Field) fixBounds() {
	bounded := *f.typ
	for _, bound := range []struct {
		of   *Expr
		into **value.Value
	}{{f.Min, &bounded.Min}, {f.Max, &bounded.Max}} {
		if bound.of == nil {
			continue
		}
		if bound.of.program == nil {
			return // that is reported
		}
		v, fixed := bound.of.program.Constant()
		if !fixed || !v.Known() {
			return
		}
		*bound.into = &v
	}
	f.bounded = &bounded
}

// checkRange makes sure that something lies between the bounds.
func (c *compiler) checkRange(field *Field) {
	if field.Min == nil || field.Max == nil || field.Min.program == nil || field.Max.program == nil {
		return
	}
	low, fixed := field.Min.program.Constant()
	high, fixed2 := field.Max.program.Constant()
	if order, ok := value.Compare(low, high); fixed && fixed2 && ok && order > 0 {
		c.fail(field.Max.Ref, "empty-range", "exchange them", "max is less than min, so no answer would be right")
	}
}

// checkBounds holds a field's bounds against its type.
func (c *compiler) checkBounds(field *Field, p place) {
	c.checkRange(field)
	for _, key := range []string{"min", "max"} {
		bound := field.Min
		if key == "max" {
			bound = field.Max
		}
		if bound == nil || bound.program == nil {
			continue
		}
		if field.typ.Base == value.TypeAny || c.set.Currency == "" {
			continue // the type, or the currency, has been complained of
		}
		want := field.typ
		switch field.typ.Base {
		case value.TypeText, value.TypeManyOf, value.TypeList:
			want = numberType
		case value.TypeNumber, value.TypeInteger, value.TypeMoney, value.TypeRating, value.TypeDate, value.TypeTime, value.TypeDateTime:
		default:
			c.fail(field.Ref.At(key), "bound-unused", "leave it out", "a %s has no %s", field.Type, key)
			continue
		}
		if !expr.Assignable(want, bound.program.Type(), c.set.Currency) {
			c.fail(bound.Ref, "type-mismatch", boundHelp(key, bound, want), "%s of a %s must be %s, not %s", key, field.Type, want.Base, bound.program.Type().Base)
		}
	}
}

// boundHelp says how a day or a time of the day is written, which look like something to reckon with.
func boundHelp(key string, bound *Expr, want *value.Type) string {
	written := strings.Trim(bound.Source, "'\"")
	switch want.Base {
	case value.TypeDate, value.TypeDateTime:
		if _, err := time.Parse(time.DateOnly, written); err != nil {
			written = "2026-03-02"
		}
		return "write `" + key + ": date('" + written + "')`, or count from `today`"
	case value.TypeTime:
		if _, err := time.Parse("15:04", written); err != nil {
			written = "18:30"
		}
		return "write `" + key + ": time('" + written + "')`"
	}
	return ""
}
