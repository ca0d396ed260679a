package document

import "strings"

// parts are the parts of one line, as columns: "  - ask: budget   # text".
type parts struct {
	indent int // the first rune that is no space
	body   int // behind the dashes
	key    int // the end of the key, or -1
	value  int // the first rune of the value, or of what stands there if there is no key
	end    int // behind the value, before a comment
}

// splitLine finds the parts of a line that stands outside of brackets and blocks. Only what looks like one of our keys is taken for a key.
func splitLine(line []rune) parts {
	p := parts{key: -1}
	p.indent = skipBlanks(line, 0)
	p.body = p.indent
	for p.body < len(line) && line[p.body] == '-' && (p.body+1 == len(line) || line[p.body+1] == ' ') {
		p.body = skipBlanks(line, p.body+1)
	}
	p.value = p.body
	k := p.body
	for k < len(line) && isNameRune(line[k]) {
		k++
	}
	if k > p.body && k < len(line) && line[k] == ':' && (k+1 == len(line) || line[k+1] == ' ') {
		p.key = k
		p.value = skipBlanks(line, k+1)
	}
	p.end = valueEnd(line, p.value)
	if p.key >= 0 && p.value+1 < len(line) && line[p.value] == '#' && line[p.value+1] == ' ' {
		p.end = p.value // a comment alone
	}
	return p
}

func skipBlanks(line []rune, i int) int {
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	return i
}

func isNameRune(r rune) bool {
	return r == '_' || r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// valueEnd is the end of a value that begins at from: before a comment, without the blanks behind it. A # without a blank behind it is taken for text.
func valueEnd(line []rune, from int) int {
	end := len(line)
	for i := from + 1; i+1 < len(line); i++ {
		if line[i] == '#' && line[i-1] == ' ' && line[i+1] == ' ' && !insideQuotes(line[from:i]) {
			end = i
			break
		}
	}
	for end > from && (line[end-1] == ' ' || line[end-1] == '\t') {
		end--
	}
	return end
}

// insideQuotes tells whether a value that begins like this is still within its quotes.
func insideQuotes(value []rune) bool {
	if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
		return false
	}
	return strings.Count(string(value), string(value[0]))%2 == 1
}

// Quoted writes a text so that YAML takes it as it is: in double quotes, unless it has some itself.
func Quoted(s string) string {
	switch {
	case !strings.Contains(s, `"`):
		return `"` + s + `"`
	case !strings.Contains(s, `'`):
		return `'` + s + `'`
	}
	return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"`
}
