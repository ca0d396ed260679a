package flows

import "repartee/flows/expr"

// FAQ gives the entries of the FAQ, as written.
func (s *Set) FAQ() []*FAQ { return s.faqOrder }

// Question is how customers of a language ask for the entry, first of all.
func (s *Set) Question(entry *FAQ, language string) string {
	for i, item := range s.faqItems[s.languageIndex(language, "")] {
		if s.faqOrder[i] == entry {
			return item.Field("question").AsText()
		}
	}
	return ""
}

// Tell says an answer of the FAQ, with its offer.
func (t *Turn) Tell(id string) {
	entry := t.set.faq[id]
	if entry == nil {
		return
	}
	t.events = append(t.events, Event{Name: Told, Detail: id})
	var rows [][]PressButton
	if entry.Then != nil {
		rows = t.Linked([]Button{*entry.Then})
	}
	t.Say(&entry.Answer, rows...)
}

// answerFAQ says an answer in between, and the open question again.
func (t *Turn) answerFAQ(entry *FAQ) Move {
	t.Tell(string(entry.ID))
	if len(t.state.Session.Frames) == 0 {
		return Wait()
	}
	if q, lost := t.question(); q != nil || lost {
		t.events = append(t.events, Event{Name: Interrupted, Flow: t.frame().Flow, Step: t.frame().Step, Detail: "faq." + string(entry.ID)})
		t.SayPhrase("returning")
	}
	return t.askAgain()
}

// answerText is an answer of the FAQ as {{ faq.x }}.
func (t *Turn) answerText(id string) string {
	entry := t.set.faq[id]
	if entry == nil {
		return ""
	}
	peeking := t.peeking
	t.peeking = true
	defer func() { t.peeking = peeking }()
	return joined(t.render(&entry.Answer, nil))
}

func joined(messages []expr.Formatted) string {
	text := ""
	for i, message := range messages {
		if i > 0 {
			text += "\n"
		}
		text += message.Text
	}
	return text
}
