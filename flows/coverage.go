package flows

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows/value"
)

// Way is one thing that a talk can go through, and that a marketer should have seen once before customers do.
//
// These are: each step, and that its `when` does not hold; each arm of a branch, a split or a text, and that none of them holds where there is no else; each
// option, at the step or at the field that has it, and yes and no where that is asked; a question that is answered, skipped, refused by one of its checks, said
// again by one of its retries, given up; the reminders and what comes of silence; what is known and confirmed, or changed, or skipped; and what the kinds tell of
// themselves (Outgoing): an order paid or not, a call that answers or fails, a wait that is over, an event that does not come, a target that is written.
//
// What the bot or a flow says for all questions (`defaults`) counts once, where it is written. What Repartee brings itself (back, /help, the buttons of a cart,
// changing an answer in a review) does not count, nor which of several wordings is said.
type Way struct {
	Ref  Ref // where it is written; what is not written lies below the Ref of its step
	Kind WayKind
	Name string // as "ask brew", "option filter", "else", "none"
}

// Flow is the flow that the way belongs to; "" for what bot.yaml says for all of them.
func (w Way) Flow() string { return w.Ref.Flow }

// WayKind is what a Way is.
type WayKind uint8

// The kinds of Way.
const (
	WayStep WayKind = iota
	WayArm
	WayOption
	WayOutcome
)

// Outgoing is a body with outcomes beside those that its keys lead to: each is noted by Turn.Came when it comes about.
type Outgoing interface{ Outcomes() []string }

// Offering is a question with options, those of its field too.
type Offering interface{ Offers() []*Option }

// The outcomes that the engine notes of questions by itself.
const (
	OutcomeAnswer  = "answer"
	OutcomeYes     = "yes"
	OutcomeNo      = "no"
	OutcomeKnown   = "if_known" // what is known was taken without a word
	OutcomeHolds   = "if_known_yes"
	OutcomeChanged = "if_known_change"
	outcomeElse    = "else"
)

// Ways gives all that can be gone through in the folder's own flows, in reading order.
func (s *Set) Ways() []Way {
	w := gathering{seen: map[Ref]bool{}}
	for _, flow := range s.Flows {
		if flow.builtin {
			continue
		}
		for _, step := range flow.steps {
			w.step(step)
		}
	}
	return w.ways
}

// gathering collects ways, each once.
type gathering struct {
	ways []Way
	seen map[Ref]bool
}

func (g *gathering) add(kind WayKind, ref Ref, name string) {
	if !g.seen[ref] {
		g.seen[ref] = true
		g.ways = append(g.ways, Way{Ref: ref, Kind: kind, Name: name})
	}
}

func (g *gathering) step(step *Step) {
	g.add(WayStep, step.Ref, strings.TrimSuffix(step.Kind+" "+step.name, " "))
	if step.When != nil {
		g.add(WayOutcome, step.When.Ref, "not when "+step.When.Source)
	}
	if asking, ok := step.Body.(Asking); ok {
		g.question(asking)
	}
	g.written(step)
	if body, ok := step.Body.(Offering); ok {
		for _, option := range body.Offers() {
			g.option(option)
		}
	}
	if body, ok := step.Body.(Outgoing); ok {
		for _, outcome := range body.Outcomes() {
			g.add(WayOutcome, step.Ref.At(outcome), outcome)
		}
	}
}

// question adds what every question can come to. A text of its keys that is said in turns has a way for each.
func (g *gathering) question(asking Asking) {
	keys := asking.Shared()
	if keys.Skip.Source != "" {
		g.add(WayOutcome, keys.Skip.Ref, "skip")
	}
	retries := keys.Retry.times()
	for i := range retries {
		g.add(WayOutcome, retries[i].Ref, numbered("retry", i, len(retries)))
	}
	for i := range keys.Check {
		g.add(WayOutcome, keys.Check[i].When.Ref, "check "+keys.Check[i].When.Source)
	}
}

