package replay

import (
	"slices"

	"repartee/flows"
)

// Recording is one conversation: from a customer's first word, while nothing was open, to the next such word.
type Recording struct {
	Who         string // a pseudonym
	Publication int    // of the files that it was recorded with
	Given       flows.State
	Turns       []Turn
}

// Turn is one input of a recording, and what the flows decided on it.
type Turn struct {
	Heard  flows.Heard
	Events []flows.Event
}

// Read makes recordings of what turns decided, each as flows.Logged.Encode wrote it, the newest first. Turns of conversations whose beginning is not among them, and turns that
// were not recorded, are left out. A conversation in which the files changed ends there.
func Read(turns [][]byte) []Recording {
	var all []*Recording
	open := map[string]*Recording{}
	for _, raw := range slices.Backward(turns) {
		logged, err := flows.DecodeLogged(raw)
		events := logged.Events
		if err != nil || len(events) == 0 || events[0].Heard == nil {
			continue
		}
		heard := *events[0].Heard
		if heard.Given != nil {
			open[heard.Who] = &Recording{Who: heard.Who, Publication: heard.Publication, Given: *heard.Given}
			all = append(all, open[heard.Who])
		}
		r := open[heard.Who]
		if r == nil || r.Publication != heard.Publication {
			delete(open, heard.Who)
			continue
		}
		heard.Given = nil
		r.Turns = append(r.Turns, Turn{Heard: heard, Events: events[1:]})
	}
	out := make([]Recording, len(all))
	for i, r := range all {
		out[i] = *r
	}
	return out
}
