package shop

import "repartee/flows/value"

// bounds holds a value against the least and the most that its column allows.
func bounds(t *value.Type, v value.Value, with Reading) *CellFault {
	locale := value.Locale{Language: "en", Currency: with.Currency}
	for _, bound := range [...]struct {
		limit *value.Value
		side  int
		words string
	}{{t.Min, -1, "less than"}, {t.Max, 1, "more than"}} {
		if bound.limit == nil {
			continue
		}
		limit := *bound.limit
		if limit.Kind() == value.KindNumber && v.Kind() == value.KindMoney {
			limit = value.Money(limit.AsNumber()/(value.Micros/pow10(value.Digits(with.Currency))), with.Currency)
		}
		if side, ok := value.Compare(v, limit); ok && side == bound.side {
			return &CellFault{Message: value.Format(v, t, locale) + " is " + bound.words + " the column allows, " + value.Format(limit, t, locale)}
		}
	}
	return nil
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
