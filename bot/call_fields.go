package bot

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"repartee/flows"
)

// Date is a day, as 2026-03-02, in what a Call needs or gives.
type Date string

// Money is an amount, as 12.50 and EUR, in what a Call needs or gives. What a call gives is in the bot's currency.
type Money struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

// MarshalJSON writes the amount.
func (m Money) MarshalJSON() ([]byte, error) { return json.Marshal(m.Amount) }

// fieldsOf are the fields of a struct as a call declares them.
func fieldsOf[T any](call string) flows.Fields {
	t := reflect.TypeFor[T]()
	if t.Kind() != reflect.Struct {
		panic(fmt.Sprintf("call %s: what it needs and gives must be structs, not %s", call, t))
	}
	fields, err := structFields(t)
	if err != nil {
		panic(fmt.Sprintf("call %s: %v", call, err))
	}
	return fields
}

func structFields(t reflect.Type) (flows.Fields, error) {
	var fields flows.Fields
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if !isID(name) {
			return nil, fmt.Errorf("%s.%s needs a json tag of a-z, 0-9 and _", t, f.Name)
		}
		field, err := fieldOf(name, f.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", t, f.Name, err)
		}
		fields = append(fields, field)
	}
	return fields, nil
}

func fieldOf(name string, t reflect.Type) (*flows.Field, error) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	f := &flows.Field{Name: flows.ID(name)}
	if t.Kind() != reflect.Slice {
		var err error
		f.Type, err = typeName(t)
		return f, err
	}
	f.Type, f.Of = "list", &flows.Of{}
	entry := t.Elem()
	if plain, err := typeName(entry); err == nil {
		f.Of.Type = plain
		return f, nil
	}
	if entry.Kind() != reflect.Struct {
		return nil, fmt.Errorf("a list of %s is not for flows", entry)
	}
	var err error
	f.Of.Fields, err = structFields(entry)
	return f, err
}

// typeName is the name that flows have for a Go type.
func typeName(t reflect.Type) (string, error) {
	switch t {
	case reflect.TypeFor[time.Time]():
		return "date_time", nil
	case reflect.TypeFor[Date]():
		return "date", nil
	case reflect.TypeFor[Money]():
		return "money", nil
	}
	switch t.Kind() {
	case reflect.String:
		return "text", nil
	case reflect.Bool:
		return "yes_no", nil
	case reflect.Float32, reflect.Float64:
		return "number", nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return "integer", nil
	}
	return "", fmt.Errorf("%s is not for flows", t)
}

// isID tells a name that flows can use.
func isID(name string) bool {
	return name != "" && name[0] >= 'a' && name[0] <= 'z' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}
