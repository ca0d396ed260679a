package shop

import "slices"

// Ways are the ways that the lines can be sent to a country, "" where it is not known yet. goods is what they cost with the discount. The Price of each is the final
// one, and Ways of them gives the same again; where a call tells it, that is up to the caller. What is paid in Stars, or is digital, is not sent.
func Ways(rules []Shipping, lines []Line, goods int64, country string) []Shipping {
	sent := sentOf(lines)
	if len(sent) == 0 {
		return nil
	}
	weight := Weight(sent)
	var ways []Shipping
	for _, rule := range rules {
		if country != "" && len(rule.Countries) > 0 && !slices.Contains(rule.Countries, country) || rule.MaxWeight > 0 && weight > rule.MaxWeight {
			continue
		}
		rule.Price = rule.PriceOf(lines, goods)
		rule.PerKilo, rule.FreeFrom = 0, 0
		ways = append(ways, rule)
	}
	return ways
}

// PriceOf is what the way costs for the lines, in minor units: nothing for goods, with the discount, of at least FreeFrom.
func (s Shipping) PriceOf(lines []Line, goods int64) int64 {
	if s.FreeFrom > 0 && goods >= s.FreeFrom {
		return 0
	}
	kilos := (Weight(sentOf(lines)) + million - 1) / million
	return bounded(bounded(s.Price) + times(s.PerKilo, kilos))
}

// Told is the way with the price that a call told for it.
func (s Shipping) Told(price int64) Shipping {
	s.Price, s.PerKilo, s.FreeFrom, s.Call = bounded(price), 0, 0, ""
	return s
}

// Weight is what the lines weigh, in millionths of a kilogram.
func Weight(lines []Line) int64 {
	var weight int64
	for _, line := range lines {
		weight = bounded(weight + times(line.Weight, line.Quantity))
	}
	return weight
}

// Sendable tells whether something of the lines is sent by post: all that is neither digital nor paid in Stars.
func Sendable(lines []Line) bool { return len(sentOf(lines)) > 0 }

func sentOf(lines []Line) []Line {
	var sent []Line
	for _, line := range lines {
		if !line.Digital && line.Currency != Stars {
			sent = append(sent, line)
		}
	}
	return sent
}
