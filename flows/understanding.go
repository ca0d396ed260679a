package flows

import (
	"unicode/utf8"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// hear settles what the input means where the talk stands, and says where it goes on.
func (t *Turn) hear() Move {
	t.adopt()
	switch t.in.What {
	case Blocked:
		t.state.Contact.Blocked = t.in.At.Unix()
		t.state.Session.Timers = nil
		return Wait()
	case Unblocked:
		t.state.Contact.Blocked = 0
		return Wait()
	case Unreadable:
		return Wait()
	case Wake:
		return t.wake()
	case Result:
		return t.result()
	case Happened:
		return t.happened()
	case Settled:
		return t.settled()
	case GaveBack:
		if t.in.Money == nil {
			return Wait()
		}
		return t.gaveBack(t.in.Order, t.in.Money.Charge.ID)
	case CheckedOut:
		return t.checkedOut()
	case Staffed:
		return t.staffed()
	case Reacted:
		t.events = append(t.events, Event{Name: Reaction, Detail: t.in.Event})
		return Wait()
	}
	t.dropDoubts()
	if t.in.What == Press {
		if serial, _, ok := readButtonData(t.in.Data); !ok || serial != 0 { // a command works wherever the talk stands
			if move, ok := t.renewed(); ok {
				t.effects = append([]Effect{AnswerPress{Press: t.in.Press}}, t.effects...)
				return move
			}
		}
		return t.pressed()
	}
	if name, argument, ok := command(t.in.Text); ok && t.in.What == Message {
		t.heardCommand(name, argument)
		return t.command(name, argument)
	}
	if _, ok := t.set.word(t.folded(t.in.Text)); !ok {
		if move, ok := t.renewed(); ok {
			return move
		}
	}
	return t.spoken()
}

// spoken takes what the customer typed or sent.
func (t *Turn) spoken() Move {
	q, lost := t.question()
	if t.in.What == Media && t.in.Album != "" {
		switch t.state.Session.Album {
		case t.in.Album:
			return t.restOfAlbum()
		case refusedAlbum + t.in.Album:
			return Wait()
		}
		t.state.Session.Album = refusedAlbum + t.in.Album // if it is taken, that is said there
	}
	if q != nil && t.secret(q) && t.in.Message != 0 {
		t.effects = append(t.effects, Delete{Message: t.in.Message}) // whether it fits or not
	}
	switch {
	case lost:
		return t.lost()
	case q == nil:
		return t.heardIdle()
	case nothingToSay(q.offer):
		return GoTo(q.step)
	case t.in.What == Message:
		return t.heard(q, t.in.Text)
	case t.in.What == Card:
		return t.shared(q)
	}
	return t.sent(q)
}

// heard takes typed words at an open question, in the order of LANGUAGE.md "Order of understanding".
func (t *Turn) heard(q *open, words string) Move {
	if choice, ok := t.named(q, words); ok {
		t.heardChoice(q, choice, words)
		return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
	}
	if name, ok := t.set.word(t.folded(words)); ok && (name != commandWhy || !q.keys.Why.Empty()) {
		t.heardCommand(name, "")
		return t.command(name, "")
	}
	if choice, ok := t.agreed(words); ok {
		t.heardSay(value.Format(value.Bool(choice.ID == choiceYes), nil, t.locale))
		return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
	}
	if reading, ok := q.asking.(Reading); ok {
		if choice, ok := reading.Reads(t, words); ok {
			t.heardRead(q, choice, words)
			return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
		}
	}
	var likely []Understood
	var sure bool
	if q.offer.Type == nil || free(q.offer.Type) { // else a valid answer comes before
		asking := t.asks(words)
		if asking || q.offer.Type == nil {
			likely, sure = t.meant(q, words)
		} else {
			likely, sure = t.declared(q, words) // any others are the answer
		}
		if len(likely) > 0 && likely[0].Exact || sure && asking && !t.secret(q) {
			return t.goTo(likely[0])
		}
	}
	var misread *value.Misread
	if typ := readAs(q); typ != nil {
		var v value.Value
		if v, misread = value.Read(typ, words, t.locale); misread == nil {
			misread = tooLong(typ, v)
		}
		if misread == nil {
			t.heardValue(q, v, words)
			return t.typed(q, v, words)
		}
		if misread.Near.Known() && !t.secret(q) {
			t.heardNear(q, words)
			return t.propose(q, misread.Near, words)
		}
	}
	if t.secret(q) { // nothing of it is looked at any further
		return t.refuse(q, nil, func() string { return t.hint(q, misread) }, "not_understood")
	}
	if likely == nil && !free(q.offer.Type) {
		likely, sure = t.meant(q, words)
	}
	if sure && !free(q.offer.Type) {
		return t.goTo(likely[0])
	}
	if t.inDoubt(q, words) {
		return Wait()
	}
	if len(likely) > 0 && !free(q.offer.Type) {
		return t.doubt(q, likely, words)
	}
	return t.notUnderstood(q, words, misread)
}

// longestText is how many characters of a text are kept where its field does not say.
const longestText = 2000

func tooLong(typ *value.Type, v value.Value) *value.Misread {
	if typ.Base != value.TypeText || typ.Max != nil || utf8.RuneCountInString(v.AsText()) <= longestText {
		return nil
	}
	return &value.Misread{Reason: value.TooLong, Limit: value.Integer(longestText)}
}

// readAs is the type that typed words are read as: the question's own, or the choice between what it offers.
func readAs(q *open) *value.Type {
	typ := q.offer.Type
	if len(q.offer.Choices) == 0 || typ != nil && typ.Kind() != value.KindRecord {
		return typ
	}
	choice := &value.Type{Base: value.TypeOneOf}
	for _, c := range q.offer.Choices {
		if !ownChoice(c.ID) {
			choice.Options = append(choice.Options, value.Option{ID: c.ID, Label: map[string]string{"": c.Label}, Synonyms: map[string][]string{"": c.Synonyms}})
		}
	}
	return choice
}

// agreed takes a yes or no to what is asked about an answer: whether it still holds, or was meant.
func (t *Turn) agreed(words string) (Choice, bool) {
	frame := t.frame()
	if !frame.Confirm && frame.Near == nil {
		return Choice{}, false
	}
	v, misread := value.Read(&value.Type{Base: value.TypeYesNo}, words, t.locale)
	switch {
	case misread != nil:
		return Choice{}, false
	case v.AsBool():
		return Choice{ID: choiceYes}, true
	}
	return Choice{ID: choiceNo}, true
}

// propose asks whether an answer was meant that comes near to what was typed. It uses up no try.
func (t *Turn) propose(q *open, near value.Value, words string) Move {
	text := t.formatted(near, q.offer.Type)
	for _, choice := range q.offer.Choices {
		if near.Kind() == value.KindText && choice.ID == near.AsText() {
			near, text = choice.Value, choice.Label
		}
	}
	frame := t.frame()
	frame.Confirm, frame.Near = false, &Answer{Value: near, How: Near, Words: words}
	t.event(Doubted, q.step, "")
	names := map[string]value.Value{"answer": value.Text(text)}
	t.put(q, t.rendered("did_you_mean", names))
	return Wait()
}

// doubt asks which of the things the customer may have meant, and counts as a try where a question is open.
func (t *Turn) doubt(q *open, likely []Understood, words string) Move {
	t.inVain(words)
	detail := likely[0].Kind + ":" + likely[0].ID
	if q == nil {
		t.events = append(t.events, Event{Name: Doubted, Detail: detail})
		t.send([]expr.Formatted{t.phrase("did_you_mean_this")}, t.doubts(likely))
		return Wait()
	}
	if t.givesUp(q) {
		return t.refuse(q, nil, nil, "doubted")
	}
	t.event(Doubted, q.step, detail)
	t.send([]expr.Formatted{t.phrase("did_you_mean_this")}, t.doubts(likely))
	return t.refuse(q, t.rendered("or_answer", map[string]value.Value{"question": value.Text(t.wording(q))}), nil, "doubted")
}

// typed takes a value that was read from words. Where a choice stands for it, that is what was chosen.
func (t *Turn) typed(q *open, v value.Value, words string) Move {
	a := Answer{Value: v, How: Typed, Words: words}
	if !q.offer.Many {
		for _, choice := range q.offer.Choices {
			if SameAnswer(choice.Value, v) || v.Kind() == value.KindText && choice.ID == v.AsText() {
				return t.choose(q, choice, t.frame().Serial, a)
			}
		}
	}
	return t.answered(q, Reply{Answer: a})
}

// free tells that nearly any words are a valid answer.
func free(typ *value.Type) bool { return typ != nil && typ.Base == value.TypeText }

// named finds the choice that words are the label, the id or a synonym of.
func (t *Turn) named(q *open, words string) (Choice, bool) {
	said := t.folded(words)
	if said == "" {
		return Choice{}, false
	}
	candidates := t.candidates(q)
	for i := range candidates {
		choice := &candidates[i]
		if value.Fold(choice.Label) == said || choice.ID == said {
			return *choice, true
		}
		for _, synonym := range choice.Synonyms {
			if value.Fold(synonym) == said {
				return *choice, true
			}
		}
	}
	for i := range q.keys.Buttons {
		if b := &q.keys.Buttons[i]; b.Flow != nil && t.shown(b) && value.Fold(t.Read(&b.Label)) == said {
			return Choice{ID: choiceFlow + b.Flow.Name}, true
		}
		if b := &q.keys.Buttons[i]; b.FAQ != nil && t.shown(b) && value.Fold(t.buttonLabel(b)) == said {
			return Choice{ID: choiceFAQ + b.FAQ.Name}, true
		}
	}
	return Choice{}, false
}

// heardIdle takes an input while no question is open.
func (t *Turn) heardIdle() Move {
	if t.in.What == Message {
		if name, ok := t.set.word(t.folded(t.in.Text)); ok {
			t.heardCommand(name, "")
			return t.command(name, "")
		}
		likely, sure := t.meant(nil, t.in.Text)
		switch {
		case sure:
			return t.goTo(likely[0])
		case t.atCall():
			t.SayPhrase("one_moment")
			return Wait()
		case t.state.Contact.Since == t.in.At.Unix():
		case t.inDoubt(nil, t.in.Text):
			return Wait()
		case len(likely) > 0:
			return t.doubt(nil, likely, t.in.Text)
		default:
			return t.notUnderstood(nil, t.in.Text, nil)
		}
	}
	switch {
	case t.atCall():
		t.SayPhrase("one_moment")
		return Wait()
	case t.state.Contact.Since == t.in.At.Unix():
		return t.begin(t.set.start, BackNone)
	}
	return t.heardNothing()
}
