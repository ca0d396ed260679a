package flows

import (
	"maps"
	"slices"
	"strings"

	"repartee/flows/value"
)

// Declaring is a body that keeps something under a name which needs no line under `fields`.
type Declaring interface {
	// Declares gives the field; nil where the name must be declared elsewhere.
	Declares() *Field
}

// Reaching is a body that reaches a goal by name.
type Reaching interface{ Goal() ID }

// names settles which fields and goals there are, and the types of the fields.
func (c *compiler) names() {
	s := c.set
	s.fields, s.order, s.phrases = map[string]*Field{}, c.src.Bot.Fields, map[string]*Phrase{}
	c.phrases()
	c.declare(s.fields, c.src.Bot.Fields, nil)
	for _, flow := range s.Flows {
		c.declare(flow.fields, flow.Fields, flow)
		for _, step := range flow.steps {
			if body, ok := step.Body.(Reaching); ok && body.Goal() != "" {
				flow.goals[string(body.Goal())] = true
				c.goalName(flow, step, body.Goal())
			}
			if body, ok := step.Body.(Declaring); ok {
				c.declareByStep(flow, body.Declares())
			}
		}
	}
	c.catalogTypes()
	c.given["orders"] = &value.Type{Base: value.TypeList, Elem: c.orderType()}
	c.given["last_order"] = c.orderType()
	c.given["cart"] = c.cartType()
	c.given["bookings"] = &value.Type{Base: value.TypeList, Elem: c.bookingType()}
	bot := place{c: c}
	for _, field := range c.src.Bot.Fields {
		c.fieldType(field, bot)
	}
	for _, flow := range s.Flows {
		c.columnsOfLoops(flow)
		for _, name := range slices.Sorted(maps.Keys(flow.fields)) {
			c.fieldType(flow.fields[name], place{c: c, flow: flow, at: string(flow.ID)})
		}
	}
	c.callNames()
}

// Looping is a body whose nested steps come back to it, each time for another entry of a list field: the columns of the list are fields of the run meanwhile.
type Looping interface{ Loops() FieldName }

// columnsOfLoops makes the columns of lists that are asked for entry by entry fields of the flow.
func (c *compiler) columnsOfLoops(flow *Flow) {
	for _, step := range flow.steps {
		loop, ok := step.Body.(Looping)
		if !ok {
			continue
		}
		list := place{c: c, flow: flow}.field(loop.Loops().Name)
		if list == nil || list.Of == nil {
			continue
		}
		for _, column := range list.Of.Fields {
			name := string(column.Name)
			if other := flow.fields[name]; other != nil && other != column || c.set.fields[name] != nil {
				c.fail(column.Ref, "duplicate-id", "give the column another name", "%s is a field already and cannot be a column of %s", name, list.Name)
				continue
			}
			flow.fields[name] = column
		}
	}
}

// goalName makes sure that a goal's name means nothing else.
func (c *compiler) goalName(flow *Flow, step *Step, goal ID) {
	name := string(goal)
	if c.set.fields[name] != nil || flow.fields[name] != nil || c.isGiven(name) {
		c.fail(step.Ref, "duplicate-id", "give the goal another name", "%s is a field already and cannot name a goal", name)
	}
}

func (c *compiler) phrases() {
	for _, phrase := range c.src.Bot.Phrases {
		c.set.phrases[string(phrase.Name)] = phrase
	}
	for name := range builtinPhrases {
		if c.set.phrases[name] == nil {
			c.set.phrases[name] = &Phrase{Name: ID(name), Text: Line{Ref: Ref{Path: "phrases." + name}}}
		}
	}
}

func (c *compiler) declare(to map[string]*Field, fields Fields, flow *Flow) {
	for _, field := range fields {
		name := string(field.Name)
		switch {
		case name == "":
		case to[name] != nil:
			c.fail(field.Ref, "duplicate-id", "", "there is another field called %s", name)
		case flow != nil && c.set.fields[name] != nil:
			c.fail(field.Ref, "duplicate-id", "rename one of them, or leave out the line here to use the customer's", "%s is a field of the customer already (bot.yaml)", name)
		case c.isGiven(name):
			c.fail(field.Ref, "reserved-name", "give the field another name", "%s is given and cannot name a field", name)
			to[name] = field // it is meant, where it is asked for
		default:
			to[name] = field
		}
	}
}

func (c *compiler) isGiven(name string) bool {
	if name == languageField || name == zoneField && c.set.zones != nil || slices.Contains([]string{"contact", "phrases", "round", "reasons", "question", "hint", "orders", "last_order", "bookings", "cart", "catalog", "hours", "faq", togetherName, "unknown"}, name) {
		return true
	}
	return c.given[name] != nil
}

func (c *compiler) declareByStep(flow *Flow, field *Field) {
	if field == nil || c.set.fields[string(field.Name)] != nil || flow.fields[string(field.Name)] != nil {
		return
	}
	if c.isGiven(string(field.Name)) {
		c.fail(field.Ref, "reserved-name", "give the field another name", "%s is given and cannot name a field", field.Name)
		return
	}
	flow.fields[string(field.Name)] = field
	c.byStep[field] = true
}

