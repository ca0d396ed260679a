package value

import (
	"strconv"
	"strings"
)

// Format writes a value as a customer of the locale reads it: 12,50 €, 12.000,
// 2. März 2026, the label of an option, "a, b und c". The type tells an option
// from a text and what a list's entries are; it may be nil. Unknown is "".
// A photo, voice message or file, whose value is Telegram's file_id, is written
// as the word for it; a record as its name, a location as its degrees.
//
// The space in an amount and between thousands is one that does not break, as
// CLDR has it; [Fold] takes it for any other.
func Format(v Value, t *Type, loc Locale) string {
	switch v.kind {
	case KindText:
		return formatText(v, t, loc)
	case KindNumber:
		return formatNumber(v, t, loc)
	case KindMoney:
		return formatMoney(v, loc)
	case KindBool:
		return formatBool(v, loc)
	case KindDate:
		return formatDate(v, loc)
	case KindTime:
		return clock(v.AsMinutes())
	case KindDateTime:
		return formatDate(DateIn(v, loc), loc) + ", " + clock(TimeIn(v, loc).AsMinutes())
	case KindDuration:
		return formatDuration(v, loc)
	case KindList:
		return formatList(v, t, loc)
	case KindRecord:
		return formatRecord(v, t, loc)
	default:
		return ""
	}
}

func formatText(v Value, t *Type, loc Locale) string {
	if t != nil {
		l := lexiconOf(loc.Language)
		switch t.Base {
		case TypePhoto:
			return l.media.photo
		case TypeVoice:
			return l.media.voice
		case TypeFile:
			return l.media.file
		}
	}
	if option, ok := t.Option(v.str); ok {
		return option.LabelIn(loc.Language)
	}
	return v.str
}

func formatBool(v Value, loc Locale) string {
	l := lexiconOf(loc.Language)
	if v.AsBool() {
		return l.yesText
	}
	return l.noText
}

func formatNumber(v Value, t *Type, loc Locale) string {
	if t != nil && t.Base == TypeRating && t.Scale == "thumbs" {
		if v.num == 0 {
			return "👎"
		}
		return "👍"
	}
	n := numeralsOf(loc.Language)
	if magnitude(v.num) < ungrouped*Micros {
		n.group = ""
	}
	return grouped(v.num, decimals, 0, n)
}

// ungrouped is from where on the thousands of plain numbers are parted: below it may be a year.
const ungrouped = 10_000

// currencySigns are those that are understood all over the world; other
// currencies are written with their code.
var currencySigns = map[string]string{
	"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "UAH": "₴", "ILS": "₪",
	"TRY": "₺", "VND": "₫", "PLN": "zł", "CZK": "Kč", "RUB": "₽", "XTR": "⭐",
}

func formatMoney(v Value, loc Locale) string {
	n := numeralsOf(loc.Language)
	digits := Digits(v.str)
	amount := grouped(v.num, digits, digits, n)
	sign, known := currencySigns[v.str]
	if !known {
		sign = v.str
	}
	switch {
	case sign == "":
		return amount
	case !n.moneyFirst || v.str == "XTR":
		return amount + noBreak + sign
	case !known || len(sign) > 1 && sign[0] < 0x80:
		return sign + noBreak + amount
	case v.num < 0:
		return "-" + sign + strings.TrimPrefix(amount, "-")
	default:
		return sign + amount
	}
}

// grouped writes n, counted in 10^-scale, with its thousands parted.
func grouped(n int64, scale, minDecimals int, in numerals) string {
	whole, fraction := splitUnits(n, scale)
	var most [40]byte
	var digits [20]byte
	dst := most[:0]
	if n < 0 {
		dst = append(dst, '-')
	}
	plain := strconv.AppendUint(digits[:0], whole, 10)
	for i, digit := range plain {
		if i > 0 && (len(plain)-i)%3 == 0 {
			dst = append(dst, in.group...)
		}
		dst = append(dst, digit)
	}
	return string(appendFraction(dst, in.decimal, fraction, scale, minDecimals))
}
