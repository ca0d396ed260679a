package expr

import (
	"unicode"
	"unicode/utf8"
)

// underscore is italic at the edges of words; inside a word, beside a value or
// with others it is text.
func (m *markup) underscore() {
	before, _ := utf8.DecodeLastRuneInString(m.src[:m.pos])
	after, _ := utf8.DecodeRuneInString(m.src[m.pos+1:])
	wordBefore := isWord(before) || before == '}' && m.valueBefore()
	wordAfter := isWord(after) || m.valueAfter()
	switch {
	case before == '_' || after == '_':
		m.pos++
	default:
		m.toggle("_", "italic", !wordBefore && !m.spaceAfter(1), !wordAfter && !m.spaceBefore())
	}
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func (m *markup) valueBefore() bool {
	return len(m.pieces) > 0 && m.text == m.pos && m.pieces[len(m.pieces)-1].kind == pieceValue
}

func (m *markup) valueAfter() bool {
	return len(m.spans) > 0 && m.spans[0].from == m.pos+1
}

func (m *markup) spaceAfter(size int) bool {
	r, _ := utf8.DecodeRuneInString(m.src[m.pos+size:])
	return m.pos+size == len(m.src) || unicode.IsSpace(r)
}

func (m *markup) spaceBefore() bool {
	r, _ := utf8.DecodeLastRuneInString(m.src[:m.pos])
	return m.pos == 0 || unicode.IsSpace(r)
}

// code takes all up to the next backtick: values are put in, other signs are
// text. With nothing between them, or a space behind the first, both are text.
func (m *markup) code() {
	if m.spaceAfter(1) || m.src[m.pos+1] == '`' {
		m.pos++
		return
	}
	end := m.closingBacktick()
	if end < 0 {
		m.unclosed(m.pos, m.pos+1, "`")
		m.pos++
		return
	}
	m.push("`", 1)
	for m.pos < end {
		if !m.value() {
			m.pos = m.nextSpan(end)
		}
	}
	m.closeAt(len(m.open)-1, 1, piece{entity: "code"})
}

func (m *markup) closingBacktick() int {
	pos, spans := m.pos+1, m.spans
	for pos < len(m.src) {
		if len(spans) > 0 && spans[0].from == pos {
			pos, spans = spans[0].to, spans[1:]
			continue
		}
		if m.src[pos] == '`' {
			return pos
		}
		pos++
	}
	return -1
}
