package drawing

import (
	"fmt"
	"strings"

	"repartee/flows/analysis/drawing/layered"
)

// slant is how far the sides of forks, ends and other flows lean in or curve.
const slant = 10

// outline is the path of a box, by its shape.
func outline(shape Shape, r layered.Rect) string {
	right, bottom := r.X+r.Width, r.Y+r.Height
	switch shape {
	case Question, Pause:
		return rounded(r, 9)
	case Start, End:
		return rounded(r, min(r.Height, r.Width)/2)
	case Fork:
		return fmt.Sprintf("M%d %dL%d %dL%d %dL%d %dL%d %dL%d %dZ", r.X+slant, r.Y, right-slant, r.Y, right, r.Y+r.Height/2, right-slant, bottom, r.X+slant, bottom, r.X, r.Y+r.Height/2)
	case Other: // with a second line at both sides
		return rounded(r, 2) + fmt.Sprintf("M%d %dV%dM%d %dV%d", r.X+slant/2, r.Y, bottom, right-slant/2, r.Y, bottom)
	}
	return rounded(r, 2)
}

// rounded is a rectangle whose corners have that radius.
func rounded(r layered.Rect, radius int) string {
	arc := fmt.Sprintf("A%d %d 0 0 1 ", radius, radius)
	right, bottom := r.X+r.Width, r.Y+r.Height
	return fmt.Sprintf("M%d %dH%d%s%d %dV%d%s%d %dH%d%s%d %dV%d%s%d %dZ", r.X+radius, r.Y, right-radius, arc, right, r.Y+radius, bottom-radius, arc, right-radius, bottom,
		r.X+radius, arc, r.X, bottom-radius, r.Y+radius, arc, r.X+radius, r.Y)
}

// route is the path of a line: straight down, and swinging where it goes aside.
func route(l layered.Line) string {
	var path strings.Builder
	for i, p := range l.Points {
		switch {
		case i == 0:
			fmt.Fprintf(&path, "M%d %d", p.X, p.Y)
		case l.Own, l.Points[i-1].X == p.X:
			fmt.Fprintf(&path, "L%d %d", p.X, p.Y)
		default:
			before := l.Points[i-1]
			middle := (before.Y + p.Y) / 2
			fmt.Fprintf(&path, "C%d %d %d %d %d %d", before.X, middle, p.X, middle, p.X, p.Y)
		}
	}
	return path.String()
}
