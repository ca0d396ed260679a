package layered

// acyclic tells which edges have to be turned round so that there is no circle: those that lead back to a box which is still being followed, when the graph is
// gone through in the order of its boxes and edges.
func acyclic(g Graph) []bool {
	out := make([][]int, len(g.Boxes))
	into := make([]int, len(g.Boxes))
	for e, edge := range g.Edges {
		if edge.From != edge.To {
			out[edge.From] = append(out[edge.From], e)
			into[edge.To]++
		}
	}
	w := &circles{edges: g.Edges, out: out, state: make([]visit, len(g.Boxes)), turned: make([]bool, len(g.Edges))}
	for box := range g.Boxes { // where nothing leads to is where reading begins
		if into[box] == 0 {
			w.follow(box)
		}
	}
	for box := range g.Boxes {
		w.follow(box)
	}
	return w.turned
}

type visit uint8

const (
	unseen visit = iota
	followed
	done
)

type circles struct {
	edges  []Edge
	out    [][]int
	state  []visit
	turned []bool
}

// follow goes along all that a box leads to. It keeps its own stack: a flow of thousands of steps is one long chain.
func (w *circles) follow(start int) {
	if w.state[start] != unseen {
		return
	}
	type place struct{ box, next int }
	w.state[start] = followed
	for stack := []place{{box: start}}; len(stack) > 0; {
		at := &stack[len(stack)-1]
		if at.next == len(w.out[at.box]) {
			w.state[at.box] = done
			stack = stack[:len(stack)-1]
			continue
		}
		e := w.out[at.box][at.next]
		at.next++
		switch to := w.edges[e].To; w.state[to] {
		case followed:
			w.turned[e] = true
		case unseen:
			w.state[to] = followed
			stack = append(stack, place{box: to})
		}
	}
}
