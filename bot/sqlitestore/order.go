package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"repartee/bot"
	"repartee/flows/shop"
)

// rowsAtOnce is how many orders, or rows of the ledger, one query reads: whoever gets them may take his time, and must not hold up the writer meanwhile.
const rowsAtOnce = 500

// order is a row.
type order struct {
	position int64
	chat     int64
	number   string
	state    shop.OrderState
	expires  int64
	payer    int64 // who may pay it; 0: nobody
	till     int64
	body     []byte
}

// approved says whether somebody may pay the order now.
func (o *order) approved(now int64) bool { return o.state == shop.Open && o.payer != 0 && o.till > now }

func (o *order) kept() bot.KeptOrder {
	return bot.KeptOrder{Number: o.number, Chat: o.chat, State: o.state, Body: o.body, Payer: o.payer, Approved: o.till}
}

func scanOrder(scan func(...any) error) (o order, err error) {
	err = scan(&o.position, &o.chat, &o.number, &o.state, &o.expires, &o.payer, &o.till, &o.body)
	return o, err
}

// tillRefuses answers with what a commit says that must not be written: a charge is in the ledger already, or somebody is about to pay an order that it would close.
// The commit of a payment closes its order all the same.
func (t *transaction) tillRefuses(c *bot.Commit) (out bot.Committed, _ error) {
	for i := range c.Ledger {
		var there bool
		if err := t.findRow.QueryRowContext(t.ctx, c.Ledger[i].ID).Scan(&there); err != nil {
			return out, err
		}
		if there {
			return bot.Committed{Status: bot.Booked}, nil
		}
	}
	if len(c.Ledger) > 0 {
		return out, nil
	}
	for i := range c.Orders {
		if c.Orders[i].State == shop.Open {
			continue
		}
		o, err := t.order(c.Chat, c.Orders[i].Number)
		if err != nil {
			return out, err
		}
		if o.approved(c.Now) {
			out.Status = bot.Ordered
			out.Approved = append(out.Approved, o.number)
		}
	}
	return out, nil
}

// tillWrites keeps orders and rows of the ledger, and deletes the bodies of a forgotten contact's closed orders.
func (t *transaction) tillWrites(c *bot.Commit) error {
	for i := range c.Orders {
		o := &c.Orders[i]
		body := o.Body
		if o.Forget {
			body = nil
		}
		var goes int64
		if len(body) > 0 && (o.State == shop.Expired || o.State == shop.Cancelled) {
			goes = c.Now + bot.UnpaidKept.Milliseconds()
		}
		if _, err := t.saveOrder.ExecContext(t.ctx, c.Chat, o.Number, string(o.State), o.Expires, body, goes); err != nil {
			return err
		}
	}
	for i := range c.Ledger {
		if _, err := t.addRow.ExecContext(t.ctx, c.Ledger[i].ID, c.Ledger[i].Row); err != nil {
			return err
		}
	}
	if len(c.State) > 0 {
		return nil
	}
	_, err := t.forgetOrders.ExecContext(t.ctx, c.Chat)
	return err
}

// order finds an order; one that there is not is the zero order.
func (t *transaction) order(chat int64, number string) (order, error) {
	o, err := scanOrder(t.findOrder.QueryRowContext(t.ctx, chat, number).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return order{}, nil
	}
	return o, err
}

// Order reads an order of a contact; false where there is none.
func (s *Store) Order(ctx context.Context, chat int64, number string) (bot.KeptOrder, bool, error) {
	found, err := list(ctx, s, orderSQL, []any{chat, number}, func(r *sql.Rows) (order, error) { return scanOrder(r.Scan) })
	if err != nil {
		return bot.KeptOrder{}, false, fmt.Errorf("read order %s: %w", number, err)
	}
	if len(found) == 0 {
		return bot.KeptOrder{}, false, nil
	}
	return found[0].kept(), true, nil
}

// Orders hands out the orders of all contacts, in no order, until the function answers with an error, which it returns.
func (s *Store) Orders(ctx context.Context, each func(bot.KeptOrder) error) error {
	var last int64
	for {
		found, err := list(ctx, s, ordersSQL, []any{last, rowsAtOnce}, func(r *sql.Rows) (order, error) { return scanOrder(r.Scan) })
		if err != nil {
			return fmt.Errorf("read orders: %w", err)
		}
		for i := range found {
			if err := each(found[i].kept()); err != nil {
				return err
			}
			last = found[i].position
		}
		if len(found) < rowsAtOnce {
			return nil
		}
	}
}
