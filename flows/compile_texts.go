package flows

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// texts compiles every expression and text of the set and checks every name in it.
func (c *compiler) texts() {
	bot := place{c: c}
	for _, phrase := range c.set.phrases {
		c.phrase(phrase)
	}
	for _, field := range c.src.Bot.Fields {
		c.fieldTexts(field, bot)
	}
	for i := range c.src.Bot.Privacy.Purposes {
		purpose := &c.src.Bot.Privacy.Purposes[i]
		p := bot
		p.at = "purposes." + string(purpose.ID)
		c.longLabel(&purpose.Label, p)
	}
	bot.at = "defaults"
	c.visit(reflect.ValueOf(&c.src.Bot.Defaults).Elem(), bot)
	for _, flow := range c.set.Flows {
		c.flowTexts(flow)
	}
}

func (c *compiler) fieldTexts(field *Field, p place) {
	p.at = strings.TrimPrefix(string(flowID(p.flow))+"."+string(field.Name), ".")
	c.longLabel(&field.Label, p)
	for i := range field.Options.List {
		c.fieldOption(&field.Options.List[i], p)
	}
	for _, bound := range []*Expr{field.Min, field.Max} {
		if bound != nil {
			c.expr(bound, p)
		}
	}
	c.checkBounds(field, p)
	if field.Purpose != "" && p.flow == nil {
		c.purpose(field)
	}
}

// fieldOption checks an option that stands with a field. Those of a customer's field cannot lead on: they are asked in many flows.
func (c *compiler) fieldOption(o *Option, p place) {
	if p.flow == nil && (o.Go != nil || o.Jump != nil || o.Flow != nil || len(o.Do) > 0) {
		c.fail(o.Ref, "way-misplaced", "write the options at the `ask`, with where they lead", "an option in bot.yaml cannot lead anywhere")
		return
	}
	c.optionWays(o, p)
}

func (c *compiler) purpose(field *Field) {
	var ids []string
	for _, purpose := range c.src.Bot.Privacy.Purposes {
		if purpose.ID == field.Purpose {
			return
		}
		ids = append(ids, string(purpose.ID))
	}
	c.fail(field.Ref.At("purpose"), "unknown-purpose", didYouMean(string(field.Purpose), ids, "list it in bot.yaml under `privacy: purposes:`"), "there is no purpose called %s", field.Purpose)
}

func (c *compiler) flowTexts(flow *Flow) {
	p := place{c: c, flow: flow, at: string(flow.ID) + ".title"}
	c.label(&flow.Title, p)
	for _, field := range flow.Fields {
		c.fieldTexts(field, p)
	}
	p.at = string(flow.ID) + ".defaults"
	c.visit(reflect.ValueOf(&flow.Defaults).Elem(), p)
	p.at = string(flow.ID)
	if flow.Goal != nil {
		c.condition(flow.Goal, p)
	}
	if flow.ResumeAt != nil {
		c.stepName(flow.ResumeAt, p)
	}
	for _, step := range flow.steps {
		c.stepTexts(step, p)
	}
}

func (c *compiler) stepTexts(step *Step, p place) {
	p.step = step
	name := step.name
	if name == "" {
		name = step.Kind
	}
	p.at = string(step.flow.ID) + "." + name
	if step.When != nil {
		c.condition(step.When, p)
	}
	if step.Body == nil {
		return
	}
	c.visit(reflect.ValueOf(step.Body), p)
	if body, ok := step.Body.(Checked); ok {
		body.Check(&Checker{c: c, place: p})
	}
}

// visit goes through all that a body is made of and compiles what has a form of its own.
func (c *compiler) visit(v reflect.Value, p place) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.visit(v.Elem(), p)
		}
	case reflect.Slice:
		if v.CanAddr() && c.form(v.Addr().Interface(), p) {
			return
		}
		for i := range v.Len() {
			c.visit(v.Index(i), p)
		}
	case reflect.Struct:
		if v.CanAddr() && c.form(v.Addr().Interface(), p) {
			return
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			inner := p
			if names := field.Tag.Get("names"); names != "" {
				inner = p.knowing(strings.Split(names, ","))
			}
			c.visit(v.Field(i), inner)
		}
	}
}

