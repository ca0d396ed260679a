package document

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxMends is how often a file is mended and parsed again, maxMendsOfLine how often for the same line. Of a very large file, which takes long to parse, as many
// runes as maxParsed are parsed in all.
const (
	maxMends       = 20
	maxMendsOfLine = 3
	maxParsed      = 2 * MaxSize
)

// read parses the text, mending it after each mistake, till the tree is there.
func (d *Document) read() {
	for range min(maxMends, 1+maxParsed/d.text.size()) {
		file, tr := parse(d.text)
		if tr == nil {
			d.Root = d.tree(file)
			return
		}
		d.mend(tr)
	}
	// What stands before the place where nothing helped is read all the same.
	for range 2 {
		file, tr := parse(d.text)
		if tr == nil {
			d.Root = d.tree(file)
			return
		}
		d.mend(tr)
		d.cut(tr.line)
	}
	d.cut(0)
}

// mend reports one mistake and mends it. A line that cannot be mended is taken out.
func (d *Document) mend(tr *trouble) {
	d.text.edits[tr.line]++
	if !d.text.lost[tr.line] && d.text.edits[tr.line] <= maxMendsOfLine {
		f := tr.explain()
		if f.Code != "" && !d.overlaps(f.Range) {
			d.fault(f)
		}
		return
	}
	if len(d.text.line(tr.line)) == 0 {
		d.cut(tr.line)
		return
	}
	d.text.takeOut(tr.line)
}

func (d *Document) overlaps(r Range) bool {
	for _, f := range d.Faults {
		if f.Line == r.Line && f.Col < max(r.End, r.Col+1) && r.Col < max(f.End, f.Col+1) {
			return true
		}
	}
	return false
}

// cut takes out a line and all below it.
func (d *Document) cut(line int) {
	for i := line; i < len(d.text.mended); i++ {
		d.text.lost[i] = true
		d.text.splice(i, 0, len(d.text.mended[i]), "")
	}
}

// parse gives the parsed file, or the first trouble with it.
func parse(t *text) (file *ast.File, tr *trouble) {
	tr = &trouble{text: t}
	// The parser is not ours; whatever it makes of broken bytes must end as a diagnostic.
	defer func() {
		if r := recover(); r != nil {
			file, tr.message = nil, fmt.Sprint(r)
		}
	}()
	tr.tokens = lexer.Tokenize(t.String() + "\n") // without a line end the lexer loses a sign at the end
	if tk := refused(tr.tokens); tk != nil {
		tr.at(tk)
		tr.refused = tk
		return nil, tr
	}
	file, err := parser.Parse(tr.tokens, 0, parser.AllowDuplicateMapKey())
	if err == nil {
		return file, nil
	}
	var syntax yaml.Error
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		tr.message = err.Error()
		return nil, tr
	}
	tr.message = syntax.GetMessage()
	tr.at(syntax.GetToken())
	return nil, tr
}

// maxDepth bounds brackets within brackets and dashes behind dashes, since the parser calls itself for each.
const maxDepth = 64

// refused finds the first token that the parser is not to see.
func refused(tokens token.Tokens) *token.Token {
	depth, dashes := 0, 0
	for _, tk := range tokens {
		switch tk.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType, token.MappingKeyType, token.DirectiveType:
			return tk
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		if dashes++; tk.Type != token.SequenceEntryType {
			dashes = 0
		}
		if depth > maxDepth || dashes > maxDepth {
			return tk
		}
	}
	return nil
}
