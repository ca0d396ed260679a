package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// Call asks something outside, declared in bot.yaml or by the embedding program, and takes what it gives. The talk rests meanwhile.
type Call struct {
	Call  flows.CallName `yaml:"call,required" doc:"The call's name."`
	Text  flows.Text     `yaml:"text" doc:"What is said meanwhile."`
	With  flows.Passing  `yaml:"with" doc:"What it is given: a name of its needs, and an expression of this flow."`
	Take  flows.Taking   `yaml:"take" doc:"What is taken from it: a field of this flow, and an expression of its gives."`
	Error flows.Target   `yaml:"error" doc:"Where the talk goes on when it fails or is too slow; without it with the next step, and what it takes stays unknown."`

	call *flows.Call
}

// Name is the call's.
func (c *Call) Name() string { return c.Call.Name }

// Check settles the call and what it is given.
func (c *Call) Check(k *flows.Checker) { c.call = k.Call(c.Call, c.With, c.Take) }

// Sets are the fields that take something.
func (c *Call) Sets() []string {
	var names []string
	for i := range c.Take {
		names = append(names, c.Take[i].Name.Name)
	}
	return names
}

// What comes of a call.
const (
	callDone  = "done"
	callError = "error"
)

// Outcomes are that it is done, or fails: what lies outside does sooner or later.
func (c *Call) Outcomes() []string { return []string{callDone, callError} }

// Calls gives the call and what it is given.
func (c *Call) Calls() (*flows.Call, flows.Passing) { return c.call, c.With }

// Run begins the call.
func (c *Call) Run(t *flows.Turn) flows.Move {
	t.Say(&c.Text)
	return t.Do(c)
}

// Resume takes what came of it. After a failure nothing of an earlier call is left.
func (c *Call) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	if r.Failed {
		t.Came(callError)
		for i := range c.Take {
			t.Assign(c.Take[i].Name.Name, value.Value{})
		}
		return t.To(&c.Error)
	}
	t.Came(callDone)
	taken := make([]value.Value, len(c.Take))
	t.WithItem(value.Value{}, r.Values, func() {
		for i := range c.Take {
			taken[i] = t.Eval(&c.Take[i].Expr)
		}
	})
	for i := range c.Take {
		t.Assign(c.Take[i].Name.Name, taken[i])
	}
	return flows.Next()
}
