package console

import "repartee/flows/analysis/drawing"

// MapOf is a drawing as the page shows it, without the way of a talk, texts and
// places: boxes and lines stand in the order of the drawing's picture.
func MapOf(s drawing.Sheet) Map {
	m := Map{Width: float64(s.Layout.Size.Width), Height: float64(s.Layout.Size.Height), Boxes: []MapBox{}, Lines: []MapLine{}}
	for i, box := range s.Picture.Boxes {
		r := s.Layout.Boxes[i]
		m.Boxes = append(m.Boxes, MapBox{
			ID: box.ID, Step: box.Ref.Path, Kind: box.Kind, Shape: box.Shape.String(), Rows: mapRows(s.Texts[i]),
			X: float64(r.X), Y: float64(r.Y), Width: float64(r.Width), Height: float64(r.Height),
		})
	}
	for i := range s.Picture.Lines {
		m.Lines = append(m.Lines, mapLine(s, i))
	}
	return m
}

func mapLine(s drawing.Sheet, i int) MapLine {
	line, at := s.Picture.Lines[i], s.Layout.Lines[i]
	m := MapLine{
		From: s.Picture.Boxes[line.From].ID, To: s.Picture.Boxes[line.To].ID, Style: line.Style.String(), Loop: at.Own,
		Label: mapRows(s.Labels[i]), X: middle(at.Label.X, at.Label.Width), Y: middle(at.Label.Y, at.Label.Height),
	}
	for _, p := range at.Points {
		m.Points = append(m.Points, [2]float64{float64(p.X), float64(p.Y)})
	}
	return m
}

func mapRows(rows []drawing.Row) []MapRow {
	made := []MapRow{}
	for _, row := range rows {
		made = append(made, MapRow{Class: row.Class, Text: row.Text})
	}
	return made
}

func middle(from, length int) float64 { return float64(from) + float64(length)/2 }
