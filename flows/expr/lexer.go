package expr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"repartee/flows/value"
)

// lexer cuts a source into tokens. It stops at the first thing that is none.
type lexer struct {
	src    string
	pos    int
	tokens []token
}

// signs are all signs, and what people write instead of them with what it should
// have been. Those that begin with another come before it.
var signs = [...]struct{ sign, slip string }{
	{"===", "write `==` to compare"},
	{"==", ""},
	{"=", "write `==` to compare"},
	{"!=", ""},
	{"!", "write `not`"},
	{"<>", "write `!=`"},
	{"<=", ""},
	{">=", ""},
	{"<", ""},
	{">", ""},
	{"≠", "write `!=`"},
	{"≤", "write `<=`"},
	{"≥", "write `>=`"},
	{"&&", "write `and`"},
	{"||", "write `or`"},
	{"??", ""},
	{"?", ""},
	{":", ""},
	{"+", ""},
	{"-", ""},
	{"−", "write `-`"},
	{"*", ""},
	{"×", "write `*`"},
	{"/", ""},
	{"÷", "write `/`"},
	{"%", "10 % of it is `* 0.1`"},
	{"(", ""},
	{")", ""},
	{"[", ""},
	{"]", ""},
	{"{", "lists stand in square brackets: `['a', 'b']`"},
	{",", ""},
	{".", ""},
	{"€", bareAmount},
	{"$", bareAmount},
	{"£", bareAmount},
}

const bareAmount = "leave it out: a bare number beside money is in the bot's currency"

const curlyQuotes = "‘’‚‛“”„‟«»‹›`´"

// tokenize cuts a source into tokens. It appends them to room, which saves those of a short source from the heap.
func tokenize(src string, room []token) ([]token, *Problem) {
	l := lexer{src: src, tokens: room}
	for {
		l.pos += len(src[l.pos:]) - len(strings.TrimLeftFunc(src[l.pos:], unicode.IsSpace))
		if l.pos == len(src) {
			l.tokens = append(l.tokens, token{kind: tokenEnd, from: l.pos, to: l.pos})
			return l.tokens, nil
		}
		if problem := l.next(); problem != nil {
			return nil, problem
		}
	}
}

func (l *lexer) next() *Problem {
	r, size := utf8.DecodeRuneInString(l.src[l.pos:])
	switch {
	case r == '\'' || r == '"':
		return l.quoted(byte(r))
	case r >= '0' && r <= '9':
		return l.number()
	case isNameRune(r):
		l.add(tokenName, l.pos+nameLength(l.src[l.pos:]), value.Value{})
		return nil
	}
	if strings.ContainsRune(curlyQuotes, r) {
		return l.problem(size, "`%c` is no quote here", "write straight quotes: 'text'", r)
	}
	rest := l.src[l.pos:]
	for _, known := range signs {
		if !strings.HasPrefix(rest, known.sign) {
			continue
		}
		if known.slip != "" {
			return l.problem(len(known.sign), "`%s` is no sign here", known.slip, known.sign)
		}
		l.add(tokenSign, l.pos+len(known.sign), value.Value{})
		return nil
	}
	return l.problem(size, "`%c` does not belong here", "", r)
}

func (l *lexer) add(kind tokenKind, end int, val value.Value) {
	l.tokens = append(l.tokens, token{kind, l.pos, end, l.src[l.pos:end], val})
	l.pos = end
}

func (l *lexer) problem(size int, message, help string, args ...any) *Problem {
	p := problemAt(l.pos, l.pos+size, CodeSyntax, message, args...)
	p.Help = help
	return &p
}

// quoted reads a text up to the quote that it began with. There is no escape: a
// text with one kind of quote in it stands between the other.
func (l *lexer) quoted(quote byte) *Problem {
	length := strings.IndexByte(l.src[l.pos+1:], quote)
	if length < 0 {
		p := problemAt(l.pos, len(l.src), CodeSyntax, "this text has no end").withHelp("write %c behind it", quote)
		return &p
	}
	end := l.pos + length + 2
	l.add(tokenLiteral, end, value.Text(l.src[l.pos+1:end-1]))
	return nil
}

// number reads a number, or a duration: a number with a unit behind it.
func (l *lexer) number() *Problem {
	end := l.pos
	for end < len(l.src) && isNumberByte(l.src, end) {
		end++
	}
	for end < len(l.src) && isNameByte(l.src[end]) {
		end++
	}
	text := l.src[l.pos:end]
	if v, ok := numberLiteral(text); ok {
		l.add(tokenLiteral, end, v)
		return nil
	}
	if v, ok := value.ParseDuration(text); ok {
		l.add(tokenLiteral, end, v)
		return nil
	}
	p := problemAt(l.pos, end, CodeSyntax, "`%s` is neither a number nor a duration", text).
		withHelp("numbers: 8, 12.50. Durations: 30s 5m 20h 3d 2w 6mo 2y")
	return &p
}

// numberLiteral is a number with up to six decimals and a decimal point.
func numberLiteral(text string) (value.Value, bool) {
	for i := range len(text) {
		if text[i] != '.' && (text[i] < '0' || text[i] > '9') {
			return value.Value{}, false
		}
	}
	var v value.Value
	if err := v.UnmarshalJSON([]byte(text)); err != nil {
		return value.Value{}, false
	}
	return v, true
}

func isNumberByte(s string, i int) bool {
	if s[i] == '.' {
		return i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9'
	}
	return s[i] >= '0' && s[i] <= '9'
}

func isNameByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// nameLength is how many bytes of a text, from its beginning on, can be a name.
func nameLength(text string) int {
	if i := strings.IndexFunc(text, func(r rune) bool { return !isNameRune(r) }); i >= 0 {
		return i
	}
	return len(text)
}

func isNameRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
