package expr

import (
	"slices"
	"strings"
)

// maxText and maxValues bound the source of a text; what it gives is held against
// Telegram's limits elsewhere.
const (
	maxText   = 32 << 10 // bytes
	maxValues = 200      // that it is filled with
)

// Template is a compiled text. It is immutable and may be shared.
type Template struct {
	parts []part
	reads []Read
	// written are the expressions as they were parsed.
	written []written
	fixed   int // UTF-16 units
	// placeholders are the expressions as they stand in the source.
	placeholders []string
	// ready is what every customer gets, if that is the same.
	ready  Formatted
	static bool
}

// part is a piece of a template, ready to be written.
type part struct {
	kind   pieceKind
	text   string
	units  int // of the text, in UTF-16
	value  func(Env) string
	entity string
	url    []part
}

// CompileText compiles a text with light markup and `{{ expressions }}`. With
// problems there is no template.
func CompileText(src string, s Scope) (*Template, []Problem) {
	return compileTemplate(src, s, func(c *composer, spans []span) []part {
		pieces, problems := parseMarkup(src, spans)
		c.problems = problems
		return c.compose(pieces)
	})
}

// CompileLabel compiles a text without markup, such as the label of a button: its
// signs stay as they are, only `{{ expressions }}` are put in.
func CompileLabel(src string, s Scope) (*Template, []Problem) {
	return compileTemplate(src, s, func(c *composer, spans []span) []part {
		return c.compose(plainPieces(src, spans))
	})
}

// CompileURL compiles an address: values in it are percent-encoded, and it has to
// begin with a scheme that may be linked to.
func CompileURL(src string, s Scope) (*Template, []Problem) {
	return compileTemplate(src, s, func(c *composer, spans []span) []part {
		pieces := plainPieces(src, spans)
		c.problems = append(c.problems, checkAddress(src, pieces, 0, len(src))...)
		return c.address(pieces)
	})
}

func compileTemplate(src string, s Scope, compose func(*composer, []span) []part) (*Template, []Problem) {
	if len(src) > maxText {
		return nil, []Problem{problemAt(0, len(src), CodeTooLong, "this text is longer than %d bytes", maxText)}
	}
	spans, problems := findBraces(src)
	if len(problems) > 0 {
		return nil, problems
	}
	if len(spans) > maxValues {
		first := spans[maxValues]
		return nil, []Problem{problemAt(first.inner, first.end, CodeTooLong, "this text is filled with more than %d values", maxValues)}
	}
	c := composer{src: src, scope: s}
	parts := compose(&c, spans)
	if len(c.problems) > 0 {
		sortProblems(c.problems)
		return nil, c.problems
	}
	t := newTemplate(parts, c.reads)
	t.written = c.written
	for _, s := range spans {
		t.placeholders = append(t.placeholders, strings.TrimSpace(src[s.inner:s.end]))
	}
	return t, nil
}

// newTemplate works out what does not depend on the customer.
func newTemplate(parts []part, reads []Read) *Template {
	slices.SortStableFunc(reads, func(a, b Read) int { return a.From - b.From })
	t := &Template{parts: parts, reads: reads, static: true}
	for _, p := range parts {
		t.fixed += p.units
		t.static = t.static && p.fixed()
	}
	if t.static {
		t.ready = t.render(nil)
	}
	return t
}

func (p part) fixed() bool {
	if p.kind == pieceValue {
		return false
	}
	for _, u := range p.url {
		if !u.fixed() {
			return false
		}
	}
	return true
}

// Reads lists the places where names are read, in the order of the source.
func (t *Template) Reads() []Read { return t.reads }

// Placeholders lists the sources of the {{ expressions }} in the order of the text, without the spaces around them: a translation is expected to have the same.
func (t *Template) Placeholders() []string { return t.placeholders }

// Static reports whether the text is the same for everybody.
func (t *Template) Static() bool { return t.static }

// MinLength is the length of the fixed parts, in UTF-16 units.
func (t *Template) MinLength() int { return t.fixed }
