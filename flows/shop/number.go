package shop

import (
	"strconv"
	"strings"
	"unicode"

	"repartee/flows/value"
)

func readNumber(text string) (value.Value, *CellFault) {
	units, fault := readUnits(text, 6, false)
	return value.Number(units), fault
}

func readInteger(text string) (value.Value, *CellFault) {
	n, fault := readUnits(text, 0, true)
	return value.Integer(n), fault
}

// readAmount reads an amount, with or without the sign or the name of the currency: 12.90, 12,90 €, EUR 12. In Telegram Stars it always has one: 250 XTR, 250 ⭐.
func readAmount(text string, with Reading) (value.Value, *CellFault) {
	bare := strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsSpace(r) || unicode.In(r, unicode.Sc, unicode.So, unicode.Mn)
	})
	if bare == "" {
		return value.Value{}, &CellFault{Message: "`" + text + "` is no amount", Help: "write it as 12.90"}
	}
	currency := with.Currency
	switch sign := strings.TrimSpace(strings.Replace(text, bare, "", 1)); {
	case strings.EqualFold(sign, Stars), strings.TrimSuffix(sign, emojiStyle) == "⭐":
		currency = Stars
	case sign != "" && !strings.EqualFold(sign, currency) && sign != signs[currency]:
		return value.Value{}, &CellFault{Message: "`" + text + "` is not in " + currency, Help: "all amounts are in the bot's currency: write the number alone; or in Telegram Stars, as 250 XTR"}
	}
	minor, fault := readUnits(bare, value.Digits(currency), currency == Stars)
	switch {
	case fault != nil && currency == Stars:
		return value.Value{}, &CellFault{Message: fault.Message, Help: "Telegram Stars are counted whole, as 250 XTR"}
	case fault != nil:
		return value.Value{}, fault
	}
	return value.Money(minor, currency), nil
}

// emojiStyle follows a sign that is to be drawn in colour.
const emojiStyle = "\ufe0f"

// signs are those of the currencies that people write with a sign.
var signs = map[string]string{"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "Fr.", "PLN": "zł", "CZK": "Kč"}

// readUnits reads a number and counts it in 10^-scale. A point or comma parts decimals or thousands as the number itself tells; where it does not tell, as in 1.200,
// it is refused, unless the number must be a whole one.
func readUnits(text string, scale int, whole bool) (int64, *CellFault) {
	bare := groupSigns.Replace(text)
	digits, negative := strings.CutPrefix(strings.Replace(bare, "−", "-", 1), "-")
	head, fraction, doubtful, ok := splitDecimals(digits)
	switch {
	case doubtful && whole:
		head, fraction = head+fraction, ""
	case doubtful && len(strings.TrimRight(fraction, "0")) > scale:
		return 0, &CellFault{Message: "`" + text + "` can be read in two ways", Help: "write " + head + fraction + " without a sign; or the small number with no more than " + strconv.Itoa(scale) + " decimals"}
	case doubtful:
		return 0, &CellFault{Message: "`" + text + "` can be read in two ways", Help: "write " + head + fraction + " without a sign, or " + strings.TrimRight(head+"."+fraction, "0.") + " for the small number"}
	case !ok && whole:
		return 0, &CellFault{Message: "`" + text + "` is no number", Help: "write it as 40"}
	case !ok:
		return 0, &CellFault{Message: "`" + text + "` is no number", Help: "write it as 12.90"}
	}
	fraction = strings.TrimRight(fraction, "0")
	switch {
	case len(fraction) > scale && whole:
		return 0, &CellFault{Message: "`" + text + "` is no whole number"}
	case len(fraction) > scale:
		return 0, &CellFault{Message: "`" + text + "` has too many decimals", Help: "at most " + strconv.Itoa(scale) + " are kept"}
	}
	n, err := strconv.ParseInt(head+fraction+strings.Repeat("0", scale-len(fraction)), 10, 64)
	if err != nil {
		return 0, &CellFault{Message: "`" + text + "` is too large"}
	}
	if negative {
		n = -n
	}
	return n, nil
}

// groupSigns takes out what parts thousands and nothing else: blanks and apostrophes.
var groupSigns = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "’", "")

// splitDecimals tells whole digits from decimals: of a point and a comma the last parts decimals, one of them that comes twice parts thousands. It is doubtful
// where one sign has three digits behind it.
func splitDecimals(s string) (whole, fraction string, doubtful, ok bool) {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		return s, "", false, digits(s)
	}
	head, sign, tail := s[:last], s[last:last+1], s[last+1:]
	switch {
	case strings.Contains(head, sign): // 1.200.000
		whole, ok = thousands(s, sign)
		return whole, "", false, ok
	case strings.Contains(head, "."):
		whole, ok = thousands(head, ".")
		return whole, tail, false, ok && digits(tail)
	case strings.Contains(head, ","):
		whole, ok = thousands(head, ",")
		return whole, tail, false, ok && digits(tail)
	}
	if head == "" {
		head = "0"
	}
	doubtful = len(tail) == 3 && len(head) <= 3 && head[0] != '0' && digits(head) && digits(tail)
	return head, tail, doubtful, digits(head) && digits(tail)
}

// thousands takes the sign out of a number that it parts in groups of three digits.
func thousands(s, sign string) (string, bool) {
	groups := strings.Split(s, sign)
	for i, group := range groups {
		if !digits(group) || i > 0 && len(group) != 3 || i == 0 && len(group) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
