package flows

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// sharedTexts compiles every expression and text outside of the flows and checks every name in it.
func (c *compiler) sharedTexts() {
	bot := place{c: c}
	for _, name := range slices.Sorted(maps.Keys(c.set.phrases)) {
		c.phrase(c.set.phrases[name])
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
	c.faqTexts()
	c.callTexts()
	c.sellingTexts()
	bot.at = "defaults"
	c.visit(reflect.ValueOf(&c.src.Bot.Defaults).Elem(), bot)
	c.fieldOptionsTogether(c.src.Bot.Fields)
	for _, field := range c.src.Bot.Fields {
		field.fixBounds()
	}
}

func (c *compiler) fieldTexts(field *Field, p place) {
	p.at = strings.TrimPrefix(string(flowID(p.flow))+"."+string(field.Name), ".")
	c.longLabel(&field.Label, p)
	for i := range field.Options.List {
		c.fieldOption(&field.Options.List[i], p)
	}
	if field.Of != nil {
		for _, column := range field.Of.Fields {
			c.fieldTexts(column, p)
		}
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

// flowTexts compiles those of a flow.
func (c *compiler) flowTexts(flow *Flow) {
	p := place{c: c, flow: flow, at: string(flow.ID) + ".title"}
	c.label(&flow.Title, p)
	c.tellWords(flow.Start.Ref.At("words"), string(flow.ID)+".words", flow.Start.Words)
	for _, field := range flow.Fields {
		c.fieldTexts(field, p)
	}
	p.at = string(flow.ID) + ".defaults"
	c.visit(reflect.ValueOf(&flow.Defaults).Elem(), p)
	p.at = string(flow.ID)
	if flow.Goal != nil {
		c.goalCondition(flow.Goal, p)
	}
	if flow.ResumeAt != nil {
		c.stepName(flow.ResumeAt, p)
	}
	for _, step := range flow.steps {
		c.stepTexts(step, p)
	}
}

// goalCondition compiles what a flow's goal is. A single name is most likely that of a goal which no step reaches.
func (c *compiler) goalCondition(goal *Condition, p place) {
	if isWord(goal.Source) && p.Lookup(goal.Source) == nil && expr.Nearest(goal.Source, p.Names()) == "" {
		c.fail(goal.Ref, expr.CodeUnknownName, "write `- goal: "+goal.Source+"` as the step that reaches it", "there is no goal called %s", goal.Source)
		return
	}
	c.condition(goal, p)
}

// Scoping is a body that makes names known in the steps nested in it.
type Scoping interface{ Names() map[string]*value.Type }

func (c *compiler) stepTexts(step *Step, p place) {
	p.step = step
	for outer := step.outer; outer != nil; outer = outer.outer {
		if body, ok := outer.Body.(Scoping); ok {
			p = p.with(body.Names())
		}
	}
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
	p = c.itemsOf(step.Body, p)
	if body, ok := step.Body.(Scoping); ok {
		p = p.with(body.Names())
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
		for _, member := range c.makeups.of(v.Type()) {
			inner := p
			if len(member.names) > 0 {
				inner = p.knowing(member.names)
			}
			c.visit(v.Field(member.at), inner)
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
	case *FAQName:
		c.faqName(x)
	case *MediaFiles:
		for i := range x.Files {
			c.mediaFile(&x.Files[i])
		}
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
