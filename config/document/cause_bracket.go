package document

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// strayBracket: `[1, 2]]`.
func strayBracket(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	if tr.col >= len(line) || line[tr.col] != ']' && line[tr.col] != '}' || tr.inBrackets(tr.col) {
		return Fault{}, false
	}
	f := tr.fault(tr.line, tr.col, tr.col+1, "nothing is open that `"+string(line[tr.col])+"` could close")
	f.Help = "take it out; a text with brackets needs quotes"
	tr.text.splice(tr.line, tr.col, tr.col+1, "")
	return f, true
}

// unclosedBracket: `[Yes, No` with the next key on the line below.
func unclosedBracket(tr *trouble) (Fault, bool) {
	if !strings.Contains(tr.message, "must be specified") && !strings.Contains(tr.message, "could not find") {
		return Fault{}, false
	}
	open := tr.openBracket()
	if open == nil {
		return Fault{}, false
	}
	closer := "]"
	if open.Type == token.MappingStartType {
		closer = "}"
	}
	line, col := open.Position.Line-1, open.Position.Column-1
	at := splitLine(tr.text.line(line)).end
	if line == tr.line && tr.col > col {
		at = tr.col
	}
	f := tr.fault(line, col, max(at, col+1), "the bracket that opens here is not closed")
	f.Help = "close it with `" + closer + "`; a text with brackets or a comma needs quotes"
	tr.text.edits[line]++
	tr.text.splice(line, at, at, closer)
	return f, true
}

// openBracket is the last bracket that is still open at the trouble.
func (tr *trouble) openBracket() *token.Token {
	var open []*token.Token
	for _, tk := range tr.tokens {
		line, col := tk.Position.Line-1, tk.Position.Column-1
		if line > tr.line || line == tr.line && col >= tr.col && len(open) > 0 {
			break
		}
		switch tk.Type {
		case token.SequenceStartType, token.MappingStartType:
			open = append(open, tk)
		case token.SequenceEndType, token.MappingEndType:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}
