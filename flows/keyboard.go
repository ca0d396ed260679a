package flows

import (
	"slices"
)

// keyboard lays out a reply keyboard that shares the contact card. It and buttons under the message exclude each other, so all choices are keys here.
func (t *Turn) keyboard(q *open) [][]Key {
	share := Key{ID: "!share", Label: t.phrase("share").Text, ShareContact: true}
	if q.offer.Share == ShareLocation {
		share = Key{ID: "!share", Label: t.phrase("share_location").Text, ShareLocation: true}
	}
	rows := [][]Key{{share}}
	for _, row := range layout(asButtons(t.extras(q))) {
		var keys []Key
		for _, button := range row {
			keys = append(keys, Key{ID: button.Data, Label: button.Label})
		}
		rows = append(rows, keys)
	}
	return rows
}

func asButtons(choices []Choice) []PressButton {
	var buttons []PressButton
	for _, choice := range choices {
		buttons = append(buttons, PressButton{Label: shorten(choice.Label), Data: choice.ID})
	}
	return buttons
}

// putKeyboardAway takes the reply keyboard away with the first message that can do it, once its question is answered.
func (t *Turn) putKeyboardAway() {
	shown := -1
	free := -1
	for i, effect := range t.effects {
		if sent, ok := effect.(Send); ok {
			if sent.Keyboard != nil {
				shown = i
			} else if free < 0 && sent.Buttons == nil {
				free = i
			}
		}
	}
	if shown >= 0 {
		t.state.Session.Keyboard = true
		return
	}
	if !t.state.Session.Keyboard || t.keyboardStillFits() {
		return
	}
	if free < 0 && !t.tookAnswer() {
		return // it goes with the next message that can do it
	}
	t.state.Session.Keyboard = false
	if free >= 0 {
		sent := t.effects[free].(Send)
		sent.Unkey = true
		t.effects[free] = sent
		return
	}
	noted := t.phrase("noted")
	t.effects = slices.Insert(t.effects, t.firstSend(), Effect(Send{Text: noted.Text, Entities: noted.Entities, Unkey: true}))
}

func (t *Turn) tookAnswer() bool {
	return slices.ContainsFunc(t.events, func(e Event) bool { return e.Name == Answered || e.Name == Skipped })
}

func (t *Turn) keyboardStillFits() bool {
	if len(t.effects) == 0 {
		return true
	}
	if t.forget {
		return false
	}
	q, _ := t.question()
	return q != nil && q.offer.Share != ShareNothing
}

func (t *Turn) firstSend() int {
	at := slices.IndexFunc(t.effects, func(e Effect) bool { _, ok := e.(Send); return ok })
	if at < 0 {
		return len(t.effects)
	}
	return at
}
