package flows

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// The ids of choices that every question may have. Ids of options cannot begin with this sign.
const (
	choiceSkip    = "!skip"
	choiceWhy     = "!why"
	choiceKeep    = "!keep"
	choiceDone    = "!done"
	choiceCommand = "!command:"
	choiceFlow    = "!flow:"
	choiceFAQ     = "!faq:"
	choiceYes     = "!yes"
	choiceNo      = "!no"
	choiceChange  = "!change"
)

// PagePrefix begins the id of a choice that turns to another page of the question.
const PagePrefix = "!page:"

// ChangePrefix begins the id of a choice that changes what the question shows, and does not answer it: more of something in a cart, or fewer.
const ChangePrefix = "!put:"

// Button is a button for a choice of the question that is being offered.
func (t *Turn) Button(choice, label string) PressButton {
	if strings.HasPrefix(choice, PagePrefix) {
		if t.pages == nil {
			t.pages = map[uint32]string{}
		}
		t.pages[hashID(choice)] = choice
	}
	serial := t.serial
	if serial == 0 && len(t.state.Session.Frames) > 0 {
		serial = t.frame().Serial
	}
	return PressButton{Label: shorten(label), Data: buttonData(serial, choice)}
}

// Page is the page of the open question that the customer has turned to; "" at first.
func (t *Turn) Page() string {
	if len(t.state.Session.Frames) == 0 {
		return ""
	}
	return t.frame().Page
}

// buttons lays out the buttons of a question: its choices, then what every question may have.
func (t *Turn) buttons(q *open, serial int) [][]PressButton {
	if t.frame().Confirm {
		return t.extraRows(q, serial)
	}
	if t.frame().Near != nil { // the question's own buttons stand above
		return append([][]PressButton{t.yesOrNo(serial)}, t.extraRows(q, serial)...)
	}
	rows := q.offer.Rows
	if rows == nil {
		rows = t.paged(t.choiceButtons(q, serial))
	}
	if extra := t.extraRows(q, serial); len(extra) > 0 {
		return slices.Concat(rows, extra)
	}
	return rows
}

// yesOrNo are the buttons of "Did you mean ...?".
func (t *Turn) yesOrNo(serial int) []PressButton {
	return []PressButton{
		{Label: t.phrase("yes").Text, Data: buttonData(serial, choiceYes)},
		{Label: t.phrase("no").Text, Data: buttonData(serial, choiceNo)},
	}
}

func (t *Turn) choiceButtons(q *open, serial int) []PressButton {
	own := make([]PressButton, 0, len(q.offer.Choices))
	for i := range q.offer.Choices {
		choice := &q.offer.Choices[i]
		if ownChoice(choice.ID) {
			continue
		}
		label := choice.Label
		if q.offer.Many && slices.ContainsFunc(t.frame().Picked, choice.is) {
			label = "✓ " + label
		}
		own = append(own, PressButton{Label: shorten(label), Data: buttonData(serial, choice.ID)})
	}
	return own
}

// extraRows lays out what every question may have beside its choices.
func (t *Turn) extraRows(q *open, serial int) [][]PressButton {
	var extra, commands []PressButton
	for _, choice := range t.extras(q) {
		if t.frame().Near != nil && (choice.ID == choiceYes || choice.ID == choiceNo) {
			continue
		}
		button := PressButton{Label: shorten(choice.Label), Data: buttonData(serial, choice.ID)}
		if name, ok := strings.CutPrefix(choice.ID, choiceCommand); ok {
			button.Data = buttonData(0, choiceCommand+name)
			commands = append(commands, button)
		} else {
			extra = append(extra, button)
		}
	}
	rows := layout(extra)
	return append(append(rows, layout(commands)...), t.linked(q.keys.Buttons)...)
}

// candidates are all that may be answered by a button or its label: what is asked about an answer first, else the question's own choices.
func (t *Turn) candidates(q *open) []Choice {
	extras := t.extras(q)
	switch {
	case len(extras) == 0:
		return q.offer.Choices
	case t.frame().Confirm || t.frame().Near != nil:
		return slices.Concat(extras, q.offer.Choices)
	}
	return slices.Concat(q.offer.Choices, extras)
}

// ownChoice tells of a choice that answers nothing: it leafs, or changes what is shown.
func ownChoice(id string) bool {
	return strings.HasPrefix(id, PagePrefix) || strings.HasPrefix(id, ChangePrefix)
}

// turnPage shows another page of the question in the message that was pressed.
func (t *Turn) turnPage(q *open, page string) Move {
	if page == t.Page() || page == "0" && t.Page() == "" {
		return Wait()
	}
	t.frame().Page = page
	q.offer = q.asking.Offer(t)
	return t.redraw(q)
}

