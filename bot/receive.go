package bot

import (
	"context"
	"errors"

	"repartee/bot/telegram"
)

// Receive takes a batch of updates in and returns when each of them is committed, or kept among the dead letters. On an error the batch is to come again; what was
// committed of it is known by then. What is asked about payments is answered first. It is the telegram.Receiver of a poller and a webhook.
func (b *Bot) Receive(ctx context.Context, batch []telegram.Update) error {
	b.checkout(ctx, batch)
	if len(batch) == 1 {
		return b.receiveOne(ctx, &batch[0])
	}
	parts, err := b.parts(ctx, batch)
	waits := make([]<-chan error, 0, len(parts))
	for _, p := range parts {
		done, busy := b.lanes.add(ctx, p.chat, p.arrivals)
		if busy != nil {
			err = errors.Join(err, busy)
			continue
		}
		waits = append(waits, done)
	}
	for _, done := range waits {
		if failed := <-done; failed != nil && err == nil {
			err = failed
		}
	}
	return err
}

func (b *Bot) receiveOne(ctx context.Context, update *telegram.Update) error {
	if err := unread(update); err != nil {
		return b.bury(ctx, update, err)
	}
	chat, a, ok := b.arrivalOf(update)
	if !ok {
		return nil
	}
	return b.lanes.do(ctx, chat, []arrival{a})
}

// part is what one contact gets of a batch.
type part struct {
	chat     int64
	arrivals []arrival
}

// parts sorts a batch by contact. What cannot be read is nobody's; the error is that of the store which was to keep it.
func (b *Bot) parts(ctx context.Context, batch []telegram.Update) (parts []part, err error) {
	at := make(map[int64]int, len(batch))
	for i := range batch {
		if why := unread(&batch[i]); why != nil {
			err = errors.Join(err, b.bury(ctx, &batch[i], why))
			continue
		}
		chat, a, ok := b.arrivalOf(&batch[i])
		if !ok {
			continue
		}
		n, known := at[chat]
		if !known {
			n = len(parts)
			at[chat] = n
			parts = append(parts, part{chat: chat})
		}
		parts[n].arrivals = append(parts[n].arrivals, a)
	}
	return parts, err
}

// unread says why an update cannot be anybody's input, though it must not be lost; nil for any other.
func unread(update *telegram.Update) error {
	if update.Err != nil {
		return update.Err
	}
	return strayPayment(update.Message)
}

func (b *Bot) bury(ctx context.Context, update *telegram.Update, why error) error {
	b.log.Error("an update cannot be read and is kept as a dead letter", "update", update.ID, "err", why)
	if b.archive == nil {
		return nil
	}
	letter := DeadLetter{At: b.store.Now(), Update: update.ID, Reason: why.Error(), Raw: update.Raw}
	if m := update.Message; m != nil {
		letter.Chat = m.Chat.ID // so that it goes with its contact, if he wants to be forgotten
	}
	return b.archive.Bury(ctx, letter)
}
