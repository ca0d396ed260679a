package funnel

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"repartee/flows/value"
)

const plainDigits = 6 // of a number without a currency

// amount reads what events tell of money and worth: "12.50 EUR", or a plain number.
func amount(text string) (Amount, bool) {
	number, currency, _ := strings.Cut(text, " ")
	digits := plainDigits
	if currency != "" {
		digits = value.Digits(currency)
	}
	whole, decimals, _ := strings.Cut(number, ".")
	if whole == "" || len(decimals) > digits {
		return Amount{}, false
	}
	minor, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", digits-len(decimals)), 10, 64)
	if err != nil {
		return Amount{}, false
	}
	return Amount{Currency: currency, Minor: minor}, true
}

// plus adds an amount to those of its currency.
func plus(sums []Amount, a Amount) []Amount {
	for i := range sums {
		if sums[i].Currency == a.Currency {
			sums[i].Minor += a.Minor
			return sums
		}
	}
	return append(sums, a)
}

// written gives the amounts with their text, in the order of their currencies.
func written(sums []Amount) []Amount {
	out := slices.Clone(sums)
	slices.SortFunc(out, func(a, b Amount) int { return cmp.Compare(a.Currency, b.Currency) })
	for i := range out {
		out[i].Text = out[i].text()
	}
	return out
}

func (a Amount) text() string {
	digits := plainDigits
	if a.Currency != "" {
		digits = value.Digits(a.Currency)
	}
	text := fmt.Sprintf("%0*d", digits+1, max(a.Minor, -a.Minor))
	if digits > 0 {
		text = text[:len(text)-digits] + "." + text[len(text)-digits:]
	}
	if a.Currency == "" {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if a.Minor < 0 {
		return "-" + text
	}
	return text
}

// String is the amount with its currency.
func (a Amount) String() string { return strings.TrimSuffix(a.text()+" "+a.Currency, " ") }
