package sealed

import (
	"context"
	"fmt"

	"repartee/bot"
)

// Order reads an order of a contact; false where there is none.
func (s *Store) Order(ctx context.Context, chat int64, number string) (bot.KeptOrder, bool, error) {
	kept, there, err := s.Backing.Order(ctx, chat, number)
	if err != nil || !there {
		return bot.KeptOrder{}, false, err
	}
	if err := s.openOrder(&kept); err != nil {
		return bot.KeptOrder{}, false, err
	}
	return kept, true, nil
}

// Approve lets one payer pay an order, or takes that back.
func (s *Store) Approve(ctx context.Context, a bot.Approval) (bot.Approved, error) {
	out, err := s.Backing.Approve(ctx, a)
	if err != nil || out.Order.Number == "" {
		return out, err
	}
	if err := s.openOrder(&out.Order); err != nil {
		return bot.Approved{}, err
	}
	return out, nil
}

// Orders hands out the orders of all contacts.
func (s *Store) Orders(ctx context.Context, each func(bot.KeptOrder) error) error {
	return s.Backing.Orders(ctx, func(kept bot.KeptOrder) error {
		if err := s.openOrder(&kept); err != nil {
			return err
		}
		return each(kept)
	})
}

func (s *Store) openOrder(kept *bot.KeptOrder) (err error) {
	c := s.keys.of(kept.Chat)
	if kept.Body, err = c.open(orderKind, kept.Number, kept.Body); err != nil {
		return fmt.Errorf("order %s: %w", kept.Number, err)
	}
	return nil
}
