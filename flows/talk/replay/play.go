package replay

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"repartee/flows"
)

// played is a conversation as it went on a set.
type played struct {
	turns []step
	err   error // a turn failed, and ended it
}

// step is what came of one turn.
type step struct {
	before, after place
	serial        int // of the question that was open before
	texts         []string
	events        []flows.Event
}

// place is what is open.
type place struct{ Flow, Step string }

func (p place) String() string {
	if p.Flow == "" {
		return "nothing open"
	}
	return p.Flow + " > " + p.Step
}

// stage plays inputs on a set, one after the other.
type stage struct {
	engine *flows.Engine
	state  flows.State
	who    string
	inputs int
}

func newStage(set *flows.Set, publication int, r *Recording) (*stage, error) {
	raw, err := r.Given.Encode()
	if err != nil {
		return nil, err
	}
	state, err := flows.DecodeState(raw) // so that nothing of the recording is changed
	if err != nil {
		return nil, err
	}
	return &stage{engine: flows.NewEngine(set, flows.EngineOptions{Publication: publication, Username: "your_bot"}), state: state, who: r.Who}, nil
}

// play takes one input.
func (s *stage) play(h *flows.Heard) (step, error) {
	in := s.input(h)
	now := step{before: s.place(), serial: s.serial()}
	out, err := s.engine.Turn(s.state, in, flows.Facts{Stock: h.Out})
	if err != nil {
		return now, err
	}
	raw, err := out.State.Encode()
	if err != nil {
		return now, err
	}
	if s.state, err = flows.DecodeState(raw); err != nil {
		return now, err
	}
	now.after, now.texts, now.events = s.place(), textsOf(out.Effects), decided(out.Events)
	return now, nil
}

// input is the recorded one, with the ids that the order and the job have here.
func (s *stage) input(h *flows.Heard) flows.Input {
	in := h.Input
	s.inputs++
	in.ID = "replay." + strconv.Itoa(s.inputs)
	seed := sha256.Sum256([]byte(s.who + in.ID))
	copy(in.Seed[:], seed[:])
	in.Me = "customer"
	if orders := s.state.Contact.Orders; h.Order > 0 && h.Order <= len(orders) {
		in.Order = orders[len(orders)-h.Order].Number
	}
	switch jobs, works := s.state.Session.Jobs, s.state.Contact.Works; {
	case h.Job > 0 && h.Job <= len(jobs):
		in.Job = jobs[h.Job-1].ID
	case h.Job < 0 && -h.Job <= len(works):
		in.Job = works[-h.Job-1].ID
	}
	if in.Money != nil {
		money := *in.Money
		money.Charge.ID = "charge." + in.ID
		in.Money = &money
	}
	return in
}

func (s *stage) place() place {
	flow, at := s.state.Place()
	return place{flow, at}
}

// serial is that of the open question.
func (s *stage) serial() int {
	if n := len(s.state.Session.Frames); n > 0 {
		return s.state.Session.Frames[n-1].Serial
	}
	return 0
}

// play plays a whole recording.
func play(set *flows.Set, publication int, r *Recording) played {
	var p played
	s, err := newStage(set, publication, r)
	if err != nil {
		return played{err: err}
	}
	for i := range r.Turns {
		now, err := s.play(&r.Turns[i].Heard)
		if err != nil {
			p.err = fmt.Errorf("turn %d: %w", i+1, err)
			return p
		}
		p.turns = append(p.turns, now)
	}
	return p
}

// textsOf is what a customer reads.
func textsOf(effects []flows.Effect) []string {
	var texts []string
	for _, effect := range effects {
		switch effect := effect.(type) {
		case flows.Send:
			text := effect.Text
			for _, row := range effect.Buttons {
				for _, button := range row {
					text += " [" + button.Label + "]"
				}
			}
			texts = append(texts, text)
		case flows.Edit:
			texts = append(texts, effect.Text)
		case flows.Invoice:
			texts = append(texts, effect.Title+": "+effect.Description)
		case flows.AnswerPress:
			if effect.Text != "" {
				texts = append(texts, effect.Text)
			}
		}
	}
	return texts
}

// decided leaves out of events what was heard, and what is numbers only.
func decided(events []flows.Event) []flows.Event {
	var out []flows.Event
	for _, e := range events {
		if e.Name != flows.Recorded {
			out = append(out, flows.Event{Name: e.Name, Flow: e.Flow, Step: e.Step, Detail: e.Detail})
		}
	}
	return out
}

// rebutton gives a press the serial that the open question has here: a button of it was pressed there.
func rebutton(in *flows.Input, there, here int) {
	serial, hash, ok := strings.Cut(in.Data, ".")
	if ok && serial == strconv.FormatInt(int64(there), 36) {
		in.Data = strconv.FormatInt(int64(here), 36) + "." + hash
	}
}
