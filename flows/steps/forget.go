package steps

import (
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// forget erases all that is kept of the customer, when asked and told so once more. It says what is erased and what stays.
type forget struct{ flows.Question }

func (*forget) Name() string { return "forget" }

func (f *forget) Run(t *flows.Turn) flows.Move {
	t.SayFormatted(expr.Join([]expr.Formatted{t.Phrase("forget_erased", nil), t.Phrase("forget_stays", nil)}, "\n\n"))
	return t.Ask(f)
}

func (*forget) Offer(t *flows.Turn) flows.Offer {
	return flows.Offer{
		Text: flows.PhraseText("forget_question"),
		Type: &value.Type{Base: value.TypeYesNo},
		Choices: []flows.Choice{
			{ID: "yes", Label: t.Phrase("title_forget", nil).Text, Value: value.Bool(true)},
			{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)},
		},
	}
}

func (*forget) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if !r.Value.AsBool() {
		t.SayPhrase("forget_kept")
		return flows.Next()
	}
	t.SayPhrase("forget_done")
	return t.Forget()
}
