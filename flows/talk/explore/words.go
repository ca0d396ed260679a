package explore

import (
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// callIn types, while nothing is open, what starts flows and what the FAQ answers, as customers of this language say it: each must come to what it stands for.
func (w *walk) callIn(root *talk.Conversation) {
	s := &spot{at: root}
	for _, words := range []string{"/start", "/cancel"} {
		jobs := outside{set: w.set}
		next := &spot{at: s.at.Fork(), from: s, by: step{move: move{kind: typed, words: words}}}
		next.at.Answer(jobs.answer)
		if _, err := w.make(next.at, next.by.move); err != nil {
			return // the walk comes to it too
		}
		next.by.replies = jobs.replies
		s = next
	}
	if state, err := s.at.State(); err != nil || len(state.Session.Frames) > 0 {
		return
	}
	for _, flow := range w.set.Flows {
		if !flow.Builtin() {
			w.call(s, string(flow.ID), w.set.StartWords(flow, w.language), flows.Event{Name: flows.Started, Flow: string(flow.ID)})
		}
	}
	for _, entry := range w.set.FAQ() {
		w.call(s, "faq."+string(entry.ID), w.set.AskedIn(entry, w.language), flows.Event{Name: flows.Told, Detail: string(entry.ID)})
	}
}

// call types words that must come to an event.
func (w *walk) call(s *spot, place string, all []string, want flows.Event) {
	for _, words := range all {
		jobs := outside{set: w.set}
		c := s.at.Fork()
		c.Answer(jobs.answer)
		m := move{kind: typed, words: words}
		_, err := w.make(c, m)
		w.report.Turns++
		by := step{m, 0, jobs.replies}
		switch {
		case err != nil:
			w.findings.add(Crash, place, "", fmt.Sprintf("the turn fails: %s", err), s, by)
		case !slices.ContainsFunc(c.Events, func(e flows.Event) bool {
			return e.Name == want.Name && e.Flow == want.Flow && (want.Detail == "" || e.Detail == want.Detail)
		}):
			w.findings.add(Misunderstood, place, "", fmt.Sprintf("%s%s stands here, but typing it %s", w.in(), talk.Quoted(words), came(c.Events)), s, by)
		}
	}
}

// came is what words came to instead.
func came(events []flows.Event) string {
	for _, e := range events {
		switch e.Name {
		case flows.Started:
			return "starts the flow " + e.Flow
		case flows.Told:
			return "is answered with the entry " + e.Detail + " of the FAQ"
		case flows.Doubted:
			return "is only asked back: did you mean " + strings.TrimPrefix(e.Detail, "flow:") + "?"
		}
	}
	return "is not understood"
}
