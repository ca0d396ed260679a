package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"repartee/bot"
)

// Ack takes the sent entries off the outbox, and the claim with the last of them.
func (s *Store) Ack(ctx context.Context, a bot.Ack) (bot.Acked, error) {
	out, err := ask(ctx, s.writer, func(t *transaction) (bot.Acked, error) { return t.ack(a) })
	if err != nil {
		return bot.Acked{}, fmt.Errorf("ack: %w", err)
	}
	return out, nil
}

func (t *transaction) ack(a bot.Ack) (bot.Acked, error) {
	row, err := t.readOpen(a.Chat)
	if err != nil || row.claim.none() {
		return bot.Acked{}, err
	}
	if row.claim.nonce != a.Claim.Nonce {
		return bot.Acked{Lost: true}, nil
	}
	left, err := t.settle(&row, a.Through)
	if err != nil || len(left) == 0 {
		return bot.Acked{}, err
	}
	row.claim.till = max(row.claim.till, a.Claim.Until)
	return bot.Acked{Left: left}, t.writeOpen(&row)
}

// Defer gives the claim back and keeps what is left for later. Where the claim is another's already, it does nothing.
func (s *Store) Defer(ctx context.Context, d bot.Defer) error {
	err := s.writer.do(ctx, func(t *transaction) error { return t.postpone(d) })
	if err != nil {
		return fmt.Errorf("defer: %w", err)
	}
	return nil
}

func (t *transaction) postpone(d bot.Defer) error {
	row, err := t.readOpen(d.Chat)
	if err != nil || row.claim.none() || row.claim.nonce != d.Claim.Nonce {
		return err
	}
	left, err := t.settle(&row, d.Through)
	if err != nil || len(left) == 0 {
		return err
	}
	row.claim.till, row.claim.nonce = d.Until, ""
	return t.writeOpen(&row)
}

// settle takes entries off the outbox and returns what is left. With the last of them the claim ends, and a forgotten contact goes.
func (t *transaction) settle(row *contact, through int64) ([]bot.Entry, error) {
	if _, err := t.pop.ExecContext(t.ctx, row.chat, through); err != nil {
		return nil, err
	}
	if through < row.last {
		if left, err := t.unsentFrom(row.chat, 0); err != nil || len(left) > 0 {
			return left, err
		}
	}
	if row.forgotten && row.inbox == 0 {
		return nil, t.forget(row.chat)
	}
	row.claim = claim{}
	return nil, t.writeOpen(row)
}

// Mark records that a Once entry is about to be sent. It may stand anywhere in the outbox.
func (s *Store) Mark(ctx context.Context, chat int64, claim string, seq int64) (bool, error) {
	ours, err := ask(ctx, s.writer, func(t *transaction) (bool, error) { return t.markOne(chat, claim, seq) })
	if err != nil {
		return false, fmt.Errorf("mark entry %d: %w", seq, err)
	}
	return ours, nil
}

func (t *transaction) markOne(chat int64, nonce string, seq int64) (bool, error) {
	row, err := t.readOpen(chat)
	if err != nil || row.claim.none() || row.claim.nonce != nonce {
		return false, err
	}
	var policy int64
	err = t.policy.QueryRowContext(t.ctx, chat, seq).Scan(&policy)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if bot.Policy(policy) == bot.Once {
		_, err = t.mark.ExecContext(t.ctx, chat, seq)
	}
	return err == nil, err
}

// unsentFrom lists the outbox from a number on, as much as is handed out at once.
func (t *transaction) unsentFrom(chat, from int64) ([]bot.Entry, error) {
	return t.outboxOf(chat, from, bot.MostUnsent)
}

func (t *transaction) outboxOf(chat, from, most int64) ([]bot.Entry, error) {
	rows, err := t.unsent.QueryContext(t.ctx, chat, from, most)
	return collect(rows, err, func(r *sql.Rows) (e bot.Entry, err error) {
		var policy int64
		err = r.Scan(&e.Seq, &policy, &e.Marked, &e.Call)
		e.Policy = bot.Policy(policy)
		return e, err
	})
}
