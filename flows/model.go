package flows

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"repartee/flows/value"
)

const (
	modelTime = 4 * time.Second
	modelSees = 150 // choices at most
)

// inDoubt asks the model what words mean that the built-in understanding is not sure of. The turn ends; the answer, or its deadline, goes on from here.
func (t *Turn) inDoubt(q *open, words string) bool {
	if !t.model || t.in.What != Message {
		return false
	}
	job := &ModelJob{Words: words, Language: t.locale.Language, Choices: t.modelChoices(q), Within: modelTime}
	if q != nil {
		job.Question = t.wording(q)
	}
	if len(job.Choices) == 0 {
		return false
	}
	id := t.jobID("model")
	deadline := t.in.At.Add(modelTime + time.Second)
	t.state.Session.Jobs = append(t.state.Session.Jobs, Open{ID: id, Deadline: deadline.Unix(), Words: words})
	t.effects = append(t.effects, Typing{}, Job{ID: id, Deadline: deadline, Model: job})
	return true
}

// modelChoices are the open question's answers, the FAQ and what starts flows. Nothing else counts.
func (t *Turn) modelChoices(q *open) []ModelChoice {
	var choices []ModelChoice
	if q != nil {
		for _, choice := range q.offer.Choices {
			choices = append(choices, ModelChoice{ID: "option:" + choice.ID, Label: choice.Label})
		}
	}
	allowed := func(u Understood) bool { return q == nil || t.mayInterrupt(q, u) }
	for _, flow := range t.set.Flows {
		if len(flow.Start.Words) > 0 && allowed(Understood{flow: flow, ID: string(flow.ID)}) {
			choices = append(choices, ModelChoice{ID: "start:" + string(flow.ID), Label: t.set.title(flow, t)})
		}
	}
	for _, entry := range t.set.faqOrder {
		if allowed(Understood{entry: entry, ID: string(entry.ID)}) {
			choices = append(choices, ModelChoice{ID: "faq:" + string(entry.ID), Label: t.set.Question(entry, t.locale.Language)})
		}
	}
	return choices[:min(len(choices), modelSees)]
}

// modelSaid goes on with what the model chose. Where it is none of the choices, or nothing came, the words were not understood.
func (t *Turn) modelSaid(job Open) Move {
	t.state.Session.Jobs = t.withoutJob(job.ID)
	var answer struct {
		Choice string `json:"choice"`
	}
	if t.in.What == Result && t.in.Failed == "" && json.Unmarshal(t.in.Result, &answer) != nil {
		answer.Choice = ""
	}
	q, lost := t.question()
	if lost {
		return t.lost()
	}
	if !slices.ContainsFunc(t.modelChoices(q), func(c ModelChoice) bool { return c.ID == answer.Choice }) {
		return t.notUnderstood(q, job.Words, nil)
	}
	kind, id, _ := strings.Cut(answer.Choice, ":")
	switch kind {
	case "option":
		for _, choice := range q.offer.Choices {
			if choice.ID == id {
				return t.choose(q, choice, t.frame().Serial, Answer{How: Guessed, Words: job.Words})
			}
		}
	case "faq":
		return t.answerFAQ(t.set.faq[id])
	}
	return t.goTo(Understood{flow: t.set.flows[id]})
}

// notUnderstood tells that words meant nothing here.
func (t *Turn) notUnderstood(q *open, words string, misread *value.Misread) Move {
	if q == nil {
		t.inVain(words)
		return t.heardNothing()
	}
	if t.asks(words) {
		t.inVain(words)
	}
	return t.refuse(q, nil, func() string { return t.hint(q, misread) }, "not_understood")
}
