package expr

import "strings"

// composer makes parts of pieces.
type composer struct {
	src      string
	scope    Scope
	reads    []Read
	written  []written
	problems []Problem
}

func (c *composer) compose(pieces []piece) []part {
	if len(pieces) == 0 {
		return nil
	}
	parts := make([]part, 0, len(pieces))
	for _, p := range pieces {
		switch p.kind {
		case pieceValue:
			parts = append(parts, c.value(p.span))
		case pieceOpen:
			parts = append(parts, part{kind: pieceOpen, entity: p.entity, url: c.address(p.url)})
		case pieceClose:
			parts = append(parts, part{kind: pieceClose})
		default:
			parts = append(parts, fixedPart(c.src[p.from:p.to]))
		}
	}
	return parts
}

// address makes parts of the pieces of an address. What stands in the text goes
// in as it is, what an expression gives is percent-encoded.
func (c *composer) address(pieces []piece) []part {
	parts := c.compose(pieces)
	for i, p := range pieces {
		if p.kind == pieceValue {
			parts[i].encode()
		}
	}
	return parts
}

func (p *part) encode() {
	if p.kind == pieceText {
		p.text = percentEncoded(p.text)
		p.units = UTF16Len(p.text)
		return
	}
	value := p.value
	p.value = func(env Env) string { return percentEncoded(value(env)) }
}

// value compiles an expression; one that is the same for everybody and a plain
// text becomes part of the text around it.
func (c *composer) value(s span) part {
	program, problems := compile(c.src[s.inner:s.end], c.scope, place{mixed: true}, false)
	for _, p := range problems {
		p.From, p.To = p.From+s.inner, p.To+s.inner
		c.problems = append(c.problems, p)
	}
	if program == nil {
		return part{kind: pieceText}
	}
	for _, r := range program.reads {
		r.From, r.To = r.From+s.inner, r.To+s.inner
		c.reads = append(c.reads, r)
	}
	c.written = append(c.written, written{program.root, s.inner})
	if v, ok := program.Constant(); ok && v.AsText() != "" {
		return fixedPart(v.AsText())
	}
	return part{kind: pieceValue, value: program.code.printer()}
}

func fixedPart(text string) part {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return part{kind: pieceText, text: text, units: UTF16Len(text)}
}
