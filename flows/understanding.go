package flows

import (
	"slices"
	"strings"

	"repartee/flows/understand"
	"repartee/flows/value"
)

// hear settles what the input means where the talk stands, and says where it goes on.
func (t *Turn) hear() Move {
	switch t.in.What {
	case Blocked:
		t.state.Contact.Blocked = t.in.At.Unix()
		t.state.Session.Timers = nil
		return Wait()
	case Unreadable:
		return Wait()
	case Unblocked:
		t.state.Contact.Blocked = 0
		return Wait()
	case Wake:
		return t.wake()
	case Press:
		return t.pressed()
	}
	if name, argument, ok := command(t.in.Text); ok && t.in.What == Message {
		return t.command(name, argument)
	}
	q, lost := t.question()
	switch {
	case lost:
		return t.lost()
	case q == nil:
		return t.heardIdle()
	case t.in.What == Message:
		return t.heard(q, t.in.Text)
	case t.in.What == Card:
		return t.shared(q)
	}
	return t.refuse(q, nil, t.hint(q, nil), "medium")
}

// heard takes typed words at an open question, in the order of LANGUAGE.md "Order of understanding".
func (t *Turn) heard(q *open, words string) Move {
	if choice, ok := t.named(q, words); ok {
		return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
	}
	if name, ok := t.set.word(words); ok && (name != commandWhy || !q.keys.Why.Empty()) {
		return t.command(name, "")
	}
	starts, score := t.starts(q, words)
	if starts != nil && (score >= 1 || asks(words)) && free(q.offer.Type) {
		return t.interrupt(starts)
	}
	var misread *value.Misread
	if q.offer.Type != nil {
		var v value.Value
		if v, misread = value.Read(q.offer.Type, words, t.locale); misread == nil {
			return t.typed(q, v, words)
		}
	}
	if starts != nil && !free(q.offer.Type) {
		return t.interrupt(starts)
	}
	return t.refuse(q, nil, t.hint(q, misread), "not_understood")
}

// typed takes a value that was read from words. Where a choice stands for it, that is what was chosen.
func (t *Turn) typed(q *open, v value.Value, words string) Move {
	a := Answer{Value: v, How: Typed, Words: words}
	if !q.offer.Many {
		for _, choice := range q.offer.Choices {
			if value.Equal(choice.Value, v) {
				return t.choose(q, choice, t.frame().Serial, a)
			}
		}
	}
	return t.answered(q, Reply{Answer: a})
}

// asks tells that words read as a question.
func asks(words string) bool { return strings.HasSuffix(strings.TrimSpace(words), "?") }

// free tells that nearly any words are a valid answer.
func free(typ *value.Type) bool { return typ != nil && typ.Base == value.TypeText }

// named finds the choice that words are the label, the id or a synonym of.
func (t *Turn) named(q *open, words string) (Choice, bool) {
	said := value.Fold(words)
	if said == "" {
		return Choice{}, false
	}
	for _, choice := range slices.Concat(q.offer.Choices, t.extras(q)) {
		if value.Fold(choice.Label) == said || choice.ID == said {
			return choice, true
		}
		for _, synonym := range choice.Synonyms {
			if value.Fold(synonym) == said {
				return choice, true
			}
		}
	}
	for i := range q.keys.Buttons {
		if b := &q.keys.Buttons[i]; b.Flow != nil && t.shown(b) && value.Fold(t.Read(&b.Label)) == said {
			return Choice{ID: choiceFlow + b.Flow.Name}, true
		}
	}
	return Choice{}, false
}

// starts finds the flow that words ask for, if it may interrupt the question.
func (t *Turn) starts(q *open, words string) (*Flow, float64) {
	flow, score := t.set.startedBy(words, t.locale.Language)
	if flow != nil && score < 1 && string(flow.ID) == t.frame().Flow {
		return nil, 0 // a word of the answer is no wish to begin anew
	}
	if flow == nil || q.keys.Interrupts == nil || q.keys.Interrupts.All {
		return flow, score
	}
	for _, name := range q.keys.Interrupts.Flows {
		if name.Name == string(flow.ID) {
			return flow, score
		}
	}
	return nil, 0
}

// heardIdle takes an input while nothing is open.
func (t *Turn) heardIdle() Move {
	if t.in.What == Message {
		if name, ok := t.set.word(t.in.Text); ok {
			return t.command(name, "")
		}
		if flow, _ := t.set.startedBy(t.in.Text, t.locale.Language); flow != nil {
			return t.begin(flow, BackNone)
		}
	}
	if t.state.Contact.Since == t.in.At.Unix() {
		return t.begin(t.set.start, BackNone)
	}
	return t.heardNothing()
}

