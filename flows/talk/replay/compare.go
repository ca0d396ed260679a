package replay

import (
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
)

// Kind says what differs first.
type Kind string

// What can differ.
const (
	Question Kind = "question" // another question is open after the turn
	Outcome  Kind = "outcome"  // the same one, and the flows decided something else on the way
	Text     Kind = "text"     // the same, in other words
	Failed   Kind = "failed"   // the turn fails
)

// Edition is a set, and the number of its files.
type Edition struct {
	Set    *flows.Set
	Number int
}

// Divergence is where a conversation first goes another way.
type Divergence struct {
	Turn     int    // from 1
	Kind     Kind   // what differs
	Flow     string // where the customer stood before
	Step     string
	Was, Now string
}

// Result is what became of one recording.
type Result struct {
	Recording *Recording
	Unlike    string      // why it could not be played as it was recorded; "" where it could
	First     *Divergence // nil: it goes as it went
	Won, Lost []string    // goals, as "flow" or "flow.goal", that it reaches now and did not, and the other way round
	Open      string      // the question at which nobody knows what the customer would say: what comes after it is not known, and no goal counts as lost
	Texts     []string    // what the bot says where they part, with stand-ins
}

// Compare plays a recording on the files that it was recorded with and on others.
func Compare(before, after Edition, r *Recording) Result {
	result := Result{Recording: r}
	was := play(before.Set, before.Number, r)
	if result.Unlike = unlike(was, r); result.Unlike != "" {
		return result
	}
	was = was.renamed(after.Set)
	s, err := newStage(after.Set, after.Number, r)
	if err != nil {
		result.Unlike = err.Error()
		return result
	}
	var goals []string
	for i := range r.Turns {
		now, err := s.play(&r.Turns[i].Heard)
		if first := differ(i, was.turns[i], now, err); first != nil {
			result.First, result.Texts = first, now.texts
			goals = append(goals, goalsOf(now.events)...)
			if err == nil {
				more, open := s.goOn(r, was, i)
				goals, result.Open = append(goals, more...), open
			}
			break
		}
		goals = append(goals, goalsOf(now.events)...)
	}
	if result.First != nil {
		result.count(was, goals)
	}
	return result
}

// unlike says why a recording was not played as it went; "" where it was.
func unlike(was played, r *Recording) string {
	if was.err != nil {
		return was.err.Error()
	}
	for i, turn := range was.turns {
		if recorded := decided(r.Turns[i].Events); !slices.EqualFunc(turn.events, recorded, sameEvent) {
			was, now := firstEvents(recorded, turn.events)
			return fmt.Sprintf("turn %d, at %s: %s when it was recorded, %s now", i+1, turn.before, was, now)
		}
	}
	return ""
}

func sameEvent(a, b flows.Event) bool {
	return a.Name == b.Name && a.Flow == b.Flow && a.Step == b.Step && a.Detail == b.Detail
}

// differ holds a turn against what it was.
func differ(turn int, was, now step, err error) *Divergence {
	d := &Divergence{Turn: turn + 1, Flow: was.before.Flow, Step: was.before.Step}
	switch {
	case err != nil:
		d.Kind, d.Was, d.Now = Failed, was.after.String(), err.Error()
	case was.after != now.after:
		d.Kind, d.Was, d.Now = Question, was.after.String(), now.after.String()
	case !slices.EqualFunc(was.events, now.events, sameEvent):
		d.Kind = Outcome
		d.Was, d.Now = firstEvents(was.events, now.events)
	case !slices.Equal(was.texts, now.texts):
		d.Kind = Text
		d.Was, d.Now = firstTexts(was.texts, now.texts)
	default:
		return nil
	}
	return d
}

// firstEvents are the first two events that are not the same.
func firstEvents(was, now []flows.Event) (string, string) {
	for i := range max(len(was), len(now)) {
		if i >= len(was) || i >= len(now) || !sameEvent(was[i], now[i]) {
			return eventAt(was, i), eventAt(now, i)
		}
	}
	return "", ""
}

func eventAt(events []flows.Event, i int) string {
	if i >= len(events) {
		return "nothing"
	}
	e := events[i]
	words := []string{string(e.Name), e.Flow, e.Step, e.Detail}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

func firstTexts(was, now []string) (string, string) {
	at := func(texts []string, i int) string {
		if i >= len(texts) {
			return "nothing"
		}
		return texts[i]
	}
	for i := range max(len(was), len(now)) {
		if at(was, i) != at(now, i) || i >= len(was) != (i >= len(now)) {
			return at(was, i), at(now, i)
		}
	}
	return "", ""
}

// goalsOf are the goals that were reached.
func goalsOf(events []flows.Event) (goals []string) {
	for _, e := range events {
		if e.Name == flows.Reached {
			goals = append(goals, strings.TrimSuffix(e.Flow+"."+e.Detail, "."))
		}
	}
	return goals
}

// mostFurther is how many answers are given after the ways have parted.
const mostFurther = 100

// goOn answers further questions as the customer did when they were asked at another turn. It ends where one is open that he never answered.
func (s *stage) goOn(r *Recording, was played, at int) (goals []string, open string) {
	used := map[int]bool{}
	for range mostFurther {
		here := s.place()
		if here.Flow == "" {
			return goals, ""
		}
		i := answerTo(r, was, here, used, at)
		if i < 0 {
			return goals, here.String()
		}
		used[i] = true
		heard := r.Turns[i].Heard
		rebutton(&heard.Input, was.turns[i].serial, s.serial())
		now, err := s.play(&heard)
		if err != nil {
			return goals, err.Error()
		}
		goals = append(goals, goalsOf(now.events)...)
	}
	return goals, ""
}

// answerTo finds the turn at which the customer answered a question: one after the ways have parted, else one before; -1 where there is none.
func answerTo(r *Recording, was played, to place, used map[int]bool, at int) int {
	found := -1
	for i, turn := range was.turns {
		if turn.before != to || used[i] || !r.Turns[i].Heard.Input.Customer() {
			continue
		}
		if found = i; i > at {
			break
		}
	}
	return found
}

// count holds the goals against those that were reached.
func (r *Result) count(was played, now []string) {
	var before []string
	for _, turn := range was.turns {
		before = append(before, goalsOf(turn.events)...)
	}
	for _, goal := range now {
		if !slices.Contains(before, goal) && !slices.Contains(r.Won, goal) {
			r.Won = append(r.Won, goal)
		}
	}
	for _, goal := range before {
		if !slices.Contains(now, goal) && !slices.Contains(r.Lost, goal) && r.Open == "" {
			r.Lost = append(r.Lost, goal)
		}
	}
}
