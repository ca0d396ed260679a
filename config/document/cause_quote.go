package document

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// unclosedQuote: `say: "Hello`. The parser takes all up to the next quote for one text and gives up far below.
func unclosedQuote(tr *trouble) (Fault, bool) {
	line, col, ok := tr.openQuote()
	if !ok {
		return Fault{}, false
	}
	runes := tr.text.line(line)
	end := valueEnd(runes, col)
	f := tr.fault(line, col, end, "the quote that begins here is not closed on this line")
	tr.text.edits[line]++
	if inner := string(runes[col+1 : end]); strings.ContainsRune(inner, runes[col]) {
		f.Help = "write `" + Quoted(inner) + "`"
		tr.text.quote(line, col, end)
		return f, true
	}
	f.Help = "write `" + string(runes[col:end]) + string(runes[col]) + "`; long texts: `|` and the lines below"
	tr.text.splice(line, end, end, string(runes[col]))
	return f, true
}

// openQuote finds the quote that has swallowed lines of the file's structure, or is never closed.
func (tr *trouble) openQuote() (line, col int, ok bool) {
	if strings.HasPrefix(tr.message, "could not find end character") {
		line, col = tr.line, tr.col
		runes := tr.text.line(line)
		return line, col, col < len(runes) && (runes[col] == '"' || runes[col] == '\'') && closingQuote(runes, col) == len(runes)
	}
	for _, tk := range tr.tokens {
		if tk.Type != token.DoubleQuoteType && tk.Type != token.SingleQuoteType {
			continue
		}
		line, col = tk.Position.Line-1, tk.Position.Column-1
		runes := tr.text.line(line)
		if line > tr.line {
			break
		}
		if col < 0 || col >= len(runes) || runes[col] != '"' && runes[col] != '\'' || closingQuote(runes, col) < len(runes) {
			continue
		}
		if tr.swallows(line, strings.Count(strings.TrimSpace(tk.Origin), "\n")) {
			return line, col, true
		}
	}
	return 0, 0, false
}

// swallows tells whether one of the n lines below begins with a dash or a key.
func (tr *trouble) swallows(line, n int) bool {
	for i := line + 1; i <= line+n; i++ {
		if l := splitLine(tr.text.line(i)); l.key >= 0 || l.body > l.indent {
			return true
		}
	}
	return false
}

// quoteInside: `'It's fine'`, `"He said "hi""`, `"Hello" world`.
func quoteInside(tr *trouble) (Fault, bool) {
	v := tr.value()
	line := tr.text.line(tr.line)
	if v.from >= v.to || line[v.from] != '"' && line[v.from] != '\'' {
		return Fault{}, false
	}
	if close := closingQuote(line, v.from); close >= v.to-1 {
		return Fault{}, false
	}
	f := tr.fault(tr.line, v.from, v.to, "the text goes on behind its closing quote")
	f.Help = "write `" + tr.key(v) + Quoted(unquoted(v.of(tr))) + "`"
	if strings.HasSuffix(v.of(tr), string(line[v.from])) {
		tr.text.splice(tr.line, v.to-1, v.to, "")
		v.to--
	}
	tr.text.splice(tr.line, v.from, v.from+1, "")
	tr.text.quote(tr.line, v.from, v.to-1)
	return f, true
}

// otherQuotes: `text: “{{ name }}, hello”`, as word processors make of straight quotes.
func otherQuotes(tr *trouble) (Fault, bool) {
	line, l := tr.text.line(tr.line), splitLine(tr.text.line(tr.line))
	from := l.value
	if v := tr.value(); from >= l.end || !strings.ContainsRune(wordQuotes, line[from]) {
		from = v.from
	}
	if from >= l.end || !strings.ContainsRune(wordQuotes, line[from]) {
		return Fault{}, false
	}
	to := from + 1
	for to < l.end && !strings.ContainsRune(wordQuotes, line[to]) {
		to++
	}
	if to == l.end {
		return Fault{}, false
	}
	f := tr.fault(tr.line, from, to+1, "`"+string(line[from])+"` and `"+string(line[to])+"` are no quotes here")
	f.Help = "write straight ones: `" + Quoted(string(line[from+1:to])) + "`"
	tr.text.splice(tr.line, to, to+1, "")
	tr.text.splice(tr.line, from, from+1, "")
	tr.text.quote(tr.line, from, to-1)
	return f, true
}

// wordQuotes are what word processors and typographers put round a text.
const wordQuotes = "“”„‟«»"

// badEscape: `"C:\quick"`. In double quotes a backslash begins an escape.
func badEscape(tr *trouble) (Fault, bool) {
	if !strings.Contains(tr.message, "escape character") && !strings.HasPrefix(tr.message, "could not find end character") {
		return Fault{}, false
	}
	line := tr.text.line(tr.line)
	from := min(tr.col, len(line))
	for i := max(from-1, 0); i < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		f := tr.fault(tr.line, i, i+2, "this means nothing within double quotes")
		f.Help = `write \\ for a backslash; \n begins a new line`
		tr.text.splice(tr.line, i, i, `\`)
		return f, true
	}
	return Fault{}, false
}
