package sqlitestore

import (
	"database/sql"
	"errors"
)

// hold is what is known under the id of a hold; without a state nothing is.
type hold struct {
	id    string
	state string  // held, sold or returned
	items amounts // of what was returned nothing is kept
}

// hold finds a hold with its items.
func (t *transaction) hold(id string) (hold, error) {
	h := hold{id: id}
	err := t.findHold.QueryRowContext(t.ctx, id).Scan(&h.state)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	if err != nil {
		return h, err
	}
	h.items, err = t.itemsOf(id)
	return h, err
}

func (t *transaction) itemsOf(id string) (amounts, error) {
	rows, err := t.items.QueryContext(t.ctx, id)
	return collectAmounts(rows, err)
}

// keepHold records what a hold has come to, in the place of what it was.
func (t *transaction) keepHold(id, state string, ends int64, items amounts) error {
	if _, err := t.saveHold.ExecContext(t.ctx, id, state, ends); err != nil {
		return err
	}
	if _, err := t.dropItems.ExecContext(t.ctx, id); err != nil {
		return err
	}
	for key, n := range items {
		if _, err := t.addItem.ExecContext(t.ctx, id, key, n); err != nil {
			return err
		}
	}
	return nil
}

// end forgets a hold.
func (t *transaction) end(id string) error {
	if _, err := t.dropHold.ExecContext(t.ctx, id); err != nil {
		return err
	}
	_, err := t.dropItems.ExecContext(t.ctx, id)
	return err
}

// sweep ends the holds whose time is over and forgets old sales. It answers with what the stock gets back.
func (t *transaction) sweep(now int64) (amounts, error) {
	rows, err := t.over.QueryContext(t.ctx, now)
	over, err := collect(rows, err, func(r *sql.Rows) (h hold, err error) {
		err = r.Scan(&h.id, &h.state)
		return h, err
	})
	if err != nil {
		return nil, err
	}
	back := amounts{}
	for _, h := range over {
		if h.state == held {
			items, err := t.itemsOf(h.id)
			if err != nil {
				return nil, err
			}
			back.add(items, 1)
		}
		if err := t.end(h.id); err != nil {
			return nil, err
		}
	}
	return back, nil
}

// collectAmounts reads rows of a key and a number.
func collectAmounts(rows *sql.Rows, err error) (amounts, error) {
	type counted struct {
		key    string
		number int64
	}
	found, err := collect(rows, err, func(r *sql.Rows) (c counted, err error) {
		err = r.Scan(&c.key, &c.number)
		return c, err
	})
	if err != nil {
		return nil, err
	}
	out := make(amounts, len(found))
	for _, c := range found {
		out[c.key] = c.number
	}
	return out, nil
}
