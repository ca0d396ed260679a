package flows

import (
	"slices"

	"repartee/flows/value"
)

// heardChoice notes a choice that was typed as it is written. One that is not an option of the author's may be labelled with what the customer told.
func (t *Turn) heardChoice(q *open, choice Choice, words string) {
	if choice.Option != nil || q.offer.Many {
		t.heardSay(words)
		return
	}
	t.heardPress(choice)
}

// heardRead notes words that a kind reads by itself, as times are: as a press, or as they are where the choice has no button.
func (t *Turn) heardRead(q *open, choice Choice, words string) {
	if t.noted == nil {
		return
	}
	if _, ok := t.offered(q, hashID(choice.ID)); ok {
		t.heardPress(choice)
		return
	}
	t.heardSay(words)
}

// heardPress notes a choice as a press on its button.
func (t *Turn) heardPress(choice Choice) {
	if t.noted == nil {
		return
	}
	in := &t.noted.Input
	in.What, in.Text, in.Press, in.Data = Press, "", "press", buttonData(t.frame().Serial, choice.ID)
}

// heardNear notes words that are nearly an answer, where these cannot tell of the customer.
func (t *Turn) heardNear(q *open, words string) {
	if t.noted != nil && !private(t.set.field(t.flowID(), q.offer.Field), readAs(q)) {
		t.heardSay(words)
	}
}

// heardSay notes words that mean the same as the customer's: those of the bot's author, or a command.
func (t *Turn) heardSay(words string) {
	if t.noted != nil {
		t.noted.Input.Text = words
	}
}

// heardCommand notes a command. What stands behind it is kept where it is a link of the author's.
func (t *Turn) heardCommand(name, argument string) {
	if t.noted == nil {
		return
	}
	words := "/" + unheard
	known := []string{commandStart, commandRestart, commandMenu, commandBack, commandCancel}
	if slices.Contains(known, name) || t.set.command(name) != nil {
		words = "/" + name
	}
	if name == commandWhy {
		words = t.in.Text // the bot's own word for it
	}
	if linked := slices.ContainsFunc(t.set.linked, func(f *Flow) bool { _, ok := matchLink(f.Start.Link, argument); return ok }); linked {
		words += " " + argument
	}
	t.heardSay(words)
}

// heardStart notes what customers say for what was understood.
func (t *Turn) heardStart(u Understood) {
	if t.noted == nil || t.in.What != Message {
		return
	}
	if u.Exact { // they are the author's
		t.heardSay(t.in.Text)
		return
	}
	var words []string
	if u.entry != nil {
		words = t.set.AskedIn(u.entry, t.locale.Language)
	} else {
		words = t.set.StartWords(u.flow, t.locale.Language)
	}
	if len(words) > 0 {
		t.heardSay(words[0])
	}
}

// heardValue notes the answer to a question.
func (t *Turn) heardValue(q *open, v value.Value, words string) {
	if t.noted == nil {
		return
	}
	typ := readAs(q)
	field := t.set.field(t.flowID(), q.offer.Field)
	if !private(field, typ) {
		if typed := value.Format(v, typ, t.locale); readsAs(typ, typed, v, t.locale) {
			words = typed
		}
		t.heardSay(words)
		return
	}
	stand := t.standIn(t.state.Contact.Key, field, v)
	if typ.Base == value.TypeText || readsAs(typ, value.Format(stand, typ, t.locale), stand, t.locale) {
		t.heardSay(value.Format(stand, typ, t.locale))
	}
}

func readsAs(typ *value.Type, words string, v value.Value, loc value.Locale) bool {
	read, misread := value.Read(typ, words, loc)
	return misread == nil && value.Equal(read, v)
}
