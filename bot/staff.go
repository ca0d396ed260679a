package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"repartee/flows"
	"repartee/flows/shop"
)

// PostOrder lets staff say what has become of an order: the state that it has come to, or another word that flows know. The note is for the customer. It goes into
// the inbox of the contact whose order it is, and the running bot does the rest, or the next one that runs. The same said twice of the same order has one effect.
func PostOrder(ctx context.Context, store Store, chat int64, order shop.Order, event, note string) error {
	raw, err := json.Marshal(flows.Input{What: flows.Staffed, Order: order.Number, Event: event, Text: note, Kept: &order})
	if err != nil {
		return fmt.Errorf("encode what staff say of order %s: %w", order.Number, err)
	}
	sum := sha256.Sum256(raw)
	id := "staff." + order.Number + "." + hex.EncodeToString(sum[:8])
	if err := store.Post(ctx, chat, Posted{ID: id, Input: raw}, store.Now()); err != nil {
		return fmt.Errorf("put what staff say of order %s into the inbox: %w", order.Number, err)
	}
	return nil
}
