package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"repartee/flows"
)

// tellMethod marks an entry of the outbox that is no call: it goes into the inbox of another contact. So a crash between the two loses nothing, and the id lets
// it happen once.
const tellMethod = "tell"

// told is such an entry.
type told struct {
	Method string `json:"method"`
	Chat   int64  `json:"chat,string"`
	ID     string `json:"id"`
	Event  string `json:"event"`
}

// isTell knows such an entry from a call.
func isTell(encoded []byte) bool {
	return bytes.HasPrefix(encoded, []byte(`{"method":"`+tellMethod+`"`))
}

// tells makes the entries of a turn's Tell effects; id is that of the input, which makes theirs. A code that is nobody's tells nobody.
func (b *Bot) tells(id string, effects []flows.Effect) (outbox []Entry) {
	for _, effect := range effects {
		e, ok := effect.(flows.Tell)
		if !ok {
			continue
		}
		chat, ok := b.referrals.chat(e.Code)
		if !ok {
			continue
		}
		call, err := json.Marshal(told{Method: tellMethod, Chat: chat, ID: "tell." + id + "." + e.Event, Event: e.Event})
		if err != nil {
			panic(fmt.Errorf("encode an event for another contact: %w", err)) // its fields are texts and a number
		}
		outbox = append(outbox, Entry{Policy: Resend, Call: call})
	}
	return outbox
}

// errStore says that it was the store, which is asked again.
var errStore = errors.New("the store could not be told")

// tell puts the event into the other contact's inbox.
func (b *Bot) tell(ctx context.Context, call []byte) error {
	var t told
	if err := json.Unmarshal(call, &t); err != nil {
		return fmt.Errorf("read an event for another contact: %w", err)
	}
	raw, err := json.Marshal(flows.Input{What: flows.Happened, Event: t.Event})
	if err != nil {
		return fmt.Errorf("encode an event for another contact: %w", err)
	}
	if err := b.store.Post(ctx, t.Chat, Posted{ID: t.ID, Input: raw}, b.store.Now()); err != nil {
		return fmt.Errorf("%w: %w", errStore, err)
	}
	return nil
}
