package replay

import (
	"iter"
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

// Recordings are the conversations among what turns decided. They are decoded one at a time: together they would take many times the room of what they are made of.
type Recordings struct {
	Unread int // turns of which nothing can be read

	turns [][]byte
	each  [][]int32 // the turns of each conversation, by their places
}

// Read finds the conversations in what turns decided, each as flows.Logged.Encode wrote it, the newest first. Turns of conversations whose beginning is not among
// them, and turns that were not recorded, are left out. A conversation in which the files changed ends there.
func Read(turns [][]byte) *Recordings {
	out := &Recordings{turns: turns}
	type talk struct{ at, publication int } // at: in each
	open := map[string]talk{}
	for i, raw := range slices.Backward(turns) {
		logged, err := flows.DecodeLogged(raw)
		if err != nil {
			out.Unread++
			continue
		}
		if len(logged.Events) == 0 || logged.Events[0].Heard == nil {
			continue
		}
		heard := logged.Events[0].Heard
		if heard.Given != nil {
			open[heard.Who] = talk{len(out.each), heard.Publication}
			out.each = append(out.each, nil)
		}
		t, begun := open[heard.Who]
		if !begun || t.publication != heard.Publication {
			delete(open, heard.Who)
			continue
		}
		out.each[t.at] = append(out.each[t.at], int32(i))
	}
	return out
}

// Len is how many conversations there are.
func (r *Recordings) Len() int { return len(r.each) }

// All gives each conversation, the one that began first first.
func (r *Recordings) All() iter.Seq[*Recording] {
	return func(yield func(*Recording) bool) {
		for _, turns := range r.each {
			if !yield(r.recording(turns)) {
				return
			}
		}
	}
}

func (r *Recordings) recording(turns []int32) *Recording {
	out := &Recording{}
	for i, at := range turns {
		logged, _ := flows.DecodeLogged(r.turns[at]) // it was read before
		heard := *logged.Events[0].Heard
		if i == 0 {
			out.Who, out.Publication, out.Given = heard.Who, heard.Publication, *heard.Given
		}
		heard.Given = nil
		out.Turns = append(out.Turns, Turn{Heard: heard, Events: logged.Events[1:]})
	}
	return out
}
