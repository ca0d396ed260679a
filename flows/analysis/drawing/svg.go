package drawing

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"repartee/flows/analysis/drawing/layered"
)

// WriteSVG writes a sheet as an SVG file that stands by itself: with its style sheet, without scripts, links or anything from outside.
func (s Sheet) WriteSVG(w io.Writer) error {
	out := bufio.NewWriter(w)
	size := s.Layout.Size
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" class="flowchart" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`+"\n", size.Width, size.Height, size.Width, size.Height)
	fmt.Fprintf(out, "<title>%s</title>\n<style>\n%s</style>\n", escaped(s.Picture.Title), StyleSheet())
	for i := range s.Picture.Lines {
		s.writeLine(out, i)
	}
	for i := range s.Picture.Lines { // above all lines
		s.writeLabel(out, i)
	}
	for i := range s.Picture.Boxes {
		s.writeBox(out, i)
	}
	fmt.Fprintln(out, "</svg>")
	return out.Flush()
}

func (s Sheet) writeLine(w io.Writer, i int) {
	line, at := s.Picture.Lines[i], s.Layout.Lines[i]
	fmt.Fprintf(w, `<g class="%s"><path class="line" d="%s"/>`, lineClass(line), route(at))
	fmt.Fprintf(w, `<path class="tip" d="%s"/>`, tip(at.Points[len(at.Points)-2], at.Points[len(at.Points)-1]))
	if line.Style == Excursion && !at.Own {
		fmt.Fprintf(w, `<path class="tip" d="%s"/>`, tip(at.Points[1], at.Points[0]))
	}
	fmt.Fprintln(w, "</g>")
}

func lineClass(l Line) string {
	if l.Missed {
		return l.Style.String() + " missed"
	}
	return l.Style.String()
}

// tip is the head of an arrow at the end of a line's last piece. A line ends upright, or at the side of a box.
func tip(from, at layered.Point) string {
	const long, wide = 7, 4
	if from.Y == at.Y {
		back := at.X - long*sign(at.X-from.X)
		return fmt.Sprintf("M%d %dL%d %dL%d %dZ", at.X, at.Y, back, at.Y-wide, back, at.Y+wide)
	}
	back := at.Y - long*sign(at.Y-from.Y)
	return fmt.Sprintf("M%d %dL%d %dL%d %dZ", at.X, at.Y, at.X-wide, back, at.X+wide, back)
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func (s Sheet) writeLabel(w io.Writer, i int) {
	rows, r := s.Labels[i], s.Layout.Lines[i].Label
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(w, `<g class="%s"><rect class="chip" x="%d" y="%d" width="%d" height="%d" rx="3"/>`, lineClass(s.Picture.Lines[i]), r.X, r.Y, r.Width, r.Height)
	for n, row := range rows {
		fmt.Fprintf(w, `<text class="%s" x="%d" y="%d" text-anchor="middle">%s</text>`, row.Class, r.X+r.Width/2, r.Y+labelHeight*(n+1)-1, escaped(row.Text))
	}
	fmt.Fprintln(w, "</g>")
}

func (s Sheet) writeBox(w io.Writer, i int) {
	box, r := s.Picture.Boxes[i], s.Layout.Boxes[i]
	class := "box " + box.Shape.String()
	if box.Missed {
		class += " missed"
	}
	fmt.Fprintf(w, `<g id="%s" class="%s" data-flow="%s" data-at="%s">`, box.ID, class, escaped(box.Ref.Flow), escaped(box.Ref.Path))
	if whole := box.whole(); whole != "" {
		fmt.Fprintf(w, "<title>%s</title>", escaped(whole))
	}
	fmt.Fprintf(w, `<path class="outline" d="%s"/>`, outline(box.Shape, r))
	top := r.Y + (r.Height-len(s.Texts[i])*rowHeight)/2
	for n, row := range s.Texts[i] {
		fmt.Fprintf(w, `<text class="%s" x="%d" y="%d" text-anchor="middle">%s</text>`, row.Class, r.X+r.Width/2, top+rowHeight*n+13, escaped(row.Text))
	}
	fmt.Fprintln(w, "</g>")
}

// whole is all that the box may have shortened.
func (b Box) whole() string {
	said := b.Said
	if len(said) == 0 && b.Text != "" {
		said = []string{b.Text}
	}
	if b.When != "" {
		said = append(slices.Clone(said), b.When)
	}
	return strings.Join(said, "\n")
}

func escaped(text string) string { return html.EscapeString(clean(text)) }

// clean leaves out what XML cannot hold.
func clean(text string) string {
	runes := []rune(text)
	kept := runes[:0]
	for _, r := range runes {
		if r == '\t' || r == '\n' || r >= 0x20 && r != 0xFFFD && r != 0xFFFE && r != 0xFFFF {
			kept = append(kept, r)
		}
	}
	return string(kept)
}
