package layered

// ranks gives each box its layer, from 0: each edge leads at least one layer down (turned ones up), and the sum of their lengths, by weight, is the least.
func ranks(g Graph, turned []bool) []int {
	s := newSimplex(g, turned)
	s.longestPaths()
	s.tightTree()
	for range rounds(len(g.Boxes)) {
		leaving := s.leaving()
		if leaving < 0 {
			break
		}
		s.exchange(leaving, s.entering(leaving))
	}
	return s.settled(len(g.Boxes))
}

// rounds bounds the simplex: it ends by itself long before, unless it goes in circles between equally good trees.
func rounds(boxes int) int { return 20*boxes + 100 }

// simplex is the network simplex. Its last vertex is a root above all that nothing leads to, so that the graph hangs together.
type simplex struct {
	arcs    []arc
	touch   [][]int // the arcs at each vertex
	balance []int   // of each vertex: weights that leave it less those that come in
	rank    []int
	inTree  []bool
	parent  []int // the arc to the vertex above it in the tree; -1 at the root
	order   []int // the vertices, each behind the one above it in the tree
	search  int   // where the search for a leaving arc goes on
}

type arc struct{ from, to, weight int }

func newSimplex(g Graph, turned []bool) *simplex {
	n := len(g.Boxes) + 1
	s := &simplex{touch: make([][]int, n), balance: make([]int, n), rank: make([]int, n)}
	into := make([]bool, n)
	for e, edge := range g.Edges {
		if edge.From == edge.To {
			continue
		}
		from, to := edge.From, edge.To
		if turned[e] {
			from, to = to, from
		}
		into[to] = true
		s.add(arc{from, to, max(edge.Weight, 1)})
	}
	for box := range g.Boxes {
		if !into[box] {
			s.add(arc{n - 1, box, 0})
		}
	}
	s.inTree = make([]bool, len(s.arcs))
	return s
}

func (s *simplex) add(a arc) {
	s.touch[a.from] = append(s.touch[a.from], len(s.arcs))
	s.touch[a.to] = append(s.touch[a.to], len(s.arcs))
	s.balance[a.from] += a.weight
	s.balance[a.to] -= a.weight
	s.arcs = append(s.arcs, a)
}

// slack is how much longer an arc is than it must be.
func (s *simplex) slack(e int) int { return s.rank[s.arcs[e].to] - s.rank[s.arcs[e].from] - 1 }

// other is the vertex at the other end of an arc.
func (s *simplex) other(e, vertex int) int { return s.arcs[e].from + s.arcs[e].to - vertex }

// longestPaths puts each vertex as high as the arcs allow.
func (s *simplex) longestPaths() {
	waits := make([]int, len(s.rank))
	for _, a := range s.arcs {
		waits[a.to]++
	}
	for ready := []int{len(s.rank) - 1}; len(ready) > 0; ready = ready[1:] {
		v := ready[0]
		for _, e := range s.touch[v] {
			a := s.arcs[e]
			if a.from != v {
				continue
			}
			s.rank[a.to] = max(s.rank[a.to], s.rank[v]+1)
			if waits[a.to]--; waits[a.to] == 0 {
				ready = append(ready, a.to)
			}
		}
	}
}

// settled gives the layers of the boxes, the highest 0.
func (s *simplex) settled(boxes int) []int {
	ranks := s.rank[:boxes]
	top := ranks[0]
	for _, r := range ranks {
		top = min(top, r)
	}
	for i := range ranks {
		ranks[i] -= top
	}
	return ranks
}
