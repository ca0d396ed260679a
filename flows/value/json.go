package value

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// MarshalJSON writes the value so that it can be read back without its type:
// yes or no, numbers, texts and lists as themselves, unknown as null, and the
// rest as an object with one member that names the kind:
//
//	{"money":"12.90 EUR"} {"date":"2026-03-02"} {"time":"09:30"}
//	{"at":"2026-03-02T08:30:00Z"} {"for":"3d"} {"record":{"name":"Crema"}}
func (v Value) MarshalJSON() ([]byte, error) {
	return v.AppendJSON(nil), nil
}

// AppendJSON appends what MarshalJSON gives.
func (v Value) AppendJSON(dst []byte) []byte {
	switch v.kind {
	case KindBool:
		return strconv.AppendBool(dst, v.AsBool())
	case KindNumber:
		return appendUnits(dst, v.num, decimals, 0)
	case KindText:
		return appendQuoted(dst, v.str)
	case KindList:
		return v.appendListJSON(dst)
	case KindRecord:
		return v.appendRecordJSON(dst)
	case KindMoney:
		amount := appendUnits(nil, v.num, Digits(v.str), Digits(v.str))
		return appendTagged(dst, "money", string(amount)+" "+v.str)
	case KindDate:
		return appendTagged(dst, "date", v.AsTime().Format(time.DateOnly))
	case KindTime:
		return appendTagged(dst, "time", clock(v.AsMinutes()))
	case KindDateTime:
		return appendTagged(dst, "at", v.AsTime().Format(time.RFC3339Nano))
	case KindDuration:
		return appendTagged(dst, "for", v.durationText())
	default:
		return append(dst, "null"...)
	}
}

func (v Value) appendListJSON(dst []byte) []byte {
	dst = append(dst, '[')
	for i, item := range v.AsList() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = item.AppendJSON(dst)
	}
	return append(dst, ']')
}

func (v Value) appendRecordJSON(dst []byte) []byte {
	dst = append(dst, `{"record":{`...)
	first := true
	for name, part := range v.Fields() {
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(appendQuoted(dst, name), ':')
		dst = part.AppendJSON(dst)
	}
	return append(dst, "}}"...)
}

func appendTagged(dst []byte, tag, text string) []byte {
	dst = append(dst, `{"`...)
	dst = append(dst, tag...)
	dst = append(dst, `":`...)
	dst = appendQuoted(dst, text)
	return append(dst, '}')
}

// appendQuoted spares the common text the way through encoding/json.
func appendQuoted(dst []byte, s string) []byte {
	plain := !slices.ContainsFunc([]byte(s), func(c byte) bool {
		return c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf
	})
	if plain {
		return append(append(append(dst, '"'), s...), '"')
	}
	quoted, err := json.Marshal(s)
	if err != nil { // a string always has a JSON form
		return append(dst, `""`...)
	}
	return append(dst, quoted...)
}

// clock writes minutes after midnight as 09:30.
func clock(minutes int) string {
	digit := func(n int) byte { return '0' + byte(n%10) }
	hour, minute := minutes/60, minutes%60
	return string([]byte{digit(hour / 10), digit(hour), ':', digit(minute / 10), digit(minute)})
}
