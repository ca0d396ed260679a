package funnel

import (
	"slices"

	"repartee/flows"
)

// run is one way of one customer through one flow.
type run struct {
	origin
	flow        string
	last        int64 // Unix seconds
	from        *run  // that led to it; nil: the customer began it himself
	ended, over bool  // came to its end; gave way to another run of the flow
	won         bool
	open        string // the question that is open; "" where none is
	silent      bool   // its reminders are used up
	goals       []goal
	paid        []Amount // in it
	earned      []Amount // the same, with what was paid in those that it led to
	questions   []question
	steps       []string // gone by
}

type goal struct {
	name  string
	worth Amount
	known bool // what it is worth
}

// question is what became of a question in one run.
type question struct {
	step    string
	at      int64 // when it was last put
	fate    fate
	known   bool
	refused int
	options []string
	took    []int64 // seconds, for each answer
}

// fate is how a question of a run went at last.
type fate uint8

const (
	unasked fate = iota
	open         // dropped or waiting, which the time decides
	answered
	skipped
	gaveUp
)

// dropAfter is how long a customer may take to answer before he counts as gone: seconds. An answer that comes later counts all the same.
const dropAfter = 24 * 60 * 60

// take follows the run through one event of its flow.
func (r *run) take(e *flows.Event, at int64) {
	r.last, r.arms = at, r.customer.arms
	switch e.Name {
	case flows.Stepped:
		r.goOn(e.Step, at)
	case flows.Asks, flows.WentBack:
		r.ask(e.Step, at)
	case flows.Returned:
		r.reopen(e.Step, at)
	case flows.Answered, flows.Settles, flows.Booked:
		r.answer(e, at)
	case flows.Skipped:
		r.close(e.Step, skipped)
	case flows.Remembered:
		r.question(e.Step).known = true
	case flows.Refused:
		r.question(e.Step).refused++
	case flows.GaveUp:
		r.close(e.Step, gaveUp)
	case flows.Silent:
		r.silent = true
	case flows.Ended:
		r.ended = true
	case flows.Reached:
		r.reach(e)
	}
	r.money(e)
}

// goOn takes a step: a question before it that was open is done with.
func (r *run) goOn(step string, at int64) {
	r.ended = false
	if step != "" && !slices.Contains(r.steps, step) {
		r.steps = append(r.steps, step)
	}
	if r.open == "" || r.open == step {
		return
	}
	if q := r.question(r.open); !r.silent {
		q.fate = answered
		q.took = append(q.took, at-q.at)
	}
	r.open = ""
}

func (r *run) ask(step string, at int64) {
	q := r.question(step)
	q.at, q.fate = at, open
	r.open, r.silent, r.ended = step, false, false
}

// reopen is for a question that comes again: after an interruption it was open all the time, after an option that led on an excursion it was not.
func (r *run) reopen(step string, at int64) {
	if r.open != step {
		r.ask(step, at)
	}
}

func (r *run) answer(e *flows.Event, at int64) {
	q := r.question(e.Step)
	if q.fate == unasked || e.Name != flows.Answered && r.open != e.Step {
		return // it was not put, or is no answer
	}
	if q.fate == open {
		q.took = append(q.took, at-q.at)
	}
	if e.Name == flows.Answered && e.Detail != "" {
		q.options = append(q.options, e.Detail)
	}
	r.close(e.Step, answered)
}

func (r *run) close(step string, as fate) {
	if q := r.question(step); q.fate != unasked {
		q.fate = as
	}
	if r.open == step {
		r.open = ""
	}
	r.silent = false
}

func (r *run) question(step string) *question {
	for i := range r.questions {
		if r.questions[i].step == step {
			return &r.questions[i]
		}
	}
	r.questions = append(r.questions, question{step: step})
	return &r.questions[len(r.questions)-1]
}

func (r *run) reach(e *flows.Event) {
	if e.Detail == "" {
		r.won = true
		return
	}
	worth, known := amount(e.Value)
	r.goals = append(r.goals, goal{e.Detail, worth, known})
}

// money adds what was paid to the run and to those that led to it.
func (r *run) money(e *flows.Event) {
	sign := int64(1)
	switch {
	case e.Name == flows.GaveMoneyBack && e.Detail == "":
		sign = -1
	case e.Name != flows.Settles:
		return
	}
	paid, known := amount(e.Value)
	if !known {
		return
	}
	paid.Minor *= sign
	r.paid = plus(r.paid, paid)
	var told []string // a flow that was gone through twice has it once
	for to := r; to != nil; to = to.from {
		if !slices.Contains(told, to.flow) {
			to.earned, told = plus(to.earned, paid), append(told, to.flow)
		}
	}
}

// gone tells whether a customer who has not answered is gone.
func (r *run) gone(now int64) bool { return r.ended || r.over || now-r.last >= dropAfter }
