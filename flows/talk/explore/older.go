package explore

import (
	"fmt"
	"slices"
	"strconv"

	"repartee/flows"
	"repartee/flows/talk"
)

// olderPress is what tells presses on buttons of before apart: a customer who scrolls up does the same wherever all of this is alike.
type olderPress struct {
	situation string // where the talk stands, with the cart, the orders and the appointments
	question  string // that the button belongs to
	meaning   string
	chosen    bool // it was pressed before
}

// mostOlder is how many buttons of before are pressed in one state, the newest first.
const mostOlder = 24

// pressOlder presses the buttons that messages of before still have, each once in each situation. moves are those of now.
func (w *walk) pressOlder(s *spot, moves []move) {
	state, err := s.at.State()
	if err != nil {
		return
	}
	situation, pressed := situationOf(s.place, state), 0
	for n := s.at.Shown(); n > 0; n-- {
		for _, row := range s.at.Message(n).Buttons {
			for _, button := range row {
				if pressed == mostOlder {
					return
				}
				of := olderPress{situation: situation, meaning: meaning(button.Data)}
				asked, known := state.AskedBy(button.Data)
				of.question, of.chosen = asked.Flow+"."+asked.Step, known && asked.Chosen == button.Data
				if button.Data == "" || w.older[of] || now(moves, n, button, known) {
					continue
				}
				w.older[of] = true
				pressed++
				w.tryOlder(s, state, asked, press(n, button, flows.Standing{}))
			}
		}
	}
}

// now tells of a button that is pressed anyway: one of the last turn, or one that means the same at any time and is there too.
func now(moves []move, message int, button flows.PressButton, asked bool) bool {
	if !asked && flows.MeansCommand(button.Data) {
		return true
	}
	return slices.ContainsFunc(moves, func(m move) bool { return m.button.Data == button.Data && (m.message == message || !asked) })
}

// situationOf is a place with what there is to be bought and booked twice.
func situationOf(place string, s flows.State) string {
	k := keyed{}
	k.words(place, strconv.FormatBool(s.Session.Cart != nil && len(s.Session.Cart.Lines) > 0), strconv.Itoa(appointments(s)))
	for _, o := range s.Contact.Orders {
		k.words(string(o.State))
	}
	return k.String()
}

// tryOlder presses a button of before, and holds what comes of it against what must come of it.
func (w *walk) tryOlder(s *spot, before flows.State, asked flows.Asked, m move) {
	jobs := outside{set: w.set}
	c := s.at.Fork()
	c.Answer(jobs.answer)
	said, err := w.make(c, m)
	w.report.Turns++
	w.report.Older++
	by := step{m, 0, jobs.replies}
	w.take(s, m, c.Taken)
	if err != nil {
		w.findings.add(Crash, s.flow, s.step, fmt.Sprintf("the turn fails: %s", err), s, by)
		return
	}
	next := &spot{at: c, from: s, by: by, depth: s.depth + 1, since: s.at.Shown(), older: true}
	to := w.found(next, &w.later)
	after, err := c.State()
	if to == nil || err != nil {
		return
	}
	w.look(s, next, by, said, false)
	w.read(s, next, by, said)
	w.judgeOlder(s, to, by, pressed{before, after, asked, said, c.Events})
}

// pressed is a press on a button of before, with what came of it.
type pressed struct {
	before, after flows.State
	asked         flows.Asked
	said          []talk.Said
	events        []flows.Event
}
