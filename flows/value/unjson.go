package value

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *Value) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	if len(data) == 0 {
		return fmt.Errorf("read a value: nothing there")
	}
	read, err := readJSON(data)
	if err != nil {
		return fmt.Errorf("read a value: %w", err)
	}
	*v = read
	return nil
}

func readJSON(data []byte) (Value, error) {
	switch data[0] {
	case 'n':
		return Value{}, nil
	case 't', 'f':
		return Bool(data[0] == 't'), nil
	case '"':
		var s string
		err := json.Unmarshal(data, &s)
		return Text(s), err
	case '[':
		var items []Value
		err := json.Unmarshal(data, &items)
		return Value{kind: KindList, more: items}, err
	case '{':
		return readObject(data)
	default:
		return readNumber(string(data))
	}
}

func readNumber(s string) (Value, error) {
	micros, ok := plainUnits(s, decimals)
	if !ok {
		return Value{}, fmt.Errorf("%q is no number with at most six decimals", s)
	}
	return Number(micros), nil
}

func readObject(data []byte) (Value, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return Value{}, err
	}
	if len(members) != 1 {
		return Value{}, fmt.Errorf("an object with %d members, not one that names the kind", len(members))
	}
	for tag, member := range members {
		if tag == "record" {
			var parts map[string]Value
			err := json.Unmarshal(member, &parts)
			return Record(parts), err
		}
		var text string
		if err := json.Unmarshal(member, &text); err != nil {
			return Value{}, err
		}
		return readTagged(tag, text)
	}
	return Value{}, nil
}

func readTagged(tag, text string) (Value, error) {
	switch tag {
	case "money":
		return readMoneyText(text)
	case "date":
		return readTimeText(time.DateOnly, text, dateOf)
	case "time":
		return readTimeText("15:04", text, func(t time.Time) Value {
			return TimeOfDay(t.Hour()*60 + t.Minute())
		})
	case "at":
		return readTimeText(time.RFC3339Nano, text, DateTime)
	case "for":
		if v, ok := ParseDuration(text); ok {
			return v, nil
		}
		return Value{}, fmt.Errorf("%q is no duration", text)
	default:
		return Value{}, fmt.Errorf("unknown kind of value %q", tag)
	}
}

func readMoneyText(text string) (Value, error) {
	amount, currency, _ := strings.Cut(text, " ")
	minor, ok := plainUnits(amount, Digits(currency))
	if !ok {
		return Value{}, fmt.Errorf("%q is no amount of money", text)
	}
	return Money(minor, currency), nil
}

func readTimeText(layout, text string, make func(time.Time) Value) (Value, error) {
	t, err := time.Parse(layout, text)
	if err != nil {
		return Value{}, err
	}
	v := make(t)
	if !v.Known() {
		return Value{}, fmt.Errorf("%q is outside the years 1 to 9999", text)
	}
	return v, nil
}
