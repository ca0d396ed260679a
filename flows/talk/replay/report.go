package replay

import (
	"cmp"
	"slices"
)

// Report is what became of all recordings. It names nobody, and has no words of customers.
type Report struct {
	Conversations int     `json:"conversations"`
	Same          int     `json:"same"`             // that go as they went
	Diverged      int     `json:"diverged"`         // that go another way
	Unlike        int     `json:"unlike"`           // that could not be played as they were recorded, and say nothing
	Missing       int     `json:"missing"`          // whose files are not kept any more
	Unread        int     `json:"unread,omitempty"` // recorded turns of which nothing can be read
	Groups        []Group `json:"groups,omitempty"`
	Won           int     `json:"won"`       // conversations that reach a goal now which they did not
	Lost          int     `json:"lost"`      // the other way round
	Undecided     int     `json:"undecided"` // that come to a question which the customer was never asked
}

// Group is those conversations that first go another way at the same place in the same way.
type Group struct {
	Kind          Kind     `json:"kind"`
	Flow          string   `json:"flow,omitempty"`
	Step          string   `json:"step,omitempty"` // where the customer stood before
	Was           string   `json:"was"`
	Now           string   `json:"now"`
	Conversations int      `json:"conversations"`
	Won           []string `json:"won,omitempty"` // goals
	Lost          []string `json:"lost,omitempty"`
	Undecided     int      `json:"undecided,omitempty"`
	Says          []string `json:"says,omitempty"` // what the bot says there now, in the first of them
}

// Add counts a result.
func (r *Report) Add(result *Result) {
	r.Conversations++
	switch {
	case result.Unlike != "":
		r.Unlike++
		return
	case result.First == nil:
		r.Same++
		return
	}
	r.Diverged++
	g := r.group(result)
	g.Conversations++
	merge := func(into *[]string, goals []string, count *int) {
		for _, goal := range goals {
			if !slices.Contains(*into, goal) {
				*into = append(*into, goal)
			}
		}
		if len(goals) > 0 {
			*count++
		}
	}
	merge(&g.Won, result.Won, &r.Won)
	merge(&g.Lost, result.Lost, &r.Lost)
	if result.Open != "" {
		g.Undecided++
		r.Undecided++
	}
}

func (r *Report) group(result *Result) *Group {
	d := result.First
	at := slices.IndexFunc(r.Groups, func(g Group) bool {
		return g.Kind == d.Kind && g.Flow == d.Flow && g.Step == d.Step && (g.Was == d.Was && g.Now == d.Now || d.Kind == Text)
	})
	if at < 0 {
		at = len(r.Groups)
		r.Groups = append(r.Groups, Group{Kind: d.Kind, Flow: d.Flow, Step: d.Step, Was: d.Was, Now: d.Now, Says: result.Texts})
	}
	return &r.Groups[at]
}

// Sort puts the largest group first.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Conversations, a.Conversations), cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Step, b.Step), cmp.Compare(a.Kind, b.Kind))
	})
}
