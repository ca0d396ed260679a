package flows

import (
	"reflect"
	"slices"
	"strings"
)

// Exit is one outcome of a step: when it comes about, and where the talk goes on then.
type Exit struct {
	Kind    ExitKind
	Ref     Ref        // where it is written; the step's own where nothing is
	Name    string     // as customers of `graph` read it: "filter", "budget < 100", "else", "none", "skip" ...
	When    *Condition // of an arm or option: it comes about only if this holds, and of an arm only if none before it does
	Option  *Option    // of an ExitOption
	To      *Step      // nil: the end of the flow, unless Into is left for good
	Into    *Flow      // another flow that is run on the way
	Returns bool       // Into comes back, to To
	Written bool       // a target was written for it, or steps
}

// ExitKind says what makes an Exit come about.
type ExitKind uint8

// The kinds of exits.
const (
	ExitNext    ExitKind = iota // by itself, with the step behind it
	ExitGo                      // by itself, to where it says
	ExitCall                    // by itself, through another flow
	ExitLeave                   // by itself, into another flow for good
	ExitPass                    // its `when` does not hold
	ExitAnswer                  // an answer that leads nowhere of its own
	ExitOption                  // an option that is written at the step
	ExitSkip                    // the question is skipped
	ExitArm                     // an arm with a condition, or of a split
	ExitElse                    // the arm for all others
	ExitNoArm                   // no arm holds, and there is no else
	ExitOutcome                 // what a key names: none, failed, error, cancelled, abandoned
	ExitGiveUp                  // the tries are used up
	ExitSilence                 // nothing was heard
	ExitButton                  // a button leads on an excursion
	ExitRound                   // another round of a loop
)

// Exits gives all outcomes of a step, those that are inherited too, in the order written. A question that stays open is no outcome.
func (s *Set) Exits(step *Step) []Exit {
	if step.exits != nil {
		return step.exits
	}
	return s.exitsOf(step)
}

func (s *Set) exitsOf(step *Step) []Exit {
	e := exits{set: s, step: step}
	if step.Body != nil {
		e.written()
		e.unwritten()
	}
	if step.When != nil {
		e.add(Exit{Kind: ExitPass, Ref: step.When.Ref, Name: "not " + step.When.Source, To: step.next})
	}
	return e.all
}

// exits gathers the outcomes of a step.
type exits struct {
	set   *Set
	step  *Step
	all   []Exit
	owned []any // forms that belong to one around them
}

func (e *exits) add(x Exit) { e.all = append(e.all, x) }

// written adds what the step's forms lead to.
func (e *exits) written() {
	hasElse, arms := false, false
	e.step.Forms(func(form any) {
		if slices.Contains(e.owned, form) {
			return
		}
		switch form := form.(type) {
		case *Arm:
			arms, hasElse = true, hasElse || form.When == nil
			e.owned = append(e.owned, &form.Do)
			e.arm(form)
		case *SplitArm:
			e.owned = append(e.owned, &form.Do)
			e.add(Exit{Kind: ExitArm, Ref: form.Ref, Name: string(form.ID), To: e.firstOf(form.Do), Written: true})
		case *Option:
			e.option(form)
		case *Target:
			e.owned = append(e.owned, &form.Steps)
			if form.written() {
				e.target(form)
			}
		case *Button:
			e.button(form)
		case *Steps:
			if len(*form) > 0 {
				e.add(Exit{Kind: ExitRound, Ref: (*form)[0].Ref, Name: "do", To: (*form)[0], Written: true})
			}
		case *StepName:
			if to := e.step.flow.resting[form.Name]; to != nil {
				e.add(Exit{Kind: ExitGo, Ref: form.Ref, Name: form.Name, To: to, Written: true})
			}
		}
	})
	if arms && !hasElse {
		e.add(Exit{Kind: ExitNoArm, Ref: e.step.Ref, Name: "else", To: e.step.next})
	}
}

func (e *exits) firstOf(steps Steps) *Step {
	if len(steps) > 0 {
		return steps[0]
	}
	return e.step.next
}

func (e *exits) arm(arm *Arm) {
	x := Exit{Kind: ExitElse, Ref: arm.Ref, Name: "else", To: e.firstOf(arm.Do), Written: true}
	if arm.When != nil {
		x.Kind, x.Name, x.When = ExitArm, arm.When.Source, arm.When
	}
	e.add(x)
}

// option adds what an option leads to. An excursion comes back to the question.
func (e *exits) option(o *Option) {
	e.owned = append(e.owned, &o.Do)
	x := Exit{Kind: ExitOption, Ref: o.Ref, Name: string(o.ID), When: o.When, Option: o, To: e.step.next}
	switch {
	case o.Go != nil:
		e.owned = append(e.owned, o.Go)
		x.To, x.Written = e.step.flow.resting[o.Go.Name], true
	case len(o.Do) > 0:
		x.To, x.Written = o.Do[0], true
	case o.Jump != nil:
		x.To, x.Into, x.Written = nil, o.target.Jump.into(), true
	case o.Flow != nil:
		x.To, x.Into, x.Returns, x.Written = e.step, o.target.Flow.into(), true, true
	case o.FAQ != nil:
		x.To, x.Written = e.step, true
	}
	e.add(x)
}

func (x *Crossing) into() *Flow {
	if x == nil {
		return nil
	}
	return x.flow
}

