package app

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// Reckoning is what the ledger, the orders and Telegram's own list of Stars say of each other.
type Reckoning struct {
	Sums        []Sum // by currency, in the order of its code
	Orders      int
	Rows        int
	Stars       int      // that Telegram lists; -1: it was not asked
	Due         []string // payments that are still to be given back, a sentence each
	Differences []string // a sentence each
}

// Sum is what the ledger has of one currency, in minor units.
type Sum struct {
	Currency          string
	Payments, Refunds int // how many
	Paid, Back        int64
}

// Amount writes an amount as accounts do: 12.90 EUR, 250 XTR.
func Amount(minor int64, currency string) string {
	digits := value.Digits(currency)
	if digits == 0 {
		return strconv.FormatInt(minor, 10) + " " + currency
	}
	text := fmt.Sprintf("%0*d", digits+1, max(minor, -minor))
	if minor < 0 {
		text = "-" + text
	}
	return text[:len(text)-digits] + "." + text[len(text)-digits:] + " " + currency
}

// refundOf stands in front of a charge: the id of its refund in the ledger.
const refundOf = "refund:"

// books is all that is compared.
type books struct {
	orders map[string]Order
	list   []shop.Entry
	rows   map[string]shop.Entry // the same, by id

	due, differences []string
}

// reckon compares orders with rows, and rows with stars where Telegram was asked for them.
func reckon(orders []Order, rows []shop.Entry, stars []star, asked bool) Reckoning {
	b := &books{orders: map[string]Order{}, list: rows, rows: map[string]shop.Entry{}}
	for _, row := range rows {
		b.rows[row.ID] = row
	}
	for _, order := range orders {
		b.orders[order.Number] = order
		if !order.Forgotten {
			b.order(order)
		}
	}
	for _, row := range rows {
		b.row(row)
	}
	b.twice()
	r := Reckoning{Sums: sums(rows), Orders: len(orders), Rows: len(rows), Stars: -1, Due: b.due}
	if asked {
		r.Stars = len(stars)
		b.listed(stars)
	}
	r.Differences = b.differences
	return r
}

func (b *books) differ(format string, args ...any) {
	b.differences = append(b.differences, fmt.Sprintf(format, args...))
}

// order compares one order with its rows.
func (b *books) order(o Order) {
	paid := false
	for _, charge := range o.Charges {
		row, booked := b.rows[charge.ID]
		paid = paid || !row.Extra
		if booked && !row.Extra && (charge.Amount != o.Totals.Total || charge.Currency != o.Totals.Currency) {
			b.differ("order %s comes to %s, and %s was paid", o.Number, Amount(o.Totals.Total, o.Totals.Currency), Amount(charge.Amount, charge.Currency))
		}
		b.charge(o, charge)
	}
	if paid || !settled(o.State) || o.Totals.Total == 0 {
		return
	}
	why := "knows of no payment"
	if len(o.Charges) > 0 {
		why = "all its payments are marked as too many"
	}
	b.differ("order %s is %s, and %s", o.Number, o.State, why)
}

// settled tells a state that no order comes to without being paid.
func settled(s shop.OrderState) bool {
	switch s {
	case shop.Paid, shop.Packed, shop.Sent, shop.Delivered, shop.Refunded, shop.Short:
		return true
	}
	return false
}

// charge compares one payment of an order with its rows.
func (b *books) charge(o Order, c shop.Charge) {
	amount := Amount(c.Amount, c.Currency)
	row, booked := b.rows[c.ID]
	switch {
	case !booked:
		b.differ("order %s was paid %s (%s), and the ledger has no such payment", o.Number, amount, c.ID)
	case row.Order != o.Number:
		b.differ("order %s was paid %s (%s), and in the ledger that is order %s", o.Number, amount, c.ID, row.Order)
	case row.Amount != c.Amount || row.Currency != c.Currency:
		b.differ("order %s was paid %s (%s), in the ledger %s", o.Number, amount, c.ID, Amount(row.Amount, row.Currency))
	}
	_, refunded := b.rows[refundOf+c.ID]
	switch {
	case c.Refunded != 0 && !refunded:
		b.differ("order %s: %s (%s) was given back, and the ledger has no refund of it", o.Number, amount, c.ID)
	case c.Refunded == 0 && refunded:
		b.differ("order %s: the ledger has a refund of %s (%s), which the order does not know of", o.Number, amount, c.ID)
	case c.Due && c.Refunded == 0:
		b.due = append(b.due, fmt.Sprintf("order %s: %s is to be given back (%s)", o.Number, amount, strings.TrimSpace(c.ID+" "+c.Provider)))
	}
}

// row compares one row with its order, and a refund with its payment.
func (b *books) row(row shop.Entry) {
	amount := Amount(row.Amount, row.Currency)
	order, there := b.orders[row.Order]
	if !there {
		b.differ("the ledger's %s (%s) is of order %s, which is not there", amount, row.ID, row.Order)
	}
	charge := strings.TrimPrefix(row.ID, refundOf)
	if row.Refund {
		paid, booked := b.rows[charge]
		switch {
		case !booked:
			b.differ("order %s: the ledger has a refund of %s (%s) without its payment", row.Order, amount, charge)
		case paid.Currency != row.Currency || paid.Amount < row.Amount:
			b.differ("order %s: %s was given back of a payment of %s (%s)", row.Order, amount, Amount(paid.Amount, paid.Currency), charge)
		}
	}
	if there && !order.Forgotten && !knows(order, charge) && !b.settledExtra(charge) {
		b.differ("the ledger's %s (%s) is of order %s, which does not know of it", amount, row.ID, row.Order)
	}
}

// settledExtra tells of a payment too many that was given back: of an order that was erased, nothing else may be known of it.
func (b *books) settledExtra(charge string) bool {
	row, booked := b.rows[charge]
	_, refunded := b.rows[refundOf+charge]
	return booked && row.Extra && refunded
}

// knows tells whether an order has a charge.
func knows(o Order, charge string) bool {
	return slices.ContainsFunc(o.Charges, func(c shop.Charge) bool { return c.ID == charge })
}

// twice finds orders that were paid more than once without that being marked.
func (b *books) twice() {
	first := map[string]string{}
	for _, row := range b.list {
		if row.Refund || row.Extra {
			continue
		}
		if before, paid := first[row.Order]; paid {
			b.differ("order %s was paid twice (%s, %s), and neither payment is marked as one too many", row.Order, before, row.ID)
		}
		first[row.Order] = row.ID
	}
}

func sums(rows []shop.Entry) []Sum {
	by := map[string]Sum{}
	for _, row := range rows {
		sum := by[row.Currency]
		sum.Currency = row.Currency
		if row.Refund {
			sum.Refunds, sum.Back = sum.Refunds+1, sum.Back+row.Amount
		} else {
			sum.Payments, sum.Paid = sum.Payments+1, sum.Paid+row.Amount
		}
		by[row.Currency] = sum
	}
	var all []Sum
	for _, currency := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[currency])
	}
	return all
}
