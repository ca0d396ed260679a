package flows

// Flow is one file of flows/: a dialogue from its first step to its end.
type Flow struct {
	Ref       Ref
	ID        ID         `yaml:"flow,required" doc:"The name of the flow."`
	Was       ID         `yaml:"was" doc:"The name this flow had before: customers in it, its old buttons and what was counted of it go on under the new one."`
	Title     Label      `yaml:"title" doc:"Its name in menus, on buttons and in Telegram's list of commands."`
	Kind      string     `yaml:"kind" doc:"information, passive_advice, interactive_advice, purchase or service."`
	Start     Start      `yaml:"start" doc:"What starts the flow: a command, words, a deep link, an event."`
	Goal      *Condition `yaml:"goal" doc:"What this flow is for: a condition over its fields and goals; counted once, at the end of the turn."`
	Fields    Fields     `yaml:"fields" doc:"The answers of this run of the flow only."`
	Defaults  Defaults   `yaml:"defaults" doc:"For every question of this flow."`
	OnPublish OnPublish  `yaml:"on_publish" doc:"What becomes of customers in it when the files change: drain (they end it as they began it; so for a purchase), move (they go on in the new one) or restart."`
	ResumeAt  *StepName  `yaml:"resume_at" doc:"Where customers go on whose question is gone after a change."`
	Effort    *Effort    `yaml:"effort" doc:"How many questions customers are willing to answer here: {value: 3, goal: 8}; check holds the flow to it."`
	Allow     []string   `yaml:"allow" doc:"Findings of check that are meant to be so in this flow, by their codes."`
	Steps     Steps      `yaml:"steps,required" doc:"The conversation, from top to bottom."`

	builtin    bool
	steps      []*Step          // all, in reading order
	resting    map[string]*Step // those the talk can rest at or be sent to, by name and by former name
	fields     map[string]*Field
	renames    renames
	goals      map[string]bool
	dependents map[string][]string // fields that depend on a field, directly or by others
}

// Start says what starts a flow.
type Start struct {
	Ref     Ref
	Command ID       `yaml:"command" doc:"The /command."`
	Words   []string `yaml:"words" doc:"What customers write when they want this; each language has its own list."`
	Link    string   `yaml:"link" doc:"The payload of a deep link; * stands for anything, kept as {{ link }}."`
	Event   ID       `yaml:"event" doc:"The event that starts it, as order_delivered or referred."`
}

// Effort is how many questions customers are willing to answer in a flow. 0: nothing is said.
type Effort struct {
	Ref   Ref
	Value int `yaml:"value" doc:"At most so many before the first text, item or answer that is of use to the customer."`
	Goal  int `yaml:"goal" doc:"At most so many on the longest way to the goal."`
}

// Steps are steps one after the other.
type Steps []*Step

// Step is one step of a flow: what every step has, and the body of its kind.
type Step struct {
	Ref  Ref
	Kind string     // the key that opens it
	ID   ID         `yaml:"id" doc:"The name of the step; needed where two would be known by the same."`
	Was  ID         `yaml:"was" doc:"The name this step had before."`
	When *Condition `yaml:"when" doc:"The step is taken only if this holds."`
	Body Body

	Allow []string `yaml:"allow" doc:"Findings of check that are meant to be so at this step and all within it, by their codes."`

	flow  *Flow
	outer *Step  // the one that it is nested in
	name  string // what it is known by; "" where nothing can refer to it
	order int    // in the flow, as written
	next  *Step  // the one after it and all that is nested in it; nil: the end of the flow
	forms []any  // of its body, see Forms; nil before it is compiled
	exits []Exit // see Set.Exits; nil before it is compiled
}

// Name is what the step is known by: its id, else the name in its opening key, else what its kind makes of its options, else its kind.
func (s *Step) Name() string { return s.name }

// Flow is the flow the step belongs to.
func (s *Step) Flow() *Flow { return s.flow }