// target adds what a key of the step leads to. A flow behind give_up and silence comes back to the question.
func (e *exits) target(t *Target) {
	x := Exit{Kind: ExitOutcome, Ref: t.Ref, Name: lastOf(t.Ref.Path), To: t.step, Written: true}
	back := e.step.next
	if q := e.step.Asks(); q != nil {
		switch {
		case t == &q.GiveUp:
			x.Kind, back = ExitGiveUp, e.step
		case q.Silence != nil && t == &q.Silence.Then:
			x.Kind, x.Name, back = ExitSilence, "silence", e.step
		}
	}
	if strings.HasSuffix(t.Ref.Path, ".abandoned.then") {
		x.Name, back = "abandoned", e.step
	}
	switch {
	case t.Next, t.FAQ != nil:
		x.To = e.step.next
	case t.Flow != nil:
		x.To, x.Into, x.Returns = back, t.Flow.flow, true
	case t.Jump != nil:
		x.Into = t.Jump.flow
	}
	e.add(x)
}

// button adds the excursion that a button under a question offers.
func (e *exits) button(b *Button) {
	if b.Flow == nil || e.step.Asks() == nil {
		return
	}
	if into := e.set.flows[b.Flow.Name]; into != nil {
		e.add(Exit{Kind: ExitButton, Ref: b.Ref, Name: b.Flow.Name, When: b.When, To: e.step, Into: into, Returns: true, Written: true})
	}
}

// unwritten adds what follows without a word: the next step, an outcome that has no target, another flow that the kind itself leads to.
func (e *exits) unwritten() {
	s := e.step
	for _, key := range s.unsaid() {
		x := Exit{Kind: ExitOutcome, Ref: s.Ref, Name: key, To: s.next}
		if body, ok := s.Body.(Unled); ok {
			if _, ends := body.Unled(key); ends {
				x.To = nil
			}
		}
		e.add(x)
	}
	if x, back, ok := leadsOf(s.Body); ok {
		if back {
			e.add(Exit{Kind: ExitCall, Ref: s.Ref, Name: string(x.flow.ID), To: s.next, Into: x.flow, Returns: true, Written: true})
		} else {
			e.add(Exit{Kind: ExitLeave, Ref: s.Ref, Name: string(x.flow.ID), Into: x.flow, Written: true})
		}
		return
	}
	if s.leftOut() || len(s.Unoffered()) > 0 {
		e.add(Exit{Kind: ExitOutcome, Ref: s.Ref, Name: "none", To: s.next})
	}
	if q := s.Asks(); q != nil && q.Skip.Source != "" {
		e.add(Exit{Kind: ExitSkip, Ref: q.Skip.Ref, Name: "skip", To: s.next})
	}
	if e.chosen() || ends(s) {
		if ends(s) {
			e.add(Exit{Kind: ExitNext, Ref: s.Ref, Name: "end"})
		}
		return
	}
	if body, ok := s.Body.(Leaving); ok && body.Leaves() {
		return
	}
	kind := ExitNext
	if s.Asks() != nil {
		kind = ExitAnswer
	}
	e.add(Exit{Kind: kind, Ref: s.Ref, Name: "next", To: s.next})
}

// leftOut tells of a question that is not put where its source has no item; it has no key that says what happens then.
func (s *Step) leftOut() bool {
	body, ok := s.Body.(Sourced)
	return ok && s.Kind == "ask" && body.Source() != nil && !s.alwaysHasItems()
}

// Unoffered are the conditions under which the options of a question are there, where each option has one: if none holds, the question is not put.
func (s *Step) Unoffered() []*Condition {
	body, ok := s.Body.(Offering)
	if sourced, of := s.Body.(Sourced); !ok || of && sourced.Source() != nil {
		return nil
	}
	var all []*Condition
	for _, option := range body.Offers() {
		if option.When == nil {
			return nil
		}
		all = append(all, option.When)
	}
	return all
}

// Unled is a body with outcomes that come about in some of its forms only, or end the flow where nothing is written for them.
type Unled interface {
	Unled(outcome string) (comes, ends bool)
}

// unsaid are the outcomes of a step for which nothing is written, by their keys.
func (s *Step) unsaid() []string {
	keys := emptyTargets(s.Body)
	if body, ok := s.Body.(Unled); ok {
		keys = slices.DeleteFunc(keys, func(key string) bool {
			comes, _ := body.Unled(key)
			return !comes
		})
	}
	if s.alwaysHasItems() {
		keys = slices.DeleteFunc(keys, func(key string) bool { return key == "none" })
	}
	return keys
}

// alwaysHasItems tells of a step that lists all items of a catalog. What can be booked may all be taken.
func (s *Step) alwaysHasItems() bool {
	body, ok := s.Body.(Sourced)
	if !ok || s.Kind == "book" {
		return false
	}
	l := body.Source()
	return l != nil && l.Where == nil && l.source != nil && l.source.catalog != nil && len(l.source.catalog.Items) > 0
}

// chosen tells of a step that goes on by one of its arms or options only.
func (e *exits) chosen() bool {
	body, asks := e.step.Body.(Asking)
	for _, x := range e.all {
		switch x.Kind {
		case ExitArm, ExitElse:
			return true
		case ExitOption:
			source, ok := body.(interface{ Source() *Listing })
			return asks && (!ok || source.Source() == nil)
		}
	}
	return false
}

func leadsOf(body Body) (x *Crossing, back, ok bool) {
	leading, ok := body.(interface{ Leads() (*Crossing, bool) })
	if !ok {
		return nil, false, false
	}
	x, back = leading.Leads()
	return x, back, x != nil && x.flow != nil
}

// emptyTargets are the keys of a kind that could say where an outcome leads, and say nothing.
func emptyTargets(body Body) []string {
	var keys []string
	v := reflect.ValueOf(body).Elem()
	for i := range v.NumField() {
		if v.Field(i).Type() != reflect.TypeFor[Target]() || !v.Type().Field(i).IsExported() { // to ask for a field's name and tag is dear
			continue
		}
		if t, ok := v.Field(i).Addr().Interface().(*Target); ok && !t.written() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			keys = append(keys, key)
		}
	}
	return keys
}

func lastOf(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
