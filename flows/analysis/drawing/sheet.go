package drawing

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows/analysis/drawing/layered"
)

// Sheet is a picture whose boxes and lines have their places and whose texts are broken into lines: all that is needed to draw it.
type Sheet struct {
	Picture Picture
	Layout  layered.Layout // Boxes and Lines by the index of the picture's
	Texts   [][]Row        // of each box, from top to bottom
	Labels  [][]Row        // of each line
}

// Row is one line of text in a box or at a line.
type Row struct {
	Class string // "kind", "name", "text", "more", "when", "number"; of a line "label", "label missed"
	Text  string
}

// The measures of a drawing, in pixels.
const (
	fontSize   = 13
	smallSize  = 11
	rowHeight  = 17
	padding    = 10
	widestBox  = 210 // of its texts
	narrowest  = 70
	widestText = 170 // of a label
	mostText   = 3   // rows of what is said
	mostLabels = 4   // at a line
)

// Arrange places a picture.
func Arrange(p Picture) Sheet {
	s := Sheet{Picture: p, Texts: make([][]Row, len(p.Boxes)), Labels: make([][]Row, len(p.Lines))}
	var g layered.Graph
	for i, box := range p.Boxes {
		s.Texts[i] = boxRows(box)
		g.Boxes = append(g.Boxes, boxSize(box, s.Texts[i]))
	}
	for i, line := range p.Lines {
		s.Labels[i] = labelRows(line)
		g.Edges = append(g.Edges, layered.Edge{From: line.From, To: line.To, Label: labelSize(s.Labels[i]), Weight: line.Weight, Trunk: int(line.Style)})
	}
	s.Layout = layered.Arrange(g)
	return s
}

// boxRows breaks what a box says into lines.
func boxRows(b Box) []Row {
	var rows []Row
	add := func(class, text string, size, most int) {
		for _, line := range wrap(text, size, widestBox, most) {
			rows = append(rows, Row{class, line})
		}
	}
	add("kind", b.Kind, smallSize, 1)
	add("name", b.Name, fontSize, 2)
	add("text", b.Text, fontSize, mostText)
	add("more", b.More, smallSize, 2)
	if b.Folded > 0 {
		add("more", folded(b), smallSize, 1)
	}
	if b.When != "" {
		add("when", "if "+b.When, smallSize, 2)
	}
	add("number", b.Number, smallSize, 1)
	return rows
}

// folded tells what a box stands for beside its own step.
func folded(b Box) string {
	steps := strconv.Itoa(b.Folded) + " steps"
	if b.Folded == 1 {
		steps = "1 step"
	}
	if b.Kind == "" {
		return steps
	}
	return "and " + steps
}

func sizeOf(class string) int {
	switch class {
	case "name", "text":
		return fontSize
	}
	return smallSize
}

func boxSize(b Box, rows []Row) layered.Size {
	width := narrowest
	for _, row := range rows {
		width = max(width, widthOf(row.Text, sizeOf(row.Class))+2*padding)
		if row.Class == "name" {
			width = max(width, widthOf(row.Text, fontSize)*11/10+2*padding) // bold
		}
	}
	if b.Shape == Fork || b.Shape == Other || b.Shape == Start || b.Shape == End {
		width += 2 * slant
	}
	return layered.Size{Width: width, Height: max(len(rows), 1)*rowHeight + padding}
}

// labelRows breaks the labels of a line into lines. Where it is also gone without a word, what else leads there is told only if it is marked.
func labelRows(l Line) []Row {
	wordless := slices.ContainsFunc(l.Labels, func(label Label) bool { return label.Text == "" })
	var rows []Row
	told, shown := map[string]bool{}, 0
	for _, label := range l.Labels {
		text := label.told(wordless)
		if text == "" || told[text] {
			continue
		}
		told[text] = true
		if shown++; shown > mostLabels {
			return append(rows, Row{"label", "…"})
		}
		class := "label"
		if label.Missed {
			class = "label missed"
		}
		for _, line := range wrap(text, smallSize, widestText, 2) {
			rows = append(rows, Row{class, line})
		}
	}
	return rows
}

// told is what is written of a label.
func (l Label) told(wordless bool) string {
	switch {
	case l.Number == "" && (wordless || l.Quiet):
		return ""
	case l.Number == "":
		return l.Text
	case l.Text == "":
		return l.Number
	}
	return l.Text + " ·\u00a0" + strings.ReplaceAll(l.Number, " ", "\u00a0") // on one line
}

func labelSize(rows []Row) layered.Size {
	if len(rows) == 0 {
		return layered.Size{}
	}
	width := 0
	for _, row := range rows {
		width = max(width, widthOf(row.Text, smallSize))
	}
	return layered.Size{Width: width + 10, Height: len(rows)*labelHeight + 4}
}

const labelHeight = 14
