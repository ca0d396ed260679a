package shop

// Held is what the order takes of what all customers share: the stock of its counted lines, and one of its voucher's uses where these are counted.
func (o *Order) Held() []Held {
	held := HeldOf(o.Lines)
	if o.Voucher != "" && o.VoucherUses > 0 {
		voucher := Voucher{Code: o.Voucher}
		held = append(held, Held{Key: voucher.StockKey(), Quantity: 1, Supply: o.VoucherUses})
	}
	return held
}

// HeldOf is what lines take of the stock that all customers share: each key once.
func HeldOf(lines []Line) []Held {
	var held []Held
	at := map[string]int{}
	for _, line := range lines {
		if !line.Counted || line.Quantity <= 0 {
			continue
		}
		i, there := at[line.StockKey()]
		if !there {
			i = len(held)
			at[line.StockKey()] = i
			held = append(held, Held{Key: line.StockKey()})
		}
		held[i].Quantity += line.Quantity
	}
	return held
}
