package flows

import (
	"fmt"
	"strings"

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
