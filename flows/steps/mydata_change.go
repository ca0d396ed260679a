package steps

import (
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// changing is the name under which the run remembers which field is looked at. No field of a folder can be called so.
const changing = "!field"

// addresses is the choice of the addresses that orders were sent to: they can be deleted, not changed.
const addresses = "!addresses"

// pickField asks which of the kept fields is meant.
type pickField struct{ flows.Question }

func (*pickField) Name() string { return "pick" }

func (p *pickField) Run(t *flows.Turn) flows.Move {
	if len(keptFields(t)) == 0 && keptAddresses(t) == nil {
		t.SayPhrase("mydata_nothing")
		return flows.End()
	}
	return t.Ask(p)
}

func (*pickField) Offer(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("mydata_which")}
	for _, field := range keptFields(t) {
		name := string(field.Name)
		offer.Choices = append(offer.Choices, flows.Choice{ID: name, Label: t.FieldLabel(field), Value: value.Text(name)})
	}
	if keptAddresses(t) != nil {
		offer.Choices = append(offer.Choices, flows.Choice{ID: addresses, Label: t.Phrase("mydata_addresses", nil).Text, Value: value.Text(addresses)})
	}
	return offer
}

func (*pickField) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if r.Value.AsText() == addresses {
		t.ForgetAddresses()
		t.SayPhrase("mydata_addresses_gone")
		return flows.End()
	}
	t.Keep(changing, t.Worked(r.Value))
	return flows.Next()
}

// treatField shows where a field comes from and asks what is to become of it.
type treatField struct{ flows.Question }

func (*treatField) Name() string { return "treat" }

func (f *treatField) Run(t *flows.Turn) flows.Move {
	field, kept := fieldAtHand(t)
	if field == nil {
		return flows.End()
	}
	t.SayFormatted(expr.Join(provenance(t, field, kept), "\n"))
	return t.Ask(f)
}

// What can become of a kept field.
const (
	treatChange = "change"
	treatDelete = "delete"
)

func (*treatField) Offer(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("mydata_treat")}
	if field, _ := fieldAtHand(t); field != nil && askable(field.TypeNow(t)) {
		offer.Choices = append(offer.Choices, choiceOf(t, treatChange))
	}
	offer.Choices = append(offer.Choices, choiceOf(t, treatDelete))
	return offer
}

// choiceOf is a choice whose words are a phrase of the bot.
func choiceOf(t *flows.Turn, id string) flows.Choice {
	return flows.Choice{ID: id, Label: t.Phrase("mydata_"+id, nil).Text, Value: value.Text(id)}
}

func (*treatField) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if r.Value.AsText() == treatChange {
		return flows.Next()
	}
	if field, _ := fieldAtHand(t); field != nil {
		t.Keep(string(field.Name), flows.Answer{})
		t.SayFormatted(t.Phrase("mydata_deleted", named("answer", value.Text(t.FieldLabel(field)))))
	}
	return flows.End()
}

// correctField asks for the field anew, as its type wants it.
type correctField struct{ flows.Question }

func (*correctField) Name() string { return "correct" }

func (f *correctField) Run(t *flows.Turn) flows.Move { return t.Ask(f) }

func (*correctField) Offer(t *flows.Turn) flows.Offer {
	field, _ := fieldAtHand(t)
	if field == nil {
		return flows.Offer{Text: flows.PhraseText("mydata_nothing")}
	}
	typ := field.TypeNow(t)
	offer := offered(t, typ)
	if len(typ.Options) > 0 {
		offer.Choices = optionChoices(typ, t.Locale().Language)
		offer.Many = typ.Base == value.TypeManyOf
	}
	offer.Text, offer.Field = flows.PhraseText("mydata_question"), string(field.Name)
	return offer
}

// optionChoices are a type's options as a customer of the language reads them.
func optionChoices(typ *value.Type, language string) []flows.Choice {
	choices := flows.OptionChoices(typ)
	for i, option := range typ.Options {
		choices[i].Label, choices[i].Synonyms = option.LabelIn(language), option.Synonyms[language]
	}
	return choices
}

func (*correctField) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if field, _ := fieldAtHand(t); field != nil {
		t.Keep(string(field.Name), r.Answer)
		t.SayPhrase("noted")
	}
	return flows.End()
}

// fieldAtHand is the field that was picked, with what is kept in it; nil where it is gone meanwhile.
func fieldAtHand(t *flows.Turn) (*flows.Field, flows.Answer) {
	picked, _ := t.Kept(changing)
	for _, field := range keptFields(t) {
		if name := string(field.Name); name == picked.Value.AsText() {
			return field, t.Contact().Fields[name]
		}
	}
	return nil, flows.Answer{}
}

// askable tells whether a field can be asked for without the step that fills it. A consent is given to the words of that step.
func askable(typ *value.Type) bool {
	switch typ.Base {
	case value.TypeConsent, value.TypeItem, value.TypeOrder, value.TypeBooking, value.TypeList:
		return false
	}
	return true
}
