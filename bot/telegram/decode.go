package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// ErrNoUpdateID says that something has no valid update_id and is therefore no
// update.
var ErrNoUpdateID = errors.New("no valid update_id")

// updateJSON is an update as it is written; see [Update].
type updateJSON struct {
	ID               int64                   `json:"update_id"`
	Message          *Message                `json:"message"`
	EditedMessage    *Message                `json:"edited_message"`
	CallbackQuery    *CallbackQuery          `json:"callback_query"`
	MyChatMember     *ChatMemberUpdated      `json:"my_chat_member"`
	PreCheckoutQuery *PreCheckoutQuery       `json:"pre_checkout_query"`
	ShippingQuery    *ShippingQuery          `json:"shipping_query"`
	Reaction         *MessageReactionUpdated `json:"message_reaction"`
}

// DecodeUpdate reads one update. Fields and kinds that it does not know do not
// matter. On an error the update still holds Raw and, if there is one, its ID,
// so that it can be set aside; the error is in its Err too. Raw is kept, not
// copied.
func DecodeUpdate(raw json.RawMessage) (Update, error) {
	var in updateJSON
	err := json.Unmarshal(raw, &in)
	if in.ID <= 0 {
		err = errors.Join(ErrNoUpdateID, err)
		in.ID = 0
	}
	if err != nil {
		err = fmt.Errorf("decode update %d: %w", in.ID, err)
		return Update{ID: in.ID, Kind: kindOf(raw), Raw: raw, Err: err}, err
	}
	return Update{
		ID:               in.ID,
		Kind:             in.kind(raw),
		Raw:              raw,
		Message:          in.Message,
		EditedMessage:    in.EditedMessage,
		CallbackQuery:    in.CallbackQuery,
		MyChatMember:     in.MyChatMember,
		PreCheckoutQuery: in.PreCheckoutQuery,
		ShippingQuery:    in.ShippingQuery,
		Reaction:         in.Reaction,
	}, nil
}

// DecodeUpdates reads a list of updates, each on its own: one that cannot be
// understood has its Err set and stands in nobody's way. The error is for
// something that is no list.
func DecodeUpdates(list json.RawMessage) ([]Update, error) {
	var items []json.RawMessage
	if err := json.Unmarshal(list, &items); err != nil {
		return nil, fmt.Errorf("decode updates: %w", err)
	}
	updates := make([]Update, len(items))
	for i, raw := range items {
		updates[i], _ = DecodeUpdate(raw) // the error is in the update
	}
	return updates, nil
}

func (u *updateJSON) kind(raw json.RawMessage) string {
	switch {
	case u.Message != nil:
		return "message"
	case u.CallbackQuery != nil:
		return "callback_query"
	case u.EditedMessage != nil:
		return "edited_message"
	case u.MyChatMember != nil:
		return "my_chat_member"
	case u.PreCheckoutQuery != nil:
		return "pre_checkout_query"
	case u.ShippingQuery != nil:
		return "shipping_query"
	case u.Reaction != nil:
		return "message_reaction"
	default:
		return kindOf(raw)
	}
}

// kindOf finds the field that an update came in, also one that has no place
// in [Update]; "" if there is none.
func kindOf(raw json.RawMessage) string {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		return ""
	}
	kinds := make([]string, 0, len(members))
	for name := range members {
		if name != "update_id" {
			kinds = append(kinds, name)
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return slices.Min(kinds)
}
