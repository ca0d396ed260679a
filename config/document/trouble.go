package document

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// trouble is the place where the parser gave up, in the mended text.
type trouble struct {
	text      *text
	tokens    token.Tokens
	line, col int          // 0-based
	message   string       // of the parser
	refused   *token.Token // what was not given to the parser
}

func (tr *trouble) at(tk *token.Token) {
	if tk.Position == nil {
		return
	}
	tr.line = min(max(tk.Position.Line-1, 0), len(tr.text.mended)-1)
	tr.col = max(tk.Position.Column-1, 0)
}

// cause looks for one likely cause. Where it finds it, it mends the text and says what is wrong.
type cause func(*trouble) (Fault, bool)

// causes are asked in this order: what misleads the parser about all that follows comes first.
var causes = []cause{
	unclosedQuote,
	tooDeep,
	tab,
	otherDash,
	textNotBelow,
	firstIndented,
	refusedSign,
	badEscape,
	quoteInside,
	otherQuotes,
	signFirst,
	colonWithoutBlank,
	missingColonBeforeBracket,
	missingColonAbove,
	keyAbove,
	colonInside,
	indentedTooLittle,
	indentedTooFar,
	strayBracket,
	unclosedBracket,
	dashWithoutBlank,
	missingColon,
	missingDash,
	firstItemMisaligned,
	misaligned,
}

// explain says what is wrong, and mends it; a line that no cause is known for is taken out.
func (tr *trouble) explain() Fault {
	for _, c := range causes {
		if f, ok := c(tr); ok {
			return f
		}
	}
	l := splitLine(tr.text.line(tr.line))
	f := tr.fault(tr.line, l.body, l.end, "this line does not fit here")
	f.Help = "a key is written as `key: value`, at the column of its neighbours; a text may need double quotes"
	if tr.line > 0 && tr.text.unfit[tr.line-1] && skipBlanks(tr.text.written[tr.line-1], 0) <= l.indent {
		f.Code = "" // it goes with the line above, of which this has been said
	}
	tr.text.unfit[tr.line] = true
	tr.text.takeOut(tr.line)
	return f
}

// fault is a syntax fault at a part of a mended line. It is to be made before the line is mended.
func (tr *trouble) fault(line, from, to int, message string) Fault {
	col := tr.text.column(line, from)
	return Fault{Range: Range{line + 1, col + 1, max(tr.text.column(line, to), col+1) + 1}, Code: Syntax, Message: message}
}

// quoted reports a text that needs quotes, and puts them round it.
func (tr *trouble) quoted(v span, message string) Fault {
	f := tr.fault(tr.line, v.from, v.to, message)
	f.Help = "write `" + tr.key(v) + Quoted(unquoted(v.of(tr))) + "`"
	tr.text.quote(tr.line, v.from, v.to)
	return f
}

// key is the key in front of a value, as it is to be shown.
func (tr *trouble) key(v span) string {
	line := tr.text.line(tr.line)
	if l := splitLine(line); l.key >= 0 && l.value == v.from {
		return string(line[l.body:l.key]) + ": "
	}
	return ""
}

// span is a part of the line of the trouble.
type span struct{ from, to int }

func (s span) of(tr *trouble) string { return string(tr.text.line(tr.line)[s.from:s.to]) }

// unquoted is a text without the quotes that somebody put round it in vain, or at its end only.
func unquoted(s string) string {
	switch {
	case len(s) > 1 && (s[0] == '"' || s[0] == '\''):
		return strings.TrimSuffix(s[1:], s[:1])
	case strings.Count(s, `"`) == 1:
		return strings.TrimSuffix(s, `"`)
	}
	return s
}

// value is the value that the trouble stands in: behind its key, or one item of a list or map in brackets.
func (tr *trouble) value() span {
	line := tr.text.line(tr.line)
	l := splitLine(line)
	if !tr.inBrackets(l.value) && !opensBracket(line[l.value:]) {
		return span{l.value, l.end}
	}
	return itemAround(line, l.value, tr.col)
}

// inBrackets tells whether a column of the line lies within [] or {}.
func (tr *trouble) inBrackets(col int) bool {
	depth := 0
	for _, tk := range tr.tokens {
		line := tk.Position.Line - 1
		if line > tr.line || line == tr.line && tk.Position.Column-1 >= col {
			break
		}
		switch tk.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
	}
	return depth > 0
}