// typeHelp says which type may be meant: people know some of them by other words.
func typeHelp(word string) string {
	if strings.Contains(word, ": ") {
		return "a comma is missing behind the type"
	}
	for name, words := range map[string][]string{
		"integer": {"int", "whole_number", "count"}, "number": {"float", "decimal", "double"}, "text": {"string", "str", "words"}, "yes_no": {"bool", "boolean", "yesno"},
		"money": {"price", "amount", "currency", "sum"}, "one_of": {"choice", "select", "option", "enum", "radio"}, "many_of": {"multi", "choices", "checkbox", "multiple"},
		"email": {"mail", "e-mail"}, "phone": {"telephone", "tel", "mobile"}, "photo": {"picture", "image"}, "date_time": {"datetime", "timestamp"},
	} {
		if slices.Contains(words, strings.ToLower(word)) {
			return "write `" + name + "`"
		}
	}
	return didYouMean(word, typeNames(), "one of "+strings.Join(typeNames(), ", "))
}

// fieldType settles the type of a field.
func (c *compiler) fieldType(field *Field, p place) {
	if c.types[field] {
		return
	}
	c.types[field], c.settling[field] = true, true
	defer delete(c.settling, field)
	field.typ = &value.Type{}
	base, ok := value.BaseNamed(field.Type)
	if !ok || !slices.Contains(answerTypes, base) {
		if field.Type != "" {
			c.fail(field.Ref.At("type"), "unknown-type", typeHelp(field.Type), "there is no type %s", field.Type)
		}
		return
	}
	field.typ.Base, field.typ.Pattern, field.typ.Scale = base, field.Pattern, string(field.Scale)
	p.at = strings.TrimPrefix(p.at+"."+string(field.Name), ".")
	c.fieldOptions(field, p)
	c.fieldOf(field, p)
	c.pattern(field)
	if field.Scale != "" && base != value.TypeRating {
		c.fail(field.Ref.At("scale"), "scale-unused", "write `type: rating`, or leave the scale out", "only a rating has a scale, not %s", field.Type)
	}
}

// fieldOf settles what the entries of a list are, and which columns an item has.
func (c *compiler) fieldOf(field *Field, p place) {
	switch of := field.Of; field.typ.Base {
	case value.TypeList:
		if of == nil {
			c.fail(field.Ref, "missing-key", "write `of: {name: text, age: integer}`, or one type", "a list needs to say what its entries are")
			return
		}
		field.typ.Elem = c.entryType(of, p)
	case value.TypeItem:
		field.typ.Fields = c.anyItem.Fields
		if of == nil {
			return
		}
		id, isCatalog := strings.CutPrefix(of.Type, "catalog.")
		catalog := c.set.catalogs[id]
		if !isCatalog && c.byStep[field] {
			if list := p.Lookup(of.Type); list.Kind() == value.KindList && list.Elem != nil {
				field.typ.Fields = list.Elem.Fields
			}
			return // a source that is not there is reported at the step
		}
		if catalog == nil && c.byStep[field] {
			return
		}
		if !isCatalog || catalog == nil {
			c.fail(of.Ref, "unknown-source", didYouMean(of.Type, c.catalogNames(), "write `of: catalog.<name>`"), "there is no catalog %s", of.Type)
			return
		}
		if catalog.sold == nil { // it is being settled itself
			c.fail(of.Ref, "unknown-source", "put the items it names into a catalog of their own, above this one", "an item of %s cannot name items of the same catalog", of.Type)
			return
		}
		field.typ.Fields = catalog.sold.Type().Fields
	case value.TypeOrder:
		field.typ.Fields = c.orderType().Fields
	case value.TypeBooking:
		field.typ.Fields = c.bookingType().Fields
	default:
		if of != nil {
			c.fail(of.Ref, "of-unused", "leave it out, or write `type: list`", "only a list and an item are `of` something")
		}
	}
}

func (c *compiler) catalogNames() []string {
	var names []string
	for id := range c.set.catalogs {
		names = append(names, "catalog."+id)
	}
	return sorted(names)
}

// entryType is the type of one entry of a list.
func (c *compiler) entryType(of *Of, p place) *value.Type {
	if of.Type != "" {
		one := &Field{Ref: of.Ref, Name: "entry", Type: of.Type}
		c.fieldType(one, p)
		return one.typ
	}
	entry := &value.Type{Base: value.TypeRecord, Fields: map[string]*value.Type{}}
	for _, column := range of.Fields {
		c.fieldType(column, p)
		entry.Fields[string(column.Name)] = column.typ
	}
	return entry
}

func flowID(f *Flow) ID {
	if f == nil {
		return ""
	}
	return f.ID
}

// answerTypes are the types that a question can ask for.
var answerTypes = []value.Base{value.TypeText, value.TypeNumber, value.TypeInteger, value.TypeMoney, value.TypeYesNo, value.TypeOneOf, value.TypeManyOf,
	value.TypeDate, value.TypeTime, value.TypeDateTime, value.TypeEmail, value.TypePhone, value.TypeLocation, value.TypePhoto, value.TypeVoice, value.TypeFile,
	value.TypeRating, value.TypeConsent, value.TypeItem, value.TypeBooking, value.TypeOrder, value.TypeList}

func typeNames() []string {
	names := make([]string, len(answerTypes))
	for i, base := range answerTypes {
		names[i] = base.String()
	}
	return names
}

// noValues is the Env of texts without values.
type noValues struct{}

func (noValues) Value(string) value.Value { return value.Value{} }
func (noValues) Locale() value.Locale     { return value.Locale{} }

// Many tells whether several options may be chosen.
func (f *Field) Many() bool { return f.typ != nil && f.typ.Base == value.TypeManyOf }
