package expr

import "strings"

// span is a `{{ expression }}` in a text: [from, to) with the braces, [inner,
// end) without.
type span struct {
	from, to   int
	inner, end int
}

// findBraces finds the expressions in a text. Braces inside a quoted text of an
// expression do not end it, unless nothing else does.
func findBraces(src string) (spans []span, problems []Problem) {
	for pos := 0; ; {
		open := strings.Index(src[pos:], "{{")
		if open < 0 {
			return spans, problems
		}
		from := pos + open
		length := closingBraces(src[from+2:])
		if length < 0 {
			p := problemAt(from, from+2, CodeUnclosedBraces, "`{{` has no `}}`").
				withHelp("write `}}` behind the expression; for the braces themselves `{{ '{{' }}`")
			return spans, append(problems, p)
		}
		end := from + 2 + length
		spans = append(spans, span{from: from, to: end + 2, inner: from + 2, end: end})
		pos = end + 2
	}
}

// closingBraces is where the expression ends that s begins with; -1 if nowhere.
func closingBraces(s string) int {
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '}' && strings.HasPrefix(s[i:], "}}"):
			return i
		}
	}
	return strings.Index(s, "}}")
}
