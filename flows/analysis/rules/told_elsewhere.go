package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// toldElsewhere gives a flow that has asked the same before: all who come to the question come out of flows that know the answer under the same name, and asked
// for it in the same words. A flow does not see the answers of another one, so that nobody may have noticed. Nil: not so.
func toldElsewhere(v *analysis.View, a asking) *flows.Flow {
	flow := a.step.Flow()
	entries := v.Entries(flow)
	if flow.Field(a.name) == nil || v.Known(a.step, a.name) != analysis.Never || v.Starts(flow) || len(entries) == 0 {
		return nil
	}
	told := func(e analysis.Entry) bool {
		return e.From != nil && e.From.Flow() != flow && v.Known(e.From, a.name) == analysis.Surely && asksAlike(e.From.Flow(), a)
	}
	if slices.ContainsFunc(entries, func(e analysis.Entry) bool { return !told(e) }) {
		return nil
	}
	return entries[0].From.Flow()
}

// asksAlike tells of a flow that asks for an answer of its own by the same name, of the same type, in the same words.
func asksAlike(flow *flows.Flow, a asking) bool {
	field, own := flow.Field(a.name), a.step.Flow().Field(a.name)
	if field == nil || field.Type != own.Type {
		return false
	}
	return slices.ContainsFunc(flow.AllSteps(), func(step *flows.Step) bool {
		ask, ok := step.Body.(*steps.Ask)
		return ok && ask.Ask.Name == a.name && slices.Equal(wordsOfQuestion(step), wordsOfQuestion(a.step))
	})
}

// wordsOfQuestion are the lines of a question, as they are written.
func wordsOfQuestion(step *flows.Step) []string {
	var all []string
	for _, line := range step.Body.(*steps.Ask).Text.Lines() {
		all = append(all, line.Source)
	}
	return all
}
