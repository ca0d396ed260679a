package analysis

import (
	"strings"
	"unicode/utf8"

	"repartee/flows"
	"repartee/flows/steps"
)

// mostShown is how many characters of a message a transcript shows.
const mostShown = 90

// Transcript tells a path as a talk: what the bot says, as it is written in the set's first language, and what the customer answers. It begins with how the
// flow is started.
func (v *View) Transcript(path Path) []string {
	var lines []string
	for i, leg := range path {
		if i == 0 {
			lines = append(lines, v.opening(leg.Step.Flow()))
		}
		if leg.Exit.Kind == flows.ExitPass || Unasked(leg.Step, path.before(i)) {
			continue
		}
		lines = append(lines, said(leg.Step)...)
		if line := answered(leg); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// before is the step of the leg before; nil for the first.
func (p Path) before(i int) *flows.Step {
	if i == 0 {
		return nil
	}
	return p[i-1].Step
}

// opening is how customers come into a flow.
func (v *View) opening(flow *flows.Flow) string {
	switch start := &flow.Start; {
	case flow == v.Set.Start():
		return "Customer: /start"
	case start.Command != "":
		return "Customer: /" + string(start.Command)
	case len(start.Words) > 0:
		return "Customer: " + start.Words[0]
	case start.Link != "":
		return "(by the link " + start.Link + ")"
	case start.Event != "":
		return "(the event " + string(start.Event) + ")"
	}
	for _, entry := range v.entries[flow] {
		if entry.From != nil {
			return "(from flow " + string(entry.From.Flow().ID) + ")"
		}
	}
	return "(flow " + string(flow.ID) + ")"
}

// said are the messages of a step.
func said(step *flows.Step) []string {
	text := textOf(step)
	if text == nil {
		return nil
	}
	var lines []string
	switch {
	case text.Line != nil:
		lines = append(lines, "Bot: "+shown(text.Line.Source))
	case len(text.All) > 0:
		for i := range text.All {
			if line := firstLine(&text.All[i]); line != nil {
				lines = append(lines, "Bot: "+shown(line.Source))
			}
		}
	default:
		if line := firstLine(text); line != nil {
			lines = append(lines, "Bot: "+shown(line.Source))
		}
	}
	return lines
}

// firstLine is what a text says; of several ways to say it the last, which mostly fits all customers.
func firstLine(text *flows.Text) *flows.Line {
	lines := text.Lines()
	if len(lines) == 0 {
		return nil
	}
	if len(text.Arms) > 0 {
		return lines[len(lines)-1]
	}
	return lines[0]
}

// textOf is what a step says first of all; nil where it says nothing.
func textOf(step *flows.Step) *flows.Text {
	switch body := step.Body.(type) {
	case *steps.Say:
		return &body.Say
	case *steps.Ask:
		return &body.Text
	case *steps.Menu:
		return &body.Menu
	case *steps.Recommend:
		return &body.Text
	case *steps.Show:
		return &body.Text
	case *steps.Review:
		return &body.Review
	case *steps.Cart:
		return &body.Text
	case *steps.Pay:
		return &body.Text
	case *steps.Book:
		return &body.Text
	case *steps.Rate:
		return &body.Text
	case *steps.Call:
		return &body.Text
	case *steps.Repeat:
		return &body.More
	}
	return nil
}

func shown(source string) string {
	line := strings.Join(strings.Fields(source), " ")
	if utf8.RuneCountInString(line) <= mostShown {
		return line
	}
	runes := []rune(line)
	return strings.TrimSpace(string(runes[:mostShown-1])) + "…"
}

// answered is what the customer says to a step, or what comes about.
func answered(leg Leg) string {
	x := leg.Exit
	switch x.Kind {
	case flows.ExitOption:
		return "Customer: [" + labelOf(&x.Option.Label, string(x.Option.ID)) + "]"
	case flows.ExitSkip:
		return "Customer: [" + labelOf(&leg.Step.Asks().Skip, "skip") + "]"
	case flows.ExitAnswer:
		if cart, ok := leg.Step.Body.(*steps.Cart); ok && cart.Cart.Word != flows.CartReview {
			return "" // only what has variants is asked for
		}
		return "Customer: " + anAnswer(leg.Step)
	case flows.ExitRound:
		if repeat, ok := leg.Step.Body.(*steps.Repeat); ok && repeat.Times == nil {
			return "Customer: [one more]"
		}
	case flows.ExitGiveUp:
		return "(the customer cannot answer)"
	case flows.ExitSilence:
		return "(the customer does not answer)"
	case flows.ExitOutcome:
		return "(" + cameAbout(leg) + ")"
	case flows.ExitCall, flows.ExitLeave:
		return "(on to flow " + string(x.Into.ID) + ")"
	}
	return ""
}

// cameAbout says in words what an outcome means.
func cameAbout(leg Leg) string {
	switch leg.Exit.Name {
	case "none":
		switch leg.Step.Body.(type) {
		case *steps.Book:
			return "nothing is free"
		case *steps.Cart:
			return "it is sold out"
		}
		return "no item is left"
	case "empty":
		return "the cart is empty"
	case "failed":
		return "it was not paid"
	case "error":
		return "the call failed"
	case "cancelled":
		return "it did not come in time"
	case "abandoned":
		return "the order was left unpaid"
	}
	return leg.Exit.Name
}

func labelOf(l *flows.Label, otherwise string) string {
	if l.Source == "" {
		return otherwise
	}
	return shown(l.Source)
}

// anAnswer stands for what the customer says.
func anAnswer(step *flows.Step) string {
	switch step.Body.(type) {
	case *steps.Recommend, *steps.Show:
		return "[takes one]"
	case *steps.Review:
		return "[it is right]"
	case *steps.Cart:
		return "[orders]"
	case *steps.Pay:
		return "[pays]"
	case *steps.Book:
		return "[takes a time]"
	case *steps.Rate:
		return "[rates]"
	case *steps.Repeat:
		return "[no more]"
	}
	for _, name := range step.Keeps() {
		return "(answers " + name + ")"
	}
	return "(answers)"
}
