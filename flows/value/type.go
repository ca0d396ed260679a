package value

// Type says what a field may hold, or what an expression gives. It is read-only
// once made, so that it can be shared.
type Type struct {
	Base    Base
	Options []Option // of one_of and many_of; of a text: the only ones it can be
	// Min and Max are bounds that hold for everybody: a value of the type's own
	// kind (a number stands for an amount in the bot's currency), for text the
	// number of characters, for many_of the number of choices. Nil: none.
	Min, Max *Value
	Pattern  string // of text: a regular expression (RE2) for the whole answer
	Scale    string // of rating: stars (1 to 5, also if empty), points (0 to 10), thumbs (0, 1)
	Elem     *Type  // of a list: what its entries are; nil: any
	Fields   map[string]*Type
}

// Kind is the kind of a known value of this type; KindUnknown for any, and for
// no type at all.
func (t *Type) Kind() Kind {
	if t == nil {
		return KindUnknown
	}
	return t.Base.Kind()
}

// Option finds one of the type's options by its id, or by the id it had before.
func (t *Type) Option(id string) (Option, bool) {
	if t == nil {
		return Option{}, false
	}
	for _, o := range t.Options {
		if o.ID == id {
			return o, true
		}
	}
	for _, o := range t.Options {
		if o.Was != "" && o.Was == id {
			return o, true
		}
	}
	return Option{}, false
}

// Option is one of the things that can be chosen. Values hold its ID.
type Option struct {
	ID       string
	Was      string              // the id it had before it was renamed
	Label    map[string]string   // by language; "" is the language that flows are written in
	Synonyms map[string][]string // what customers say for it, by language
}

// LabelIn is what a customer of the language reads: the label in it, else that in
// the language that flows are written in, else the id.
func (o Option) LabelIn(lang string) string {
	for _, key := range [...]string{lang, languageOf(lang), ""} {
		if label := o.Label[key]; label != "" {
			return label
		}
	}
	return o.ID
}
