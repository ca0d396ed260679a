package steps

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Ask asks a question, waits for an answer that fits the field's type, and keeps it.
type Ask struct {
	flows.Question `yaml:",inline"`
	flows.Listing  `yaml:",inline"`
	Ask            flows.FieldName `yaml:"ask,required" doc:"The field that keeps the answer."`
	Text           flows.Text      `yaml:"text,required" doc:"The question."`
	Options        flows.Options   `yaml:"options" doc:"The possible answers, where the field does not have them; or with ways to go on."`
	Label          flows.Label     `yaml:"label" doc:"With a source: what the button of each item says; without it the item's name."`
	IfKnown        flows.IfKnown   `yaml:"if_known" doc:"What is done where the answer is known already: ask, confirm (say it and ask whether it still holds) or skip (use it silently while it is fresh)."`

	field   *flows.Field
	options []*flows.Option
	item    *value.Type
}

// Name is the field's.
func (a *Ask) Name() string { return a.Ask.Name }

// Source is where items to choose from come from; nil where the answers are others.
func (a *Ask) Source() *flows.Listing { return sourceOf(&a.Listing) }

// Declares gives the field of a question that brings its own options or items: it needs no line under `fields`.
func (a *Ask) Declares() *flows.Field {
	switch {
	case a.From.Name != "":
		return itemField(a.Ask, &a.Listing)
	case len(a.Options.List) == 0 && a.Options.Of == nil:
		return nil
	}
	return &flows.Field{Ref: a.Ask.Ref, Name: flows.ID(a.Ask.Name), Type: "one_of", Options: a.Options}
}

// Offers are the options, its own or the field's.
func (a *Ask) Offers() []*flows.Option { return a.options }

// Outcomes are what can become of any question of its type.
func (a *Ask) Outcomes() []string {
	var outcomes []string
	switch a.IfKnown {
	case flows.ConfirmKnown:
		outcomes = append(outcomes, flows.OutcomeHolds, flows.OutcomeChanged)
	case flows.SkipKnown:
		outcomes = append(outcomes, flows.OutcomeKnown)
	}
	switch {
	case len(a.options) > 0 || a.field == nil:
	case a.field.Type == "yes_no" || a.field.Type == "consent":
		outcomes = append(outcomes, flows.OutcomeYes, flows.OutcomeNo)
	default:
		outcomes = append(outcomes, flows.OutcomeAnswer)
	}
	return outcomes
}

// Sets is the field.
func (a *Ask) Sets() []string { return []string{a.Ask.Name} }

// Check settles the field and the options.
func (a *Ask) Check(k *flows.Checker) {
	a.item = k.Listing(&a.Listing)
	if a.field = k.Field(a.Ask); a.field == nil {
		return
	}
	if a.From.Name != "" {
		a.checkItems(k)
		return
	}
	if fromSource(a.field.Type) && !anAlbum(a.field.ValueType()) {
		k.Fail(a.Ask.Ref, "missing-key", "write `from: catalog.<name>`, or keep it by `recommend`, `show`, `book` or `repeat`", "nobody can type %s %s: it has to be chosen", article(a.field.Type), a.field.Type)
	}
	if a.Label.Source != "" {
		k.Fail(a.Label.Ref, "label-unused", "write `from: catalog.<name>`, or give the options labels", "only items of a source have a label here")
	}
	a.options = k.Choices(a.Options, a.field)
	k.Distinct(a.options)
	if a.field.Many() {
		a.refuseWays(k)
	}
}

// fromSource tells of a type whose values are not typed but chosen from a source, or gathered.
func fromSource(typ string) bool {
	return slices.Contains([]string{"item", "booking", "order", "list"}, typ)
}

// anAlbum tells of a list that pictures or files answer which are sent together.
func anAlbum(typ *value.Type) bool {
	return typ != nil && typ.Elem != nil && (typ.Elem.Base == value.TypePhoto || typ.Elem.Base == value.TypeFile)
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeio") {
		return "an"
	}
	return "a"
}

// checkItems makes sure that the field can keep an item.
func (a *Ask) checkItems(k *flows.Checker) {
	if len(a.Options.List) > 0 || a.Options.Of != nil {
		k.Fail(a.Options.Ref, "two-ways", "keep one of options and from", "the answers come from a source here")
	}
	if wanted := itemField(a.Ask, &a.Listing); a.field.Type != wanted.Type {
		line := "{type: item, of: " + a.From.Name + "}"
		if wanted.Type != "item" {
			line = wanted.Type
		}
		k.Fail(a.Ask.Ref, "type-mismatch", "write `"+a.Ask.Name+": "+line+"`, or leave out its line under fields", "field %s cannot keep an item of %s", a.Ask.Name, a.From.Name)
	}
}

// refuseWays tells that the options of a many_of cannot lead on: several may be chosen.
func (a *Ask) refuseWays(k *flows.Checker) {
	for i := range a.Options.List {
		if o := &a.Options.List[i]; o.Go != nil || o.Jump != nil || o.Flow != nil || o.FAQ != nil || len(o.Do) > 0 {
			k.Fail(o.Ref, "way-misplaced", "put a `branch` behind the question: `when: \"'"+string(o.ID)+"' in "+a.Ask.Name+"\"`", "several options may be chosen here, so one of them cannot lead anywhere")
		}
	}
}

// Run asks. A source that has no item now has nothing to choose from: the question is left out.
func (a *Ask) Run(t *flows.Turn) flows.Move {
	if a.From.Name != "" && len(t.List(&a.Listing)) == 0 {
		return flows.Next()
	}
	return t.Ask(a)
}

// Offer gives the choices of the field's type, and the type for typed words.
func (a *Ask) Offer(t *flows.Turn) flows.Offer {
	typ := a.field.TypeNow(t)
	offer := offered(t, typ)
	switch {
	case a.From.Name != "":
		offer.Choices = itemChoices(t, t.List(&a.Listing), a.item, &a.Label)
	case typ.Base == value.TypeOneOf || typ.Base == value.TypeManyOf:
		offer.Many = typ.Base == value.TypeManyOf
		offer.Choices = t.Choices(a.options)
		offer.Type = flows.Narrowed(typ, offer.Choices)
	}
	offer.Text, offer.Field, offer.IfKnown = &a.Text, a.Ask.Name, a.IfKnown
	return offer
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
		if o := &options[i]; o.Go == nil && o.Jump == nil && len(o.Do) == 0 && o.Flow == nil && o.FAQ == nil {
			return false
		}
	}
	return len(options) > 0
}