// written adds the arms, options and outcomes that stand at a step.
func (g *gathering) written(step *Step) {
	hasElse, arms := false, false
	step.Forms(func(form any) {
		switch form := form.(type) {
		case *Arm:
			arms, hasElse = true, hasElse || form.When == nil
			g.add(WayArm, form.Ref, armName(form.When))
		case *SplitArm:
			g.add(WayArm, form.Ref, "arm "+string(form.ID))
		case *Text:
			g.text(form)
		case *Option:
			g.option(form)
		case *Pause:
			reminders := form.Remind.times()
			for i := range reminders {
				g.add(WayOutcome, reminders[i].Ref, numbered("reminder", i, len(reminders)))
			}
		case *Target:
			if form.written() {
				g.add(WayOutcome, form.Ref, targetName(form.Ref.Path))
			}
		}
	})
	if arms && !hasElse {
		g.add(WayArm, step.Ref.At(outcomeElse), "no arm")
	}
}

func (g *gathering) option(o *Option) { g.add(WayOption, o.Ref, "option "+string(o.ID)) }

func (g *gathering) text(text *Text) {
	hasElse := len(text.Arms) == 0
	for i := range text.Arms {
		arm := &text.Arms[i]
		hasElse = hasElse || arm.When == nil
		g.add(WayArm, arm.Text.Ref, armName(arm.When))
	}
	if !hasElse {
		g.add(WayArm, text.Ref.At(outcomeElse), "no arm")
	}
}

func armName(when *Condition) string {
	if when == nil {
		return "else"
	}
	return "when " + when.Source
}

// targetName is the key that a target stands at: none, give_up, silence.then.
func targetName(path string) string {
	keys := strings.Split(path, ".")
	name := keys[len(keys)-1]
	if name == "then" && len(keys) > 1 {
		name = keys[len(keys)-2] + ".then"
	}
	return name
}

func numbered(what string, i, of int) string {
	if of == 1 {
		return what
	}
	return what + " " + strconv.Itoa(i+1)
}

// Took notes, where the engine traces, that something was gone through.
func (t *Turn) Took(ref Ref) {
	if t.tracing {
		t.taken = append(t.taken, ref)
	}
}

// tookArm notes that an arm of a text is said; not where the text is only looked at.
func (t *Turn) tookArm(ref Ref) {
	if !t.peeking {
		t.Took(ref)
	}
}

func (t *Turn) tookNoArm(text *Text) {
	if t.tracing && !t.peeking {
		t.taken = append(t.taken, text.Ref.At(outcomeElse))
	}
}

// Came notes, where the engine traces, that the step at hand came to an outcome of Outgoing.
func (t *Turn) Came(outcome string) { t.cameTo(t.step, outcome) }

func (t *Turn) cameTo(step *Step, outcome string) {
	if t.tracing && step != nil {
		t.taken = append(t.taken, step.Ref.At(outcome))
	}
}

// tookKnown notes, while it is asked whether what is known still holds, what the customer says to that.
func (t *Turn) tookKnown(step *Step, holds bool) {
	switch {
	case !t.frame().Confirm:
	case holds:
		t.cameTo(step, OutcomeHolds)
	default:
		t.cameTo(step, OutcomeChanged)
	}
}

// noteAnswer notes what was answered: its option, each of several, yes or no, or only that it was.
func (t *Turn) noteAnswer(q *open, r Reply) {
	switch {
	case !t.tracing:
	case r.Skipped:
		t.Took(q.keys.Skip.Ref)
	case q.offer.Many:
		for _, choice := range q.offer.Choices {
			if choice.Option != nil && slices.ContainsFunc(r.Value.AsList(), func(v value.Value) bool { return SameAnswer(v, choice.Value) }) {
				t.Took(choice.Option.Ref)
			}
		}
	case r.Option != nil:
		t.Took(r.Option.Ref)
	default:
		t.noteOutcome(q, r)
	}
}

func (t *Turn) noteOutcome(q *open, r Reply) {
	outcome := OutcomeAnswer
	if r.Value.Kind() == value.KindBool {
		outcome = OutcomeNo
		if r.Value.AsBool() {
			outcome = OutcomeYes
		}
	}
	if body, ok := q.asking.(Outgoing); ok && slices.Contains(body.Outcomes(), outcome) {
		t.cameTo(q.step, outcome)
	}
}
