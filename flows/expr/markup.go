package expr

import "strings"

type pieceKind uint8

const (
	pieceText  pieceKind = iota
	pieceValue           // an expression
	pieceOpen            // an entity begins
	pieceClose           // the entity that was opened last ends
)

// piece is a part of a text: [from, to) of the source.
type piece struct {
	kind     pieceKind
	from, to int
	span     span   // of a value
	entity   string // what opens: bold, italic, code, text_link
	url      []piece
}

// opener is a sign that may begin an entity, if its partner comes.
type opener struct {
	sign  string
	piece int // its place among the pieces, where it is text until then
}

// markup cuts a text with light markup into pieces. It goes through the source
// once: a sign waits in open until its partner comes, and is text if none does.
type markup struct {
	src      string
	spans    []span
	pos      int
	text     int // where the text that is not yet a piece begins
	pieces   []piece
	open     []opener
	problems []Problem
}

func parseMarkup(src string, spans []span) ([]piece, []Problem) {
	m := markup{src: src, spans: spans, pieces: make([]piece, 0, 2*len(spans)+1)}
	for m.pos < len(src) {
		m.step()
	}
	m.flush()
	for _, o := range m.open {
		m.drop(o)
	}
	return m.pieces, m.problems
}

// plainPieces cuts a text without markup.
func plainPieces(src string, spans []span) []piece {
	m := markup{src: src, spans: spans}
	for m.pos < len(src) {
		if !m.value() {
			m.pos = m.nextSpan(len(src))
		}
	}
	m.flush()
	return m.pieces
}

func (m *markup) step() {
	rest := m.src[m.pos:]
	switch {
	case m.value():
	case rest[0] == '*':
		m.stars()
	case rest[0] == '_':
		m.underscore()
	case rest[0] == '`':
		m.code()
	case rest[0] == '[':
		m.push("[", 1)
	case rest[0] == ']':
		m.bracket()
	default:
		m.pos++
	}
}

// value takes the expression that begins here, if one does.
func (m *markup) value() bool {
	if len(m.spans) == 0 || m.spans[0].from != m.pos {
		return false
	}
	m.flush()
	s := m.spans[0]
	m.spans = m.spans[1:]
	m.pieces = append(m.pieces, piece{kind: pieceValue, from: s.from, to: s.to, span: s})
	m.pos, m.text = s.to, s.to
	return true
}

func (m *markup) nextSpan(otherwise int) int {
	if len(m.spans) > 0 {
		return min(otherwise, m.spans[0].from)
	}
	return otherwise
}

// flush makes a piece of the text that was passed.
func (m *markup) flush() {
	if m.text < m.pos {
		m.pieces = append(m.pieces, piece{kind: pieceText, from: m.text, to: m.pos})
	}
	m.text = m.pos
}

// push notes a sign that may begin something.
func (m *markup) push(sign string, size int) {
	m.flush()
	m.open = append(m.open, opener{sign, len(m.pieces)})
	m.pos += size
	m.flush()
}

// stars are bold if they are two; one alone, or a row of more, is text.
func (m *markup) stars() {
	row := len(m.src[m.pos:]) - len(strings.TrimLeft(m.src[m.pos:], "*"))
	if row != len(bold) {
		m.pos += row
		return
	}
	m.toggle(bold, "bold", !m.spaceAfter(row), !m.spaceBefore())
}

const bold = "**"

// toggle ends the entity of the sign, if it was begun, or else begins it.
func (m *markup) toggle(sign, entity string, mayOpen, mayClose bool) {
	i := m.lastOpen(sign)
	switch {
	case i >= 0 && mayClose:
		m.closeAt(i, len(sign), piece{entity: entity})
	case mayOpen:
		m.push(sign, len(sign))
	default:
		m.pos += len(sign)
	}
}

func (m *markup) lastOpen(sign string) int {
	for i := len(m.open) - 1; i >= 0; i-- {
		if m.open[i].sign == sign {
			return i
		}
	}
	return -1
}

// closeAt makes an entity of all since the opener; the openers in between have
// lost their partners.
func (m *markup) closeAt(i, size int, begin piece) {
	m.flush()
	for _, o := range m.open[i+1:] {
		m.drop(o)
	}
	at := &m.pieces[m.open[i].piece]
	begin.kind, begin.from, begin.to = pieceOpen, at.from, at.to
	*at = begin
	m.pieces = append(m.pieces, piece{kind: pieceClose, from: m.pos, to: m.pos + size})
	m.open = m.open[:i]
	m.pos += size
	m.text = m.pos
}

// drop leaves a sign without its partner as text. Two stars were hardly meant so.
func (m *markup) drop(o opener) {
	if o.sign == bold {
		at := m.pieces[o.piece]
		m.unclosed(at.from, at.to, bold)
	}
}

func (m *markup) unclosed(from, to int, sign string) {
	m.problems = append(m.problems, problemAt(from, to, CodeUnclosedMarkup, "`%s` has no partner", sign).
		withHelp("write the partner, or `{{ '%s' }}` for the sign itself", sign))
}
