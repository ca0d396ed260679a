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

func (t token) is(sign string) bool { return t.kind == tokenSign && t.text == sign }

func (t token) isWord(word string) bool { return t.kind == tokenName && t.text == word }
