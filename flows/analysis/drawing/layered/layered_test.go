package layered

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// graphs draws graphs of all shapes: with circles, lines to the box itself, several lines between two boxes, and parts that do not hang together.
func graphs(most int) *rapid.Generator[Graph] {
	return rapid.Custom(func(t *rapid.T) Graph {
		n := rapid.IntRange(1, most).Draw(t, "boxes")
		g := Graph{Boxes: make([]Size, n)}
		for i := range g.Boxes {
			g.Boxes[i] = Size{rapid.IntRange(20, 220).Draw(t, "width"), rapid.IntRange(16, 90).Draw(t, "height")}
		}
		for range rapid.IntRange(0, 2*n).Draw(t, "edges") {
			edge := Edge{From: rapid.IntRange(0, n-1).Draw(t, "from"), To: rapid.IntRange(0, n-1).Draw(t, "to"), Weight: rapid.IntRange(0, 3).Draw(t, "weight")}
			if rapid.Bool().Draw(t, "labelled") {
				edge.Label = Size{rapid.IntRange(10, 120).Draw(t, "label"), 16}
			}
			g.Edges = append(g.Edges, edge)
		}
		return g
	})
}

func TestNothingCoversAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(25).Draw(t, "graph")
		l := Arrange(g)
		things := map[string]Rect{}
		for i, box := range l.Boxes {
			if box.Width != g.Boxes[i].Width || box.Height != g.Boxes[i].Height {
				t.Fatalf("box %d has another size: %v", i, box)
			}
			things[fmt.Sprintf("box %d", i)] = box
		}
		for e, line := range l.Lines {
			if (line.Label.Width > 0) != (g.Edges[e].Label.Width > 0) {
				t.Fatalf("line %d: label %v", e, line.Label)
			}
			if line.Label.Width > 0 {
				things[fmt.Sprintf("label %d", e)] = line.Label
			}
		}
		for a, first := range things {
			if first.X < 0 || first.Y < 0 || first.X+first.Width > l.Size.Width || first.Y+first.Height > l.Size.Height {
				t.Fatalf("%s at %v is outside of %v", a, first, l.Size)
			}
			for b, second := range things {
				if a < b && overlap(first, second) {
					t.Fatalf("%s at %v covers %s at %v", a, first, b, second)
				}
			}
		}
	})
}

func TestLinesEndAtTheirBoxesAndRunThroughNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(25).Draw(t, "graph")
		l := Arrange(g)
		for e, line := range l.Lines {
			from, to := l.Boxes[g.Edges[e].From], l.Boxes[g.Edges[e].To]
			first, last := line.Points[0], line.Points[len(line.Points)-1]
			if line.Own {
				if first.X != from.X+from.Width || last.X != from.X+from.Width || !within(from.Y, first.Y, from.Height) || !within(from.Y, last.Y, from.Height) {
					t.Fatalf("line %d of box %v runs from %v to %v", e, from, first, last)
				}
				continue
			}
			if line.Back {
				from, to, first, last = to, from, last, first
			}
			if first.Y != from.Y+from.Height || last.Y != to.Y || !within(from.X, first.X, from.Width) || !within(to.X, last.X, to.Width) {
				t.Fatalf("line %d runs from %v to %v, not from %v to %v", e, first, last, from, to)
			}
			for i := range len(line.Points) - 1 {
				piece := around(line.Points[i], line.Points[i+1])
				for b, box := range l.Boxes {
					if overlap(piece, box) {
						t.Fatalf("line %d runs at %v through box %d at %v", e, piece, b, box)
					}
				}
			}
		}
	})
}

func TestLinesLeadDownUnlessTheyLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(25).Draw(t, "graph")
		turned := acyclic(g)
		rank := ranks(g, turned)
		for e, edge := range g.Edges {
			if down := rank[edge.From] < rank[edge.To]; edge.From != edge.To && down == turned[e] {
				t.Fatalf("edge %d from layer %d to %d, turned: %v", e, rank[edge.From], rank[edge.To], turned[e])
			}
		}
	})
}

// TestLinesAreTheShortest holds the simplex against all ways to give layers to a few boxes.
func TestLinesAreTheShortest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(5).Draw(t, "graph")
		turned := acyclic(g)
		got, ok := length(g, turned, ranks(g, turned))
		if !ok {
			t.Fatal("an edge does not lead down")
		}
		if best := shortest(g, turned, make([]int, len(g.Boxes)), 0); got != best {
			t.Fatalf("the lines are %d long, %d would do", got, best)
		}
	})
}

func shortest(g Graph, turned []bool, rank []int, box int) int {
	if box == len(rank) {
		if n, ok := length(g, turned, rank); ok {
			return n
		}
		return 1 << 30
	}
	best := 1 << 30
	for rank[box] = range rank {
		best = min(best, shortest(g, turned, rank, box+1))
	}
	return best
}

func length(g Graph, turned []bool, rank []int) (sum int, ok bool) {
	for e, edge := range g.Edges {
		n := rank[edge.To] - rank[edge.From]
		if turned[e] {
			n = -n
		}
		if edge.From != edge.To {
			if n < 1 {
				return 0, false
			}
			sum += n * max(edge.Weight, 1)
		}
	}
	return sum, true
}

func TestCrossingsAreCountedOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(15).Draw(t, "graph")
		turned := acyclic(g)
		p := layers(g, turned, ranks(g, turned))
		p.sort()
		slow := 0
		for _, layer := range p.layers {
			for i, v := range layer {
				for _, w := range layer[i+1:] {
					slow += p.inversions(p.down[v], p.down[w])
				}
			}
		}
		if fast := p.crossings(); fast != slow {
			t.Fatalf("%d crossings counted, there are %d", fast, slow)
		}
	})
}

func TestTheSameGraphLooksTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graphs(25).Draw(t, "graph")
		if first, second := Arrange(g), Arrange(g); !reflect.DeepEqual(first, second) {
			t.Fatalf("%v\n%v", first, second)
		}
	})
}

// TestKnownCrossings: graphs of which it is known with how few crossings they can be drawn.
func TestKnownCrossings(t *testing.T) {
	for _, test := range []struct {
		name  string
		boxes int
		edges [][2]int
		most  int
	}{
		{"a chain", 5, [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 4}}, 0},
		{"a tree whose leaves are told in a bad order", 7, [][2]int{{0, 2}, {0, 1}, {1, 6}, {2, 5}, {1, 4}, {2, 3}}, 0},
		{"two diamonds", 7, [][2]int{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {3, 5}, {4, 6}, {5, 6}}, 0},
		{"branches that meet, one past the other", 8, [][2]int{{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 4}, {3, 5}, {4, 6}, {5, 6}, {0, 6}, {6, 7}, {3, 7}}, 0},
		{"each of three to each of three", 6, [][2]int{{0, 3}, {0, 4}, {0, 5}, {1, 3}, {1, 4}, {1, 5}, {2, 3}, {2, 4}, {2, 5}}, 9},
		{"a circle", 4, [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 0}}, 0},
	} {
		g := Graph{Boxes: make([]Size, test.boxes)}
		for i := range g.Boxes {
			g.Boxes[i] = Size{100, 40}
		}
		for _, e := range test.edges {
			g.Edges = append(g.Edges, Edge{From: e[0], To: e[1]})
		}
		turned := acyclic(g)
		p := layers(g, turned, ranks(g, turned))
		p.sort()
		if n := p.crossings(); n > test.most {
			t.Errorf("%s: %d crossings, at most %d are needed", test.name, n, test.most)
		}
	}
}

func TestAChainIsStraight(t *testing.T) {
	g := Graph{Boxes: []Size{{100, 40}, {60, 40}, {220, 40}, {80, 30}}, Edges: []Edge{{From: 0, To: 1}, {From: 1, To: 2, Label: Size{50, 16}}, {From: 2, To: 3}}}
	for e, line := range Arrange(g).Lines {
		if len(line.Points) != 2 || line.Points[0].X != line.Points[1].X {
			t.Errorf("line %d goes %v", e, line.Points)
		}
	}
}

// TestASmallChangeDoesNotTurnItOver puts a box into each line of a drawing with crossings, one at a time: on the average all but a few of the others stay left or right of one another.
func TestASmallChangeDoesNotTurnItOver(t *testing.T) {
	g := crossed(60)
	before := Arrange(g)
	turned, all := 0, 0
	for e, edge := range g.Edges {
		changed := Graph{Boxes: append(slices.Clone(g.Boxes), Size{90, 40}), Edges: slices.Clone(g.Edges)}
		changed.Edges[e].To = len(g.Boxes)
		changed.Edges = append(changed.Edges, Edge{From: len(g.Boxes), To: edge.To, Weight: 2})
		after := Arrange(changed)
		for i, a := range before.Boxes {
			for j, b := range before.Boxes {
				if c, d := after.Boxes[i], after.Boxes[j]; a.X+a.Width <= b.X && (c.X+c.Width <= d.X || d.X+d.Width <= c.X) {
					all++
					if d.X < c.X {
						turned++
					}
				}
			}
		}
	}
	if 20*turned > all {
		t.Errorf("%d of %d pairs are turned", turned, all)
	}
}

func TestNoBoxes(t *testing.T) {
	if l := Arrange(Graph{}); len(l.Boxes) != 0 || len(l.Lines) != 0 {
		t.Errorf("got %v", l)
	}
}

func overlap(a, b Rect) bool {
	return a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height
}

// around is the room that a piece of a line can be in: it swings between its two points.
func around(a, b Point) Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return Rect{x, y, max(a.X, b.X) - x, max(a.Y, b.Y) - y}
}

func within(from, at, length int) bool { return from <= at && at <= from+length }

func BenchmarkArrange(b *testing.B) {
	for _, n := range []int{60, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := crossed(n)
			for b.Loop() {
				Arrange(g)
			}
		})
	}
}

// crossed is a graph of so many boxes whose lines cross, as those of a long flow do: on to the next, past some, and back.
func crossed(n int) Graph {
	g := Graph{Boxes: make([]Size, n)}
	for i := range g.Boxes {
		g.Boxes[i] = Size{180, 60}
		if i > 0 {
			g.Edges = append(g.Edges, Edge{From: i - 1, To: i, Weight: 2})
		}
		if i%3 == 0 {
			g.Edges = append(g.Edges, Edge{From: i, To: min(n-1, i+2+i%5), Label: Size{60, 16}})
		}
		if i%11 == 10 {
			g.Edges = append(g.Edges, Edge{From: i, To: i - 7, Label: Size{60, 16}})
		}
	}
	return g
}
