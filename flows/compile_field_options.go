package flows

import (
	"strings"

	"repartee/flows/value"
)

func (c *compiler) fieldOptions(field *Field, p place) {
	chosen := field.typ.Base == value.TypeOneOf || field.typ.Base == value.TypeManyOf
	written := field.Options.Of != nil || len(field.Options.List) > 0
	switch {
	case chosen && !written:
		c.fail(field.Ref, "missing-options", "write `options: {small: Small, large: Large}`", "a %s needs options", field.Type)
	case !chosen && written:
		c.fail(field.Options.Ref, "options-unused", "write `type: one_of`, or leave the options out", "only one_of and many_of have options, not %s", field.Type)
	case field.Options.Of != nil:
		c.borrowedOptions(field, p)
	default:
		for i := range field.Options.List {
			field.typ.Options = append(field.typ.Options, c.option(&field.Options.List[i], p))
		}
	}
}

func (c *compiler) borrowedOptions(field *Field, p place) {
	of := field.Options.Of
	var lender *Field
	if p.flow != nil {
		lender = p.flow.fields[of.Name]
	}
	if lender == nil {
		lender = c.set.fields[of.Name]
	}
	if lender != nil && (lender == field || c.settling[lender]) {
		c.fail(of.Ref, "options-in-a-circle", "write the options at one of them", "these fields take their options from each other")
		return
	}
	if lender == nil {
		c.fail(of.Ref, "unknown-field", didYouMean(of.Name, p.Names(), ""), "there is no field called %s to take the options from", of.Name)
		return
	}
	home := place{c: c}
	if p.flow != nil && p.flow.fields[of.Name] == lender {
		home.flow, home.at = p.flow, string(p.flow.ID)
	}
	c.fieldType(lender, home)
	field.typ.Options = lender.typ.Options
}

// option makes the value's side of an option: its id and what it is called in each language.
func (c *compiler) option(o *Option, p place) value.Option {
	made := value.Option{ID: string(o.ID), Was: string(o.Was), Label: map[string]string{}}
	at := p.under(string(o.ID))
	c.optionWords(o, at.at)
	made.Synonyms = o.synonyms
	if strings.Contains(o.Label.Source, "{{") {
		c.fail(o.Label.Ref, "label-not-plain", "write plain words; the label is also how the answer is printed later", "the label of an answer cannot hold {{ }}")
		return made
	}
	c.label(&o.Label, at)
	for i, language := range c.set.Languages {
		if o.Label.templates == nil {
			break // it is called by its id
		}
		if template := o.Label.templates[i]; template != nil {
			text := template.Render(noValues{}).Text
			made.Label[language] = text
			if i == 0 {
				made.Label[""] = text
			}
		}
	}
	return made
}

// optionWords gathers an option's synonyms by language.
func (c *compiler) optionWords(o *Option, at string) {
	c.tellWords(o.Ref, at, o.Synonyms)
	o.synonyms = map[string][]string{}
	for i, language := range c.set.Languages {
		words := o.Synonyms
		if i > 0 {
			words = c.translatedWords(at, language)
		}
		if len(words) > 0 {
			o.synonyms[language] = words
		}
	}
}
