package telegram

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Params are the parameters of a call as the Bot API takes them from a form:
// text as it is, numbers and booleans in their JSON form, and anything nested
// as JSON.
type Params map[string]string

var errNotObject = errors.New("not a JSON object")

// ParamsOf makes Params of a struct or map by way of its JSON. What is null
// there is left out: the Bot API does not take "null" everywhere.
func ParamsOf(v any) (Params, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("telegram parameters: %w", err)
	}
	return parseParams(raw)
}

// parseParams splits a JSON object into its members without decoding what is
// inside them.
func parseParams(raw []byte) (Params, error) {
	// A valid document lets the scan below do without any check of its own.
	if !json.Valid(raw) {
		return nil, fmt.Errorf("telegram parameters: %w", errNotObject)
	}
	s := scanner{raw: raw}
	s.space()
	if s.raw[s.at] != '{' {
		return nil, fmt.Errorf("telegram parameters: %w", errNotObject)
	}
	p := make(Params, 8) // more than most calls have

	s.at++
	for s.space(); s.raw[s.at] != '}'; s.space() {
		if s.raw[s.at] == ',' {
			s.at++
			s.space()
		}
		key := unquote(s.value())
		s.space()
		s.at++
		s.space()
		switch value := s.value(); {
		case value[0] == '"':
			p[key] = unquote(value)
		case value[0] != 'n':
			p[key] = string(value)
		default:
			delete(p, key) // of two members with one name the last one counts
		}
	}
	return p, nil
}

// scanner walks over a JSON text that is known to be valid.
type scanner struct {
	raw []byte
	at  int
}

func (s *scanner) space() {
	for s.at < len(s.raw) {
		switch s.raw[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// value returns the value at hand and steps behind it.
func (s *scanner) value() []byte {
	from, depth := s.at, 0
	for s.at < len(s.raw) {
		switch s.raw[s.at] {
		case '"':
			s.text()
		case '{', '[':
			depth++
			s.at++
		case '}', ']':
			if depth == 0 {
				return s.raw[from:s.at]
			}
			depth--
			s.at++
		case ',', ':', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return s.raw[from:s.at]
			}
			s.at++
			continue
		default:
			s.at++
			continue
		}
		if depth == 0 {
			return s.raw[from:s.at]
		}
	}
	return s.raw[from:s.at]
}

// text steps over a string, its quotes included.
func (s *scanner) text() {
	for s.at++; s.raw[s.at] != '"'; s.at++ {
		if s.raw[s.at] == '\\' {
			s.at++
		}
	}
	s.at++
}

func unquote(quoted []byte) string {
	inside := quoted[1 : len(quoted)-1]
	if bytes.IndexByte(inside, '\\') < 0 && utf8.Valid(inside) {
		return string(inside)
	}
	var text string
	_ = json.Unmarshal(quoted, &text) // cannot fail: it is valid
	return text
}
