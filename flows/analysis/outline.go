package analysis

import (
	"slices"

	"repartee/flows"
)

// Outline is what a flow is as a talk, for reports.
type Outline struct {
	Flow        string           `json:"flow"`
	Interaction string           `json:"interaction"` // mutual, pseudo, asymmetric or reactive
	Because     []string         `json:"because"`
	Effort      *Effort          `json:"effort,omitempty"` // of a flow that asks something
	Questions   []QuestionReport `json:"questions"`
}

// QuestionReport is one question, and what depends on its answer: the names of the steps, by what is reached there.
type QuestionReport struct {
	Name    string              `json:"question"`
	Reaches map[string][]string `json:"reaches"` // by text, branch, items, order, export and goal; a step of another flow as `flow.step`
}

// Outline tells of a flow which kind of interaction it is and why, and what each of its questions matters for.
func (v *View) Outline(flow *flows.Flow) Outline {
	kind, because := v.Interaction(flow)
	o := Outline{Flow: string(flow.ID), Interaction: kind.String(), Because: because, Questions: []QuestionReport{}}
	for _, question := range Questions(flow) {
		o.Questions = append(o.Questions, QuestionReport{Name: question.Name(), Reaches: v.reaches(question)})
	}
	if len(o.Questions) > 0 {
		effort := v.Effort(flow)
		o.Effort = &effort
	}
	return o
}

func (v *View) reaches(question *flows.Step) map[string][]string {
	all := map[string][]string{}
	for _, i := range v.Influence(question) {
		at := placeOf(i, question.Flow())
		if key := i.On.String(); !slices.Contains(all[key], at) {
			all[key] = append(all[key], at)
		}
	}
	return all
}

// placeOf names where an influence is: a step, the head of a flow, or what a field is kept for.
func placeOf(i Influence, from *flows.Flow) string {
	switch {
	case i.Step != nil:
		name := i.Step.Name()
		if name == "" {
			name = i.Step.Kind
		}
		if i.Step.Flow() != from {
			name = string(i.Step.Flow().ID) + "." + name
		}
		return name
	case i.Ref.Flow != "":
		return "the flow's head"
	case i.On == OnExport:
		return "the purpose of " + i.Field
	}
	return "bot.yaml"
}
