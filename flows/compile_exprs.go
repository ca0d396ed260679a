package flows

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"repartee/flows/expr"
	"repartee/flows/value"
)

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

func (c *compiler) expressionProblems(ref Ref, problems []expr.Problem) {
	for _, problem := range problems {
		c.problems = append(c.problems, Problem{Ref: ref.Span(problem.From, problem.To), Code: problem.Code, Message: problem.Message, Help: problem.Help})
	}
}

// assignments compiles the pairs of a `set`, and holds each value against its field.
func (c *compiler) assignments(pairs Assignments, p place) {
	for i := range pairs {
		pair := &pairs[i]
		to := c.assignable(pair.Name, p)
		if to != nil && c.unquoted(pair, to, p) {
			continue
		}
		c.expr(&pair.Expr, p)
		if to == nil || pair.Expr.program == nil {
			continue
		}
		c.fits(&pair.Expr, to, fmt.Sprintf("field %s", pair.Name.Name))
	}
}

// unquoted reports an option or a text without the quotes that make it one: {brew: filter}.
func (c *compiler) unquoted(pair *Pass, to *value.Type, p place) bool {
	word := pair.Expr.Source
	if !isWord(word) || slices.Contains([]string{"yes", "no", "true", "false", "unknown"}, word) || p.Lookup(word) != nil {
		return false
	}
	isOption := slices.ContainsFunc(to.Options, func(o value.Option) bool { return o.ID == word })
	if !isOption && (to.Base != value.TypeText || expr.Nearest(word, p.Names()) != "") {
		return false
	}
	written := "'" + word + "'"
	if to.Kind() == value.KindList {
		written = "[" + written + "]"
	}
	c.fail(pair.Expr.Ref, expr.CodeUnknownName, "write `"+pair.Name.Name+": \""+written+"\"`, with both kinds of quotes", "there is nothing called `%s` here", word)
	return true
}

// isWord tells whether an expression is a single name.
func isWord(source string) bool {
	return source != "" && !strings.ContainsFunc(source, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func (c *compiler) fits(e *Expr, to *value.Type, what string) {
	if from := e.program.Type(); !expr.Assignable(to, from, c.set.Currency) {
		p := expr.Misfit(what, to, from)
		c.problems = append(c.problems, Problem{Ref: e.Ref, Code: p.Code, Message: p.Message, Help: p.Help})
	}
}

// assignable gives the type of a field that can be set; nil after a complaint.
func (c *compiler) assignable(name FieldName, p place) *value.Type {
	if name.Name == languageField {
		return c.languageType()
	}
	if name.Name == zoneField && c.set.zones != nil {
		return c.zoneType()
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
		if p.step != nil && p.step.Kind == "repeat" && name.Ref == p.step.Ref.At("repeat") {
			help = "declare it under `fields:`, as `" + name.Name + ": {type: list, of: {name: text}}`"
		}
	}
	c.fail(name.Ref, "unknown-field", help, "there is no field called %s", name.Name)
}
