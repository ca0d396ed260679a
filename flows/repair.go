package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// choose takes a choice of the open question, or of one that was just gone back to. serial is that of the asking whose button was pressed.
func (t *Turn) choose(q *open, choice Choice, serial int, a Answer) Move {
	switch choice.ID {
	case choiceSkip:
		t.chosen(q, serial, choice.ID)
		return t.answered(q, Reply{Answer: a, Skipped: true})
	case choiceWhy:
		return t.explain(q)
	case choiceDone:
		return t.ticked(q, serial, a)
	case choiceYes:
		if move, ok := t.yes(q, serial); ok {
			return move
		}
		return t.askOpenly(q)
	case choiceChange, choiceNo:
		t.markChosen(serial, choice.ID)
		if typed, ok := t.asTyped(q); ok && choice.ID == choiceNo {
			return t.typed(q, typed, t.frame().Near.Words)
		}
		return t.askOpenly(q)
	case choiceKeep:
		t.chosen(q, serial, choice.ID)
		old, ok := t.Kept(q.offer.Field)
		if !ok {
			return t.askOpenly(q)
		}
		return t.answered(q, Reply{Answer: old, Option: optionOf(q, old.Value), Again: true})
	}
	if name, ok := strings.CutPrefix(choice.ID, choiceCommand); ok {
		return t.command(name, "")
	}
	if name, ok := strings.CutPrefix(choice.ID, choiceFlow); ok {
		return t.interrupt(t.set.flows[name])
	}
	if page, ok := strings.CutPrefix(choice.ID, PagePrefix); ok {
		return t.turnPage(q, page)
	}
	if q.offer.Many {
		return t.tick(q, choice, serial, a)
	}
	if choice.Option != nil && choice.Option.Flow != nil {
		t.markChosen(serial, choice.ID)
		t.Took(choice.Option.Ref)
		return t.excursion(choice.Option.target.Flow)
	}
	if choice.Option != nil && choice.Option.FAQ != nil {
		t.Took(choice.Option.Ref)
		t.Tell(choice.Option.FAQ.Name)
		return t.askAgain()
	}
	a.Value = choice.Value
	if a.Words == choice.Value.AsText() {
		a.Words = ""
	}
	t.chosen(q, serial, choice.ID)
	return t.answered(q, Reply{Answer: a, Option: choice.Option})
}

// yes takes the answer that was asked about: what is remembered still holds, or what was nearly typed was meant.
func (t *Turn) yes(q *open, serial int) (Move, bool) {
	frame := t.frame()
	var a Answer
	switch {
	case frame.Near != nil:
		a = *frame.Near
	case frame.Confirm && t.holdsStill(q):
		a, _ = t.Kept(q.offer.Field)
		a.Value = t.now(a.Value)
	default:
		return Move{}, false
	}
	t.markChosen(serial, choiceYes)
	if q.offer.Many && frame.Near != nil { // beside what is ticked
		for _, item := range a.Value.AsList() {
			if !slices.Contains(frame.Picked, item.AsText()) {
				frame.Picked = append(frame.Picked, item.AsText())
			}
		}
		return t.ticked(q, serial, a), true
	}
	return t.answered(q, Reply{Answer: a, Option: optionOf(q, a.Value), Again: frame.Confirm}), true
}

// holdsStill tells whether the answer that the question was about is still there, and could be given now.
func (t *Turn) holdsStill(q *open) bool {
	kept, ok := t.Kept(q.offer.Field)
	return ok && stillOffered(q.offer, kept.Value, t.set.Currency)
}

// asTyped is what was typed where that is unlikely, but could be an answer: who says that nothing else was meant, meant that.
func (t *Turn) asTyped(q *open) (value.Value, bool) {
	near := t.frame().Near
	if near == nil || q.offer.Type == nil {
		return value.Value{}, false
	}
	_, misread := value.Read(q.offer.Type, near.Words, t.locale)
	if misread == nil || !misread.Typed.Known() {
		return value.Value{}, false
	}
	return misread.Typed, true
}

// askOpenly asks what was only asked about before.
func (t *Turn) askOpenly(q *open) Move {
	t.frame().Confirm, t.frame().Near = false, nil
	t.pose(q)
	return Wait()
}

func optionOf(q *open, v value.Value) *Option {
	for _, choice := range q.offer.Choices {
		if SameAnswer(choice.Value, v) {
			return choice.Option
		}
	}
	return nil
}

// chosen notes which button was pressed, so that a second tap on it is nothing.
func (t *Turn) chosen(q *open, serial int, id string) {
	t.markChosen(serial, id)
	t.afterPress(q, serial, id)
}

func (t *Turn) markChosen(serial int, id string) {
	if asked := t.asked(serial); asked != nil {
		asked.Chosen = buttonData(serial, id)
	}
}

