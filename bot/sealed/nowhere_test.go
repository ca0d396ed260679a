package sealed_test

import (
	"context"

	"repartee/bot"
	"repartee/bot/storetest"
)

// nowhere takes commits and keeps nothing: what is measured on it is the seal alone.
type nowhere struct{ storetest.Store }

func (nowhere) Commit(_ context.Context, c bot.Commit) (bot.Committed, error) {
	return bot.Committed{Outbox: c.Outbox}, nil
}

func (nowhere) Ack(context.Context, bot.Ack) (bot.Acked, error) { return bot.Acked{}, nil }

func (nowhere) Close() error { return nil }
