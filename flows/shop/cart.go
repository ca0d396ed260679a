package shop

import "slices"

// The most that a cart can hold.
const (
	MaxQuantity = 999 // of one line
	MaxLines    = 50
)

// at finds the line of an item's variant; -1 where there is none.
func (c Cart) at(key, variant string) int {
	return slices.IndexFunc(c.Lines, func(line Line) bool { return line.Key() == key && line.Variant == variant })
}

// Quantity is how many of an item's variant there are.
func (c Cart) Quantity(key, variant string) int64 {
	if at := c.at(key, variant); at >= 0 {
		return c.Lines[at].Quantity
	}
	return 0
}

// Room is how many more of an item's variant can be put in.
func (c Cart) Room(key, variant string) int64 {
	if c.at(key, variant) < 0 && len(c.Lines) >= MaxLines {
		return 0
	}
	return max(MaxQuantity-c.Quantity(key, variant), 0)
}

// Put gives the cart with the line in it, as many as there is room for. Of what is there already there are more then, at the new line's price. Neither Put nor
// the other methods change the cart that they are called on.
func (c Cart) Put(line Line) Cart {
	at, room := c.at(line.Key(), line.Variant), c.Room(line.Key(), line.Variant)
	if line.Quantity = min(line.Quantity, room); line.Quantity <= 0 {
		return c
	}
	c.Lines = slices.Clone(c.Lines)
	if at < 0 {
		c.Lines = append(c.Lines, line)
		return c
	}
	line.Quantity += c.Lines[at].Quantity
	c.Lines[at] = line
	return c
}

// Take gives the cart with so many fewer of an item's variant; with a quantity of 0, or at least as many as there are, without the line.
func (c Cart) Take(key, variant string, quantity int64) Cart {
	at := c.at(key, variant)
	if at < 0 || quantity < 0 {
		return c
	}
	c.Lines = slices.Clone(c.Lines)
	if quantity == 0 || quantity >= c.Lines[at].Quantity {
		c.Lines = slices.Delete(c.Lines, at, at+1)
	} else {
		c.Lines[at].Quantity -= quantity
	}
	return c
}

// Without gives the cart without what was ordered of it.
func (c Cart) Without(ordered []Line) Cart {
	for _, line := range ordered {
		if line.Quantity > 0 {
			c = c.Take(line.Key(), line.Variant, line.Quantity)
		}
	}
	return c
}
