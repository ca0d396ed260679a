package value

import (
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
		return AppendQuoted(dst, v.str)
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
		dst = append(AppendQuoted(dst, name), ':')
		dst = part.AppendJSON(dst)
	}
	return append(dst, "}}"...)
}

func appendTagged(dst []byte, tag, text string) []byte {
	dst = append(dst, `{"`...)
	dst = append(dst, tag...)
	dst = append(dst, `":`...)
	dst = AppendQuoted(dst, text)
	return append(dst, '}')
}

// AppendQuoted appends a text as a JSON string. What is not valid UTF-8 in it is
// replaced.
func AppendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	from := 0 // what has not been appended yet
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				dst = appendEscaped(append(dst, s[from:i]...), c)
				from = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			dst = utf8.AppendRune(append(dst, s[from:i]...), r)
			from = i + 1
		}
		i += size
	}
	return append(append(dst, s[from:]...), '"')
}

func appendEscaped(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	}
	const hex = "0123456789abcdef"
	return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

// clock writes minutes after midnight as 09:30.
func clock(minutes int) string {
	digit := func(n int) byte { return '0' + byte(n%10) }
	hour, minute := minutes/60, minutes%60
	return string([]byte{digit(hour / 10), digit(hour), ':', digit(minute / 10), digit(minute)})
}
