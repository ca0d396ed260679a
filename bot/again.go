package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"repartee/bot/telegram"
	"repartee/flows"
)

// ErrNotAgain says that it is of no use, or not right, to try a dead letter again.
var ErrNotAgain = errors.New("this dead letter cannot be tried again")

// LetterKind is what a dead letter was.
type LetterKind string

// The kinds of dead letters.
const (
	LetterUpdate  LetterKind = "update"  // of Telegram: it cannot be read, or its turn failed
	LetterInput   LetterKind = "input"   // from elsewhere: a timer, a result, what staff or another program posted. Its turn failed
	LetterMessage LetterKind = "message" // a call that Telegram has refused for good
	LetterOther   LetterKind = "other"
)

// Kind tells what a dead letter was, by what is kept of it.
func (d *DeadLetter) Kind() LetterKind {
	var raw struct {
		Update *int64 `json:"update_id"`
		What   string `json:"what"`
		Method string `json:"method"`
	}
	err := json.Unmarshal(d.Raw, &raw)
	switch {
	case err == nil && raw.Method != "":
		return LetterMessage
	case err == nil && raw.Update != nil, d.Update != 0:
		return LetterUpdate
	case err == nil && raw.What != "":
		return LetterInput
	}
	return LetterOther
}

// PostAgain puts what a dead letter was into the inbox of its contact, as if it came now: after its flow was mended, or the program. What has had an effect before has
// no second one: payments are known by their charges, results by their jobs.
func PostAgain(ctx context.Context, store Store, d DeadLetter) error {
	chat, raw := d.Chat, d.Raw
	switch d.Kind() {
	case LetterMessage:
		return fmt.Errorf("%w: Telegram has refused this message, and would again. Mend the flow; the customer gets its next one", ErrNotAgain)
	case LetterUpdate:
		var err error
		if chat, raw, err = readAgain(store, d.Raw); err != nil {
			return err
		}
	case LetterOther:
		return fmt.Errorf("%w: nothing is kept of what it was", ErrNotAgain)
	}
	if chat == 0 {
		return fmt.Errorf("%w: it is nobody's", ErrNotAgain)
	}
	now := store.Now()
	p := Posted{ID: "again." + strconv.FormatInt(d.At, 36) + "." + strconv.FormatInt(now, 36), Input: raw}
	if err := store.Post(ctx, chat, p, now); err != nil {
		return fmt.Errorf("post a dead letter again: %w", err)
	}
	return nil
}

// readAgain makes the input of an update, as Receive does. Commands with a bot's name behind them are left: whose it is was looked at then.
func readAgain(store Store, raw []byte) (chat int64, input []byte, err error) {
	update, err := telegram.DecodeUpdate(raw)
	if err == nil {
		err = unread(&update)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("%w: it cannot be read by this version either: %w", ErrNotAgain, err)
	}
	reader := &Bot{store: store, ids: newIDs(nil)}
	if reader.referrals, err = newReferrals(make([]byte, 32)); err != nil { // the contact's own code is put in by who handles it
		return 0, nil, err
	}
	chat, a, ok := reader.arrivalOf(&update)
	if !ok || a.group || a.input.What == flows.Unreadable {
		return 0, nil, fmt.Errorf("%w: nothing is to be done about it", ErrNotAgain)
	}
	if input, err = json.Marshal(a.input); err != nil {
		return 0, nil, fmt.Errorf("encode an input for the inbox: %w", err)
	}
	return chat, input, nil
}
