package expr

import "repartee/flows/value"

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenName
	tokenSign    // an operator, bracket, comma or dot
	tokenLiteral // a number, text or duration, in val
)

type token struct {
	kind     tokenKind
	from, to int
	text     string // as it stands in the source
	val      value.Value
}

// Token is a word, a sign or a literal of an expression, with its place in bytes.
type Token struct {
	From, To int
	Text     string      // as it is written
	Value    value.Value // of a literal; else unknown
}

// Tokens cuts an expression into its tokens, for what changes one of them. It is nil where the source cannot be cut.
func Tokens(source string) []Token {
	cut, problem := tokenize(source, nil)
	if problem != nil {
		return nil
	}
	tokens := make([]Token, len(cut)-1) // the last one marks the end
	for i := range tokens {
		tokens[i] = Token{cut[i].from, cut[i].to, cut[i].text, cut[i].val}
	}
	return tokens
}

func (t token) is(sign string) bool { return t.kind == tokenSign && t.text == sign }

func (t token) isWord(word string) bool { return t.kind == tokenName && t.text == word }