// tick turns a choice of a many_of question on or off. Typed, it is added to what is ticked, and that is the answer.
func (t *Turn) tick(q *open, choice Choice, serial int, a Answer) Move {
	frame := t.frame()
	i := slices.IndexFunc(frame.Picked, choice.is)
	switch {
	case i < 0:
		frame.Picked = append(frame.Picked, choice.ID)
	case a.How == Pressed:
		frame.Picked = slices.Delete(frame.Picked, i, i+1)
	}
	if a.How != Pressed {
		return t.ticked(q, serial, a)
	}
	t.effects = append(t.effects, EditButtons{Message: t.in.On, Buttons: t.buttons(q, frame.Serial)})
	return Wait()
}

// ticked takes what is ticked as the answer, if it is neither too little nor too much.
func (t *Turn) ticked(q *open, serial int, a Answer) Move {
	a.Value = t.picked(q)
	n := value.Integer(int64(len(a.Value.AsList())))
	if misread := outside(n, q.offer.Type); misread != nil {
		return t.refuse(q, nil, t.hint(q, misread), "not_understood")
	}
	t.chosen(q, serial, choiceDone)
	return t.answered(q, Reply{Answer: a})
}

// outside holds a number of choices against the bounds of a many_of.
func outside(n value.Value, typ *value.Type) *value.Misread {
	if typ.Min != nil {
		if order, ok := value.Compare(n, *typ.Min); ok && order < 0 {
			return &value.Misread{Reason: value.TooFew, Limit: *typ.Min}
		}
	}
	if typ.Max != nil {
		if order, ok := value.Compare(n, *typ.Max); ok && order > 0 {
			return &value.Misread{Reason: value.TooMany, Limit: *typ.Max}
		}
	}
	return nil
}

// is tells whether an id is the choice's, or was.
func (c Choice) is(id string) bool { return c.ID == id || c.Was != "" && c.Was == id }

// picked gives what is ticked, in the order of the choices.
func (t *Turn) picked(q *open) value.Value {
	var picked []value.Value
	for _, choice := range q.offer.Choices {
		if slices.ContainsFunc(t.frame().Picked, choice.is) {
			picked = append(picked, choice.Value)
		}
	}
	return value.List(picked...)
}

// answered holds an answer against the question's checks and keeps it, or refuses it.
func (t *Turn) answered(q *open, r Reply) Move {
	if !r.Again || !t.isConsent(q.offer.Field) { // a consent keeps the time and the words that it was given to
		r.At, r.Flow = t.in.At.Unix(), t.flowID()
	}
	if !r.Skipped {
		if check := t.failed(q, r.Value); check != nil {
			var said []expr.Formatted
			t.with(map[string]value.Value{q.offer.Field: r.Value}, func() { said = t.render(&check.Text, nil) })
			return t.refuse(q, said, "", "check")
		}
	}
	if r.How != Sent && r.Words == value.Format(r.Value, q.offer.Type, t.locale) {
		r.Words = ""
	}
	t.discreet(q, &r)
	frame := t.frame()
	again := frame.Reopened || t.rewound
	frame.Serial, frame.Tries, frame.Picked, frame.Reopened = 0, 0, nil, false
	frame.Confirm, frame.Near, frame.Page = false, nil, ""
	frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == q.step.name }), q.step.name)
	t.tellAnswer(q, r)
	if old, ok := t.Kept(q.offer.Field); ok || again {
		t.forgetDependents(q.offer.Field, old.Value, r.Value)
	}
	t.step = q.step
	return q.asking.Take(t, r)
}

// discreet takes a secret out of the chat and keeps no words of it. What a consent was given to is kept in place of the words that were typed.
func (t *Turn) discreet(q *open, r *Reply) {
	field := t.set.field(t.flowID(), q.offer.Field)
	if field == nil {
		return
	}
	if field.Secret {
		r.Words = ""
	}
	if field.typ.Base == value.TypeConsent && !r.Again {
		r.Words = t.wording(q)
	}
}

func (t *Turn) isConsent(name string) bool {
	field := t.set.field(t.flowID(), name)
	return field != nil && field.typ.Base == value.TypeConsent
}

// secret tells whether a question asks for something that nobody may see again.
func (t *Turn) secret(q *open) bool {
	field := t.set.field(t.flowID(), q.offer.Field)
	return field != nil && field.Secret
}

// masked stands for a secret.
const masked = "•••"

// shownAnswer is an answer as the bot may say it.
func (t *Turn) shownAnswer(q *open, v value.Value) string {
	if t.secret(q) {
		return masked
	}
	return t.formatted(v, q.offer.Type)
}

