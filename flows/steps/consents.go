package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// consents asks which consent is taken back.
type consents struct{ flows.Question }

func (*consents) Name() string { return consentsFlow }

func (c *consents) Run(t *flows.Turn) flows.Move {
	if len(consented(t)) == 0 {
		t.SayPhrase("consents_none")
		return flows.Next()
	}
	return t.Ask(c)
}

func (*consents) Offer(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("consents_which")}
	for _, field := range consented(t) {
		name := string(field.Name)
		offer.Choices = append(offer.Choices, flows.Choice{ID: name, Label: t.FieldLabel(field), Value: value.Text(name)})
	}
	return offer
}

func (*consents) Take(t *flows.Turn, r flows.Reply) flows.Move {
	for _, field := range consented(t) {
		if string(field.Name) == r.Value.AsText() {
			takeBack(t, field)
			t.SayFormatted(t.Phrase("consents_back", named("answer", value.Text(t.FieldLabel(field)))))
		}
	}
	return flows.Next()
}

// consented are the consents that the customer has given and not taken back.
func consented(t *flows.Turn) flows.Fields {
	var given flows.Fields
	for _, field := range keptFields(t) {
		if field.Type == "consent" && t.Contact().Fields[string(field.Name)].Value.AsBool() {
			given = append(given, field)
		}
	}
	return given
}

// takeBack makes a consent a no, with its time.
func takeBack(t *flows.Turn, field *flows.Field) {
	no := t.Worked(value.Bool(false))
	no.How = flows.Pressed
	t.Keep(string(field.Name), no)
}

// consentLines tell each consent with the day it was given.
func consentLines(t *flows.Turn) []string {
	var lines []string
	for _, field := range consented(t) {
		given := t.Contact().Fields[string(field.Name)]
		lines = append(lines, t.FieldLabel(field)+", "+dateText(t, given.At))
	}
	return lines
}
