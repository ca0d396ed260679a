package chaos

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/flows"
	"repartee/flows/shop"
)

const (
	ticket  = "tickets.pass"
	tickets = 2000 // that the catalog has
)

// money compares the payments that Telegram knows of with the ledger, the orders, the stock and the codes.
func (v *verdict) money(ctx context.Context, s *redisstore.Store) error {
	rows := map[string]shop.Entry{}
	err := s.Ledger(ctx, func(row shop.Entry) error {
		rows[row.ID] = row
		return nil
	})
	if err != nil {
		return err
	}
	back := 0
	for id := range rows {
		if strings.HasPrefix(id, "refund:") {
			back++
		}
	}
	charges := v.run.server.Charges()
	v.Payments, v.Refunds = len(charges), back
	if n := len(rows) - back; n != len(charges) {
		v.wrong("%d payments were made, and %d are in the ledger", len(charges), n)
	}
	for _, c := range charges {
		row, booked := rows[c.ID]
		_, refunded := rows["refund:"+c.ID]
		if !booked || row.Amount != c.Amount || row.Currency != c.Currency || refunded != c.Refunded {
			v.wrong("payment %+v is booked as %+v, given back: %v", c, row, refunded)
		}
	}
	paid, err := v.orders(ctx, s, rows)
	if err != nil {
		return err
	}
	sold, err := v.sold(ctx, s)
	if err != nil {
		return err
	}
	v.Sold = sold
	if sold != len(charges)-back || sold != paid {
		v.wrong("%d tickets are sold, %d orders are paid, %d payments were made and %d given back", sold, paid, len(charges), back)
	}
	return nil
}

// orders looks at all orders, and counts those that are paid.
func (v *verdict) orders(ctx context.Context, s *redisstore.Store, rows map[string]shop.Entry) (paid int, err error) {
	codes := map[string]bool{}
	err = s.Orders(ctx, func(kept bot.KeptOrder) error {
		var o shop.Order
		if err := json.Unmarshal(kept.Body, &o); err != nil {
			return fmt.Errorf("order %s: %w", kept.Number, err)
		}
		switch o.State {
		case shop.Open, shop.Placed:
			v.wrong("order %s of %d is still %s", o.Number, kept.Chat, o.State)
		case shop.Paid:
			paid++
			v.granted(kept.Chat, &o, codes)
		}
		for _, c := range o.Charges {
			if rows[c.ID].Order != o.Number || c.Amount != o.Totals.Total {
				v.wrong("order %s was paid by %+v, which is booked as %+v", o.Number, c, rows[c.ID])
			}
		}
		return nil
	})
	return paid, err
}

// granted checks that the customer was given the code of his order, and nobody else.
func (v *verdict) granted(chat int64, o *shop.Order, codes map[string]bool) {
	if len(o.Grants) != 1 || len(o.Grants[0].Codes) != 1 || codes[o.Grants[0].Codes[0]] {
		v.wrong("order %s has the grants %+v", o.Number, o.Grants)
		return
	}
	code := o.Grants[0].Codes[0]
	codes[code] = true
	if !slices.ContainsFunc(v.run.front.sentTo(chat), func(s send) bool { return strings.Contains(s.what, code) }) {
		v.wrong("the code of order %s was never sent", o.Number)
	}
}

// sold is how many tickets are gone, when all that was only held is back.
func (v *verdict) sold(ctx context.Context, s *redisstore.Store) (int, error) {
	later := time.Now().Add((daysAfter + 1) * day).UnixMilli()
	for range tickets { // each gives back some of the holds that have ended
		if _, err := s.Stock(ctx, flows.StockJob{Op: flows.StockRelease, Hold: "nobody's"}, later); err != nil {
			return 0, err
		}
	}
	left, _, _, err := s.Left(ctx, 0)
	return tickets - int(left[ticket]), err
}
