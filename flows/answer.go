package flows

import (
	"encoding/json"
	"maps"
	"time"

	"repartee/flows/value"
)

// read takes the values out of a call's answer: each as its `gives` wants it. What is missing is unknown; what is of another kind makes the answer unreadable.
func (c *Call) read(answer []byte, t *Turn) (map[string]value.Value, bool) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(answer, &object); err != nil {
		return nil, false
	}
	values := map[string]value.Value{}
	for name, field := range c.gives {
		raw, ok := object[name]
		if !ok || string(raw) == "null" {
			continue
		}
		v, ok := fromPlain(raw, field.typ, t.locale)
		if !ok {
			return nil, false
		}
		values[name] = v
	}
	return values, true
}

// fromPlain reads a value of plain JSON: texts and numbers as programs write them.
func fromPlain(raw json.RawMessage, typ *value.Type, loc value.Locale) (value.Value, bool) {
	if typ.Kind() == value.KindList {
		var items []json.RawMessage
		if json.Unmarshal(raw, &items) != nil {
			return value.Value{}, false
		}
		values := make([]value.Value, 0, len(items))
		for _, item := range items {
			of := typ.Elem
			if of == nil {
				of = textType
			}
			v, ok := fromPlain(item, of, loc)
			if !ok {
				return value.Value{}, false
			}
			values = append(values, v)
		}
		return value.List(values...), true
	}
	if typ.Kind() == value.KindRecord {
		var parts map[string]json.RawMessage
		if json.Unmarshal(raw, &parts) != nil {
			return value.Value{}, false
		}
		record := map[string]value.Value{}
		for name, of := range typ.Fields {
			if part, ok := parts[name]; ok && string(part) != "null" {
				v, ok := fromPlain(part, of, loc)
				if !ok {
					return value.Value{}, false
				}
				record[name] = v
			}
		}
		return value.Record(record), true
	}
	var amount struct{ Amount, Currency string }
	if typ.Base == value.TypeMoney && json.Unmarshal(raw, &amount) == nil && amount.Amount != "" {
		if amount.Currency != "" {
			loc.Currency = amount.Currency
		}
		return plainValue(amount.Amount, typ, loc)
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		text = string(raw)
	}
	switch typ.Base {
	case value.TypeText:
		return value.Text(text), true
	case value.TypeOneOf:
		option, ok := typ.Option(text)
		return value.Text(option.ID), ok
	case value.TypeDateTime:
		if at, err := time.Parse(time.RFC3339, text); err == nil {
			return value.DateTime(at), true
		}
	}
	return plainValue(text, typ, loc)
}

// Gives are the types of what a call gives, by name; nil where there is no such call.
func (s *Set) Gives(call string) map[string]*value.Type {
	if c := s.calls[call]; c != nil {
		return fieldTypes(c.gives)
	}
	return nil
}

// wanted is of an answer what the call gives; not ok where that is too much.
func (t *Turn) wanted(id string) ([]byte, bool) {
	resting, _ := t.resting(id)
	body, _ := resting.(Calling)
	var object map[string]json.RawMessage
	if body == nil || len(t.in.Result) == 0 || json.Unmarshal(t.in.Result, &object) != nil {
		return t.in.Result, len(t.in.Result) <= mostResult
	}
	call, _ := body.Calls()
	maps.DeleteFunc(object, func(name string, _ json.RawMessage) bool { return call.gives[name] == nil })
	result, err := json.Marshal(object)
	return result, err == nil && len(result) <= mostResult
}

// mostResult is how many bytes of an answer are kept until the flow that wants it goes on.
const mostResult = 16 << 10
