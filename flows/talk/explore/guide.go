package explore

// leading is a move in a state.
type leading struct {
	from *spot
	move string
}

// guide is what is gone of a full walk in each other language: at each place where the talk can stand, all that can be done there in the first state that comes there; and the
// moves that came to a step, an option or an outcome for the first time. What is left out differs from that in answers only.
type guide struct {
	full *walk
	all  map[string]bool            // the keys of states in which everything is tried
	some map[string]map[string]bool // the moves in others
}

func guideOf(w *walk) *guide {
	g := &guide{full: w, all: map[string]bool{}, some: map[string]map[string]bool{}}
	places := map[string]bool{}
	for _, s := range w.all {
		if s.followed && !s.older && !places[s.place] {
			places[s.place], g.all[s.key] = true, true
			g.lead(s)
		}
	}
	for _, first := range w.firsts {
		g.add(first.from.key, first.move)
		g.lead(first.from)
	}
	return g
}

// lead adds the way to a state.
func (g *guide) lead(s *spot) {
	for ; s.from != nil; s = s.from {
		g.add(s.from.key, s.by.move.id)
	}
}

func (g *guide) add(key, move string) {
	if g.some[key] == nil {
		g.some[key] = map[string]bool{}
	}
	g.some[key][move] = true
}

// comes tells whether something is done in a state.
func (g *guide) comes(key string) bool { return g.all[key] || g.some[key] != nil }

// goes tells whether a move is made in a state.
func (g *guide) goes(key, move string) bool { return g.all[key] || g.some[key][move] }
