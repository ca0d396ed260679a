package shop

// Today tells what one of a line's item costs now; not there where it is no longer sold.
type Today func(line Line) (price int64, currency string, there bool)

// Change is what is no longer true of a line.
type Change struct {
	Line     int  // its number, from 0
	Gone     bool // it is no longer sold
	Price    int64
	Currency string // what one costs now, where it is not Gone
}

// Recheck holds lines of a cart or an order against what is true today.
func Recheck(lines []Line, today Today) []Change {
	var changes []Change
	for i, line := range lines {
		price, currency, there := today(line)
		switch {
		case !there:
			changes = append(changes, Change{Line: i, Gone: true})
		case price != line.Price || currency != line.Currency:
			changes = append(changes, Change{Line: i, Price: price, Currency: currency})
		}
	}
	return changes
}

// Updated gives the cart as Recheck of its lines found it: with the prices of today, and without what is gone.
func (c Cart) Updated(changes []Change) Cart {
	if len(changes) == 0 {
		return c
	}
	found := make(map[int]Change, len(changes))
	for _, change := range changes {
		found[change.Line] = change
	}
	var lines []Line
	for i, line := range c.Lines {
		change, changed := found[i]
		if changed && change.Gone {
			continue
		}
		if changed {
			line.Price, line.Currency = change.Price, change.Currency
		}
		lines = append(lines, line)
	}
	c.Lines = lines
	return c
}
