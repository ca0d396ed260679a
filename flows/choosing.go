package flows

import (
	"slices"
	"strings"

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
		t.tookKnown(q.step, false)
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
	if name, ok := strings.CutPrefix(choice.ID, choiceFAQ); ok {
		return t.answerFAQ(t.set.faq[name])
	}
	if name, ok := strings.CutPrefix(choice.ID, choiceFlow); ok {
		return t.interrupt(t.set.flows[name])
	}
	if page, ok := strings.CutPrefix(choice.ID, PagePrefix); ok {
		return t.turnPage(q, page)
	}
	if what, ok := strings.CutPrefix(choice.ID, ChangePrefix); ok {
		if body, ok := q.asking.(Changing); ok {
			t.step = q.step
			return body.Change(t, what)
		}
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
	asked := t.asked(serial)
	switch {
	case asked == nil:
	case dataIs(t.in.Data, serial, id):
		asked.Chosen = t.in.Data
	default:
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
		return t.refuse(q, nil, func() string { return t.hint(q, misread) }, "not_understood")
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
