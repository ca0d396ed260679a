package talk

import (
	"strings"

	"repartee/flows"
)

// earlier is the question that a button belongs to, where that is not the open one any more: to press it is to change one's mind. "" for all other buttons.
func (c *Conversation) earlier(button flows.PressButton) string {
	state, err := c.State()
	if err != nil {
		return ""
	}
	asked, ok := state.AskedBy(button.Data)
	flow, step := state.Place()
	if !ok || asked.Flow == flow && asked.Step == step {
		return ""
	}
	return asked.Step
}

// tap presses a button, and marks in the transcript one of an earlier question: nothing else shows that the talk went back there.
func (p *player) tap(ref flows.Ref, name string, older int) bool {
	if older < 0 {
		return p.fail(ref, "`older` counts messages; write 1 for the one before the newest that has such a button, 2 for the one before that")
	}
	what := "[" + name + "]"
	if question := p.conversation.find(name, older).question; question != "" {
		mark := "a button of an earlier question: " + question
		p.wentBack = append(p.wentBack, what+" is "+mark)
		what += " (" + mark + ")"
	}
	return p.did(ref, what, func() ([]Said, error) { return p.conversation.TapOlder(name, older) })
}

// explain adds to the failures of a talk that some of its taps went back.
func (p *player) explain() {
	if len(p.wentBack) == 0 {
		return
	}
	for i := range p.result.Failures {
		p.result.Failures[i].Hint = strings.Join(p.wentBack, "; ")
	}
}
