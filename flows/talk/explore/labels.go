package explore

import (
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// typeLabels types what the open question's buttons say, and the synonyms of its options, once at each question: it must come to the same as pressing the button.
func (w *walk) typeLabels(s *spot) {
	asked, typ, open := s.at.Standing()
	if w.guide != nil && !w.guide.all[s.key] {
		return // not all of its buttons are pressed
	}
	if !open || asked.Many || typ != nil && (typ.Base == value.TypeDate || typ.Base == value.TypeDateTime) { // a day is called by its month, too
		return
	}
	for _, x := range s.ways {
		if x.world > 0 || x.move.message == 0 || s.labelled(x.move.words) > 1 {
			continue
		}
		for _, words := range typedFor(x.move, asked) {
			key := strings.Join([]string{"typed", s.flow, s.step, x.move.id, words}, "\x00")
			if !w.told[key] {
				w.told[key] = true
				w.typeLabel(s, x, words)
			}
		}
	}
}

// labelled is how many buttons that do different things are called so: which of them words mean nobody can tell.
func (s *spot) labelled(label string) int {
	var ids []string
	for _, x := range s.ways {
		if x.move.message > 0 && strings.EqualFold(x.move.words, label) && !slices.Contains(ids, x.move.id) {
			ids = append(ids, x.move.id)
		}
	}
	return len(ids)
}

// typedFor are the words that stand for a button: its label, and the synonyms of its option. None for one that leafs or changes what is shown, and for one of another message.
func typedFor(m move, asked flows.Standing) []string {
	if flows.MeansCommand(m.button.Data) {
		return []string{m.words}
	}
	for _, choice := range asked.Choices {
		if !strings.HasPrefix(choice.ID, "!") && flows.IsFor(m.button.Data, choice.ID) {
			return append([]string{m.words}, choice.Synonyms...)
		}
	}
	return nil
}

func (w *walk) typeLabel(s *spot, x way, words string) {
	jobs := outside{set: w.set}
	c := s.at.Fork()
	c.Answer(jobs.answer)
	m := move{kind: typed, words: words, id: "typed " + x.move.id}
	_, err := w.make(c, m)
	w.report.Turns++
	by := step{m, 0, jobs.replies}
	if err != nil {
		w.findings.add(Crash, s.flow, s.step, fmt.Sprintf("the turn fails: %s", err), s, by)
		return
	}
	key, err := w.keyOf(c)
	if err == nil && key != x.to.key {
		w.findings.add(Misunderstood, s.flow, s.step, fmt.Sprintf("%styping %s is not the same as pressing %s: it is understood as %s", w.in(), talk.Quoted(words), talk.Quoted(x.move.words), s.meant(key)), s, by)
	}
}

// meant is the button that leads to a state.
func (s *spot) meant(key string) string {
	for _, x := range s.ways {
		if x.to.key == key && x.move.message > 0 {
			return "the button " + talk.Quoted(x.move.words)
		}
	}
	if key == s.key {
		return "nothing"
	}
	return "something else"
}

// keyOf is the key of where a conversation stands.
func (w *walk) keyOf(c *talk.Conversation) (string, error) {
	state, err := c.State()
	if err != nil {
		return "", err
	}
	at := &spot{at: c}
	return keyOf(w.set, state, c.Left(), at.screen), nil
}