// form compiles one of the recurring forms; false where x is none.
func (c *compiler) form(x any, p place) bool {
	switch x := x.(type) {
	case *Text:
		c.text(x, p)
	case *Line:
		c.line(x, p)
	case *Label:
		c.label(x, p)
	case *Condition:
		c.condition(x, p)
	case *Expr:
		c.expr(x, p)
	case *Target:
		c.target(x, p)
	case *Options:
		for i := range x.List {
			c.optionWays(&x.List[i], p)
		}
	case *Button:
		c.button(x, p)
	case *FieldName:
		c.fieldName(x, p)
	case *FlowName:
		c.flowName(x, p)
	case *StepName:
		c.stepName(x, p)
	case *Passing:
		for i := range *x {
			c.expr(&(*x)[i].Expr, p)
		}
	case *Assignments:
		c.assignments(*x, p)
	case *Steps, *Taking, *Duration:
		// steps are compiled each at its own place; what is taken stands in the other flow's names, see Checker.Taking
	default:
		return false
	}
	return true
}

func (c *compiler) text(t *Text, p place) {
	switch {
	case t.Line != nil:
		c.line(t.Line, p)
	case t.All != nil:
		for i := range t.All {
			c.text(&t.All[i], p)
		}
	case t.Vary != nil:
		for i := range t.Vary {
			c.text(&t.Vary[i], p)
		}
	}
	for i := range t.Arms {
		if t.Arms[i].When != nil {
			c.condition(t.Arms[i].When, p)
		}
		c.text(&t.Arms[i].Text, p)
	}
}

func (c *compiler) line(l *Line, p place) {
	l.templates = c.inLanguages(l.Ref, l.Source, p, expr.CompileText, MessageLimit, "text-too-long", "divide it into two messages: write a list")
}

func (c *compiler) label(l *Label, p place) {
	if l.Source == "" {
		return
	}
	l.templates = c.inLanguages(l.Ref, l.Source, p, expr.CompileLabel, LabelLimit, "label-too-long", "shorten it; the long form can stand in the text")
}

// longLabel compiles a label that stands in a message and on no button.
func (c *compiler) longLabel(l *Label, p place) {
	if l.Source != "" {
		l.templates = c.inLanguages(l.Ref, l.Source, p, expr.CompileLabel, MessageLimit, "text-too-long", "shorten it")
	}
}

type compileText func(src string, s expr.Scope) (*expr.Template, []expr.Problem)

// inLanguages compiles a text and its translations.
func (c *compiler) inLanguages(ref Ref, source string, p place, compile compileText, limit int, code, help string) []*expr.Template {
	templates := make([]*expr.Template, len(c.set.Languages))
	for i, language := range c.set.Languages {
		text, at := source, ref
		if i > 0 {
			entry := c.translation(p.at, source, language)
			if entry == nil {
				c.noteMissing(language, ref, p)
				continue
			}
			text, at = entry.Text, entry.Ref
		}
		c.set.note(source, language, text)
		templates[i] = c.template(at, text, p, compile)
		if templates[i] != nil && templates[i].MinLength() > limit {
			c.fail(at, code, help, "this has %d characters, and %d are allowed", templates[i].MinLength(), limit)
		}
	}
	return templates
}

func (c *compiler) template(ref Ref, source string, p place, compile compileText) *expr.Template {
	template, problems := compile(source, p)
	c.expressionProblems(ref, problems)
	if template != nil {
		c.mayBeUnknown(ref, template.Reads())
	}
	return template
}

// mayBeUnknown warns of names that Telegram does not tell for everybody.
func (c *compiler) mayBeUnknown(ref Ref, reads []expr.Read) {
	for _, read := range reads {
		switch read.Name {
		case "contact.last_name", "contact.username", "source", "link":
			if !read.Guarded {
				c.warn(ref.Span(read.From, read.To), "may-be-unknown", "say what else to write: `{{ "+read.Name+" ?? '...' }}`", "not everybody has %s", read.Name)
			}
		}
	}
}

func (c *compiler) expressionProblems(ref Ref, problems []expr.Problem) {
	for _, problem := range problems {
		c.problems = append(c.problems, Problem{Ref: ref.Span(problem.From, problem.To), Code: problem.Code, Message: problem.Message, Help: problem.Help})
	}
}

// translation finds the translation of a text: at its own place, or at the place that this lies in.
func (c *compiler) translation(at, source, language string) *Translation {
	if entry := c.translationAt(at, source, language); entry != nil {
		return entry
	}
	if i := strings.LastIndexByte(at, '.'); i > 0 {
		return c.translationAt(at[:i], source, language)
	}
	return nil
}

func (c *compiler) translationAt(at, source, language string) *Translation {
	for _, entry := range c.translations[placed{language, at, source}] {
		if entry.Words == nil {
			c.used[entry] = true
			return entry
		}
	}
	return nil
}

