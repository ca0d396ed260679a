package flows

import (
	"slices"
	"strings"
	"unicode"
)

// The commands that move the talk itself. Those that only say or ask something (/help, /language ...) are flows.
const (
	commandStart   = "start"
	commandRestart = "restart"
	commandMenu    = "menu"
	commandBack    = "back"
	commandCancel  = "cancel"
	commandWhy     = "why" // has a word ("why?"), and no /command
)

// command takes a text apart that is a command: "/start adv_7" or "/help@bean_bot".
func command(text string) (name, argument string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < 2 || text[0] != '/' {
		return "", "", false
	}
	name, argument = text[1:], ""
	if i := strings.IndexFunc(name, unicode.IsSpace); i >= 0 {
		name, argument = name[:i], name[i:]
	}
	name, _, _ = strings.Cut(name, "@")
	return strings.ToLower(name), strings.TrimSpace(argument), true
}

// command does what a command says. It is understood wherever the talk stands.
func (t *Turn) command(name, argument string) Move {
	switch name {
	case commandStart, commandRestart:
		return t.start(argument)
	case commandBack:
		return t.back()
	case commandCancel:
		return t.cancel()
	case commandWhy:
		return t.why()
	}
	flow := t.set.command(name)
	q, lost := t.question()
	switch {
	case lost && flow == nil:
		return t.lost()
	case flow == nil:
		return t.unknownCommand(q)
	case q == nil && !lost:
		return t.begin(flow, BackNone)
	}
	return t.interrupt(flow)
}

func (t *Turn) unknownCommand(q *open) Move {
	t.SayPhrase("unknown_command")
	if q == nil {
		return Wait()
	}
	return t.askAgain()
}

func (t *Turn) why() Move {
	q, lost := t.question()
	switch {
	case lost:
		return t.lost()
	case q == nil:
		return t.heardNothing()
	case q.keys.Why.Empty():
		return t.unknownCommand(q)
	}
	return t.explain(q)
}

func (t *Turn) heardNothing() Move {
	t.events = append(t.events, Event{Name: NotUnderstood})
	t.SayPhrase("not_understood", []PressButton{{Label: t.commandLabel(commandMenu), Data: buttonData(0, choiceCommand+commandMenu)}})
	return Wait()
}

// cancel leaves the open flow, with those that called it, and goes back to the question that it interrupted.
func (t *Turn) cancel() Move {
	frames := t.state.Session.Frames
	if len(frames) == 0 {
		t.SayPhrase("nothing_cancelled")
		return Wait()
	}
	t.events = append(t.events, Event{Name: Ended, Flow: t.frame().Flow, Detail: commandCancel})
	at := len(frames) - 1
	for at > 0 && frames[at].Back == BackNext {
		at--
	}
	t.state.Session.Frames = frames[:at]
	t.SayPhrase("cancelled")
	if at == 0 {
		return Wait()
	}
	return t.askAgain()
}

// command finds the flow behind a command: one that names it, else one with that id where the command is always there, else the start for /menu.
func (s *Set) command(name string) *Flow {
	if flow, ok := s.commands[name]; ok {
		return flow
	}
	if flow, ok := s.flows[name]; ok && (flow.builtin || alwaysThere(name)) {
		return flow
	}
	if name == commandMenu {
		return s.start
	}
	return nil
}

// alwaysThere tells of the commands that customers have in every bot: a flow of the folder with such an id replaces the built-in one, whether it names the command or not.
func alwaysThere(name string) bool { return slices.Contains(flowCommands(), name) }

// movingCommands are those that move the talk itself, and flowCommands those that are flows.
func movingCommands() []string {
	return []string{commandStart, commandRestart, commandMenu, commandBack, commandCancel, commandWhy}
}

func flowCommands() []string {
	return []string{"help", "human", "language", "privacy", "mydata", "forget", "stop", ordersFlow, paySupportFlow, appointmentsFlow}
}

// MeansCommand tells of the data of a button for one of the commands that every question may have: it answers nothing. A flow that the folder has a command for is none of them.
func MeansCommand(data string) bool {
	_, hash, ok := readButtonData(data)
	if !ok {
		return false
	}
	is := func(name string) bool { return hashID(choiceCommand+name) == hash }
	return hash == hashID(choiceWhy) || slices.ContainsFunc(movingCommands(), is) || slices.ContainsFunc(flowCommands(), is)
}

// word finds the command that a customer names by its word in one of the set's languages: "zurück".
func (s *Set) word(words string) (string, bool) {
	name, ok := s.words[fold(words)]
	return name, ok
}
