package flows

import (
	"maps"
	"slices"
	"strings"

	"repartee/flows/value"
)

// place is where in a set something stands: what can be named there, and what its translations are known by.
type place struct {
	c     *compiler
	flow  *Flow // nil in bot.yaml
	step  *Step
	at    string                 // of translations: "advice.brew"
	extra map[string]*value.Type // names known only there
	only  map[string]*value.Type // where not nil: nothing else is known there
}

// Lookup finds the type of a name. It makes a place the Scope of expressions.
func (p place) Lookup(name string) *value.Type {
	if p.only != nil {
		return p.only[name]
	}
	if t := p.extra[name]; t != nil {
		return t
	}
	if p.flow != nil {
		if f := p.flow.fields[name]; f != nil {
			return f.typ
		}
		if p.flow.goals[name] {
			return &value.Type{Base: value.TypeYesNo}
		}
	}
	if f := p.c.set.fields[name]; f != nil {
		return f.typ
	}
	if name == languageField {
		return p.c.languageType()
	}
	if name == zoneField && p.c.set.zones != nil {
		return p.c.zoneType()
	}
	if kind, id, ok := strings.Cut(name, "."); ok {
		if t := p.c.ofSet(kind, id); t != nil {
			return t
		}
	}
	if kind, id, ok := strings.Cut(name, ":"); ok {
		return p.asked(kind, id)
	}
	return p.c.given[name]
}

// ofSet gives the type of what bot.yaml and its neighbours name: phrases.address, catalog.coffee, faq.hours.
func (c *compiler) ofSet(kind, id string) *value.Type {
	switch {
	case kind == "phrases" && c.set.phrases[id] != nil, kind == "faq" && c.set.faq[id] != nil, kind == "hours" && c.set.hours[id] != nil:
		return textType
	case kind == "catalog" && c.set.catalogs[id] != nil:
		return &value.Type{Base: value.TypeList, Elem: c.set.catalogs[id].sold.Type()}
	}
	return nil
}

// asked gives the type of what expressions ask of a name by a function: fresh(brew), is_open('shop'), next_open('shop').
func (p place) asked(kind, id string) *value.Type {
	switch kind {
	case "fresh":
		if p.field(id) != nil {
			return &value.Type{Base: value.TypeYesNo}
		}
	case "is_open":
		if p.c.set.hours[id] != nil {
			return &value.Type{Base: value.TypeYesNo}
		}
	case "next_open":
		if p.c.set.hours[id] != nil {
			return &value.Type{Base: value.TypeDateTime}
		}
	}
	return nil
}

// Names lists what can be named.
func (p place) Names() []string {
	if p.only != nil {
		return slices.Sorted(maps.Keys(p.only))
	}
	names := slices.Collect(maps.Keys(p.c.given))
	names = append(names, languageField)
	for name := range p.extra {
		names = append(names, name)
	}
	for name := range p.c.set.fields {
		names = append(names, name)
	}
	for _, phrase := range p.c.src.Bot.Phrases {
		names = append(names, "phrases."+string(phrase.Name))
	}
	for id := range p.c.set.catalogs {
		names = append(names, "catalog."+id)
	}
	for id := range p.c.set.faq {
		names = append(names, "faq."+id)
	}
	for id := range p.c.set.hours {
		names = append(names, "hours."+id, "is_open:"+id, "next_open:"+id)
	}
	if p.flow != nil {
		names = slices.AppendSeq(names, maps.Keys(p.flow.fields))
		names = slices.AppendSeq(names, maps.Keys(p.flow.goals))
	}
	slices.Sort(names)
	return names
}

// Currency is the bot's.
func (p place) Currency() string { return p.c.set.Currency }

// under is the place of something that has a name of its own there.
func (p place) under(name string) place {
	p.at += "." + name
	return p
}

// knowing adds names that are known only here: an order, an appointment, else texts.
func (p place) knowing(names []string) place {
	types := make(map[string]*value.Type, len(names))
	for _, name := range names {
		switch types[name] = textType; name {
		case "order":
			types[name] = p.c.orderType()
		case "booking":
			types[name] = p.c.bookingType()
		}
	}
	return p.with(types)
}

// with adds names that are known only here.
func (p place) with(names map[string]*value.Type) place {
	if len(names) == 0 {
		return p
	}
	p.extra = maps.Clone(p.extra)
	if p.extra == nil {
		p.extra = map[string]*value.Type{}
	}
	maps.Copy(p.extra, names)
	return p
}

func (c *compiler) languageType() *value.Type {
	t := &value.Type{Base: value.TypeOneOf}
	for _, language := range c.set.Languages {
		t.Options = append(t.Options, value.Option{ID: language, Label: map[string]string{"": languageName(language)}})
	}
	return t
}

// languageName is the name of a language in itself.
func languageName(language string) string {
	switch language {
	case "en":
		return "English"
	case "de":
		return "Deutsch"
	case "fr":
		return "Français"
	case "es":
		return "Español"
	case "it":
		return "Italiano"
	case "nl":
		return "Nederlands"
	case "pl":
		return "Polski"
	case "pt":
		return "Português"
	case "tr":
		return "Türkçe"
	case "uk":
		return "Українська"
	}
	return language
}

// LanguageType is the type of the name `language`: the set's languages, each called by its own name.
func (s *Set) LanguageType() *value.Type {
	return (&compiler{set: s}).languageType()
}
