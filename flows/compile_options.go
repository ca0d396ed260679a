package flows

import "repartee/flows/value"

// flowOptions checks what options are together: those of each field, and those that steps have of their own.
func (c *compiler) flowOptions(flow *Flow) {
	if flow.builtin {
		return
	}
	c.fieldOptionsTogether(flow.Fields)
	for _, step := range flow.steps {
		step.Forms(func(form any) {
			if options, ok := form.(*Options); ok {
				c.ambiguous(options.List)
				c.formerOptions(options.List)
			}
		})
	}
}

func (c *compiler) fieldOptionsTogether(fields Fields) {
	c.formerFields(fields)
	for _, field := range fields {
		if field.Type == value.TypeManyOf.String() {
			c.waysOfMany(field)
		}
		c.ambiguous(field.Options.List)
		if field.Of != nil {
			c.fieldOptionsTogether(field.Of.Fields)
		}
	}
}

// waysOfMany tells that the options of a many_of cannot lead on: several may be chosen.
func (c *compiler) waysOfMany(field *Field) {
	for i := range field.Options.List {
		if o := &field.Options.List[i]; o.leads() {
			c.fail(o.Ref, "way-misplaced", "put a `branch` behind the question: `when: \"'"+string(o.ID)+"' in "+string(field.Name)+"\"`", "several options may be chosen here, so one of them cannot lead anywhere")
		}
	}
}

func (o *Option) leads() bool {
	return o.Go != nil || o.Jump != nil || o.Flow != nil || o.FAQ != nil || len(o.Do) > 0
}

// ambiguous warns of options that customers call alike, so that nobody knows which of them is meant. Labels that are alike in the first language are an error of
// their own, and options with a condition may exclude each other.
func (c *compiler) ambiguous(options []Option) {
	for i, language := range c.set.Languages {
		called := map[string]name{}
		for at := range options {
			o := &options[at]
			if o.When != nil {
				continue
			}
			for _, n := range o.names(i, language) {
				other, taken := called[value.Fold(n.words)]
				if !taken {
					called[value.Fold(n.words)] = n
					continue
				}
				if other.of != o && (i > 0 || !n.label || !other.label) {
					c.warn(n.ref, "duplicate-words", "keep it at one of them", "option %s is called %q too, in the language %s", other.of.ID, n.words, language)
				}
			}
		}
	}
}

// name is what an option is called.
type name struct {
	of    *Option
	ref   Ref
	words string
	label bool // it stands on the button
}

// names are what an option is called in a language. A label with values is not known before the talk.
func (o *Option) names(at int, language string) []name {
	var all []name
	if at < len(o.Label.templates) && o.Label.templates[at] != nil && o.Label.templates[at].Static() {
		all = append(all, name{o, o.Label.Ref, o.Label.templates[at].Render(noValues{}).Text, true})
	}
	ref := o.Ref
	if at == 0 {
		ref = o.Ref.At("synonyms")
	}
	for _, words := range o.synonyms[language] {
		all = append(all, name{o, ref, words, false})
	}
	return all
}
