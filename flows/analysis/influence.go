package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// Influence is one thing that depends on the answer to a question.
type Influence struct {
	On    Reach
	Ref   flows.Ref
	Step  *flows.Step // nil: at the head of a flow, or in bot.yaml and its neighbours
	Field string      // that it reads: the question's own, or one that comes of it
}

// Reach is what an answer reaches.
type Reach uint8

// The values of Reach.
const (
	OnText   Reach = iota // what is said, or how
	OnBranch              // where the talk goes on, what is asked or taken
	OnItems               // what is recommended, shown or offered
	OnOrder               // what is put into the cart, paid or booked
	OnExport              // what is handed to the world: a call, a report, or the purpose that it is kept for
	OnGoal                // what the flow is for
)

// String is the word for it.
func (r Reach) String() string {
	return [...]string{"text", "branch", "items", "order", "export", "goal"}[r]
}

// Influence is what depends on the answer to a question, in the order of the files; nothing for other steps. What is read at the question itself, as by its
// checks, does not count; nor does what a branch decides that leads all to the same.
func (v *View) Influence(question *flows.Step) []Influence {
	if question.Asks() == nil {
		return nil
	}
	all, there := v.influences[question]
	if !there {
		t := tracer{View: v, question: question, seen: map[keeper]bool{}}
		t.ways()
		for _, name := range question.Keeps() {
			t.kept(question, name)
		}
		all = t.all
		v.influences[question] = all
	}
	return all
}

// tracer follows an answer.
type tracer struct {
	*View
	question *flows.Step
	seen     map[keeper]bool
	all      []Influence
}

// ways adds that the answers lead to different places.
func (t *tracer) ways() {
	at := func(on Reach) {
		t.all = append(t.all, Influence{On: on, Ref: t.question.Ref, Step: t.question})
	}
	switch body := t.question.Body.(type) {
	case *steps.Rate:
		at(OnExport)
	case *steps.Pay, *steps.Cart, *steps.Book:
		at(OnOrder)
	case *steps.Review:
		at(OnBranch)
	case *steps.Menu:
		if body.Source() != nil {
			at(OnText)
			return
		}
	}
	if t.leadsApart(t.question) {
		at(OnBranch)
	}
	if t.excurses(t.question) {
		at(OnText)
	}
}

// leadsApart tells whether the answers to a question lead to different places. Where it only comes again, after something else, none does.
func (v *View) leadsApart(step *flows.Step) bool {
	led := map[string]bool{}
	written := false
	for _, x := range v.Exits(step) {
		switch x.Kind {
		case flows.ExitOption:
			written = written || x.Written
		case flows.ExitAnswer, flows.ExitSkip:
		default:
			continue
		}
		if !Excursion(step, x) {
			led[v.toldUntilJoined(step, x)] = true
		}
	}
	return written && len(led) > 1
}

// excurses tells whether an option of a question is answered before the question comes again.
func (v *View) excurses(step *flows.Step) bool {
	return slices.ContainsFunc(v.Exits(step), func(x flows.Exit) bool { return x.Kind == flows.ExitOption && Excursion(step, x) })
}

// kept follows what a step sets in a field.
func (t *tracer) kept(step *flows.Step, name string) {
	flow := step.Flow()
	field := t.Field(flow, name)
	if field == nil {
		return
	}
	key := keeperOf(flow, name)
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	if flow.Field(name) == nil && field.Purpose != "" {
		t.all = append(t.all, Influence{On: OnExport, Ref: field.Ref, Field: name})
	}
	life := t.lifeOf(step, name)
	for _, use := range t.readers[key] {
		if use.Step != t.question && t.comesTo(use, flow, key, life) {
			t.read(use)
		}
	}
	t.column(step, name)
}

// comesTo tells whether a use can read what was set.
func (t *tracer) comesTo(use flows.Use, flow *flows.Flow, key keeper, l life) bool {
	switch {
	case use.Step == nil || key.flow == nil && l.end:
		return true
	case use.Step.Flow() != flow: // the caller takes it when this flow has ended
		return l.end
	}
	return l.steps[use.Step]
}

// read adds one use, or follows it on.
func (t *tracer) read(use flows.Use) {
	if use.Role == flows.RoleValue {
		t.passedOn(use)
		return
	}
	if use.Step != nil && use.Role == flows.RoleDecision && t.ChangesNothing(use.Step) {
		return
	}
	t.all = append(t.all, Influence{On: reachOf(use), Ref: use.Ref, Step: use.Step, Field: use.Name})
}

// passedOn follows a value into the field that it goes into.
func (t *tracer) passedOn(use flows.Use) {
	into := use.IntoFlow
	if into == nil {
		into = use.Flow
	}
	if into == use.Step.Flow() {
		t.kept(use.Step, use.Into)
		return
	}
	key := keeperOf(into, use.Into)
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	for _, further := range t.readers[key] {
		t.read(further)
	}
}

func reachOf(use flows.Use) Reach {
	switch use.Role {
	case flows.RoleChoice:
		return OnItems
	case flows.RoleOut:
		return OnExport
	case flows.RoleGoal:
		return OnGoal
	case flows.RoleDecision:
		if use.Step == nil {
			return OnOrder // a voucher, a way of shipping
		}
		switch use.Step.Body.(type) {
		case *steps.Cart, *steps.Pay, *steps.Book:
			return OnOrder
		}
		return OnBranch
	case flows.RoleBound:
		return OnBranch
	}
	return OnText
}

// keeperOf is a field of a flow, or of the customer, whose fields are the same in all flows.
func keeperOf(flow *flows.Flow, name string) keeper {
	if flow != nil && flow.Field(name) != nil {
		return keeper{flow, name}
	}
	return keeper{nil, name}
}

// newReaders gathers who reads which field.
func (v *View) newReaders() {
	v.readers = map[keeper][]flows.Use{}
	add := func(uses []flows.Use) {
		for _, use := range uses {
			key := keeperOf(use.Flow, use.Name)
			v.readers[key] = append(v.readers[key], use)
		}
	}
	for _, flow := range v.Set.Flows {
		if flow.Builtin() {
			continue
		}
		add(v.Set.HeadUses(flow))
		for _, step := range flow.AllSteps() {
			add(v.Uses(step))
		}
	}
	add(v.Set.SharedUses())
}
