package layered

import "slices"

// layout takes the places of the vertices for boxes, labels and lines.
func (p *proper) layout() Layout {
	left, right := p.extent(p.x)
	for v := range p.x {
		p.x[v] += margin - left
	}
	tops, heights := p.rows()
	last := len(tops) - 1
	l := Layout{
		Size:  Size{right - left + 2*margin, tops[last] + heights[last] + margin},
		Boxes: make([]Rect, p.boxes),
		Lines: make([]Line, len(p.graph.Edges)),
	}
	for i, box := range p.graph.Boxes {
		row := p.rank[i]
		l.Boxes[i] = Rect{p.x[i] - box.Width/2, tops[row] + (heights[row]-box.Height)/2, box.Width, box.Height}
	}
	r := &router{proper: p, layout: &l, tops: tops, heights: heights}
	r.ports()
	loops := make([]int, p.boxes)
	for e, edge := range p.graph.Edges {
		if edge.From == edge.To {
			l.Lines[e] = r.own(edge, &loops[edge.From])
			continue
		}
		l.Lines[e] = r.line(e)
	}
	return l
}

// rows gives each layer its top and its height. Between two layers there is the more room the further a line has to go aside.
func (p *proper) rows() (tops, heights []int) {
	tops, heights = make([]int, len(p.layers)), make([]int, len(p.layers))
	y := margin
	for i, layer := range p.layers {
		aside := 0
		for _, v := range layer {
			heights[i] = max(heights[i], p.size[v].Height)
			for _, to := range p.down[v] {
				aside = max(aside, p.x[v]-p.x[to], p.x[to]-p.x[v])
			}
		}
		tops[i] = y
		y += heights[i] + min(max(layerGap, aside/steepness), widestGap)
	}
	return tops, heights
}

// router lays the lines.
type router struct {
	*proper
	layout        *Layout
	tops, heights []int
	leave, arrive []int // of each edge: how far from the left of the upper box it leaves, and of the lower one it arrives
}

// ports spreads the lines along the sides of the boxes, in the order in which they go on. A trunk counts as one.
func (r *router) ports() {
	r.leave, r.arrive = make([]int, len(r.chains)), make([]int, len(r.chains))
	below, above := make([][]int, r.boxes), make([][]int, r.boxes) // the bends next to each box
	for _, chain := range r.chains {
		if chain != nil {
			upper, lower := chain[0], chain[len(chain)-1]
			below[upper] = append(below[upper], chain[1])
			above[lower] = append(above[lower], chain[len(chain)-2])
		}
	}
	offsets := make([]map[int]int, 2*r.boxes)
	for box := range r.boxes {
		offsets[2*box], offsets[2*box+1] = r.along(box, below[box]), r.along(box, above[box])
	}
	for e, chain := range r.chains {
		if chain != nil {
			r.leave[e] = offsets[2*chain[0]][chain[1]]
			r.arrive[e] = offsets[2*chain[len(chain)-1]+1][chain[len(chain)-2]]
		}
	}
}

// widestPort is how far apart lines are at the side of a box, at most.
const widestPort = 24

// along tells how far from a box's left the lines to its bends begin: side by side about its middle, or about the one that goes straight on from there.
func (r *router) along(box int, bends []int) map[int]int {
	slices.SortStableFunc(bends, func(a, b int) int { return r.pos[a] - r.pos[b] })
	bends = slices.Compact(bends)
	last := len(bends) - 1
	middle := last // in halves of a step
	if i := slices.IndexFunc(bends, func(bend int) bool { return r.x[bend] == r.x[box] }); i >= 0 {
		middle = 2 * i
	}
	width := r.layout.Boxes[box].Width
	step := min(width/(max(middle, 2*last-middle)+2), widestPort)
	offsets := make(map[int]int, len(bends))
	for i, bend := range bends {
		offsets[bend] = width/2 + (2*i-middle)*step/2
	}
	return offsets
}

// line runs from the upper box through the bends to the lower one; a turned one is told from its own beginning.
func (r *router) line(e int) Line {
	chain := r.chains[e]
	upper, lower := r.layout.Boxes[chain[0]], r.layout.Boxes[chain[len(chain)-1]]
	var l Line
	begin, end := upper.X+r.leave[e], lower.X+r.arrive[e]
	l.to(begin, upper.Y+upper.Height)
	l.to(begin, r.tops[r.rank[chain[0]]]+r.heights[r.rank[chain[0]]])
	for _, v := range chain[1 : len(chain)-1] {
		row := r.rank[v]
		l.to(r.x[v], r.tops[row])
		l.to(r.x[v], r.tops[row]+r.heights[row])
		if size := r.size[v]; size.Width > 0 {
			l.Label = Rect{r.x[v] - size.Width/2, r.tops[row] + (r.heights[row]-size.Height)/2, size.Width, size.Height}
		}
	}
	l.to(end, r.tops[r.rank[chain[len(chain)-1]]])
	l.to(end, lower.Y)
	if l.Back = r.turned[e]; l.Back {
		slices.Reverse(l.Points)
	}
	return l
}

// to goes on to a point; one in the middle of a straight piece is left out.
func (l *Line) to(x, y int) {
	next := Point{x, y}
	n := len(l.Points)
	switch {
	case n > 0 && l.Points[n-1] == next:
	case n > 1 && l.Points[n-1].X == x && l.Points[n-2].X == x:
		l.Points[n-1] = next
	default:
		l.Points = append(l.Points, next)
	}
}

// own is a line from a box to itself, outside of the ones before it.
func (r *router) own(edge Edge, outside *int) Line {
	box := r.layout.Boxes[edge.From]
	right := box.X + box.Width
	x := right + *outside + loopWidth
	top, bottom := box.Y+box.Height/4, box.Y+box.Height*3/4
	*outside += loopWidth + edge.Label.Width
	l := Line{Own: true, Points: []Point{{right, top}, {x, top}, {x, bottom}, {right, bottom}}}
	if edge.Label.Width > 0 {
		l.Label = Rect{x + 2, box.Y + (box.Height-edge.Label.Height)/2, edge.Label.Width, edge.Label.Height}
	}
	return l
}
