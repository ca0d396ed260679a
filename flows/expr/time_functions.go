package expr

import (
	"strconv"

	"repartee/flows/value"
)

func checkDate(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindDate, value.KindDateTime, value.KindText)
	if part.kind() == value.KindText {
		return c.literalOr(n.args[0], part, dateType, "date('2026-03-02')")
	}
	return local(part, dateType, value.DateIn)
}

func checkTime(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindTime, value.KindDateTime, value.KindText)
	if part.kind() == value.KindText {
		return c.literalOr(n.args[0], part, timeType, "time('18:30')")
	}
	return local(part, timeType, value.TimeIn)
}

// literalOr reads a text: one that stands in the source here and now, in the form
// that is the same in all languages.
func (c *checker) literalOr(n *node, part code, typ *value.Type, example string) code {
	if !part.same {
		return readAs(part, typ)
	}
	var v value.Value
	if err := v.UnmarshalJSON([]byte(`{"` + typ.Base.String() + `":` + strconv.Quote(part.eval(nil).AsText()) + `}`)); err != nil {
		return c.mismatch(n, "write it like `"+example+"`", "this is not %s", describe(typ))
	}
	return constant(v, typ)
}

func checkHour(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindTime, value.KindDateTime)
	return local(part, hourType, func(v value.Value, loc value.Locale) value.Value {
		v = value.TimeIn(v, loc)
		if !v.Known() {
			return v
		}
		return value.Integer(int64(v.AsMinutes() / 60))
	})
}

func checkWeekday(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindDate, value.KindDateTime)
	return local(part, weekdayType, func(v value.Value, loc value.Locale) value.Value {
		return value.WeekdayOf(value.DateIn(v, loc))
	})
}

func checkYearsSince(c *checker, n *node, at place) code {
	part := c.argument(n, 0, at, value.KindDate, value.KindDateTime)
	return local(part, integerType, func(v value.Value, loc value.Locale) value.Value {
		return value.YearsSince(value.DateIn(v, loc), loc.Today())
	})
}
