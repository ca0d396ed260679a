package layered

// tightTree moves parts of the graph together until a tree of arcs without slack spans it.
func (s *simplex) tightTree() {
	for {
		s.hang()
		if len(s.order) == len(s.rank) {
			return
		}
		within := s.reached()
		best, shift := -1, 0
		for e, a := range s.arcs {
			if within[a.from] == within[a.to] {
				continue
			}
			if best < 0 || s.slack(e) < s.slack(best) {
				best, shift = e, s.slack(e)
				if within[a.to] {
					shift = -shift
				}
			}
		}
		for _, v := range s.order {
			s.rank[v] += shift
		}
	}
}

// hang walks the tree from its root and takes in all that is reached by arcs without slack.
func (s *simplex) hang() {
	root := len(s.rank) - 1
	clear(s.inTree)
	s.parent = make([]int, len(s.rank))
	for v := range s.parent {
		s.parent[v] = -1
	}
	seen := make([]bool, len(s.rank))
	seen[root] = true
	s.order = []int{root}
	for i := 0; i < len(s.order); i++ {
		v := s.order[i]
		for _, e := range s.touch[v] {
			to := s.other(e, v)
			if seen[to] || s.slack(e) != 0 {
				continue
			}
			s.inTree[e] = true
			seen[to], s.parent[to] = true, e
			s.order = append(s.order, to)
		}
	}
}

func (s *simplex) reached() []bool {
	within := make([]bool, len(s.rank))
	for _, v := range s.order {
		within[v] = true
	}
	return within
}

// leaving finds a tree arc that would better be longer, and gives the vertex below it in the tree; -1: there is none, the ranks are the best.
//
// The cut value of a tree arc is the weight of the arcs that go its way from the one part of the tree to the other, less those that come back. Arcs within a part
// cancel out, so it is the sum of the balances of one part.
func (s *simplex) leaving() int {
	sum := append([]int(nil), s.balance...)
	for i := len(s.order) - 1; i > 0; i-- {
		v := s.order[i]
		sum[s.other(s.parent[v], v)] += sum[v]
	}
	for range s.order {
		s.search = (s.search + 1) % len(s.rank) // on from the last one: always the first would go in circles more easily
		e := s.parent[s.search]
		if e < 0 {
			continue
		}
		cut := sum[s.search]
		if s.arcs[e].to == s.search {
			cut = -cut
		}
		if cut < 0 {
			return s.search
		}
	}
	return -1
}

// entering finds the arc that takes the place of the one above a vertex: of those that lead the other way between the two parts, the one with the least slack.
func (s *simplex) entering(below int) int {
	part := s.part(below)
	up := s.arcs[s.parent[below]].from == below // from the lower part to the rest
	best := -1
	for e, a := range s.arcs {
		if part[a.from] == part[a.to] || part[a.from] == up {
			continue
		}
		if best < 0 || s.slack(e) < s.slack(best) {
			best = e
		}
	}
	return best
}

// part tells which vertices hang below one, itself among them.
func (s *simplex) part(below int) []bool {
	part := make([]bool, len(s.rank))
	part[below] = true
	for _, v := range s.order {
		if e := s.parent[v]; e >= 0 && part[s.other(e, v)] {
			part[v] = true
		}
	}
	return part
}

// exchange lets one arc leave the tree for another and moves the part below until that one has no slack.
func (s *simplex) exchange(below, entering int) {
	part := s.part(below)
	shift := s.slack(entering)
	if part[s.arcs[entering].to] {
		shift = -shift
	}
	for v := range part {
		if part[v] {
			s.rank[v] += shift
		}
	}
	s.inTree[s.parent[below]], s.inTree[entering] = false, true
	s.regrow()
}

// regrow finds what hangs below what in the tree as it is now.
func (s *simplex) regrow() {
	for v := range s.parent {
		s.parent[v] = -1
	}
	s.order = s.order[:1]
	for i := 0; i < len(s.order); i++ {
		v := s.order[i]
		for _, e := range s.touch[v] {
			if s.inTree[e] && e != s.parent[v] {
				to := s.other(e, v)
				s.parent[to] = e
				s.order = append(s.order, to)
			}
		}
	}
}
