package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// answered holds an answer against the question's checks and keeps it, or refuses it.
func (t *Turn) answered(q *open, r Reply) Move {
	if !r.Again || !t.isConsent(q.offer.Field) { // a consent keeps the time and the words that it was given to
		r.At, r.Flow = t.in.At.Unix(), t.flowID()
	}
	if !r.Skipped {
		if check := t.failed(q, r.Value); check != nil {
			t.Took(check.When.Ref)
			var said []expr.Formatted
			t.with(map[string]value.Value{q.offer.Field: r.Value}, func() { said = t.render(&check.Text, nil) })
			return t.refuse(q, said, nil, "check")
		}
	}
	if r.How != Sent && r.Words == value.Format(r.Value, q.offer.Type, t.locale) {
		r.Words = ""
	}
	t.discreet(q, &r)
	frame := t.frame()
	again := frame.Reopened || t.rewound
	t.tookKnown(q.step, r.Again)
	frame.Serial, frame.Tries, frame.Picked, frame.Reopened = 0, 0, nil, false
	frame.Confirm, frame.Near, frame.Page = false, nil, ""
	frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == q.step.name }), q.step.name)
	t.tellAnswer(q, r)
	t.noteAnswer(q, r)
	if old, ok := t.Kept(q.offer.Field); ok || again {
		t.forgetDependents(q.offer.Field, old.Value, r.Value)
	}
	t.step = q.step
	return q.asking.Take(t, r)
}

func (t *Turn) tellAnswer(q *open, r Reply) {
	switch {
	case r.Skipped:
		t.event(Skipped, q.step, "")
	case r.Option != nil:
		t.event(Answered, q.step, string(r.Option.ID))
	default:
		t.event(Answered, q.step, "")
	}
}

func (t *Turn) failed(q *open, v value.Value) (failed *Check) {
	if len(q.keys.Check) == 0 {
		return nil
	}
	t.with(map[string]value.Value{q.offer.Field: v}, func() {
		for i := range q.keys.Check {
			if check := &q.keys.Check[i]; failed == nil && t.Holds(&check.When) {
				failed = check
			}
		}
	})
	return failed
}

// Lead gives the way on from an answer: where its option leads, else the next step.
func (t *Turn) Lead(r Reply) Move {
	if r.Option == nil {
		return Next()
	}
	return t.target(&r.Option.target, BackNext)
}

// target goes where a Target leads. A flow comes back as told.
func (t *Turn) target(target *Target, back Back) Move {
	t.Took(target.Ref)
	switch {
	case target.step != nil:
		return GoTo(target.step)
	case target.End:
		return End()
	case target.Jump != nil:
		return t.Jump(target.Jump)
	case target.Flow != nil:
		if back == BackNext {
			t.frame().Step, t.frame().Serial = t.step.name, 0 // behind which the talk goes on
		}
		return Move{kind: moveCall, flow: target.Flow.flow, with: t.passed(target.Flow.flow, target.Flow.With), back: back}
	case target.FAQ != nil:
		t.Tell(target.FAQ.Name)
	case len(target.Steps) > 0:
		return Into(target.Steps)
	}
	return Next()
}

// To goes where a target leads; a flow comes back to the next step.
func (t *Turn) To(target *Target) Move { return t.target(target, BackNext) }

// refuse tells that an answer does not fit: in the question's own retry text, or in what a check says. When the tries are used up, the talk goes on at give_up.
func (t *Turn) refuse(q *open, said []expr.Formatted, hint func() string, reason string) Move {
	frame := t.frame()
	frame.Near = nil
	t.event(Refused, q.step, reason)
	retries := q.keys.Retry.times()
	tried := frame.Tries
	gaveUp := t.givesUp(q)
	frame.Tries++
	if gaveUp {
		t.event(GaveUp, q.step, "")
		frame.Tries = 0
		return t.target(&q.keys.GiveUp, BackAsk)
	}
	if said != nil {
		t.put(q, said)
		return Wait()
	}
	retry := PhraseText("retry")
	if len(retries) > 0 {
		retry = &retries[min(tried, len(retries)-1)]
		t.Took(retry.Ref)
	}
	t.retry(q, retry, hint)
	return Wait()
}

// retry says that an answer did not fit.
func (t *Turn) retry(q *open, text *Text, hint func() string) {
	var names map[string]value.Value
	if line := text.Line; line == nil || !line.in(t.lang).Static() { // else it is the same whatever was asked
		names = map[string]value.Value{"question": value.Text(t.wording(q)), "hint": value.Text(hint())}
	}
	var room [fewMessages]expr.Formatted
	said := room[:0]
	t.with(names, func() { said = t.render(text, said) })
	t.put(q, said)
}

// givesUp tells that the tries of a question are used up.
func (t *Turn) givesUp(q *open) bool {
	return t.frame().Tries >= max(len(q.keys.Retry.times()), 1) && q.keys.GiveUp.written()
}

func (t *Target) written() bool {
	return t.Step != "" || t.Next || t.End || t.Flow != nil || t.Jump != nil || t.FAQ != nil || t.Steps != nil
}

// hint says what would be right: in the question's own words, else by what is wrong, else by the type.
func (t *Turn) hint(q *open, misread *value.Misread) string {
	switch {
	case !q.keys.Hint.Empty():
		text := ""
		for _, message := range t.render(&q.keys.Hint, nil) {
			text = strings.TrimSpace(text + "\n" + message.Text)
		}
		return text
	case q.offer.Hint != "":
		return q.offer.Hint
	case misread != nil && slices.Contains(tooMuch, misread.Reason):
		return misread.Text(t.locale)
	case q.offer.Type == nil || len(q.offer.Choices) > 0 && q.offer.Rows == nil:
		var labels []string
		for _, choice := range q.offer.Choices {
			if !ownChoice(choice.ID) {
				labels = append(labels, choice.Label)
			}
		}
		if len(labels) > fewLabels || strings.Contains(strings.Join(labels, ""), ",") {
			return t.phrase("choose_button").Text // in a list nobody would see where one ends
		}
		return t.Phrase("choose", map[string]value.Value{"list": value.Text(strings.Join(labels, ", "))}).Text
	case misread != nil && slices.Contains(nearly, misread.Reason):
		return misread.Text(t.locale)
	}
	return value.Hint(q.offer.Type, t.locale)
}

// fewLabels is how many labels a hint lists.
const fewLabels = 8

// Where an answer was nearly right, what is wrong with it helps more than what would be right.
var (
	tooMuch = []value.Reason{value.TooFew, value.TooMany}
	nearly  = []value.Reason{value.Fraction, value.TooPrecise, value.TooSmall, value.TooLarge, value.ForeignCurrency, value.TooShort, value.TooLong,
		value.SeveralOptions, value.NoCountryCode, value.AmbiguousDate}
)

// explain tells why the question is asked. It uses up no try.
func (t *Turn) explain(q *open) Move {
	t.put(q, t.render(&q.keys.Why, nil))
	return Wait()
}
