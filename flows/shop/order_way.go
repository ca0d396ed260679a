package shop

import "slices"

// Choose gives the order with one of its Ways of shipping, as it was chosen in Telegram's form; false where it has no such way. All that the sums need is in the
// order: what the bot's file says by now does not count.
func (o *Order) Choose(way string) (Order, bool) {
	chosen := *o
	at := slices.IndexFunc(o.Ways, func(s Shipping) bool { return s.ID == way })
	if at < 0 {
		return chosen, false
	}
	chosen.Way, chosen.Totals = way, o.Totals.WithShipping(o.Ways[at].Price)
	return chosen, true
}
