package app

import (
	"context"
	"slices"
)

// Verify compares the ledger with the orders, and its Stars with Telegram's list where TELEGRAM_TOKEN is set. A bot that runs meanwhile writes between one read and
// the next: only what differs at a second look too is a difference.
func (t *Till) Verify(ctx context.Context) (Reckoning, error) {
	first, err := t.look(ctx)
	if err != nil || len(first.Differences) == 0 {
		return first, err
	}
	second, err := t.look(ctx)
	second.Differences = slices.DeleteFunc(second.Differences, func(d string) bool { return !slices.Contains(first.Differences, d) })
	return second, err
}

func (t *Till) look(ctx context.Context) (Reckoning, error) {
	orders, err := t.Orders(ctx)
	if err != nil {
		return Reckoning{}, err
	}
	rows, err := t.Ledger(ctx)
	if err != nil {
		return Reckoning{}, err
	}
	stars, asked, err := t.stars(ctx)
	if err != nil {
		return Reckoning{}, err
	}
	return reckon(orders, rows, stars, asked), nil
}
