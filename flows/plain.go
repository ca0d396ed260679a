package flows

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"repartee/flows/value"
)

// plainText writes a value as programs do: 12.50, 2026-03-02, 09:30, 45m.
func plainText(v value.Value) string {
	switch v.Kind() {
	case value.KindNumber:
		return plainDecimal(v.AsNumber(), 6, false)
	case value.KindMoney:
		minor, currency := v.AsMoney()
		return plainDecimal(minor, value.Digits(currency), true)
	case value.KindDate:
		return v.AsTime().Format(time.DateOnly)
	case value.KindDateTime:
		return v.AsTime().UTC().Format(time.RFC3339)
	case value.KindTime:
		return fmt.Sprintf("%02d:%02d", v.AsMinutes()/60, v.AsMinutes()%60)
	case value.KindDuration:
		months, span := v.AsDuration()
		if months != 0 {
			return strconv.Itoa(months) + "mo"
		}
		return strconv.FormatInt(int64(span/time.Second), 10) + "s"
	case value.KindBool:
		return strconv.FormatBool(v.AsBool())
	}
	return v.AsText()
}

// plainMoney writes an amount with its currency, as events tell it: 12.50 EUR.
func plainMoney(minor int64, currency string) string {
	return plainDecimal(minor, value.Digits(currency), true) + " " + currency
}

// plainWorth is plainText, of an amount with its currency.
func plainWorth(v value.Value) string {
	if v.Kind() == value.KindMoney {
		return plainMoney(v.AsMoney())
	}
	return plainText(v)
}

// plainDecimal writes n of the smallest units; all decimals, or only those that are needed.
func plainDecimal(n int64, decimals int, all bool) string {
	sign := ""
	if n < 0 {
		sign = "-"
	}
	digits := strings.TrimPrefix(strconv.FormatInt(n, 10), "-")
	digits = strings.Repeat("0", max(0, decimals+1-len(digits))) + digits
	whole, rest := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	if !all {
		rest = strings.TrimRight(rest, "0")
	}
	if rest == "" {
		return sign + whole
	}
	return sign + whole + "." + rest
}

var pointNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// plainValue reads a value as programs write it: a number with a point, true and false, a date as 2026-03-02, a span as 45m.
func plainValue(text string, typ *value.Type, loc value.Locale) (value.Value, bool) {
	loc.Language = "en"
	switch typ.Base {
	case value.TypeDuration:
		return value.ParseDuration(text)
	case value.TypeYesNo, value.TypeConsent:
		yes, err := strconv.ParseBool(text)
		return value.Bool(yes), err == nil
	case value.TypeNumber, value.TypeInteger, value.TypeMoney, value.TypeRating:
		if !pointNumber.MatchString(text) {
			return value.Value{}, false
		}
	}
	v, misread := value.Read(typ, text, loc)
	return v, misread == nil
}

// plainObject writes values as programs read them: an amount as {"amount": "12.50", "currency": "EUR"}, a date as 2026-03-02.
func plainObject(values map[string]value.Value) []byte {
	object := map[string]any{}
	for name, v := range values {
		object[name] = Plain(v)
	}
	text, err := json.Marshal(object)
	if err != nil {
		return []byte("{}") // no value is of a kind that JSON has no form for
	}
	return text
}

// Plain gives a value as encoding/json and other programs understand it.
func Plain(v value.Value) any {
	switch v.Kind() {
	case value.KindBool:
		return v.AsBool()
	case value.KindText:
		return v.AsText()
	case value.KindNumber:
		return json.Number(plainText(v))
	case value.KindMoney:
		_, currency := v.AsMoney()
		return map[string]string{"amount": plainText(v), "currency": currency}
	case value.KindList:
		items := make([]any, 0, len(v.AsList()))
		for _, item := range v.AsList() {
			items = append(items, Plain(item))
		}
		return items
	case value.KindRecord:
		parts := map[string]any{}
		for name, part := range v.Fields() {
			parts[name] = Plain(part)
		}
		return parts
	}
	return plainText(v)
}
