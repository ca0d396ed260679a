package compare

import "repartee/flows"

// Report is what two versions of a bot differ in.
type Report struct {
	Parts  []Part `json:"parts"` // those with differences: the bot, its flows, catalogs, FAQ, translations
	Gained []Way  `json:"ways_gained,omitempty"`
	Lost   []Way  `json:"ways_lost,omitempty"`
}

// Empty tells that both versions mean the same.
func (r Report) Empty() bool { return len(r.Parts) == 0 && len(r.Gained) == 0 && len(r.Lost) == 0 }

// Part is a part of the bot and what is different in it.
type Part struct {
	Title   string   `json:"part"`
	Changes []Change `json:"changes"`
}

// Change is one difference.
type Change struct {
	Kind   Kind   `json:"change"`
	Where  string `json:"where"`            // as "ask budget › option dark"; empty: the part itself
	Key    string `json:"key,omitempty"`    // the key in YAML; empty: all of it
	Before string `json:"before,omitempty"` // what was written
	After  string `json:"after,omitempty"`
	Words  []Word `json:"words,omitempty"` // of a text that changed: word by word
	Note   string `json:"note,omitempty"`  // what the change comes to: "holds for fewer", "dearer by 8 %"

	OldPlace string `json:"old_place,omitempty"` // as flows/advice.yaml:12, see Report.Place
	NewPlace string `json:"new_place,omitempty"`

	Old flows.Ref `json:"-"` // where it is, or was, in the old version; empty for what is new
	New flows.Ref `json:"-"`
}

// Place fills in where in the files each change stands. The functions tell the place of what is written in the old and in the new version.
func (r *Report) Place(old, now func(flows.Ref) string) {
	for i := range r.Parts {
		for j := range r.Parts[i].Changes {
			change := &r.Parts[i].Changes[j]
			if change.Old != (flows.Ref{}) {
				change.OldPlace = old(change.Old)
			}
			if change.New != (flows.Ref{}) {
				change.NewPlace = now(change.New)
			}
		}
	}
}

// Kind says what became of something.
type Kind string

// The kinds of changes.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
	Renamed Kind = "renamed" // known by another id
	Moved   Kind = "moved"   // stands elsewhere
)

// Way is a way from question to question that only one of the versions has, with a talk that takes it; or all ways to and from a question that only that one has.
type Way struct {
	Flow       string   `json:"flow"`
	From       string   `json:"from"`           // the question; "start" where the flow begins
	Outcome    string   `json:"outcome"`        // as "option dark", "an answer", "none or option dark"
	To         string   `json:"to"`             // the next question or goal, "end", or "flow x"
	Ways       int      `json:"ways,omitempty"` // how many lead to and from From, which the other version does not have; Outcome and To are empty then. Else 0
	Transcript []string `json:"transcript"`
}
