package flows

import (
	"slices"
	"time"

	"repartee/flows/value"
)

// remembered takes a question whose answer is known: it is skipped, or asks whether that still holds. What is no longer offered, or would be refused, is asked anew.
func (t *Turn) remembered(asking Asking, offer Offer) (Move, bool) {
	if offer.IfKnown == "" || offer.IfKnown == AskKnown || offer.Field == "" || t.rewound {
		return Move{}, false
	}
	kept, ok := t.Kept(offer.Field)
	q := &open{step: t.step, asking: asking, keys: asking.Shared(), offer: offer}
	if !ok || !stillOffered(offer, kept.Value, t.set.Currency) || t.failed(q, kept.Value) != nil {
		return Move{}, false
	}
	if offer.IfKnown == SkipKnown {
		if !t.fresh(offer.Field) {
			return Move{}, false
		}
		t.Came(OutcomeKnown)
		t.events = append(t.events, Event{Name: Remembered, Flow: t.flowID(), Step: t.step.name})
		frame := t.frame()
		frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == t.step.name }), t.step.name)
		frame.Silent = append(frame.Silent, t.step.name)
		return asking.Take(t, Reply{Answer: kept, Option: optionOf(q, kept.Value), Again: true}), true
	}
	t.openQuestion(t.step)
	t.frame().Confirm = true
	t.event(Asks, t.step, "confirm")
	names := map[string]value.Value{"answer": value.Text(t.shownAnswer(q, t.now(kept.Value)))}
	t.put(q, t.rendered("remembered", names))
	return Wait(), true
}

// stillOffered tells whether a remembered answer could be given now: it lies within the bounds, and is among the choices.
func stillOffered(offer Offer, v value.Value, currency string) bool {
	if offer.Type != nil && !inBounds(offer.Type, v, currency) {
		return false
	}
	if len(offer.Choices) == 0 || offer.Type != nil && (offer.Type.Base == value.TypeDate || offer.Type.Base == value.TypeDateTime) {
		return true
	}
	values := []value.Value{v}
	if offer.Many {
		values = v.AsList()
	}
	for _, one := range values {
		if !slices.ContainsFunc(offer.Choices, func(c Choice) bool { return SameAnswer(c.Value, one) }) {
			return false
		}
	}
	return true
}

// inBounds holds a value against the bounds of its type.
func inBounds(typ *value.Type, v value.Value, currency string) bool {
	if v.Kind() == value.KindList {
		return outside(value.Integer(int64(len(v.AsList()))), typ) == nil
	}
	inside := func(bound *value.Value, sign int) bool {
		if bound == nil {
			return true
		}
		limit := *bound
		if v.Kind() == value.KindMoney && limit.Kind() == value.KindNumber {
			limit = value.MoneyOf(limit, currency)
		}
		order, ok := value.Compare(v, limit)
		return !ok || order*sign >= 0
	}
	return v.Kind() == value.KindText || inside(typ.Min, 1) && inside(typ.Max, -1)
}

// SameAnswer tells whether two values are the same answer: items are, if they are the same item.
func SameAnswer(a, b value.Value) bool {
	if key := itemKey(a); key != "" {
		return key == itemKey(b)
	}
	return value.Equal(a, b)
}

// fresh tells whether what is known under a name is known and not too old.
func (t *Turn) fresh(name string) bool {
	kept, ok := t.Kept(name)
	field := t.set.field(t.flowID(), name)
	if !ok || field == nil {
		return false
	}
	return field.FreshFor.Zero() || field.FreshFor.After(unix(kept.At)).After(t.in.At)
}

// formatted is a value as the customer reads it.
func (t *Turn) formatted(v value.Value, typ *value.Type) string {
	return value.Format(v, typ, t.locale)
}

// expire forgets the fields whose time is over.
func (t *Turn) expire() {
	c := &t.state.Contact
	if c.Expires == 0 || c.Expires > t.in.At.Unix() {
		return
	}
	for _, field := range t.set.fleeting {
		kept, ok := c.Fields[string(field.Name)]
		if ok && !field.Keep.After(unix(kept.At)).After(t.in.At) && !t.inTalk(string(field.Name)) {
			t.ownFields()
			delete(c.Fields, string(field.Name))
			t.events = append(t.events, Event{Name: Expired, Detail: string(field.Name)})
		}
	}
}

// inTalk tells of a field that was asked for in a run that is open: it is forgotten when that has ended.
func (t *Turn) inTalk(field string) bool {
	for _, frame := range t.state.Session.Frames {
		for _, name := range frame.Trail {
			if step := t.set.step(frame.Flow, name); step != nil {
				if body, ok := step.Body.(Setting); ok && slices.Contains(body.Sets(), field) {
					return true
				}
			}
		}
	}
	return false
}

// overdue is after how long a field is looked at again whose time was over in the middle of a talk.
const overdue = time.Hour

// retain works out when the next field is to be forgotten.
func (t *Turn) retain() {
	c := &t.state.Contact
	c.Expires = 0
	for _, field := range t.set.fleeting {
		kept, ok := c.Fields[string(field.Name)]
		if !ok {
			continue
		}
		at := field.Keep.After(unix(kept.At))
		if !at.After(t.in.At) {
			at = t.in.At.Add(overdue)
		}
		if c.Expires == 0 || at.Unix() < c.Expires {
			c.Expires = at.Unix()
		}
	}
}

// Given is an answer of this run.
type Given struct {
	Step   string // the question's
	Field  *Field
	Answer Answer
	Text   string // as the customer reads it; a dash where it was skipped
}

// Answers gives the answers of this run in the order they were asked for.
func (t *Turn) Answers() []Given {
	var all []Given
	for _, name := range t.frame().Trail {
		step := t.set.step(t.flowID(), name)
		if step == nil {
			continue
		}
		body, ok := step.Body.(Setting)
		if !ok {
			continue
		}
		for _, set := range body.Sets() {
			field := t.set.field(t.flowID(), set)
			if field == nil {
				continue
			}
			given := Given{Step: name, Field: field, Text: "–"}
			if kept, ok := t.Kept(set); ok {
				given.Answer, given.Text = kept, t.formatted(t.Value(set), field.typ)
			}
			all = append(all, given)
		}
	}
	return all
}

// Change goes back to an answered question of this run; once it is answered, only what depends on it is asked again.
func (t *Turn) Change(step string) Move {
	if !t.rewind(step) {
		return t.askAgain()
	}
	if at := t.set.step(t.flowID(), step); at != nil {
		if _, loops := at.Body.(Looping); loops { // its entries are asked for anew
			delete(t.frame().Rounds, step)
			return GoTo(at)
		}
	}
	t.frame().Reopened = true
	q, _ := t.question()
	t.event(WentBack, q.step, "")
	if nothingToSay(q.offer) {
		return GoTo(q.step)
	}
	t.pose(q)
	return Wait()
}

// field finds a field of the flow or of the customer.
func (s *Set) field(flow, name string) *Field {
	if f := s.flows[flow]; f != nil && f.fields[name] != nil {
		return f.fields[name]
	}
	return s.fields[name]
}
