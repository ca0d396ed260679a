package mutate

import (
	"math"
	"strconv"

	"repartee/flows"
	"repartee/flows/steps"
)

// bounds draws the bounds of a field closer by the smallest step that an answer can differ by.
func (g *gatherer) bounds(field *flows.Field, asked []flows.Ref) {
	step := smallest(field.Type)
	if step == "" {
		return
	}
	if e := field.Min; e != nil {
		closer := "(" + e.Source + ") + " + step
		g.add(Number, e.Ref, "the least were `"+drawn(e.Source, step, 1)+"`", func() { e.Source = closer }, asked...)
	}
	if e := field.Max; e != nil {
		closer := "(" + e.Source + ") - " + step
		g.add(Number, e.Ref, "the most were `"+drawn(e.Source, step, -1)+"`", func() { e.Source = closer }, asked...)
	}
}

// drawn is a bound that is drawn closer, as it is told: a number that is written out is reckoned.
func drawn(bound, step string, sign float64) string {
	limit, err := strconv.ParseFloat(bound, 64)
	by, notNumber := strconv.ParseFloat(step, 64)
	if err == nil && notNumber == nil {
		return strconv.FormatFloat(math.Round((limit+sign*by)*100)/100, 'f', -1, 64)
	}
	if sign < 0 {
		return bound + " - " + step
	}
	return bound + " + " + step
}

// smallest is the step by which two answers of a type differ at least; "" for those that nobody can tell to the limit.
func smallest(typ string) string {
	switch typ {
	case "integer", "text", "many_of", "list":
		return "1"
	case "money", "number":
		return "0.01"
	case "date":
		return "1d"
	}
	return ""
}

// limit shows one item less, or one more where there is one.
func (g *gatherer) limit(l *flows.Listing) {
	if l.Limit == 0 {
		return
	}
	now := l.Limit - 1
	if now == 0 {
		now = 2
	}
	g.add(Number, g.step.Ref.At("limit"), "the limit were "+strconv.Itoa(now)+" instead of "+strconv.Itoa(l.Limit), func() { l.Limit = now })
}

// rounds repeats once more.
func (g *gatherer) rounds(r *steps.Repeat) {
	if e := r.Times; e != nil {
		more := "(" + e.Source + ") + 1"
		g.add(Number, e.Ref, "this were repeated once more", func() { e.Source = more })
	}
}
