package steps

import (
	"slices"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Review shows the answers of this flow and asks whether they are right; each can be changed.
type Review struct {
	flows.Question `yaml:",inline"`
	Review         flows.Text        `yaml:"review,required" doc:"What is asked, above the answers."`
	Fields         []flows.FieldName `yaml:"fields" doc:"Only these answers; without it all of this flow."`
}

// reviewRight is the choice that all is right.
const reviewRight = "!right"

// Tells are the fields whose answers it shows.
func (r *Review) Tells(f *flows.Flow) []string {
	var names []string
	for _, field := range r.Fields {
		names = append(names, field.Name)
	}
	if names != nil {
		return names
	}
	for _, step := range f.AllSteps() {
		if step.Asks() != nil {
			names = append(names, step.Keeps()...)
		}
	}
	return names
}

// Run shows the answers.
func (r *Review) Run(t *flows.Turn) flows.Move { return t.Ask(r) }

// Name is the kind's: there is hardly a flow with two.
func (r *Review) Name() string { return "" }

// Outcomes is that all is right.
func (r *Review) Outcomes() []string { return []string{flows.OutcomeYes} }

// Offer gives the answers as they are now, a button that they are right, and one to change each.
func (r *Review) Offer(t *flows.Turn) flows.Offer {
	parts := []expr.Formatted{expr.Join(t.Render(&r.Review), "\n")}
	right := flows.Choice{ID: reviewRight, Label: t.Phrase("right", nil).Text, Value: value.Bool(true)}
	choices := []flows.Choice{right}
	rows := [][]flows.PressButton{{t.Button(right.ID, right.Label)}}
	for _, given := range r.answers(t) {
		label := t.FieldLabel(given.Field)
		parts = append(parts, answerLine(t, label, shownText(given.Field, given.Text)))
		change := t.Phrase("change_answer", named("answer", value.Text(label))).Text
		id := string(given.Field.Name)
		choices = append(choices, flows.Choice{ID: id, Label: label, Synonyms: []string{change}, Value: value.Text(given.Step)})
		rows = append(rows, []flows.PressButton{t.Button(id, change)})
	}
	message := flows.Display{Text: expr.Join(parts, "\n"), Buttons: rows}
	return flows.Offer{Messages: []flows.Display{message}, Type: &value.Type{Base: value.TypeYesNo}, Choices: choices}
}

// answers are those that are reviewed, the last of each field.
func (r *Review) answers(t *flows.Turn) []flows.Given {
	var all []flows.Given
	for _, given := range t.Answers() {
		name := string(given.Field.Name)
		if len(r.Fields) > 0 && !slices.ContainsFunc(r.Fields, func(f flows.FieldName) bool { return f.Name == name }) {
			continue
		}
		all = slices.DeleteFunc(all, func(g flows.Given) bool { return g.Field == given.Field })
		all = append(all, given)
	}
	return all
}

// answerLine is one answer as customers read it: "Your city: Bonn".
func answerLine(t *flows.Turn, label, text string) expr.Formatted {
	return t.Phrase("answer_line", map[string]value.Value{"label": value.Text(label), "answer": value.Text(text)})
}

// shownText is what is shown of an answer; of a secret only that there is one.
func shownText(field *flows.Field, text string) string {
	if field.Secret && text != "" {
		return "•••"
	}
	return text
}

// Take goes on where all is right, and back to the question that is to be changed.
func (r *Review) Take(t *flows.Turn, reply flows.Reply) flows.Move {
	switch {
	case reply.Value.Kind() == value.KindText:
		return t.Change(reply.Value.AsText())
	case reply.Skipped || reply.Value.AsBool():
		return flows.Next()
	}
	t.SayPhrase("review_change")
	return t.Ask(r)
}
