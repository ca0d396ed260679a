package console

import (
	"context"
	"encoding/json"

	"repartee/config"
	"repartee/flows"
)

// Workbench is what the page shows beside the phones: the files in the folder,
// how the talks went through them, and what can be done to the talks.
// Implementations must be safe for concurrent use.
type Workbench interface {
	// Files tells which files run, and what is wrong with those in the folder.
	Files() Files
	// Map draws a flow, or all flows of the bot where flow is "", with the way
	// that the talk of a customer took. The boxes with the ids of folded are
	// drawn as one each with what hangs on them. Customer 0 is nobody: the map
	// without a talk. [ErrNotFound] if there is no such flow or customer.
	Map(customer int64, flow string, folded []string) (Map, error)
	// Inspect tells what the bot knows of a customer and why it did what it
	// did, or [ErrNotFound].
	Inspect(ctx context.Context, customer int64) (Inspection, error)
	// Fire lets time go by until what is due for a customer happens, or
	// returns [ErrNotFound] if it is no longer due.
	Fire(ctx context.Context, customer int64, due string) error
	// Undo takes the last thing back that a customer did, or [ErrNotFound].
	Undo(ctx context.Context) error
	// Again begins anew with all customers and what they did taken back.
	Again(ctx context.Context) error
	// SaveTalk writes the talk of a customer as a test, and returns the file
	// within the folder. An error of type [*Refusal] says what is wrong.
	SaveTalk(ctx context.Context, customer int64, name string) (file string, err error)
	// State is all that was done, as text for a link, and Return comes back to
	// it. Return returns a [*Refusal] where the text is none of State's.
	State() (string, error)
	Return(ctx context.Context, state string) error
}

// Refusal says in plain words, in the reader's own language where it is known,
// why something was not done.
type Refusal struct{ Words string }

// Error implements error.
func (r *Refusal) Error() string { return r.Words }

// Files tells which files of a bot run.
type Files struct {
	Serial   int                `json:"serial"`          // rises with each change of what runs or is found
	Dir      string             `json:"dir"`             // as it was named on the command line; "" for files that are built in
	Good     bool               `json:"good"`            // what runs is what the folder holds
	Flows    []Flow             `json:"flows"`           // of what runs
	Findings config.Diagnostics `json:"findings"`        // of what the folder holds
	Checked  bool               `json:"checked"`         // the rules of check have looked too; they take a moment longer
	Parted   []Parted           `json:"parted"`          // where the talks went otherwise when they were replayed on what runs
	Real     bool               `json:"real,omitempty"`  // there is a real store, with numbers
	Fixed    bool               `json:"fixed,omitempty"` // nothing can be written into the folder
}

// Flow is a flow of the bot.
type Flow struct {
	ID    string `json:"id"`
	Steps int    `json:"steps"`
	Place Place  `json:"place"`
}

// Place is a line of a file within the folder, which begin with 1.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// Parted says where the talk of a customer went otherwise on changed files.
type Parted struct {
	Customer int64    `json:"customer"`
	Turn     int      `json:"turn"` // from 1, of the customer's
	Did      string   `json:"did"`  // what the customer did
	Before   []string `json:"before"`
	After    []string `json:"after"`
	Lost     int      `json:"lost,omitempty"` // how many later deeds could not be done any more, as a button is gone
}

// Map is a drawing of a flow, in pixels, with the way of a talk on it.
type Map struct {
	Flow   string    `json:"flow"` // "": of the bot
	Width  float64   `json:"width"`
	Height float64   `json:"height"`
	Boxes  []MapBox  `json:"boxes"`
	Lines  []MapLine `json:"lines"`
}

// MapBox is a step, or a flow, or what a flow begins and ends with. X and Y are
// its upper left corner.
type MapBox struct {
	ID       string   `json:"id"`
	Step     string   `json:"step,omitempty"` // its path in the flow
	Flow     string   `json:"flow,omitempty"` // that it stands for, or leads to
	Kind     string   `json:"kind,omitempty"`
	Shape    string   `json:"shape"` // start, question, saying, fork, pause, other, end, action
	X        float64  `json:"x"`
	Y        float64  `json:"y"`
	Width    float64  `json:"width"`
	Height   float64  `json:"height"`
	Rows     []MapRow `json:"rows"`
	Texts    []string `json:"texts,omitempty"` // in full, one a language or an arm
	Place    Place    `json:"place"`
	Source   string   `json:"source,omitempty"` // the lines of the step
	Findings []int    `json:"findings,omitempty"`
	Passes   int      `json:"passes,omitempty"` // of this talk
	Open     bool     `json:"open,omitempty"`   // the talk stands here
	Reached  bool     `json:"reached"`          // by any talk so far
	Folds    bool     `json:"folds,omitempty"`  // something hangs on it that can be folded
	Folded   bool     `json:"folded,omitempty"`
}

