package steps

import (
	"strconv"

	"repartee/flows"
	"repartee/flows/value"
)

// Rate asks how something was. The rating goes to the reports; to keep it, ask for a field of type rating.
type Rate struct {
	flows.Question `yaml:",inline"`
	Rate           flows.ID    `yaml:"rate,required" doc:"What is rated, for the reports."`
	Text           flows.Text  `yaml:"text,required" doc:"The question."`
	Scale          flows.Scale `yaml:"scale" doc:"stars (1 to 5, also if nothing is written), points (0 to 10) or thumbs."`
}

// Name is what is rated.
func (r *Rate) Name() string { return string(r.Rate) }

// Outcomes is that it is answered.
func (r *Rate) Outcomes() []string { return []string{flows.OutcomeAnswer} }

// Run asks.
func (r *Rate) Run(t *flows.Turn) flows.Move { return t.Ask(r) }

// Offer gives the marks of the scale.
func (r *Rate) Offer(t *flows.Turn) flows.Offer {
	offer := offered(t, &value.Type{Base: value.TypeRating, Scale: string(r.Scale)})
	offer.Text = &r.Text
	return offer
}

// Take tells the reports.
func (r *Rate) Take(t *flows.Turn, reply flows.Reply) flows.Move {
	if reply.Value.Known() {
		t.Event(flows.Rated, string(r.Rate)+" "+strconv.FormatInt(reply.Value.AsInt(), 10))
	}
	return flows.Next()
}
