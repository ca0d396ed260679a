package flows

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

func unix(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0)
}

// Say sends the messages of a text, the last of them with the buttons.
func (t *Turn) Say(text *Text, buttons ...[]PressButton) {
	var room [fewMessages]expr.Formatted
	t.send(t.render(text, room[:0]), buttons)
}

// fewMessages is how many a text mostly comes to, and for how many there is room at once.
const fewMessages = 4

// Render gives the messages of a text, for a kind that sends them itself.
func (t *Turn) Render(text *Text) []expr.Formatted { return t.render(text, nil) }

// SayPhrase sends one of the phrases that the bot says of itself.
func (t *Turn) SayPhrase(id string, buttons ...[]PressButton) {
	t.send([]expr.Formatted{t.phrase(id)}, buttons)
}

// SayFormatted sends a message that is put together by a kind.
func (t *Turn) SayFormatted(message expr.Formatted, buttons ...[]PressButton) {
	t.send([]expr.Formatted{message}, buttons)
}

// SayPlain sends a message without any markup.
func (t *Turn) SayPlain(text string) { t.send([]expr.Formatted{{Text: text}}, nil) }

// PhraseText is a Text that says one of the phrases of the bot.
func PhraseText(id string) *Text { return &Text{phrase: id} }

// Phrase renders one of the phrases that the bot says of itself, with names that only it knows.
func (t *Turn) Phrase(id string, names map[string]value.Value) (f expr.Formatted) {
	t.with(names, func() { f = t.phrase(id) })
	return f
}

func (t *Turn) phrase(id string) expr.Formatted {
	phrase := t.set.phrases[id]
	if phrase == nil {
		return expr.Formatted{}
	}
	return phrase.Text.in(t.lang).Render(t)
}

// Read gives a label in the customer's language.
func (t *Turn) Read(l *Label) string {
	if l.templates == nil {
		return ""
	}
	return l.in(t.lang).Render(t).Text
}

func (t *Turn) send(messages []expr.Formatted, buttons [][]PressButton) {
	messages = splitAll(messages, MessageLimit)
	for i, message := range messages {
		sent := Send{Text: message.Text, Entities: message.Entities}
		if i == len(messages)-1 && len(buttons) > 0 {
			sent.Buttons = buttons
		}
		t.effects = append(t.effects, sent)
	}
}

// render gives the messages of a text. Those that come out empty are left out: Telegram refuses them.
func (t *Turn) render(text *Text, to []expr.Formatted) []expr.Formatted {
	switch {
	case text.phrase != "":
		to = append(to, t.phrase(text.phrase))
	case text.Line != nil:
		if message := text.Line.in(t.lang).Render(t); strings.TrimSpace(message.Text) != "" {
			to = append(to, message)
		}
	case text.All != nil:
		for i := range text.All {
			to = t.render(&text.All[i], to)
		}
	case text.Vary != nil:
		to = t.render(&text.Vary[t.vary(text)], to)
	case text.Arms != nil:
		for i := range text.Arms {
			if arm := &text.Arms[i]; arm.When == nil || t.Holds(arm.When) {
				t.tookArm(arm.Text.Ref)
				return t.render(&arm.Text, to)
			}
		}
		t.tookNoArm(text)
	}
	return to
}

// vary gives the next of a text's wordings for this customer: where it begins depends on who he is, then they take turns, so that none comes twice running.
func (t *Turn) vary(text *Text) int {
	h := fnv.New32a()
	for i := range text.Vary {
		if line := text.Vary[i].Line; line != nil {
			h.Write([]byte(line.Source))
		}
	}
	key := strconv.FormatUint(uint64(h.Sum32()), 36)
	h.Write(strconv.AppendInt(nil, t.state.Contact.Since, 10))
	if t.state.Contact.Varied == nil {
		t.state.Contact.Varied = map[string]int{}
	}
	said := t.state.Contact.Varied[key]
	switch {
	case !t.peeking:
		t.state.Contact.Varied[key] = said + 1
	case said > 0:
		said-- // what was said is told again
	}
	return int((uint64(h.Sum32()) + uint64(said)) % uint64(len(text.Vary)))
}

// in gives the line in a language, or in the first where it is not translated.
func (l *Line) in(lang int) *expr.Template {
	if l.templates[lang] != nil {
		return l.templates[lang]
	}
	return l.templates[0]
}

func (l *Label) in(lang int) *expr.Template {
	if l.templates[lang] != nil {
		return l.templates[lang]
	}
	return l.templates[0]
}

// Empty tells that nothing is written.
func (t *Text) Empty() bool { return t.Line == nil && t.All == nil && t.Vary == nil && t.Arms == nil }

// times gives the texts of a list that is said one each time.
func (t *Text) times() []Text {
	switch {
	case t.Empty():
		return nil
	case t.All != nil:
		return t.All
	}
	return []Text{*t}
}

// Guards tells whether the text says what to write where a name is unknown: {{ name ?? ... }}.
func (t *Text) Guards(name string) bool {
	if t.Line != nil {
		for _, template := range t.Line.templates {
			if template != nil && slices.ContainsFunc(template.Reads(), func(r expr.Read) bool { return r.Name == name && r.Guarded }) {
				return true
			}
		}
	}
	for i := range t.All {
		if t.All[i].Guards(name) {
			return true
		}
	}
	for i := range t.Vary {
		if t.Vary[i].Guards(name) {
			return true
		}
	}
	for i := range t.Arms {
		if when := t.Arms[i].When; when != nil && slices.ContainsFunc(when.program.Reads(), func(r expr.Read) bool { return r.Name == name }) || t.Arms[i].Text.Guards(name) {
			return true
		}
	}
	return false
}
