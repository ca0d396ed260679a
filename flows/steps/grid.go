package steps

import (
	"slices"

	"repartee/flows"
)

// grid is how many buttons stand side by side, and how many rows of them are shown at once.
type grid struct{ columns, rows int }

var (
	daysGrid  = grid{columns: 1, rows: 8}
	timesGrid = grid{columns: 4, rows: 6}
)

// inPages lays out choices in pages of a grid, with the ways out below them on each page.
func inPages(t *flows.Turn, choices []flows.Choice, g grid, ways []flows.Choice) ([]flows.Choice, [][]flows.PressButton) {
	size := g.columns * g.rows
	pages := pager{at: pageNumber(t.Page()), of: max(1, (len(choices)+size-1)/size)}
	pages.at = min(pages.at, pages.of-1)
	var shown []flows.PressButton
	for _, choice := range choices[pages.at*size : min((pages.at+1)*size, len(choices))] {
		shown = append(shown, t.Button(choice.ID, choice.Label))
	}
	rows := append(slices.Collect(slices.Chunk(shown, g.columns)), pages.buttons(t)...)
	for _, way := range ways {
		rows = append(rows, []flows.PressButton{t.Button(way.ID, way.Label)})
	}
	return slices.Concat(choices, pages.choices(t), ways), rows
}
