package flows

import (
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Checker lets a kind check what its fields' types do not tell.
type Checker struct {
	c     *compiler
	place place
}

// Fail reports a mistake that stops the set from being used.
func (k *Checker) Fail(ref Ref, code, help, format string, args ...any) {
	k.c.fail(ref, code, help, format, args...)
}

// Warn reports what works, but hardly as it is meant.
func (k *Checker) Warn(ref Ref, code, help, format string, args ...any) {
	k.c.warn(ref, code, help, format, args...)
}

// Crossing settles a way into another flow. A flow that is not there has been reported already.
func (k *Checker) Crossing(flow FlowName, with Passing) *Crossing {
	x := &Crossing{Flow: flow, With: with, flow: k.c.set.flows[flow.Name]}
	if flow.Name == commandMenu && x.flow == nil {
		x.flow = k.c.set.start
	}
	k.c.handed(x, k.place)
	return x
}

// Taking checks what is taken from another flow at its end.
func (k *Checker) Taking(x *Crossing, take Taking) {
	if x.flow == nil {
		return
	}
	inside := place{c: k.c, flow: x.flow}
	for i := range take {
		pair := &take[i]
		k.c.expr(&pair.Expr, inside)
		if to := k.c.assignable(pair.Name, k.place); to != nil && pair.Expr.program != nil {
			k.c.fits(&pair.Expr, to, "field "+pair.Name.Name)
		}
	}
}

// Step finds the step that a name means. One that is not there has been reported already.
func (k *Checker) Step(name StepName) *Step { return k.place.flow.resting[name.Name] }

// Field finds the field that a name means; nil where there is none, which has been reported already.
func (k *Checker) Field(name FieldName) *Field { return k.place.field(name.Name) }

// Choices settles the options that are offered for a field: the step's own, which must agree with the field's, else the field's. For a menu pass no field.
func (k *Checker) Choices(own Options, field *Field) []*Option {
	var options []*Option
	if own.Of != nil {
		if lender := k.place.field(own.Of.Name); lender != nil {
			return k.fieldChoices(lender)
		}
	}
	for i := range own.List {
		options = append(options, &own.List[i])
	}
	if field == nil {
		for _, option := range options {
			at := k.place.under(string(option.ID))
			k.c.label(&option.Label, at)
			k.c.optionWords(option, at.at)
		}
		return options
	}
	if len(options) == 0 {
		return k.fieldChoices(field)
	}
	k.agree(options, field)
	return options
}

// maxOptions leaves room for [Back] and the like among the 100 buttons that a message can have.
const maxOptions = 90

// Distinct makes sure that customers can tell the options apart, and that Telegram can show them.
func (k *Checker) Distinct(options []*Option) {
	if len(options) > maxOptions {
		k.Fail(options[maxOptions].Ref, "too-many-options", "divide them over two questions", "a question can have %d options, and this has %d", maxOptions, len(options))
	}
	seen := map[string]*Option{}
	for _, option := range options {
		label := fold(option.Label.Source)
		if other := seen[label]; other != nil && label != "" && option.When == nil && other.When == nil {
			k.Fail(option.Label.Ref, "duplicate-label", "say how they differ", "option %s has the same label", other.ID)
		}
		seen[label] = option
	}
}

// fieldChoices are the options that stand with a field, or with the one that it takes them from.
func (k *Checker) fieldChoices(field *Field) []*Option {
	for range len(k.c.types) { // a circle has been reported
		if field.Options.Of == nil {
			break
		}
		lender := k.place.field(field.Options.Of.Name)
		if lender == nil {
			break
		}
		field = lender
	}
	var options []*Option
	for i := range field.Options.List {
		options = append(options, &field.Options.List[i])
	}
	return options
}

// agree holds the options of a question against those of its field.
func (k *Checker) agree(options []*Option, field *Field) {
	for _, option := range options {
		if option.templates() == nil {
			k.c.option(option, place{c: k.c, flow: k.place.flow, step: k.place.step, at: k.place.at})
		}
		if _, ok := field.typ.Option(string(option.ID)); !ok {
			var ids []string
			for _, known := range field.typ.Options {
				ids = append(ids, known.ID)
			}
			k.c.fail(option.Ref, "not-an-option", didYouMean(string(option.ID), ids, ""), "%s is not among the options of field %s", option.ID, field.Name)
		}
	}
}

func (o *Option) templates() []*expr.Template { return o.Label.templates }

// Bytes that Telegram takes of a picture and of any other file (https://core.telegram.org/bots/api#sending-files).
const (
	maxPhoto = 10 << 20
	maxFile  = 50 << 20
)

// Media makes sure that files are not too large to be sent, and that there are not too many of them. Which are missing has been reported already.
func (k *Checker) Media(m *MediaFiles, medium Medium) {
	if len(m.Files) > 10 {
		k.Fail(m.Files[10].Ref, "too-many-files", "divide them over two steps", "an album has 10 pictures at most, and this has %d", len(m.Files))
	}
	limit := int64(maxFile)
	if medium == Photo {
		limit = maxPhoto
	}
	for i := range m.Files {
		f := &m.Files[i]
		if entry := k.c.src.Media[f.Path]; entry.Size > limit {
			k.Fail(f.Ref, "file-too-large", "make it smaller", "%s has %d MB, and Telegram takes %d", f.Path, entry.Size>>20, limit>>20)
		}
	}
}

// Number makes sure that an expression gives a number.
func (k *Checker) Number(e *Expr) {
	if e == nil || e.program == nil {
		return
	}
	switch from := e.program.Type(); from.Kind() {
	case value.KindNumber, value.KindUnknown:
	case value.KindMoney:
		k.Fail(e.Ref, "type-mismatch", "write number(...) around the amount", "this place takes a number, and this gives an amount of money")
	default:
		k.Fail(e.Ref, "type-mismatch", "", "this place takes a number, and this gives %s", expr.Describe(from))
	}
}

// Moment makes sure that an expression gives a time.
func (k *Checker) Moment(e *Expr) {
	if e == nil || e.program == nil {
		return
	}
	switch e.program.Type().Kind() {
	case value.KindDate, value.KindDateTime, value.KindUnknown:
	default:
		k.Fail(e.Ref, "type-mismatch", "write `until: appointment - 2h`", "this place takes a date or a time of a date, and this gives %s", expr.Describe(e.program.Type()))
	}
}

// Hours makes sure that opening times of that name are declared.
func (k *Checker) Hours(ref Ref, id ID) {
	if id == "" || k.c.set.hours[string(id)] != nil {
		return
	}
	var names []string
	for name := range k.c.set.hours {
		names = append(names, name)
	}
	k.Fail(ref, "unknown-hours", didYouMean(string(id), sorted(names), "declare them in bot.yaml under `hours:`"), "there are no hours called %s", id)
}
