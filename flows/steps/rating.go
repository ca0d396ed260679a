package steps

import (
	"strconv"

	"repartee/flows"
	"repartee/flows/value"
)

// ratings offers the marks of a rating's scale, side by side.
func ratings(t *flows.Turn, typ *value.Type) ([]flows.Choice, [][]flows.PressButton) {
	var choices []flows.Choice
	for _, mark := range scaleOf(typ) {
		if v := value.Integer(int64(mark.n)); within(v, typ) {
			choices = append(choices, flows.Choice{ID: strconv.Itoa(mark.n), Label: mark.label, Value: v})
		}
	}
	var rows [][]flows.PressButton
	for i, choice := range choices {
		if i%markRow == 0 {
			rows = append(rows, nil)
		}
		last := &rows[len(rows)-1]
		*last = append(*last, t.Button(choice.ID, choice.Label))
	}
	return choices, rows
}

// markRow is how many marks stand in a row: five stars do, and eleven points make two rows.
const markRow = 6

type mark struct {
	n     int
	label string
}

func scaleOf(typ *value.Type) []mark {
	switch flows.Scale(typ.Scale) {
	case flows.Thumbs:
		return []mark{{1, "👍"}, {0, "👎"}}
	case flows.Points:
		return marks(0, 10, "")
	}
	return marks(1, 5, " ⭐")
}

func marks(from, to int, sign string) []mark {
	var all []mark
	for n := from; n <= to; n++ {
		all = append(all, mark{n, strconv.Itoa(n) + sign})
	}
	return all
}

func within(v value.Value, typ *value.Type) bool {
	low, _ := value.Compare(v, orElse(typ.Min, v))
	high, _ := value.Compare(v, orElse(typ.Max, v))
	return low >= 0 && high <= 0
}

func orElse(bound *value.Value, v value.Value) value.Value {
	if bound == nil {
		return v
	}
	return *bound
}
