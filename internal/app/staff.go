package app

import (
	"context"

	"repartee/bot"
)

// Staff tells the bot what staff did with an order: it changes the order and tells the customer, with the note if there is one. What is told lies in the
// customer's inbox until a bot runs.
func (t *Till) Staff(ctx context.Context, o Order, event, note string) error {
	return bot.PostOrder(ctx, t.kept, o.Chat, o.Order, event, note)
}
