package funnel

import "time"

// Numbers are what came of the kept turns.
type Numbers struct {
	Kept   int       `json:"kept"`           // turns that the store keeps
	Since  time.Time `json:"since,omitzero"` // the first of them that counts; zero where there is none
	Until  time.Time `json:"until,omitzero"` // the last
	By     string    `json:"by"`             // what they are divided by, see Query
	Splits []string  `json:"splits"`         // that the customers were in, as "flow.split"
	Groups []Group   `json:"groups"`         // one, without a name, where nothing divides them

	Unanswered []InVain `json:"unanswered,omitempty"` // what was asked in vain; not divided, and of all times
}

// Group are the numbers of some of the customers.
type Group struct {
	Name      string   `json:"name"` // an arm, a language ...; "" of those who have none
	Customers int      `json:"customers"`
	Visits    int      `json:"visits"`
	Response  Response `json:"response"`
	Revenue   []Amount `json:"revenue,omitempty"`
	Flows     []Flow   `json:"flows"` // in the order of the bot
}

// Response is how long customers waited for the answer to the first word of a visit: from its time at Telegram, which tells whole seconds, until the answer was about to
// be sent. Milliseconds.
type Response struct {
	Count  int   `json:"count"` // of visits of which that is known
	Median int64 `json:"median"`
	Most   int64 `json:"most"` // for nine of ten
}

// Flow is the funnel of a flow. Counts are runs: a customer who comes twice is two, but one of Customers.
type Flow struct {
	Flow      string   `json:"flow"`
	Builtin   bool     `json:"builtin,omitempty"`
	HasGoal   bool     `json:"has_goal,omitempty"` // without one there is no conversion
	Entered   int      `json:"entered"`
	Customers int      `json:"customers"`
	Ended     int      `json:"ended"`   // came to an end of the flow
	Dropped   int      `json:"dropped"` // left at an open question
	Waiting   int      `json:"waiting"` // may still answer one
	Reached   int      `json:"reached"` // the flow's own goal
	Goals     []Goal   `json:"goals,omitempty"`
	Revenue   []Amount `json:"revenue,omitempty"` // paid in this flow, or in one that it led to; what was given back is taken off

	Questions []Question `json:"questions,omitempty"` // in reading order; those that are gone from the files last
	Steps     []Step     `json:"steps,omitempty"`     // all that have a name, as Questions
}

// Conversion is the part of the runs that reached the goal, from 0 to 1; 0 without a run.
func (f *Flow) Conversion() float64 { return part(f.Reached, f.Entered) }

// Goal is a goal of a step.
type Goal struct {
	Goal    string   `json:"goal"`
	Reached int      `json:"reached"`
	Worth   []Amount `json:"worth,omitempty"`
}

// Step is how many runs came by a step.
type Step struct {
	Step   string `json:"step"`
	Path   string `json:"path,omitempty"` // in the flow, as of its Ref; "" where it is gone
	Passed int    `json:"passed"`
}

// Question is what became of a question. Each run that was asked is in one of Answered, Skipped, GaveUp, Dropped and Waiting, by how it went at last.
type Question struct {
	Step     string   `json:"step"`
	Path     string   `json:"path,omitempty"`
	Asked    int      `json:"asked"`
	Answered int      `json:"answered"`
	Skipped  int      `json:"skipped"`
	GaveUp   int      `json:"gave_up"` // the tries were used up
	Dropped  int      `json:"dropped"` // the customer left
	Waiting  int      `json:"waiting"` // asked less than a day ago
	Known    int      `json:"known"`   // not asked, since the answer is known
	Refused  int      `json:"refused"` // answers that did not fit, all tries together
	Median   int64    `json:"median"`  // seconds from the question to its answer
	Options  []Option `json:"options,omitempty"`
}

// Option is how often an option was chosen.
type Option struct {
	Option string `json:"option"`
	Count  int    `json:"count"`
}

// Amount is money in one currency; without one it is a plain number of a goal's worth, with six decimals.
type Amount struct {
	Currency string `json:"currency"`
	Minor    int64  `json:"minor"` // in the currency's smallest unit
	Text     string `json:"text"`  // with a decimal point, as 12.50
}

func part(some, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(some) / float64(of)
}
