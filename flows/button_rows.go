package flows

import (
	"slices"
	"strconv"

	"repartee/flows/expr"
)

const (
	fewButtons = 12 // are shown at once
	pageOf     = 8  // of more than these, on one page
)

// paged lays out buttons; many of them in pages.
func (t *Turn) paged(own []PressButton) [][]PressButton {
	if len(own) <= fewButtons {
		return layout(own)
	}
	pages := (len(own) + pageOf - 1) / pageOf
	page, _ := strconv.Atoi(t.Page())
	page = min(max(page, 0), pages-1)
	rows := layout(own[page*pageOf : min((page+1)*pageOf, len(own))])
	turn := func(to int, label string) PressButton {
		return t.Button(PagePrefix+strconv.Itoa((to+pages)%pages), label)
	}
	here := strconv.Itoa(page+1) + " / " + strconv.Itoa(pages)
	return append(rows, []PressButton{turn(page-1, "‹"), turn(page, here), turn(page+1, "›")})
}

const rowUnits = 30 // of labels side by side: what a narrow phone shows of three buttons

// layout puts short buttons side by side, at most three, and long ones below each other.
func layout(buttons []PressButton) [][]PressButton {
	if len(buttons) == 0 {
		return nil
	}
	longest := 0
	for _, button := range buttons {
		longest = max(longest, expr.UTF16Len(button.Label))
	}
	columns := 1
	if longest > 0 {
		columns = min(3, max(1, rowUnits/longest))
	}
	if len(buttons) == 4 && columns == 3 {
		columns = 2
	}
	rows := make([][]PressButton, 0, (len(buttons)+columns-1)/columns)
	return slices.AppendSeq(rows, slices.Chunk(buttons, columns))
}

// shorten cuts a label that is longer than the channel shows.
func shorten(label string) string {
	if expr.UTF16Len(label) <= LabelLimit {
		return label
	}
	return label[:cut(label, LabelLimit-1)] + "…"
}
