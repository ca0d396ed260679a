package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Offer is what a question asks and what may be answered, at this moment.
type Offer struct {
	Text     *Text
	Said     []expr.Formatted // in place of Text: what the kind put together itself
	Messages []Display        // in place of Text: cards and the like
	Type     *value.Type      // what typed words are read as; nil: only the choices count
	Field    string           // the field that the answer is kept in; "" where nothing is kept
	Choices  []Choice
	Rows     [][]PressButton // how the buttons of the choices are laid out, made by Turn.Button; nil: by their length, long lists in pages
	Many     bool            // several choices are ticked, and a button says that it is done
	Share    Sharing         // what a key of the keyboard shares
	IfKnown  IfKnown         // what is done where the field is known already
	Hint     string          // what would be right; "": it is made of the type and the choices
}

// Sharing is what a key of the reply keyboard shares with one tap.
type Sharing uint8

// The values of Sharing.
const (
	ShareNothing Sharing = iota
	ShareContact
	ShareLocation
)

// Display is one message of an offer, with buttons of its own.
type Display struct {
	Text     expr.Formatted
	Media    []Attachment
	Location *Spot    // in place of a text
	Invoice  *Invoice // in place of a text
	Buttons  [][]PressButton
}

// Choice is one answer that has a button. Its ID is an option's, or any other words of the kind's own; one that begins with PagePrefix turns to another page.
type Choice struct {
	ID       string
	Was      string // the id it had before: buttons from then still work
	Label    string
	Synonyms []string
	Value    value.Value
	Option   *Option // where it leads on; nil for the next step
}

// Reply is what a customer said to a question, understood.
type Reply struct {
	Answer
	Option  *Option // the option that was chosen; nil where it was none
	Skipped bool    // the customer would rather not say: the value is unknown
	Again   bool    // it was kept before, and is taken once more
}

// open is the question that the talk rests at.
type open struct {
	step   *Step
	asking Asking
	keys   *Question
	offer  Offer
}

// Ask puts a question and waits.
func (t *Turn) Ask(asking Asking) Move {
	t.serial = t.state.Session.Serial + 1 // which its buttons will have
	offer := asking.Offer(t)
	t.serial = 0
	if nothingToSay(offer) {
		t.event(Skipped, t.step, "")
		return Next()
	}
	if move, ok := t.answeredBefore(asking, offer); ok {
		return move
	}
	if move, ok := t.remembered(asking, offer); ok {
		return move
	}
	if _, staged := asking.(Staged); staged { // it is not answered before its last question is
		frame := t.frame()
		frame.Trail = slices.DeleteFunc(frame.Trail, func(n string) bool { return n == t.step.name })
	}
	t.openQuestion(t.step)
	t.event(Asks, t.step, "")
	q := &open{step: t.step, asking: asking, keys: asking.Shared(), offer: offer}
	t.pose(q)
	return Wait()
}

// pose says the question itself.
func (t *Turn) pose(q *open) {
	if q.offer.Messages != nil {
		t.deal(q)
		return
	}
	if q.offer.Said != nil {
		t.put(q, q.offer.Said)
		return
	}
	var room [fewMessages]expr.Formatted
	t.put(q, t.render(q.offer.Text, room[:0]))
}

// deal sends the messages of an offer, the last of them with what every question may have.
func (t *Turn) deal(q *open) {
	for i, message := range q.offer.Messages {
		if i == len(q.offer.Messages)-1 {
			message.Buttons = append(slices.Clone(message.Buttons), t.extraRows(q, t.frame().Serial)...)
		}
		t.SendMessage(message)
	}
}

// nothingToSay tells of an offer that no answer fits: all its items or options are gone. Its step is taken anew then.
func nothingToSay(o Offer) bool {
	if o.Type != nil && o.Type.Base != value.TypeItem && o.Type.Base != value.TypeOrder || o.Share != ShareNothing {
		return o.Type != nil && len(o.Choices) == 0 && (o.Type.Base == value.TypeOneOf || o.Type.Base == value.TypeManyOf)
	}
	return len(o.Choices) == 0
}

// openQuestion lets the talk rest at a question, with a serial of its own.
func (t *Turn) openQuestion(step *Step) {
	t.opened = true
	frame := t.frame()
	session := &t.state.Session
	session.Serial++
	frame.Step, frame.Serial, frame.Tries, frame.Picked, frame.Reopened = step.name, session.Serial, 0, nil, false
	frame.Confirm, frame.Near, frame.Page = false, nil, ""
}

