package steps

import "repartee/flows"

// language asks which language to speak; each is called by its own name.
type language struct{ flows.Question }

func (*language) Name() string { return "language" }

func (l *language) Run(t *flows.Turn) flows.Move { return t.Ask(l) }

func (*language) Offer(t *flows.Turn) flows.Offer {
	typ := t.Set().LanguageType()
	offer := flows.Offer{Text: flows.PhraseText("language_question"), Type: typ, Field: "language"}
	offer.Choices = flows.OptionChoices(typ)
	return offer
}

func (*language) Take(t *flows.Turn, r flows.Reply) flows.Move {
	t.Keep("language", r.Answer)
	t.SayPhrase("language_set")
	return flows.Next()
}
