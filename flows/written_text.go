package flows

import "repartee/flows/expr"

// writtenText is a text as it is written, and what it is to become.
type writtenText struct {
	form   textForm
	source string
}

// textForm is what may stand in a text.
type textForm uint8

const (
	markupText  textForm = iota // markup and values
	labelText                   // values
	addressText                 // values, as parts of an address
)

func (w writtenText) compile(s expr.Scope) (*expr.Template, []expr.Problem) {
	switch w.form {
	case labelText:
		return expr.CompileLabel(w.source, s)
	case addressText:
		return expr.CompileURL(w.source, s)
	}
	return expr.CompileText(w.source, s)
}

// compiled compiles a text, or takes over what became of it before: of one that reads nothing it is always the same, wherever it stands.
func (c *compiler) compiled(w writtenText, p place) (*expr.Template, []expr.Problem) {
	known := c.templates[w]
	if known == nil && c.former != nil {
		known = c.former.templates[w]
	}
	if known == nil {
		template, problems := w.compile(p)
		if template == nil || !template.Static() {
			return template, problems
		}
		known = template
	}
	c.templates[w] = known
	return known, nil
}
