package flows

import (
	"slices"
	"strings"
)

// afterPress changes the buttons of the message that was pressed on, as the question wants it.
func (t *Turn) afterPress(q *open, serial int, chosen string) {
	if t.in.What != Press || t.in.On == 0 {
		return
	}
	switch q.keys.AfterPress {
	case RemoveButtons:
		t.effects = append(t.effects, EditButtons{Message: t.in.On})
	case MarkButton:
		rows := t.pressedRows(q, serial, chosen)
		for _, row := range rows {
			for i := range row {
				if dataIs(row[i].Data, serial, chosen) && !strings.HasPrefix(row[i].Label, "✓ ") {
					row[i].Label = "✓ " + row[i].Label
				}
			}
		}
		t.effects = append(t.effects, EditButtons{Message: t.in.On, Buttons: rows})
	}
}

// pressedRows are the buttons of the message that has the one pressed. What every question may have stands under the last.
func (t *Turn) pressedRows(q *open, serial int, chosen string) [][]PressButton {
	has := func(row []PressButton) bool {
		return slices.ContainsFunc(row, func(b PressButton) bool { return dataIs(b.Data, serial, chosen) })
	}
	rows := t.buttons(q, serial)
	for i, message := range q.offer.Messages {
		last := i == len(q.offer.Messages)-1
		if !last && !slices.ContainsFunc(message.Buttons, has) {
			continue
		}
		rows = slices.Clone(message.Buttons)
		if last {
			rows = append(rows, t.extraRows(q, serial)...)
		}
		break
	}
	for i := range rows {
		rows[i] = slices.Clone(rows[i])
	}
	return rows
}
