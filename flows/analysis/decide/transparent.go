package decide

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// transparent tells whether it can be told from choices of its variables whether an atom holds, and notes on the variables what they are held against.
func (p *problem) transparent(a *atom) bool {
	switch a.formula.Sign {
	case expr.Known, expr.Truth:
		return true
	case expr.Within:
		return p.within(a.terms[0], a.terms[1]) || p.allClosed(a.vars)
	}
	left, right := a.terms[0], a.terms[1]
	if values, few := p.fewValues(right); few {
		return p.againstAll(left, values)
	}
	if values, few := p.fewValues(left); few {
		return p.againstAll(right, values)
	}
	return false
}

func (p *problem) againstAll(t *term, values []value.Value) bool {
	for _, v := range values {
		if !p.against(t, v) {
			return false
		}
	}
	return true
}

// maxValues is how many values two terms that are compared may have to be gone through.
const maxValues = 64

// fewValues are all values that a term can have, if they are known and few.
func (p *problem) fewValues(t *term) (values []value.Value, few bool) {
	switch t.Kind {
	case expr.Constant:
		return []value.Value{t.Value}, true
	case expr.Name:
		v := p.vars[t.variable]
		if !v.closed() || t.Type.Kind() == value.KindList {
			return nil, false
		}
		for _, of := range p.knownChoices(v) {
			for _, part := range t.path {
				of = of.Field(part)
			}
			if !slices.ContainsFunc(values, func(known value.Value) bool { return value.Equal(known, of) }) {
				values = append(values, of)
			}
			if len(values) > maxValues {
				return nil, false
			}
		}
		return values, true
	case expr.OrElse, expr.Choice:
		first, few := p.fewValues(t.args[0])
		second, alsoFew := p.fewValues(t.args[1])
		return slices.Concat(first, second), few && alsoFew
	case expr.Number, expr.Amount:
		values, few := p.fewValues(t.args[0])
		for i := range values {
			values[i] = t.Of(values[i])
		}
		return values, few
	default:
		return nil, false
	}
}

// allClosed tells whether the variables can be gone through value by value.
func (p *problem) allClosed(vars []int) bool {
	for _, i := range vars {
		if v := p.vars[i]; v.kind != named || !v.closed() {
			return false
		}
	}
	return true
}

// against notes that a term is held against a constant; false where more than the values around the constant could make a difference.
func (p *problem) against(t *term, c value.Value) bool {
	switch t.Kind {
	case expr.Constant:
		return true
	case expr.Name, expr.Opaque:
		return p.variableAgainst(p.vars[t.variable], c)
	case expr.Number:
		if t.args[0].Type.Kind() == value.KindMoney {
			c = value.MoneyOf(c, p.Currency)
		}
		return p.against(t.args[0], c)
	case expr.Amount:
		return p.amountAgainst(t.args[0], c)
	case expr.Count:
		list := t.args[0]
		if list.variable < 0 || c.Kind() != value.KindNumber {
			return false
		}
		v := p.vars[list.variable]
		v.lengths = append(v.lengths, c.AsInt())
		return v.domain.Values != nil || c.AsInt() <= maxLength
	case expr.OrElse, expr.Choice:
		return p.against(t.args[0], c) && p.against(t.args[1], c)
	default:
		return false
	}
}

// maxLength is the longest list that is gone through.
const maxLength = 100

func (p *problem) variableAgainst(v *variable, c value.Value) bool {
	if v.domain.Values != nil {
		return true
	}
	switch v.typ.Kind() {
	case value.KindBool:
		return true
	case value.KindText, value.KindNumber, value.KindMoney, value.KindDate, value.KindTime, value.KindDateTime:
		v.cuts = append(v.cuts, c)
		return c.Kind() == v.typ.Kind() || !c.Known()
	default:
		return false
	}
}

// amountAgainst: a number that is held against an amount is rounded to it, so that it changes half a cent before and behind.
func (p *problem) amountAgainst(t *term, c value.Value) bool {
	n := value.NumberOf(c).AsNumber()
	_, currency := c.AsMoney()
	half := int64(value.Micros / 2)
	for range value.Digits(currency) {
		half /= 10
	}
	for _, cut := range []int64{n - half, n, n + half} {
		if !p.against(t, value.Number(cut)) {
			return false
		}
	}
	return true
}

// within notes what is looked for in which list.
func (p *problem) within(t, list *term) bool {
	switch {
	case list.Kind == expr.Constant:
		for _, entry := range list.Value.AsList() {
			if !p.against(t, entry) {
				return false
			}
		}
		return true
	case list.Kind == expr.OrElse || list.Kind == expr.Choice:
		return p.within(t, list.args[0]) && p.within(t, list.args[1])
	case list.Kind == expr.List:
		return p.among(t, list.args)
	case t.Kind == expr.Constant && list.variable >= 0:
		v := p.vars[list.variable]
		v.entries = append(v.entries, t.Value)
		return true
	default:
		return false
	}
}

// among notes what is looked for among some terms.
func (p *problem) among(t *term, entries []*term) bool {
	for _, entry := range entries {
		switch {
		case entry.Kind == expr.Constant && p.against(t, entry.Value):
		case t.Kind == expr.Constant && p.against(entry, t.Value):
		default:
			return false
		}
	}
	return true
}