// question gives the open question; nil where none is open. lost: the talk rested at a place that the flow no longer has.
func (t *Turn) question() (q *open, lost bool) {
	if len(t.state.Session.Frames) == 0 {
		return nil, false
	}
	frame := t.frame()
	step := t.set.step(frame.Flow, frame.Step)
	if step == nil {
		return nil, true
	}
	if !restsAt(step, frame) {
		return nil, true
	}
	if frame.Job != "" {
		return nil, false // it rests at a call
	}
	asking := step.Body.(Asking)
	t.step = step
	peeking := t.peeking
	t.peeking = true // what is offered is not said anew by being looked at
	offer := asking.Offer(t)
	t.peeking = peeking
	return &open{step: step, asking: asking, keys: asking.Shared(), offer: offer}, false
}

// askAgain sends the open question once more.
func (t *Turn) askAgain() Move {
	if move, ok := t.renewed(); ok {
		return move
	}
	q, lost := t.question()
	if lost {
		return t.lost()
	}
	if q == nil {
		return t.takeResult()
	}
	if nothingToSay(q.offer) || q.step.When != nil && !t.Holds(q.step.When) { // it is taken anew, or passed over
		return GoTo(q.step)
	}
	t.event(Returned, q.step, "")
	t.opened = t.opened || !t.in.Customer() // its patience begins anew
	t.frame().Near = nil
	if t.frame().Confirm && t.holdsStill(q) {
		kept, _ := t.Kept(q.offer.Field)
		t.put(q, t.rendered("remembered", map[string]value.Value{"answer": value.Text(t.shownAnswer(q, kept.Value))}))
		return Wait()
	}
	t.frame().Confirm = false
	t.pose(q)
	return Wait()
}

// rendered gives a phrase as the messages of a question.
func (t *Turn) rendered(phrase string, names map[string]value.Value) []expr.Formatted {
	return []expr.Formatted{t.Phrase(phrase, names)}
}

// put sends messages with the buttons of a question under the last of them.
func (t *Turn) put(q *open, messages []expr.Formatted) {
	if len(messages) == 0 {
		messages = []expr.Formatted{{Text: "…"}}
	}
	if q.offer.Share != ShareNothing {
		t.send(messages, nil)
		last := t.effects[len(t.effects)-1].(Send)
		last.Keyboard = t.keyboard(q)
		t.effects[len(t.effects)-1] = last
		return
	}
	t.send(messages, t.buttons(q, t.frame().Serial))
}

// wording is the question as one text, for {{ question }}.
func (t *Turn) wording(q *open) string {
	t.peeking = true
	defer func() { t.peeking = false }()
	if q.offer.Said != nil {
		return joined(q.offer.Said)
	}
	if q.offer.Text == nil {
		if n := len(q.offer.Messages); n > 0 {
			return q.offer.Messages[n-1].Text.Text
		}
		return ""
	}
	return joined(t.render(q.offer.Text, nil))
}

// TypeNow is the type with the bounds as they are now: a bound may be an expression.
func (f *Field) TypeNow(t *Turn) *value.Type {
	switch {
	case f.Min == nil && f.Max == nil:
		return f.typ
	case f.bounded != nil:
		return f.bounded
	}
	now := *f.typ
	now.Min, now.Max = t.bound(f.Min), t.bound(f.Max)
	return &now
}

func (t *Turn) bound(e *Expr) *value.Value {
	if e == nil {
		return nil
	}
	if v := t.Eval(e); v.Known() {
		return &v
	}
	return nil
}

// Choices are the options that hold now, as choices.
func (t *Turn) Choices(options []*Option) []Choice {
	choices := make([]Choice, 0, len(options))
	for _, option := range options {
		if option.When != nil && !t.Holds(option.When) {
			continue
		}
		label := t.Read(&option.Label)
		if label == "" {
			label = string(option.ID)
		}
		choices = append(choices, Choice{
			ID:       string(option.ID),
			Was:      string(option.Was),
			Label:    label,
			Synonyms: option.synonyms[t.locale.Language],
			Value:    value.Text(string(option.ID)),
			Option:   option,
		})
	}
	return choices
}

// Narrowed is a type with only those of its options that are on offer.
func Narrowed(typ *value.Type, choices []Choice) *value.Type {
	if len(choices) == len(typ.Options) {
		return typ
	}
	narrow := *typ
	narrow.Options = nil
	for _, choice := range choices {
		if option, ok := typ.Option(choice.ID); ok {
			narrow.Options = append(narrow.Options, option)
		}
	}
	return &narrow
}

// OptionChoices are the options of a type as choices.
func OptionChoices(typ *value.Type) []Choice {
	choices := make([]Choice, len(typ.Options))
	for i, option := range typ.Options {
		choices[i] = Choice{ID: option.ID, Label: option.LabelIn(""), Value: value.Text(option.ID)}
	}
	return choices
}
