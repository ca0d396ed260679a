package layered

// Graph is what is to be arranged. Boxes are known by their index; where nothing else decides, earlier ones come higher and further left.
type Graph struct {
	Boxes []Size
	Edges []Edge
}

// Size is how much room something takes, in units (of an SVG: pixels).
type Size struct{ Width, Height int }

// Edge is a line from one box to another, or to itself.
type Edge struct {
	From, To int
	Label    Size // of what is written at the line; zero: nothing
	Weight   int  // how much it matters that the line is short and straight; less than 1 counts as 1
	Trunk    int  // long lines to the same box run as one where they have the same trunk, from behind their labels on
}

// Layout is where everything is.
type Layout struct {
	Size  Size // of the whole, with a margin
	Boxes []Rect
	Lines []Line // by the index of the Edge
}

// Rect is a place: its upper left corner and its size.
type Rect struct{ X, Y, Width, Height int }

// Point is a place without a size.
type Point struct{ X, Y int }

// Line is how an edge runs: from a side of the one box to a side of the other. Where two points that follow one another have the same X the line is straight
// down or up; else it is meant to swing from the one to the other, beginning and ending upright.
type Line struct {
	Points []Point
	Label  Rect // where its label stands; zero where it has none
	Back   bool // it leads upwards, against the reading
	Own    bool // it leads from a box to itself, along the box's right side; its points are corners
}

// Arrange places a graph.
func Arrange(g Graph) Layout {
	if len(g.Boxes) == 0 {
		return Layout{Size: Size{2 * margin, 2 * margin}, Lines: make([]Line, len(g.Edges))}
	}
	turned := acyclic(g)
	p := layers(g, turned, ranks(g, turned))
	p.sort()
	p.spread()
	return p.layout()
}

// The distances that a drawing keeps, in units.
const (
	margin    = 16
	boxGap    = 28 // between two boxes side by side
	bendGap   = 14 // between a line and what is beside it
	layerGap  = 18 // at least, between two layers
	steepness = 8  // a line may go so many units aside for one down before the layers are moved apart
	widestGap = 64 // that layers are moved apart at most
	loopWidth = 18 // of a line from a box to itself
)
