package flows

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"

	"repartee/flows/value"
)

// private tells of an answer that is not kept as it is.
func private(field *Field, typ *value.Type) bool {
	if typ == nil {
		return true
	}
	switch typ.Base {
	case value.TypeText, value.TypeEmail, value.TypePhone, value.TypeLocation, value.TypePhoto, value.TypeVoice, value.TypeFile, value.TypeAny:
		return true
	case value.TypeOneOf, value.TypeManyOf, value.TypeYesNo, value.TypeConsent, value.TypeRating, value.TypeItem:
		return false // what the author has written, or a yes or no: it decides where the talk goes
	}
	return field != nil && (field.Personal || field.Secret)
}

// standIn replaces what tells of a customer by something of the same type. A field that nobody knows is taken for free words.
func (t *Turn) standIn(key string, field *Field, v value.Value) value.Value {
	var typ *value.Type
	if field != nil {
		typ = field.typ
	}
	if !private(field, typ) {
		if v.Kind() == value.KindRecord && itemKey(v) == "" {
			return value.Value{}
		}
		return v
	}
	switch v.Kind() {
	case value.KindText:
		return value.Text(standInWords(key, typ, v.AsText()))
	case value.KindDate:
		at := v.AsTime()
		sum := digest(key, at.Format(time.DateOnly))
		return value.Date(at.Year(), time.Month(1+sum[0]%12), 1+int(sum[1]%28))
	case value.KindList:
		var items []value.Value
		for _, item := range v.AsList() {
			items = append(items, t.standIn(key, nil, item))
		}
		return value.List(items...)
	case value.KindNumber:
		return value.Number(leading(v.AsNumber()))
	case value.KindMoney:
		minor, currency := v.AsMoney()
		return value.Money(leading(minor), currency)
	}
	return value.Value{}
}

// leading is a number with its first digit only.
func leading(n int64) int64 {
	unit := int64(1)
	for m := max(n, -n); m >= 10; m /= 10 {
		unit *= 10
	}
	return n / unit * unit
}

func standInWords(key string, typ *value.Type, words string) string {
	if typ == nil {
		return standInText(key, words)
	}
	switch typ.Base {
	case value.TypeEmail:
		return strings.ToLower(standInText(key, "customer")) + "@example.com"
	case value.TypePhone:
		return standInPhone(key + words)
	case value.TypePhoto, value.TypeVoice, value.TypeFile:
		return "file"
	}
	return standInText(key, words)
}

// standInPhone is a number of those that are reserved for films: https://www.bundesnetzagentur.de
func standInPhone(of string) string {
	sum := digest(of, "phone")
	return "+4930231250" + string(rune('0'+sum[0]%10)) + string(rune('0'+sum[1]%10))
}

// standInText puts another letter in the place of each letter, and another digit in the place of each digit, so that what has to look in some way still does.
func standInText(key, words string) string {
	sum := digest(key, words)
	next, n := sum, 0
	var b strings.Builder
	for _, r := range words {
		if n == len(next) {
			next, n = sha256.Sum256(next[:]), 0
		}
		random := rune(next[n])
		n++
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune('0' + random%10)
		case r >= 'A' && r <= 'Z':
			b.WriteRune('A' + random%26)
		case r >= 'a' && r <= 'z':
			b.WriteRune('a' + random%26)
		case r > 127:
			b.WriteRune('x')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func digest(key, words string) [32]byte {
	var size [8]byte
	binary.BigEndian.PutUint64(size[:], uint64(len(key)))
	return sha256.Sum256(append(append(size[:], key...), words...))
}