// Redraw shows the open question as it is now, in the message that was pressed on; else it is asked anew.
func (t *Turn) Redraw(asking Asking) Move {
	serial, _, ok := readButtonData(t.in.Data)
	if t.in.What != Press || t.in.On == 0 || !ok || serial != t.frame().Serial {
		return t.Ask(asking)
	}
	offer := asking.Offer(t)
	if nothingToSay(offer) {
		return t.Ask(asking)
	}
	return t.redraw(&open{step: t.step, asking: asking, keys: asking.Shared(), offer: offer})
}

func (t *Turn) redraw(q *open) Move {
	serial := t.frame().Serial
	if t.in.On == 0 {
		t.pose(q)
		return Wait()
	}
	if len(q.offer.Messages) != 1 {
		t.effects = append(t.effects, EditButtons{Message: t.in.On, Buttons: t.buttons(q, serial)})
		return Wait()
	}
	message := q.offer.Messages[0]
	limit := MessageLimit
	if len(message.Media) > 0 {
		limit = CaptionLimit
	}
	message.Text = Shorten(message.Text, limit)
	edit := Edit{Message: t.in.On, Text: message.Text.Text, Entities: message.Text.Entities, Buttons: append(slices.Clone(message.Buttons), t.extraRows(q, serial)...)}
	if len(message.Media) > 0 {
		edit.Media = &message.Media[0]
	}
	t.effects = append(t.effects, edit)
	return Wait()
}

// extras are the choices beside the question's own.
func (t *Turn) extras(q *open) []Choice {
	var extras []Choice
	switch frame := t.frame(); {
	case frame.Confirm:
		extras = append(extras, Choice{ID: choiceYes, Label: t.phrase("yes").Text}, Choice{ID: choiceChange, Label: t.phrase("change").Text})
	case frame.Near != nil:
		extras = append(extras, Choice{ID: choiceYes, Label: t.phrase("yes").Text}, Choice{ID: choiceNo, Label: t.phrase("no").Text})
	}
	if q.offer.Many && !t.frame().Confirm {
		extras = append(extras, Choice{ID: choiceDone, Label: t.phrase("done").Text})
	}
	if t.frame().Reopened {
		if old, ok := t.Kept(q.offer.Field); ok {
			answer := value.Text(t.shownAnswer(q, old.Value))
			label := t.Phrase("keep", map[string]value.Value{"answer": answer}).Text
			extras = append(extras, Choice{ID: choiceKeep, Label: label, Value: old.Value})
		}
	}
	if label := t.Read(&q.keys.Skip); label != "" {
		extras = append(extras, Choice{ID: choiceSkip, Label: label})
	}
	if !q.keys.Why.Empty() {
		extras = append(extras, Choice{ID: choiceWhy, Label: t.phrase("why").Text})
	}
	for i := range q.keys.Buttons {
		button := &q.keys.Buttons[i]
		if button.Command != "" && t.shown(button) && (button.Command != commandBack || t.canGoBack()) {
			extras = append(extras, Choice{ID: choiceCommand + button.Command, Label: t.commandLabel(button.Command)})
		}
	}
	return extras
}

// Linked lays out the buttons of a message that asks nothing: commands, pages and other flows.
func (t *Turn) Linked(buttons []Button) [][]PressButton {
	var commands []PressButton
	for i := range buttons {
		if button := &buttons[i]; button.Command != "" && t.shown(button) {
			commands = append(commands, PressButton{Label: shorten(t.commandLabel(button.Command)), Data: buttonData(0, choiceCommand+button.Command)})
		}
	}
	return append(t.linked(buttons), layout(commands)...)
}

// linked lays out the buttons that lead to pages and flows.
func (t *Turn) linked(buttons []Button) [][]PressButton {
	var linked []PressButton
	for i := range buttons {
		button := &buttons[i]
		switch {
		case !t.shown(button):
		case button.URL != nil:
			linked = append(linked, PressButton{Label: shorten(t.Read(&button.Label)), URL: button.URL.in(t.lang).Render(t).Text})
		case button.FAQ != nil:
			linked = append(linked, PressButton{Label: shorten(t.buttonLabel(button)), Data: buttonData(0, choiceFAQ+button.FAQ.Name)})
		case button.Flow != nil:
			linked = append(linked, PressButton{Label: shorten(t.buttonLabel(button)), Data: buttonData(0, choiceFlow+button.Flow.Name)})
		}
	}
	return layout(linked)
}

// buttonLabel is what a button to a flow or an answer says: its label, else the flow's title, or how customers ask.
func (t *Turn) buttonLabel(b *Button) string {
	if label := t.Read(&b.Label); label != "" {
		return label
	}
	if b.FAQ != nil {
		return t.set.Question(t.set.faq[b.FAQ.Name], t.locale.Language)
	}
	return t.set.title(t.set.flows[b.Flow.Name], t)
}

func (t *Turn) shown(b *Button) bool { return b.When == nil || t.Holds(b.When) }

// commandLabel is what a button for a command says.
func (t *Turn) commandLabel(name string) string {
	if label := t.phrase("button_" + name).Text; label != "" {
		return label
	}
	if flow := t.set.command(name); flow != nil {
		return t.set.title(flow, t)
	}
	return "/" + name
}
