package document

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// tooDeep: brackets within brackets within brackets.
func tooDeep(tr *trouble) (Fault, bool) {
	if tr.refused == nil {
		return Fault{}, false
	}
	switch tr.refused.Type {
	case token.SequenceStartType, token.MappingStartType, token.SequenceEntryType:
		f := tr.fault(tr.line, tr.col, tr.col+1, "too many brackets or dashes within one another")
		f.Help = "write it on lines of its own"
		tr.text.takeOut(tr.line)
		return f, true
	}
	return Fault{}, false
}

// refusedSign: a text that begins with a sign that YAML keeps for itself and swallows in silence.
func refusedSign(tr *trouble) (Fault, bool) {
	if tr.refused == nil {
		return Fault{}, false
	}
	switch tr.refused.Type {
	case token.MergeKeyType, token.DirectiveType:
		l := splitLine(tr.text.line(tr.line))
		if tr.col > l.body {
			break
		}
		f := tr.fault(tr.line, l.body, l.end, "`"+tr.refused.Value+"` has no place here")
		f.Code, f.Help = Anchor, "write out what it stands for"
		tr.text.takeOut(tr.line)
		return f, true
	}
	v := tr.value()
	if v.from >= v.to {
		return Fault{}, false
	}
	sign := tr.refused.Value[:1]
	code, message := Garbled, "YAML takes a text that begins with `"+sign+"` for something else"
	if tr.refused.Type == token.AnchorType || tr.refused.Type == token.AliasType {
		code, message = Anchor, "`"+sign+"` would be an anchor or an alias, which are not used here"
	}
	f := tr.quoted(v, message)
	f.Code = code
	if code == Anchor {
		f.Help = "a text in quotes: " + f.Help + "; else write out what is repeated"
	}
	return f, true
}

// signFirst: `say: {{ name }}, hello` and `say: @shop`.
func signFirst(tr *trouble) (Fault, bool) {
	v := tr.value()
	text := v.of(tr)
	switch {
	case strings.HasPrefix(text, "{{"):
		return tr.quoted(v, "a text that begins with {{ needs quotes"), true
	case len(text) > 0 && strings.ContainsAny(text[:1], "@`%&*!?,"):
		return tr.quoted(v, "a text that begins with "+sign(text[:1])+" needs quotes"), true
	case strings.HasPrefix(text, "- ") && strings.HasPrefix(tr.message, "block sequence"):
		return tr.quoted(v, "a text that begins with a dash needs quotes"), true
	case len(text) > 1 && (text[0] == '>' || text[0] == '|') && strings.HasPrefix(tr.message, "invalid header"):
		return tr.quoted(v, "a text that begins with "+sign(text[:1])+" needs quotes"), true
	}
	return Fault{}, false
}

// sign shows a sign within a message.
func sign(s string) string {
	if s == "`" {
		return "a backquote"
	}
	return "`" + s + "`"
}

// colonInside: `say: Hello: world`, `when: a ? b : c`.
func colonInside(tr *trouble) (Fault, bool) {
	v := tr.value()
	text := v.of(tr)
	if text == "" || strings.ContainsAny(text[:1], `"'[{`) {
		return Fault{}, false
	}
	if !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":") {
		return Fault{}, false
	}
	return tr.quoted(v, "a text with a colon and a blank behind it needs quotes"), true
}
