package flows

// Kind is one kind of step. The kinds of a set are a plain slice: see package steps for the built-in ones.
type Kind struct {
	Name string      // the key that opens such a step
	Doc  string      // one sentence for the reference
	New  func() Body // an empty body, for config to fill in
}

// Body is what a kind makes of a step: a pointer to a struct whose fields, by their types and tags, are its keys in YAML. The field tagged with the kind's own
// name is the value of the opening key.
type Body interface {
	// Run takes the step and says where the talk goes on.
	Run(t *Turn) Move
}

// Named is a body that its step is known by, where no id is written: the name in its opening key. Such a step can be rested at.
type Named interface{ Name() string }

// Checked is a body with more to check than its fields' types tell.
type Checked interface{ Check(c *Checker) }

// Asking is a body that waits for the customer's word.
type Asking interface {
	Body
	// Shared gives the keys that all questions have.
	Shared() *Question
	// Offer says what is asked and what may be answered, now.
	Offer(t *Turn) Offer
	// Take is given a reply that was understood and passed the checks, and says where the talk goes on.
	Take(t *Turn, r Reply) Move
}

// Changing is a body some of whose choices change what it shows; see ChangePrefix.
type Changing interface {
	Asking
	// Change does what such a choice says, without the prefix, and mostly goes on with Turn.Redraw.
	Change(t *Turn, what string) Move
}

// Reading is a body that understands words which are no choice's and no value of its type.
type Reading interface {
	Asking
	// Reads gives the choice that the words stand for; not ok where they are none.
	Reads(t *Turn, words string) (Choice, bool)
}

// Staged is a body that asks several questions one after the other; how far it has come is in Turn.Paying.
type Staged interface {
	Asking
	// Back goes one of them back; false where the first is open.
	Back(t *Turn) bool
}

// Question holds the keys that all questions share. A kind embeds it.
type Question struct {
	Defaults `yaml:",inline"`
	Hint     Text    `yaml:"hint" doc:"What would be right, for {{ hint }} in a retry; else made from the type."`
	Check    []Check `yaml:"check" doc:"Conditions that refuse an answer, each with what is said then."`
	Why      Text    `yaml:"why" doc:"Why it is asked: behind a [Why?] button, and the answer to «why?»."`
	Skip     Label   `yaml:"skip" doc:"The label of a button that leaves the field unknown."`
}

// Shared gives the keys that all questions have.
func (q *Question) Shared() *Question { return q }