func (c *compiler) noteMissing(language string, ref Ref, p place) {
	if p.flow == nil || !p.flow.builtin {
		c.missing[language] = append(c.missing[language], ref)
	}
}

// unusedTranslations tells what is not translated, and which translations belong to nothing.
func (c *compiler) unusedTranslations() {
	for _, language := range c.set.Languages[1:] {
		if missing := c.missing[language]; len(missing) > 0 {
			c.warn(missing[0], "missing-translation", "write it into texts/"+language+".yaml", "%s %s no translation to %s (this is the first); customers get the %s text",
				plural(len(missing), "text"), has(len(missing)), language, c.set.Languages[0])
		}
	}
	for i := range c.src.Translations {
		if entry := &c.src.Translations[i]; !c.used[entry] {
			c.warn(entry.Ref, "unused-translation", "the flow's text may have been changed: copy it anew, to the letter", "no text at %s reads like this one", entry.At)
		}
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

// phrase compiles what the bot says of itself: as bot.yaml words it, else as it is built in.
func (c *compiler) phrase(phrase *Phrase) {
	name := string(phrase.Name)
	p := place{c: c, at: "phrases." + name}.knowing(phraseNames[name])
	line := &phrase.Text
	builtin := builtinPhrases[name]
	line.templates = make([]*expr.Template, len(c.set.Languages))
	for i, language := range c.set.Languages {
		text, ref := builtin[language], Ref{Path: "phrases." + name}
		if entry := c.translation(p.at, line.Source, language); i > 0 && entry != nil {
			text, ref = entry.Text, entry.Ref
		} else if i == 0 && line.Source != "" {
			text, ref = line.Source, line.Ref
		}
		if text == "" && i == 0 {
			text = builtin["en"]
		}
		if text != "" {
			c.set.note(line.Source, language, text)
			line.templates[i] = c.template(ref, text, p, expr.CompileText)
		} else if builtin["en"] != "" {
			line.templates[i] = c.template(ref, builtin["en"], p, expr.CompileText)
		} else {
			c.missing[language] = append(c.missing[language], line.Ref)
		}
	}
}

func (c *compiler) expr(e *Expr, p place) {
	program, problems := expr.Compile(e.Source, p)
	c.expressionProblems(e.Ref, problems)
	e.program = program
}

func (c *compiler) condition(e *Condition, p place) {
	program, problems := expr.CompileCondition(e.Source, p)
	c.expressionProblems(e.Ref, problems)
	e.program = program
}

func article(t *value.Type) string {
	name := strings.ReplaceAll(t.Base.String(), "_", " ")
	if strings.ContainsAny(name[:1], "aeio") {
		return "an " + name
	}
	return "a " + name
}

// assignments compiles the pairs of a `set`, and holds each value against its field.
func (c *compiler) assignments(pairs Assignments, p place) {
	for i := range pairs {
		pair := &pairs[i]
		c.expr(&pair.Expr, p)
		to := c.assignable(pair.Name, p)
		if to == nil || pair.Expr.program == nil {
			continue
		}
		c.fits(&pair.Expr, to, fmt.Sprintf("field %s", pair.Name.Name))
	}
}

func (c *compiler) fits(e *Expr, to *value.Type, what string) {
	if from := e.program.Type(); !expr.Assignable(to, from, c.set.Currency) {
		c.fail(e.Ref, "type-mismatch", "", "%s keeps %s, and this gives %s", what, article(to), article(from))
	}
}

// assignable gives the type of a field that can be set; nil after a complaint.
func (c *compiler) assignable(name FieldName, p place) *value.Type {
	if name.Name == languageField {
		return c.languageType()
	}
	if f := p.field(name.Name); f != nil {
		return f.typ
	}
	c.unknownField(name, p)
	return nil
}

func (p place) field(name string) *Field {
	if p.flow != nil && p.flow.fields[name] != nil {
		return p.flow.fields[name]
	}
	return p.c.set.fields[name]
}

func (c *compiler) fieldName(name *FieldName, p place) {
	if name.Name != "" && p.field(name.Name) == nil {
		c.unknownField(*name, p)
	}
}

func (c *compiler) unknownField(name FieldName, p place) {
	var fields []string
	for field := range c.set.fields {
		fields = append(fields, field)
	}
	if p.flow != nil {
		for field := range p.flow.fields {
			fields = append(fields, field)
		}
	}
	help := didYouMean(name.Name, sorted(fields), "")
	if !strings.HasPrefix(help, "did") {
		help = "declare it under `fields:`, as `" + name.Name + ": text`"
	}
	c.fail(name.Ref, "unknown-field", help, "there is no field called %s", name.Name)
}
