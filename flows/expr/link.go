package expr

import (
	"slices"
	"strings"
)

// linkSchemes are where a link may lead. Nothing that a customer typed can begin
// one: the scheme stands in the text itself.
var linkSchemes = []string{"https://", "http://", "tg://", "mailto:", "tel:"}

// maxAddress bounds an address, as browsers and Telegram do.
const maxAddress = 2048 // bytes

// bracket ends the label of a link if its address follows: `](`.
func (m *markup) bracket() {
	i := m.lastOpen("[")
	if i < 0 || !strings.HasPrefix(m.src[m.pos:], "](") {
		if i >= 0 {
			m.open = slices.Delete(m.open, i, i+1)
		}
		m.pos++
		return
	}
	begin := m.pieces[m.open[i].piece].from
	url, end := m.address(m.pos + 2)
	if end < 0 {
		m.problems = append(m.problems, problemAt(begin, m.pos+2, CodeUnclosedMarkup, "the address of this link has no end").
			withHelp("write `)` behind the address"))
		m.open = slices.Delete(m.open, i, i+1)
		m.pos += 2
		return
	}
	m.problems = append(m.problems, checkAddress(m.src, url, m.pos+2, end)...)
	m.closeAt(i, end+1-m.pos, piece{entity: "text_link", url: url})
	// A link inside a link leads nowhere: what was begun around it is text.
	m.open = slices.DeleteFunc(m.open, func(o opener) bool { return o.sign == "[" })
}

// address cuts an address into pieces, up to the bracket that closes it, and
// takes the expressions in it off the list; its end is -1 if there is none.
func (m *markup) address(from int) (url []piece, end int) {
	spans, depth, text := m.spans, 0, from
	for pos := from; pos < min(len(m.src), from+maxAddress); {
		if len(spans) > 0 && spans[0].from == pos {
			url = appendText(url, text, pos)
			url = append(url, piece{kind: pieceValue, from: pos, to: spans[0].to, span: spans[0]})
			pos, text, spans = spans[0].to, spans[0].to, spans[1:]
			continue
		}
		switch m.src[pos] {
		case '\n':
			return nil, -1
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				m.spans = spans
				return appendText(url, text, pos), pos
			}
		}
		pos++
	}
	return nil, -1
}

func appendText(pieces []piece, from, to int) []piece {
	if from < to {
		return append(pieces, piece{kind: pieceText, from: from, to: to})
	}
	return pieces
}

// checkAddress looks at an address, [from, to) of the source: where it leads must
// stand in the source, and no space.
func checkAddress(src string, pieces []piece, from, to int) []Problem {
	start := ""
	if len(pieces) > 0 && pieces[0].kind == pieceText {
		start = strings.ToLower(src[pieces[0].from:pieces[0].to])
	}
	if !slices.ContainsFunc(linkSchemes, func(scheme string) bool { return strings.HasPrefix(start, scheme) }) {
		return []Problem{problemAt(from, to, CodeUnsafeLink, "this is no address that a link can lead to").
			withHelp("it begins with https://, http://, tg://, mailto: or tel:, written out")}
	}
	for _, p := range pieces {
		if p.kind == pieceText && strings.ContainsAny(src[p.from:p.to], " \t\n") {
			return []Problem{problemAt(p.from, p.to, CodeUnsafeLink, "there is a space in this address").
				withHelp("write %%20 for a space")}
		}
	}
	return nil
}

// percentEncoded leaves only unreserved characters (RFC 3986, section 2.3) as they
// are, so that a value can neither end a part of an address nor begin another.
func percentEncoded(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if isNameByte(c) || c == '-' || c == '.' || c == '~' {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}
