package drawing

import "repartee/flows"

// Picture is a flow, or a bot, as boxes and the lines between them.
type Picture struct {
	Title string
	Boxes []Box
	Lines []Line
}

// Box is a step, or a flow, or what a flow begins and ends with.
type Box struct {
	ID     string // of the picture: made of letters and digits, and the same each time
	Shape  Shape
	Kind   string    // as "ask"; empty where the shape says it all
	Name   string    // what it is known by; may be empty
	Text   string    // the first words of what it says or does; may be empty
	More   string    // what it can say else, as "or 2 other texts", or what starts a flow; may be empty
	When   string    // the condition that it is there for; may be empty
	Said   []string  // all that it can say, in whole, as it is written
	Ref    flows.Ref // of the step, or of the flow; empty at the beginning and the end of a flow
	Folds  bool      // its ID can be given to OfFlow to be folded
	Folded int       // how many steps are folded into it; 0: it is not folded
	Number string    // what the marks put on it
	Missed bool      // the marks say that it was never reached
}

// Shape is what a box looks like.
type Shape uint8

// The shapes of boxes.
const (
	Action   Shape = iota // does something that customers do not see at once: set, tag, goal, cart
	Start                 // where a flow begins
	Question              // waits for the customer's word
	Saying                // says something
	Fork                  // goes on in one of several ways by itself
	Pause                 // waits for something else
	Other                 // another flow
	End                   // the end of the flow
)

// String is the shape's name in style sheets.
func (s Shape) String() string {
	switch s {
	case Start:
		return "start"
	case Question:
		return "question"
	case Saying:
		return "saying"
	case Fork:
		return "fork"
	case Pause:
		return "pause"
	case Other:
		return "other"
	case End:
		return "end"
	}
	return "action"
}

// Line is a way from one box to another. Several ways between the same boxes are one line with several labels.
type Line struct {
	From, To int // of Picture.Boxes
	Style    Style
	Labels   []Label
	Weight   int  // how straight it is to be drawn
	Missed   bool // the marks say that none of its ways was ever taken
}

// Label is an outcome that leads along a line: an option, a condition, a key such as none. Text is empty where it goes on by itself.
type Label struct {
	Text   string
	Ref    flows.Ref // as a turn notes it where it is traced (Turn.Took, Turn.Came); the step's own where nothing is noted
	Step   flows.Ref // the step whose outcome it is; of a folded box one of those within. Empty: the flow begins
	Folds  string    // the ID to be given to OfFlow so that the steps behind it, as those of an arm, are folded; empty: there are none
	Number string    // what the marks put on it
	Missed bool
	Quiet  bool // it is told only where it is marked: all that leads on goes along this line
}

// Style is what a line looks like.
type Style uint8

// The styles of lines.
const (
	Way       Style = iota // the talk goes on there
	Repair                 // it goes on there because something did not work out: none, failed, give_up
	Excursion              // it goes there and comes back
	Past                   // it goes on without what the box is for: its condition does not hold, or the question is skipped
)

// String is the style's name in style sheets.
func (s Style) String() string {
	switch s {
	case Repair:
		return "repair"
	case Excursion:
		return "excursion"
	case Past:
		return "past"
	}
	return "way"
}
