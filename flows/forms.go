package flows

import (
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// The recurring forms. A kind's struct is made of them; their Go types alone tell config how to decode a key, Compile what to check, and analysis what a step
// reads, sets and leads to. Sources are filled in by config (or by a Go program), the unexported parts by Compile.

// ID is a name made of a-z, 0-9 and _.
type ID string

// FieldName names a field of the flow or of the customer.
type FieldName struct {
	Ref  Ref
	Name string
}

// FlowName names a flow of the set.
type FlowName struct {
	Ref  Ref
	Name string
}

// StepName names a step of the same flow.
type StepName struct {
	Ref  Ref
	Name string
}

// Expr is an expression that gives a value.
type Expr struct {
	Ref     Ref
	Source  string
	program *expr.Program
}

// Condition is an expression that holds or does not. Unknown does not hold.
type Condition struct{ Expr }

// Label is one line of text with {{ }} and without markup: on a button, in a title.
type Label struct {
	Ref       Ref
	Source    string
	templates []*expr.Template // by the set's languages; nil: not translated
}

// Text is what the bot says: exactly one of Line, All, Vary and Arms is set. The zero Text is "nothing written".
type Text struct {
	Ref  Ref
	Line *Line
	All  []Text    // several messages in this order (in retry and remind: one each time)
	Vary []Text    // one of them, not the one this customer had last
	Arms []TextArm // the first that holds

	phrase string // instead of all that: a phrase of the bot, see PhraseText
}

// Line is one message in the flow's own words, with light markup and {{ }}.
type Line struct {
	Ref       Ref
	Source    string
	templates []*expr.Template // by the set's languages; nil: not translated
}

// TextArm is one arm of a Text. Without a condition it is the else arm.
type TextArm struct {
	When *Condition
	Text Text
}

// Arm is one arm of a branch. Without a condition it is the else arm.
type Arm struct {
	Ref  Ref
	When *Condition
	Do   Steps
}

// Target says where the talk goes on: exactly one of its fields is set. The zero Target is "nothing written".
type Target struct {
	Ref   Ref
	Step  string    // a step of this flow
	Next  bool      // the step after this one
	End   bool      // the end of the flow
	Flow  *Crossing // another flow, and back
	Jump  *Crossing // another flow, for good
	FAQ   *FAQName  // an answer of the FAQ is said; then on with the next step
	Steps Steps     // these steps, after which the flow goes on
	step  *Step
}

// Written tells whether anything is written.
func (t *Target) Written() bool { return t.written() }

// Crossing is the way into another flow.
type Crossing struct {
	Flow FlowName
	With Passing
	flow *Flow
}

// Passing hands values over: the left name gets what the right expression gives.
type Passing []Pass

// Pass is one pair of a Passing.
type Pass struct {
	Name FieldName // of the side that receives
	Expr Expr      // in the names of the side that gives
}

// Taking is a Passing the other way round: the right side is in the names of the flow that ends.
type Taking []Pass

// Assignments are the pairs of a `set`, in the order written.
type Assignments []Pass

// Options are what a question offers: written out, or those of another field.
type Options struct {
	Ref  Ref
	List []Option
	Of   *FieldName // `options: brew`: the options of that field
}

// Option is one possible answer, or one line of a menu.
type Option struct {
	Ref      Ref
	ID       ID         `yaml:",key"`
	Label    Label      `yaml:"label,short" doc:"What the button says."`
	Synonyms []string   `yaml:"synonyms" doc:"Other words that customers use for it; each language has its own list."`
	Was      ID         `yaml:"was" doc:"The id this option had before."`
	When     *Condition `yaml:"when" doc:"Offered only if this holds."`
	Go       *StepName  `yaml:"go" doc:"Goes on at this step of the flow."`
	Jump     *FlowName  `yaml:"jump" doc:"Leaves for another flow."`
	Do       Steps      `yaml:"do" doc:"Steps to take; then the flow goes on."`
	Flow     *FlowName  `yaml:"flow" doc:"An excursion to another flow: nothing is kept, the question comes again."`
	FAQ      *FAQName   `yaml:"faq" doc:"Says an answer of the FAQ: nothing is kept, the question comes again."`
	With     Passing    `yaml:"with" doc:"What the other flow is given."`

	synonyms map[string][]string // by language
	target   Target
}

// Button is a button under a message: a built-in command by its name, or a label with a url, a flow or an answer of the FAQ.
type Button struct {
	Ref     Ref
	Command string     `yaml:",short"`
	Label   Label      `yaml:"label" doc:"What the button says."`
	URL     *Line      `yaml:"url" doc:"The page it opens; values in it are encoded."`
	Flow    *FlowName  `yaml:"flow" doc:"The flow it leads to; after it the open question comes again."`
	FAQ     *FAQName   `yaml:"faq" doc:"The answer of the FAQ that it says; then the open question comes again."`
	When    *Condition `yaml:"when" doc:"Shown only if this holds."`
}

// Pause is what happens when nothing is heard: each reminder, and at last `then`, comes `after` later than the one before it.
type Pause struct {
	After  Duration `yaml:"after,required" doc:"How long nothing must be heard."`
	Remind Text     `yaml:"remind" names:"question" doc:"The reminders, one each time."`
	Then   Target   `yaml:"then" doc:"Where the talk goes on when the reminders are used up."`

	Purpose ID `yaml:"purpose" doc:"Of an abandoned cart: one of privacy.purposes; where that wants a consent, nobody is reminded without it."`
}

// Duration is a span such as 30s, 5m, 20h, 3d, 2w, 6mo or 2y. Months and years are kept apart, since their length depends on the date.
type Duration struct {
	Ref    Ref
	Months int
	Span   time.Duration
}

// After is the moment that lies the duration behind t.
func (d Duration) After(t time.Time) time.Time { return t.AddDate(0, d.Months, 0).Add(d.Span) }

// Zero tells that nothing was written.
func (d Duration) Zero() bool { return d.Months == 0 && d.Span == 0 }

// Check refuses an answer: if the condition holds, its text is said and the customer tries again.
type Check struct {
	When Condition `yaml:"when,required" doc:"If this holds, the answer is refused."`
	Text Text      `yaml:"text,required" doc:"What is said then."`
}

// Fields are the declared answers of a flow or of the customer, in the order written.
type Fields []*Field

// Field is one kept answer: its type, and what it is for.
type Field struct {
	Ref     Ref
	Name    ID      `yaml:",key"`
	Type    string  `yaml:"type,short,required" doc:"What kind of answer it is: text, number, integer, money, yes_no, one_of, many_of, date, time, date_time, email, phone, location, photo, voice, file, rating, consent, item, booking, order, list."`
	Of      *Of     `yaml:"of" doc:"For list: what an entry is, as {name: text, age: integer}; for item: its catalog."`
	Options Options `yaml:"options" doc:"For one_of and many_of: the possible answers, with their labels."`
	Min     *Expr   `yaml:"min" doc:"The least that is accepted."`
	Max     *Expr   `yaml:"max" doc:"The most that is accepted."`
	Pattern string  `yaml:"pattern" doc:"A regular expression that a text must match from beginning to end."`
	Scale   Scale   `yaml:"scale" doc:"For rating: stars (1 to 5), points (0 to 10) or thumbs."`
	Label   Label   `yaml:"label" doc:"The name customers read in /mydata and review."`
	Purpose ID      `yaml:"purpose" doc:"What it is kept for; one of privacy.purposes."`

	Personal bool     `yaml:"personal" doc:"It tells who the customer is: it stays out of logs and reports."`
	Secret   bool     `yaml:"secret" doc:"As personal, and deleted from the chat once it is understood."`
	FreshFor Duration `yaml:"fresh_for" doc:"How long the answer counts as fresh."`
	Keep     Duration `yaml:"keep" doc:"How long it is kept at all; then it is forgotten."`

	Was ID `yaml:"was" doc:"The name this field had before."`

	typ     *value.Type
	bounded *value.Type // typ with its bounds, where these are the same for everybody
}