func (t *Turn) tellAnswer(q *open, r Reply) {
	switch {
	case r.Skipped:
		t.event(Skipped, q.step, "")
	case r.Option != nil:
		t.Took(r.Option.Ref)
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
func (t *Turn) refuse(q *open, said []expr.Formatted, hint, reason string) Move {
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
	if said == nil {
		names := map[string]value.Value{"question": value.Text(t.wording(q)), "hint": value.Text(hint)}
		t.with(names, func() {
			if len(retries) == 0 {
				said = []expr.Formatted{t.phrase("retry")}
			} else {
				said = t.render(&retries[min(tried, len(retries)-1)], nil)
			}
		})
	}
	t.put(q, said)
	return Wait()
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
	case misread != nil && slices.Contains(tooMuch, misread.Reason):
		return misread.Text(t.locale)
	case q.offer.Type == nil || len(q.offer.Choices) > 0 && q.offer.Rows == nil:
		var labels []string
		for _, choice := range q.offer.Choices {
			if !strings.HasPrefix(choice.ID, PagePrefix) {
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

// back opens the last question again, with its old answer on offer.
func (t *Turn) back() Move {
	q, lost := t.question()
	switch {
	case lost:
		return t.lost()
	case q == nil:
		t.SayPhrase("nothing_back")
		return Wait()
	}
	if !t.canGoBack() {
		t.SayPhrase("nothing_back")
		return t.askAgain()
	}
	for lastPut(t.frame()) == "" {
		frame := t.frame()
		if len(frame.Came) > 0 {
			back, came := frame.Back, cloneFrames([]Frame{frame.Came[0].Frame})[0]
			*frame = came
			frame.Back = back
			continue
		}
		if len(t.state.Session.Frames) == 1 || frame.Back == BackNone {
			t.SayPhrase("nothing_back")
			return t.askAgain()
		}
		t.dropFrame()
		if frame.Back != BackNext {
			return t.askAgain()
		}
	}
	if !t.rewind(lastPut(t.frame())) {
		t.SayPhrase("nothing_back")
		return t.askAgain()
	}
	t.frame().Reopened = true
	q, _ = t.question()
	t.event(WentBack, q.step, "")
	t.pose(q)
	return Wait()
}

// lastPut is the last question of a run that was put to the customer; "" where none was.
func lastPut(frame *Frame) string {
	for _, name := range slices.Backward(frame.Trail) {
		if name != roundMark && !slices.Contains(frame.Silent, name) {
			return name
		}
	}
	return ""
}

// tickAgain ticks what was answered to a many_of question that is open again.
func (t *Turn) tickAgain() {
	q, _ := t.question()
	if q == nil || !q.offer.Many {
		return
	}
	old, _ := t.Kept(q.offer.Field)
	for _, item := range old.Value.AsList() {
		t.frame().Picked = append(t.frame().Picked, item.AsText())
	}
}

// canGoBack tells whether there is a question before the open one, in this run or in those that it lies in.
func (t *Turn) canGoBack() bool {
	for _, frame := range slices.Backward(t.state.Session.Frames) {
		if lastPut(&frame) != "" || len(frame.Came) > 0 {
			return true
		}
		if frame.Back != BackNext {
			return frame.Back != BackNone
		}
	}
	return false
}

// rewind opens an answered question of this run again, without asking it.
func (t *Turn) rewind(name string) bool {
	frame := t.frame()
	at := slices.Index(frame.Trail, name)
	step := t.set.step(frame.Flow, name)
	if at < 0 || step == nil {
		return false
	}
	if _, ok := step.Body.(Asking); !ok {
		return t.rewindInto(step, at)
	}
	if frame.Reopened {
		frame.Later = append([]string{frame.Step}, frame.Later...)
	}
	frame.Later = append(slices.Clone(frame.Trail[at+1:]), frame.Later...)
	frame.Trail = frame.Trail[:at]
	frame.Silent = slices.DeleteFunc(frame.Silent, func(n string) bool { return n == name })
	for i := range t.state.Session.Asked { // its buttons are no second taps any more
		if asked := &t.state.Session.Asked[i]; asked.Flow == frame.Flow && asked.Step == name {
			asked.Chosen = ""
		}
	}
	t.openQuestion(step)
	t.rewound = true
	t.tickAgain()
	return true
}

// rewindInto opens the last question of a flow that a step called and that has ended.
func (t *Turn) rewindInto(step *Step, at int) bool {
	frame := t.frame()
	i := slices.IndexFunc(frame.Called, func(r Run) bool { return r.Step == step.name })
	if i < 0 {
		return false
	}
	called := cloneFrames([]Frame{frame.Called[i].Frame})[0]
	frame.Called = slices.Delete(frame.Called, i, i+1)
	frame.Later = append(slices.Clone(frame.Trail[at+1:]), frame.Later...)
	frame.Trail, frame.Step, frame.Serial = frame.Trail[:at], step.name, 0
	t.state.Session.Frames = append(t.state.Session.Frames, called)
	last := lastPut(t.frame())
	if last == "" {
		last = t.frame().Trail[len(t.frame().Trail)-1]
	}
	return t.rewind(last)
}
