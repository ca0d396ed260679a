package flows

import "testing"

// TestOwnFlowsReplaceCommands looks for what is behind a command that is always there, where the folder has a flow with that id.
func TestOwnFlowsReplaceCommands(t *testing.T) {
	own, other := &Flow{ID: "stop"}, &Flow{ID: "advice"}
	s := &Set{flows: map[string]*Flow{"stop": own, "advice": other}, commands: map[string]*Flow{}}
	if s.command("stop") != own {
		t.Error("/stop does not lead to the flow stop of the folder")
	}
	if s.command("advice") != nil {
		t.Error("/advice leads to a flow that names no command")
	}
	s.commands["stop"] = other
	if s.command("stop") != other {
		t.Error("/stop does not lead to the flow that names it")
	}
}
