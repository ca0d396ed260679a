package analysis

import (
	"fmt"
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// Interaction is the kind of interaction that a flow is.
type Interaction uint8

// The kinds of interaction.
const (
	Asymmetric Interaction = iota // it only tells
	Pseudo                        // it asks, but nothing depends on it
	Reactive                      // it answers, without a goal
	Mutual                        // it has a goal, and what it says depends on the answers
)

// String is the word for it.
func (i Interaction) String() string {
	return [...]string{"asymmetric", "pseudo", "reactive", "mutual"}[i]
}

// Interaction tells which kind of interaction a flow is, and why, in plain sentences.
func (v *View) Interaction(flow *flows.Flow) (Interaction, []string) {
	questions := Questions(flow)
	if len(questions) == 0 {
		return Asymmetric, []string{"it asks nothing"}
	}
	goal := goalOf(flow)
	reason, answers := v.reason(flow, questions)
	switch {
	case reason == "" && answers:
		return Reactive, []string{"it answers what is asked, and nothing else depends on it"}
	case reason == "":
		return Pseudo, []string{fmt.Sprintf("it asks %s, and nothing that it says, shows or does depends on the answers", counted(len(questions), "question"))}
	case goal == "":
		return Reactive, []string{reason, "it has no goal"}
	}
	return Mutual, []string{reason, "it has a goal: " + goal}
}

// Questions are the steps of a flow that wait for the customer's word.
func Questions(flow *flows.Flow) []*flows.Step {
	var all []*flows.Step
	for _, step := range flow.AllSteps() {
		if step.Asks() != nil && asksAtAll(step) {
			all = append(all, step)
		}
	}
	return all
}

// asksAtAll leaves out steps that are of a questioning kind, and here do not ask.
func asksAtAll(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Recommend:
		return body.Limit != 1
	case *steps.Cart:
		return body.Cart.Word == flows.CartReview
	case *steps.Repeat:
		return body.Times == nil
	}
	return true
}

// goalOf is what a flow is for: the condition at its head, or the first goal that a step reaches.
func goalOf(flow *flows.Flow) string {
	if flow.Goal != nil {
		return flow.Goal.Source
	}
	for _, step := range flow.AllSteps() {
		if body, ok := step.Body.(*steps.Goal); ok {
			return string(body.Name)
		}
	}
	return ""
}

// reason is the most telling thing that depends on an answer, as a sentence; "" where nothing does. answers: the customer asks and is told, and then is asked again.
func (v *View) reason(flow *flows.Flow, questions []*flows.Step) (sentence string, answers bool) {
	best := len(tellings())
	for _, question := range questions {
		for _, i := range v.Influence(question) {
			if i.Step == question && i.On == OnText {
				answers = true
				continue
			}
			if rank := telling(flow, i); rank < best {
				best, sentence = rank, i.sentence(question)
			}
		}
	}
	return sentence, answers
}

// tellings are what an answer can reach, the most telling first.
func tellings() []Reach { return []Reach{OnItems, OnText, OnOrder, OnBranch} }

// telling ranks an influence: what other flows do is told only where there is nothing else.
func telling(flow *flows.Flow, i Influence) int {
	rank := slices.Index(tellings(), i.On)
	switch {
	case rank < 0:
		return len(tellings())
	case i.Step == nil || i.Step.Flow() != flow:
		return len(tellings()) - 1
	}
	return rank
}

func (i Influence) sentence(question *flows.Step) string {
	if i.Step == question {
		return fmt.Sprintf("the answer to `%s` decides %s", question.Name(), decided(i.On))
	}
	return fmt.Sprintf("%s depends on the answer to `%s`", i.told(question.Flow()), question.Name())
}

func decided(on Reach) string {
	if on == OnOrder {
		return "what is ordered"
	}
	return "where the talk goes on"
}

// told is what an influence is on, in words: the text at `about`.
func (i Influence) told(from *flows.Flow) string {
	where := "at `" + placeOf(i, from) + "`"
	if i.Step == nil {
		where = "(" + placeOf(i, from) + ")"
	}
	switch i.On {
	case OnText:
		return "the text " + where
	case OnBranch:
		return "the way " + where
	case OnItems:
		return "the choice of items " + where
	case OnOrder:
		return "the order " + where
	case OnExport:
		return "what is handed on " + where
	}
	return "the goal " + where
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