// shared takes a contact card: an answer only if it is the customer's own and a phone number is asked for.
func (t *Turn) shared(q *open) Move {
	if q.offer.Type == nil || q.offer.Type.Base != value.TypePhone {
		return t.refuse(q, nil, t.hint(q, nil), "medium")
	}
	if !t.in.Own {
		return t.refuse(q, nil, t.phrase("own_card").Text, "foreign_card")
	}
	number := "+" + strings.TrimPrefix(t.in.Phone, "+")
	v, misread := value.Read(q.offer.Type, number, t.locale)
	if misread != nil {
		return t.refuse(q, nil, t.hint(q, misread), "not_understood")
	}
	return t.answered(q, Reply{Answer: Answer{Value: v, How: Shared}})
}

// pressed takes a press on a button. It is answered first, whatever it means.
func (t *Turn) pressed() Move {
	t.effects = append(t.effects, AnswerPress{Press: t.in.Press})
	q, lost := t.question()
	if lost {
		return t.lost()
	}
	serial, hash, ok := readButtonData(t.in.Data)
	if !ok {
		return t.stale(q)
	}
	if serial == 0 {
		return t.pressedAnywhere(q, hash)
	}
	if q != nil && serial == t.frame().Serial {
		if choice, ok := t.offered(q, hash); ok {
			return t.choose(q, choice, serial, Answer{How: Pressed})
		}
	}
	return t.pressedEarlier(q, serial, hash)
}

// pressedAnywhere takes a button that means the same at any time: a command or a flow.
func (t *Turn) pressedAnywhere(q *open, hash uint32) Move {
	if name, ok := t.set.buttonCommands[hash]; ok {
		return t.command(name, "")
	}
	flow, ok := t.set.buttonFlows[hash]
	switch {
	case !ok:
		return t.stale(q)
	case q == nil:
		return t.begin(flow, BackNone)
	}
	return t.interrupt(flow)
}

// offered finds the choice of a question that a pressed button stands for.
func (t *Turn) offered(q *open, hash uint32) (Choice, bool) {
	for _, choice := range slices.Concat(q.offer.Choices, t.extras(q)) {
		if hashID(choice.ID) == hash || choice.Was != "" && hashID(choice.Was) == hash {
			return choice, true
		}
	}
	return Choice{}, false
}

// pressedEarlier takes a button of an earlier question: a second tap is nothing, another answer is going back to that question, the rest is stale.
func (t *Turn) pressedEarlier(q *open, serial int, hash uint32) Move {
	asked := t.asked(serial)
	switch {
	case asked == nil:
		return t.stale(q)
	case asked.Chosen == t.in.Data:
		return Wait()
	case q == nil:
		return t.stale(q)
	}
	if t.openBelow(asked) {
		q, _ = t.question()
	}
	step := t.set.step(asked.Flow, asked.Step)
	frame := t.frame()
	if step == nil || asked.Flow != frame.Flow {
		return t.stale(q)
	}
	asking, ok := step.Body.(Asking)
	if !ok {
		return t.stale(q)
	}
	earlier := &open{step: step, asking: asking, keys: asking.Shared(), offer: asking.Offer(t)}
	choice, ok := t.offered(earlier, hash)
	if !ok || asked.Step != frame.Step && !t.rewind(asked.Step) {
		return t.stale(q)
	}
	t.step = step
	t.event(WentBack, step, "")
	return t.choose(earlier, choice, serial, Answer{How: Pressed})
}

// openBelow closes what interrupted the question of an asking, if that question is suspended: pressing its button goes back to it.
func (t *Turn) openBelow(asked *Asked) bool {
	frames := t.state.Session.Frames
	for i := len(frames) - 2; i >= 0; i-- {
		if frames[i+1].Back == BackNext {
			return false
		}
		if frames[i].Flow == asked.Flow && frames[i].Step == asked.Step {
			t.state.Session.Frames = frames[:i+1]
			return true
		}
	}
	return false
}

func (t *Turn) asked(serial int) *Asked {
	for i := range t.state.Session.Asked {
		if t.state.Session.Asked[i].Serial == serial {
			return &t.state.Session.Asked[i]
		}
	}
	return nil
}

// stale answers a press that no longer means anything: a short notice and the open question.
func (t *Turn) stale(q *open) Move {
	t.events = append(t.events, Event{Name: StaleButton})
	notice := t.phrase("stale").Text
	t.effects[0] = AnswerPress{Press: t.in.Press, Text: notice[:cut(notice, NoticeLimit)]}
	if q == nil {
		return Wait()
	}
	return t.askAgain()
}

// startedBy finds the flow whose start words stand in what was said, with a score of 1 where they are all of it.
func (s *Set) startedBy(words, language string) (*Flow, float64) {
	trigger, score, ok := s.triggers.Best(words, language)
	if !ok || score < understand.Threshold {
		return nil, 0
	}
	return s.triggerFlows[trigger], score
}
