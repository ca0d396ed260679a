package drawing

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteDOT writes a picture in the language of Graphviz (https://graphviz.org/doc/info/lang.html).
func (p Picture) WriteDOT(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "digraph flow {\n  label=%s;\n  labelloc=t;\n  node [fontname=\"Helvetica\", fontsize=12, style=filled, fillcolor=white];\n  edge [fontname=\"Helvetica\", fontsize=10];\n", quoted(p.Title))
	for _, box := range p.Boxes {
		fmt.Fprintf(out, "  %s [label=%s, %s%s];\n", box.ID, dotText(boxRows(box)), dotShape(box.Shape), dotMissed(box.Missed))
	}
	for _, line := range p.Lines {
		fmt.Fprintf(out, "  %s -> %s [label=%s%s%s];\n", p.Boxes[line.From].ID, p.Boxes[line.To].ID, dotText(labelRows(line)), dotStyle(line.Style), dotMissed(line.Missed))
	}
	fmt.Fprintln(out, "}")
	return out.Flush()
}

func dotShape(shape Shape) string {
	switch shape {
	case Question:
		return `shape=box, style="filled,rounded", fillcolor="#e3efff", color="#2a6fc9"`
	case Start, End:
		return `shape=ellipse, fillcolor="#1d2327", fontcolor=white`
	case Fork:
		return `shape=hexagon, fillcolor="#fff3d6", color="#b27a00"`
	case Pause:
		return `shape=box, style="filled,rounded", fillcolor="#e4f5ec", color="#1f8a56"`
	case Other:
		return `shape=box, peripheries=2, fillcolor="#efe7fb", color="#7a4fc0"`
	case Saying:
		return `shape=box, fillcolor="#f3f5f7"`
	}
	return `shape=box, style="filled,dashed"`
}

func dotStyle(style Style) string {
	switch style {
	case Repair:
		return `, color="#b3432b", fontcolor="#b3432b"`
	case Excursion:
		return `, style=dotted, dir=both`
	case Past:
		return `, style=dashed`
	}
	return ""
}

func dotMissed(missed bool) string {
	if missed {
		return `, style=dashed, color="#b3432b"`
	}
	return ""
}

func dotText(rows []Row) string {
	var lines []string
	for _, row := range rows {
		lines = append(lines, row.Text)
	}
	return quoted(strings.Join(lines, "\n"))
}

// quoted is a text as DOT takes it: a backslash would begin one of its own signs.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", " ").Replace(clean(text)) + `"`
}
