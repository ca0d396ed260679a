package flows

import (
	"slices"
	"strings"

	"repartee/flows/understand"
	"repartee/flows/value"
)

// Understood is one of the things that words can mean.
type Understood struct {
	Kind  string // "start" for a flow that they start, "faq" for an answer
	ID    string
	Score float64 // between 0 and 1; from understand.Threshold on it counts
	Exact bool    // the words are those that were declared

	flow  *Flow
	entry *FAQ
}

// Understand tells what words mean where nothing is open, the likeliest first.
func (s *Set) Understand(words, language string) []Understood {
	return s.understood(s.triggers.Match(words, language))
}

func (s *Set) understood(matches []understand.Match) []Understood {
	if len(matches) == 0 {
		return nil
	}
	all := make([]Understood, len(matches))
	for i, match := range matches {
		all[i] = Understood{Kind: "start", Score: match.Score, Exact: match.Exact, flow: s.triggerFlows[match.Trigger], entry: s.triggerFAQ[match.Trigger]}
		if u := &all[i]; u.entry != nil {
			u.Kind, u.ID = "faq", string(u.entry.ID)
		} else {
			u.ID = string(u.flow.ID)
		}
	}
	return all
}

// Learn makes the understanding ready, which else happens at the first words of each language: about half a second at 500 entries of a FAQ.
func (s *Set) Learn() {
	for _, language := range s.Languages {
		s.triggers.Match("hello", language)
	}
}

// meant gives what words ask for, where that may interrupt the question, if one is open. sure: it is understood; else it is worth a "Did you mean ...?".
func (t *Turn) meant(q *open, words string) (likely []Understood, sure bool) {
	return t.allowed(q, t.set.Understand(words, t.locale.Language))
}

// declared is meant for words that are just those which were declared.
func (t *Turn) declared(q *open, words string) (likely []Understood, sure bool) {
	return t.allowed(q, t.set.understood(t.set.triggers.Exact(t.folded(words), t.locale.Language)))
}

func (t *Turn) allowed(q *open, understood []Understood) (likely []Understood, sure bool) {
	for _, u := range understood {
		if u.Score < understand.Doubt || q != nil && !t.mayInterrupt(q, u) {
			continue
		}
		likely = append(likely, u)
	}
	return likely, len(likely) > 0 && likely[0].Score >= understand.Threshold
}

// mayInterrupt tells whether a question lets itself be interrupted so. A word of the answer is no wish to begin its own flow anew.
func (t *Turn) mayInterrupt(q *open, u Understood) bool {
	if u.flow != nil && !u.Exact && (string(u.flow.ID) == t.frame().Flow || u.flow == t.set.start) { // nor is a greeting, said nearly
		return false
	}
	in := q.keys.Interrupts
	if in == nil || in.All {
		return true
	}
	if u.entry != nil {
		return in.FAQ
	}
	return slices.ContainsFunc(in.Flows, func(name FlowName) bool { return name.Name == u.ID })
}

// goTo does what was understood.
func (t *Turn) goTo(u Understood) Move {
	t.heardStart(u)
	if u.entry != nil {
		return t.answerFAQ(u.entry)
	}
	if len(t.state.Session.Frames) == 0 {
		return t.begin(u.flow, BackNone)
	}
	return t.interrupt(u.flow)
}

// mostDoubts is how many things "Did you mean ...?" offers.
const mostDoubts = 3

// doubts gives the buttons for what may be meant.
func (t *Turn) doubts(likely []Understood) [][]PressButton {
	var buttons []PressButton
	for _, u := range likely[:min(len(likely), mostDoubts)] {
		if u.entry != nil {
			buttons = append(buttons, PressButton{Label: shorten(t.set.Question(u.entry, t.locale.Language)), Data: buttonData(0, choiceFAQ+u.ID)})
		} else {
			buttons = append(buttons, PressButton{Label: shorten(t.set.title(u.flow, t)), Data: buttonData(0, choiceFlow+u.ID)})
		}
	}
	return layout(buttons)
}

// inVain collects what was asked and not understood, without what could tell who asked.
func (t *Turn) inVain(words string) {
	t.counts = append(t.counts, Count{Table: CountUnanswered, Key: t.locale.Language + " " + anonymous(words)})
}

const longestUnanswered = 120

// anonymous leaves out numbers, addresses and names of accounts.
func anonymous(words string) string {
	kept := strings.Fields(words)
	for i, word := range kept {
		if strings.ContainsAny(word, "0123456789@") || strings.Contains(word, "://") {
			kept[i] = "…"
		}
	}
	text := value.Fold(strings.Join(kept, " "))
	return strings.TrimSpace(text[:cut(text, longestUnanswered)])
}

// asks tells that words read as a question: they end as one, or begin as one and are more than a name.
func (t *Turn) asks(words string) bool {
	if strings.HasSuffix(strings.TrimSpace(words), "?") {
		return true
	}
	said := t.folded(words)
	return strings.Count(said, " ") > 1 && (beginsAsked(said, t.locale.Language) || beginsAsked(said, "en"))
}

func beginsAsked(said, language string) bool {
	return slices.ContainsFunc(questionWords[language], func(begin string) bool {
		rest, ok := strings.CutPrefix(said, begin)
		return ok && (rest == "" || rest[0] == ' ')
	})
}

// questionWords are how questions begin, folded.
var questionWords = map[string][]string{
	"en": {"what", "whats", "when", "where", "who", "whose", "which", "why", "how", "do you", "does", "did", "is it", "is there", "are you", "are there", "can i", "can you", "could you", "could i", "may i", "will you", "would you", "have you got", "tell me", "i want to know", "i would like to know"},
	"de": {"was", "wann", "wo", "wohin", "woher", "wer", "wem", "wen", "wessen", "welche", "welcher", "welches", "warum", "wieso", "weshalb", "wie", "wieviel", "kann ich", "kann man", "konnt ihr", "konnen sie", "konntest du", "gibt es", "gibts", "habt ihr", "haben sie", "ist es", "ist das", "sind", "darf ich", "muss ich", "liefert ihr", "liefern sie", "bietet ihr", "bieten sie", "sag mir", "ich mochte wissen"},
	"fr": {"que", "quel", "quelle", "quels", "quelles", "quand", "ou", "qui", "pourquoi", "comment", "combien", "est ce", "y a t il", "puis je", "peut on", "pouvez vous", "peux tu", "avez vous", "as tu", "dois je", "dites moi", "dis moi", "qu est ce", "quest ce"},
}
