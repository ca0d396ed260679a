package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// Ask asks a question, waits for an answer that fits the field's type, and keeps it.
type Ask struct {
	flows.Question `yaml:",inline"`
	Ask            flows.FieldName `yaml:"ask,required" doc:"The field that keeps the answer."`
	Text           flows.Text      `yaml:"text,required" doc:"The question."`
	Options        flows.Options   `yaml:"options" doc:"The possible answers, where the field does not have them; or with ways to go on."`

	field   *flows.Field
	options []*flows.Option
}

// Name is the field's.
func (a *Ask) Name() string { return a.Ask.Name }

// Declares gives the field of a question that brings its own options: it needs no line under `fields`.
func (a *Ask) Declares() *flows.Field {
	if len(a.Options.List) == 0 && a.Options.Of == nil {
		return nil
	}
	return &flows.Field{Ref: a.Ask.Ref, Name: flows.ID(a.Ask.Name), Type: "one_of", Options: a.Options}
}

// Sets is the field.
func (a *Ask) Sets() []string { return []string{a.Ask.Name} }

// Check settles the field and the options.
func (a *Ask) Check(k *flows.Checker) {
	if a.field = k.Field(a.Ask); a.field != nil {
		a.options = k.Choices(a.Options, a.field)
		k.Distinct(a.options)
		if a.field.Many() {
			a.refuseWays(k)
		}
	}
}

// refuseWays tells that the options of a many_of cannot lead on: several may be chosen.
func (a *Ask) refuseWays(k *flows.Checker) {
	for i := range a.Options.List {
		if o := &a.Options.List[i]; o.Go != nil || o.Jump != nil || o.Flow != nil || len(o.Do) > 0 {
			k.Fail(o.Ref, "way-misplaced", "put a `branch` behind the question: `when: \"'"+string(o.ID)+"' in "+a.Ask.Name+"\"`", "several options may be chosen here, so one of them cannot lead anywhere")
		}
	}
}

// Run asks.
func (a *Ask) Run(t *flows.Turn) flows.Move { return t.Ask(a) }

// Offer gives the choices of the field's type, and the type for typed words.
func (a *Ask) Offer(t *flows.Turn) flows.Offer {
	typ := a.field.TypeNow(t)
	offer := flows.Offer{Text: &a.Text, Type: typ, Field: a.Ask.Name}
	switch typ.Base {
	case value.TypeYesNo:
		offer.Choices = []flows.Choice{
			{ID: "yes", Label: t.Phrase("yes", nil).Text, Value: value.Bool(true)},
			{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)},
		}
	case value.TypeOneOf, value.TypeManyOf:
		offer.Many = typ.Base == value.TypeManyOf
		offer.Choices = t.Choices(a.options)
		offer.Type = flows.Narrowed(typ, offer.Choices)
	case value.TypeRating:
		offer.Choices = stars(typ)
	case value.TypePhone:
		offer.Share = flows.ShareContact
	}
	return offer
}

func stars(typ *value.Type) []flows.Choice {
	var choices []flows.Choice
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		v := value.Integer(int64(n[0] - '0'))
		if within(v, typ) {
			choices = append(choices, flows.Choice{ID: n, Label: n + " ⭐", Value: v})
		}
	}
	return choices
}

func within(v value.Value, typ *value.Type) bool {
	low, _ := value.Compare(v, orElse(typ.Min, v))
	high, _ := value.Compare(v, orElse(typ.Max, v))
	return low >= 0 && high <= 0
}

func orElse(bound *value.Value, v value.Value) value.Value {
	if bound == nil {
		return v
	}
	return *bound
}

// Take keeps the answer and goes where its option leads.
func (a *Ask) Take(t *flows.Turn, r flows.Reply) flows.Move {
	t.Keep(a.Ask.Name, r.Answer)
	if r.Option == nil && r.Value.Known() {
		r.Option = a.option(r.Value)
	}
	return t.Lead(r)
}

func (a *Ask) option(v value.Value) *flows.Option {
	if v.Kind() != value.KindText {
		return nil
	}
	for _, option := range a.options {
		if string(option.ID) == v.AsText() {
			return option
		}
	}
	return nil
}

// Leaves tells that each answer leads somewhere of its own.
func (a *Ask) Leaves() bool {
	return a.Skip.Source == "" && allLead(a.Options.List)
}

func allLead(options []flows.Option) bool {
	for i := range options {
		if o := &options[i]; o.Go == nil && o.Jump == nil && len(o.Do) == 0 && o.Flow == nil {
			return false
		}
	}
	return len(options) > 0
}
