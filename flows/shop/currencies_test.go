package shop

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows/value"
)

func TestCurrencies(t *testing.T) {
	all := Currencies()
	if len(all) != 87 || !slices.IsSorted(all[:86]) || all[86] != Stars {
		t.Errorf("%d currencies: %q", len(all), all)
	}
	for _, code := range all {
		want := 2
		if slices.Contains(strings.Fields("CLP ISK JPY KRW PYG UGX VND XTR"), code) {
			want = 0
		}
		if got := value.Digits(code); got != want || !Payable(code) {
			t.Errorf("%s is paid: %v, with %d digits, want %d", code, Payable(code), got, want)
		}
	}
	for _, code := range []string{"", " ", "BTC", "eur", "EU", "D E", "EUR ", "ED AFN"} {
		if Payable(code) {
			t.Errorf("Telegram takes %q", code)
		}
	}
}
