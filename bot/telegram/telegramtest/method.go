package telegramtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// method is one method of the Bot API: its parameters and what it does.
type method struct {
	name   string
	params []param
	run    func(*Server, *form) (any, *refusal)
}

// param is one parameter, with its type as the Bot API writes it.
type param struct {
	name     string
	kind     kind
	required bool
	legacy   bool // no longer documented, still accepted
	refused  bool // documented, but not done here
}

type kind int

const (
	text kind = iota
	integer
	float
	boolean
	chatRef  // a number, or @name
	fileRef  // an uploaded file, or a text
	object   // JSON {}
	array    // JSON []
	fileOnly // an uploaded file
)

// check refuses what is unknown, missing or of the wrong type.
func (m *method) check(f *form) *refusal {
	for name := range f.values {
		if no := m.checkName(name); no != nil {
			return no
		}
	}
	for i := range m.params {
		if no := m.params[i].check(m.name, f); no != nil {
			return no
		}
	}
	return m.checkFiles(f)
}

func (m *method) checkName(name string) *refusal {
	i := slices.IndexFunc(m.params, func(p param) bool { return p.name == name })
	switch {
	case i < 0:
		return badRequest("%s has no parameter %q", m.name, name)
	case m.params[i].refused:
		return badRequest("telegramtest does not do %q of %s", name, m.name)
	default:
		return nil
	}
}

// checkFiles refuses uploads that nothing refers to.
func (m *method) checkFiles(f *form) *refusal {
	for name := range f.files {
		used := slices.ContainsFunc(m.params, func(p param) bool {
			return p.name == name && (p.kind == fileRef || p.kind == fileOnly)
		})
		for _, v := range f.values {
			used = used || strings.Contains(v, "attach://"+name)
		}
		if !used {
			return badRequest("%s was sent a file %q that nothing refers to", m.name, name)
		}
	}
	return nil
}

func (p *param) check(method string, f *form) *refusal {
	value, ok := f.values[p.name]
	if _, uploaded := f.files[p.name]; uploaded {
		return nil
	}
	if !ok || value == "" && !p.required {
		if p.required && p.kind != boolean { // a missing boolean is false
			return p.missing()
		}
		return nil
	}
	if why := p.kind.fault(value); why != "" {
		return badRequest("parameter %q of %s %s, got %s", p.name, method, why, quote(value))
	}
	return nil
}

// missing uses the words of the real server where bots see them often.
func (p *param) missing() *refusal {
	switch p.name {
	case "chat_id":
		return badRequest("chat_id is empty")
	case "text":
		return badRequest("message text is empty")
	case "message_id":
		return badRequest("message identifier is not specified")
	default:
		return badRequest("parameter %q is required", p.name)
	}
}

// fault says what is wrong with a value, or "".
func (k kind) fault(value string) string {
	if !utf8.ValidString(value) {
		return "must be encoded in UTF-8"
	}
	switch k {
	case integer:
		if _, err := strconv.ParseInt(strings.TrimSpace(value), 10, 64); err != nil {
			return "must be an integer"
		}
	case float:
		if x, err := strconv.ParseFloat(value, 64); err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			return "must be a number"
		}
	case boolean:
		if _, ok := parseBool(value); !ok {
			return "must be a boolean"
		}
	case chatRef:
		if _, err := strconv.ParseInt(value, 10, 64); err != nil && !strings.HasPrefix(value, "@") {
			return "must be an integer or @name"
		}
	case object:
		return shape(value, '{', "a JSON object")
	case array:
		if value != "null" && value != "" {
			return shape(value, '[', "a JSON array")
		}
	case fileOnly:
		return "must be an uploaded file"
	}
	return ""
}

func shape(value string, first byte, want string) string {
	raw := bytes.TrimSpace([]byte(value))
	if len(raw) == 0 || raw[0] != first || !json.Valid(raw) {
		return "must be " + want
	}
	return ""
}

func quote(value string) string {
	const most = 80
	if len(value) > most {
		return fmt.Sprintf("%q ...", value[:most])
	}
	return strconv.Quote(value)
}
