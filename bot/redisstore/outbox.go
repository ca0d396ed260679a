package redisstore

import (
	"context"
	"fmt"

	"repartee/bot"
)

// Ack takes the sent entries off the outbox, and the claim with the last of them.
func (s *Store) Ack(ctx context.Context, a bot.Ack) (bot.Acked, error) {
	chat := text(a.Chat)
	args := call(s.scripts.ack, 4, s.keys.contact(a.Chat, chat), s.keys.due(a.Chat))
	v, err := s.share(ctx, s.scripts.ack, append(args, &a.Claim.Nonce, &a.Through, &a.Claim.Until, chat))
	if err != nil {
		return bot.Acked{}, fmt.Errorf("ack: %w", err)
	}
	if n, ok := v.(int64); ok {
		return bot.Acked{Lost: n == 1}, nil
	}
	r := &reply{rest: []any{v}}
	out := bot.Acked{Left: r.entries()}
	if r.err != nil {
		return bot.Acked{}, fmt.Errorf("ack: %w", r.err)
	}
	return out, nil
}

// Mark records that a Once entry is about to be sent. It may stand anywhere in the outbox.
func (s *Store) Mark(ctx context.Context, chat int64, claim string, seq int64) (bool, error) {
	args := call(s.scripts.mark, 2, s.keys.contact(chat, text(chat)))
	v, err := s.run(ctx, s.scripts.mark, append(args, claim, seq))
	if err != nil {
		return false, fmt.Errorf("mark entry %d: %w", seq, err)
	}
	return v == int64(1), nil
}

// Defer gives the claim back and keeps what is left for later. Where the claim is another's already, it does nothing.
func (s *Store) Defer(ctx context.Context, d bot.Defer) error {
	chat := text(d.Chat)
	args := call(s.scripts.postpone, 4, s.keys.contact(d.Chat, chat), s.keys.due(d.Chat))
	if _, err := s.run(ctx, s.scripts.postpone, append(args, d.Claim.Nonce, d.Through, d.Until, chat)); err != nil {
		return fmt.Errorf("defer: %w", err)
	}
	return nil
}