// MapRow is a line of text in a box or at a line: class is kind, name, text,
// when, number or label.
type MapRow struct {
	Class string `json:"class"`
	Text  string `json:"text"`
}

// MapLine is a way between boxes. Where two of its points that follow one another
// have the same X it is straight; else it swings from the one to the other, but
// for a loop, whose points are corners. X and Y are the middle of its label.
type MapLine struct {
	From   string       `json:"from"` // ids of boxes
	To     string       `json:"to"`
	Style  string       `json:"style"` // way, repair, excursion
	Points [][2]float64 `json:"points"`
	Loop   bool         `json:"loop,omitempty"` // from a box to itself
	Label  []MapRow     `json:"label,omitempty"`
	X      float64      `json:"x,omitempty"`
	Y      float64      `json:"y,omitempty"`
	Passes int          `json:"passes,omitempty"` // of this talk
}

// Inspection is what the bot knows of a customer, and what it did.
type Inspection struct {
	Customer int64           `json:"customer"`
	Now      string          `json:"now"` // by the clock of the bot, RFC 3339
	Question *Question       `json:"question,omitempty"`
	Flows    []string        `json:"flows"` // that are open or wait, as "advice > brew"
	Fields   []FieldValue    `json:"fields"`
	Due      []Due           `json:"due"`
	Turns    []Turn          `json:"turns"`   // the newest first
	Session  json.RawMessage `json:"session"` // as the store keeps it
}

// Question is the open question.
type Question struct {
	Flow  string `json:"flow"`
	Step  string `json:"step"`
	Kind  string `json:"kind"`
	Field string `json:"field,omitempty"`
	Place Place  `json:"place"`
}

// FieldValue is a kept answer and where it came from.
type FieldValue struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	How   string `json:"how"` // typed, pressed, shared, sent, near, guessed, worked; "" if nobody knows
	Flow  string `json:"flow,omitempty"`
	At    string `json:"at,omitempty"`    // RFC 3339
	Run   bool   `json:"run,omitempty"`   // of this run of the flow only
	Fresh bool   `json:"fresh,omitempty"` // kept or changed by the last turn
}

// Due is something that comes by itself; ID is for [Workbench.Fire].
type Due struct {
	ID     string  `json:"id"`
	At     string  `json:"at"` // RFC 3339
	Kind   DueKind `json:"kind"`
	Name   string  `json:"name,omitempty"`   // of the order or the appointment
	Number int     `json:"number,omitempty"` // of the reminder, from 1
}

// DueKind says what comes by itself.
type DueKind string

// The kinds of [Due].
const (
	DueReminder    DueKind = "reminder"    // of the open question
	DueGivenUp     DueKind = "given_up"    // the open question
	DueWait        DueKind = "wait"        // is over
	DueJob         DueKind = "job"         // has had its time
	DueWork        DueKind = "work"        // for an order is tried again
	DueOrder       DueKind = "order"       // is looked after
	DueAppointment DueKind = "appointment" // a reminder of one
	DueCart        DueKind = "cart"        // a reminder of it
	DueForgotten   DueKind = "forgotten"   // an answer
)

// Turn is what one input came to.
type Turn struct {
	Number    int        `json:"number"` // from 1
	At        string     `json:"at"`
	Did       string     `json:"did"` // what the customer did, or what happened by itself
	Decisions []Decision `json:"decisions"`
	Events    []Happened `json:"events"`
	Calls     []Call     `json:"calls"`
}

// Decision is a condition that the bot went by, with the values it saw.
type Decision struct {
	Place     Place       `json:"place"`
	Step      string      `json:"step"`
	What      []PathPart  `json:"what"` // the way to it within the step, as branch, 2
	Condition string      `json:"condition"`
	Held      bool        `json:"held"`
	Values    [][2]string `json:"values"` // name and value of what it reads
}

// PathPart is a key of a file, or the number of an entry in a list, from 1.
type PathPart struct {
	Name   string `json:"name,omitempty"`
	Number int    `json:"number,omitempty"`
}

// Happened is an event of a turn. Place is where, as "advice > brew", and Detail
// what more there is to say, both in the ids of the files.
type Happened struct {
	Name   flows.EventName `json:"name"`
	Place  string          `json:"place,omitempty"`
	Detail string          `json:"detail,omitempty"`
}

// Call is a call to Telegram, as it was made.
type Call struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Error  string          `json:"error,omitempty"`
}
