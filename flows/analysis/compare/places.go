package compare

import "slices"

// places are the names of the questions and goals that ways lead between.
func (r *routes) places() map[string]bool {
	places := map[string]bool{}
	for _, step := range r.flow.AllSteps() {
		if rests(step) {
			name, _ := r.called.step(step, "")
			places[name] = true
		}
	}
	return places
}

// placesBeside are those that the other version does not have.
func (r *routes) placesBeside(other *routes) map[string]bool {
	places := r.places()
	for name := range other.places() {
		delete(places, name)
	}
	return places
}

// leadsOver tells whether a way is gone here over these places: where they fall away it is what remains of that.
func (r *routes) leadsOver(way passage, places map[string]bool) bool {
	reached := map[string]bool{}
	for open := []passage{way}; len(open) > 0; open = open[1:] {
		at := open[0]
		for _, next := range r.order {
			if next.from != at.from || at == way && next.outcome != way.outcome {
				continue
			}
			if at != way && next.to == way.to {
				return true
			}
			if places[next.to] && !reached[next.to] {
				reached[next.to] = true
				open = append(open, passage{from: next.to})
			}
		}
	}
	return false
}

// without gives the ways that the other version does not have. Those to and from a question that it does not have either are told as one; what joins up there
// where a question is left out is no way of its own.
func (r *routes) without(other *routes) []Way {
	own, others := r.placesBeside(other), other.placesBeside(r)
	var ways []Way
	for _, way := range r.order {
		if _, ok := other.found[way]; ok || other.leadsOver(way, others) {
			continue
		}
		ways = r.told(ways, way, own)
	}
	return ways
}

// told adds a way to those that are told.
func (r *routes) told(ways []Way, way passage, own map[string]bool) []Way {
	w := Way{Flow: string(r.flow.ID), From: way.from, Outcome: way.outcome, To: way.to}
	for _, name := range []string{way.to, way.from} {
		if own[name] {
			w = Way{Flow: w.Flow, From: name, Ways: 1}
		}
	}
	i := slices.IndexFunc(ways, func(told Way) bool { return told.From == w.From && told.To == w.To })
	switch {
	case i < 0:
		w.Transcript = r.transcript(way.from, r.found[way])
		return append(ways, w)
	case w.Ways > 0:
		ways[i].Ways++
	default:
		ways[i].Outcome += " or " + w.Outcome
	}
	return ways
}
