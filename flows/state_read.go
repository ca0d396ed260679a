package flows

import (
	"encoding/json"
	"strconv"
	"strings"
)

// reader reads the JSON of a state that Encode wrote, and gives up on any other: that is read by encoding/json, which understands whatever a state may look like.
// All texts lie in one string.
type reader struct {
	data   string
	at     int
	gaveUp bool
}

// readState reads what Encode wrote; not ok where it is anything else.
func readState(data []byte) (s State, ok bool) {
	r := reader{data: string(data)}
	s = r.state()
	return s, !r.gaveUp && r.at == len(r.data)
}

// next tells whether a sign comes next, and takes it.
func (r *reader) next(sign byte) bool {
	if r.at < len(r.data) && r.data[r.at] == sign {
		r.at++
		return true
	}
	return false
}

func (r *reader) expect(sign byte) {
	if !r.next(sign) {
		r.gaveUp = true
	}
}

// members reads an object, of which each member is read by its key.
func (r *reader) members(read func(key string)) {
	r.expect('{')
	if r.next('}') {
		return
	}
	for !r.gaveUp {
		key := r.text()
		r.expect(':')
		read(key)
		if !r.next(',') {
			r.expect('}')
			return
		}
	}
}

// items reads a list.
func (r *reader) items(read func()) {
	r.expect('[')
	if r.next(']') {
		return
	}
	for !r.gaveUp {
		read()
		if !r.next(',') {
			r.expect(']')
			return
		}
	}
}

func listOf[T any](r *reader, read func(*reader) T) (list []T) {
	r.items(func() { list = append(list, read(r)) })
	return list
}

func mapOf[T any](r *reader, read func(*reader) T) map[string]T {
	m := map[string]T{}
	r.members(func(key string) { m[key] = read(r) })
	return m
}

func (r *reader) text() string {
	r.expect('"')
	from := r.at
	for r.at < len(r.data) {
		switch r.data[r.at] {
		case '"':
			r.at++
			return r.data[from : r.at-1]
		case '\\':
			return r.escaped(from)
		}
		r.at++
	}
	r.gaveUp = true
	return ""
}

// escaped reads a text with a backslash in it, from behind its first quote.
func (r *reader) escaped(from int) (text string) {
	for r.at < len(r.data) && r.data[r.at] != '"' {
		if r.data[r.at] == '\\' {
			r.at++
		}
		r.at++
	}
	r.expect('"')
	if r.gaveUp || json.Unmarshal([]byte(r.data[from-1:r.at]), &text) != nil {
		r.gaveUp = true
	}
	return text
}

func (r *reader) integer() int64 {
	from := r.at
	for r.at < len(r.data) && (r.data[r.at] == '-' || r.data[r.at] >= '0' && r.data[r.at] <= '9') {
		r.at++
	}
	n, err := strconv.ParseInt(r.data[from:r.at], 10, 64)
	if err != nil {
		r.gaveUp = true
	}
	return n
}

func (r *reader) number() int { return int(r.integer()) }

// yes reads a true; a false is left out.
func (r *reader) yes() bool {
	const yes = "true"
	if !strings.HasPrefix(r.data[r.at:], yes) {
		r.gaveUp = true
		return false
	}
	r.at += len(yes)
	return true
}

// raw goes over whatever comes next.
func (r *reader) raw() string {
	from := r.at
	switch {
	case r.at == len(r.data):
		r.gaveUp = true
	case r.data[r.at] == '"':
		r.text()
	case r.data[r.at] == '{':
		r.members(func(string) { r.raw() })
	case r.data[r.at] == '[':
		r.items(func() { r.raw() })
	default:
		end := strings.IndexAny(r.data[r.at:], ",]}")
		if end <= 0 {
			r.gaveUp = true
			return ""
		}
		r.at += end
	}
	return r.data[from:r.at]
}

// plain reads what few states have by encoding/json.
func (r *reader) plain(into any) {
	if raw := r.raw(); !r.gaveUp && json.Unmarshal([]byte(raw), into) != nil {
		r.gaveUp = true
	}
}
