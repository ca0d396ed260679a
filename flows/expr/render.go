package expr

import "strings"

// Render puts the values in. The result of a static text is shared: its entities
// are there to be read.
func (t *Template) Render(env Env) Formatted {
	if t.static {
		return t.ready
	}
	return t.render(env)
}

func (t *Template) render(env Env) Formatted {
	r := rendering{env: env}
	r.text.Grow(t.fixed + 64)
	for _, p := range t.parts {
		r.write(p)
	}
	return Formatted{Text: r.text.String(), Entities: withoutEmpty(r.entities)}
}

// rendering is a text while it is written.
type rendering struct {
	env      Env
	text     strings.Builder
	units    int // of the text so far, in UTF-16
	entities []Entity
	open     []int // the entities that have not ended, the innermost last
}

func (r *rendering) write(p part) {
	switch p.kind {
	case pieceText:
		r.text.WriteString(p.text)
		r.units += p.units
	case pieceValue:
		s := p.value(r.env)
		r.text.WriteString(s)
		r.units += UTF16Len(s)
	case pieceOpen:
		r.open = append(r.open, len(r.entities))
		r.entities = append(r.entities, Entity{Type: p.entity, Offset: r.units, URL: r.address(p.url)})
	case pieceClose:
		e := &r.entities[r.open[len(r.open)-1]]
		e.Length = r.units - e.Offset
		r.open = r.open[:len(r.open)-1]
	}
}

func (r *rendering) address(parts []part) string {
	if len(parts) == 1 && parts[0].kind == pieceText {
		return parts[0].text
	}
	var b strings.Builder
	for _, p := range parts {
		if p.kind == pieceValue {
			b.WriteString(p.value(r.env))
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// withoutEmpty drops entities that turned out to have no text, which Telegram
// would refuse.
func withoutEmpty(entities []Entity) []Entity {
	kept := entities[:0]
	for _, e := range entities {
		if e.Length > 0 {
			kept = append(kept, e)
		}
	}
	return kept
}
