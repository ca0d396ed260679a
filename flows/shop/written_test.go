package shop

import (
	"fmt"
	"testing"
)

func TestWritten(t *testing.T) {
	share := func(s string) (any, bool) { n, ok := ParseShare(s); return n, ok }
	amount := func(currency string) func(string) (any, bool) {
		return func(s string) (any, bool) { n, ok := ParseAmount(s, currency); return n, ok }
	}
	kilos := func(s string) (any, bool) { n, ok := ParseKilos(s); return n, ok }
	uses := func(s string) (any, bool) { n, each, ok := ParseUses(s); return fmt.Sprint(n, " ", each), ok }
	for _, c := range []struct {
		parse func(string) (any, bool)
		text  string
		want  any // nil: it is refused
	}{
		{share, "19%", 190000}, {share, "7.5 %", 75000}, {share, "100%", 1000000}, {share, "0%", 0}, {share, "0.0001%", 1},
		{share, "19", nil}, {share, "100.01%", nil}, {share, "0.00001%", nil}, {share, "-1%", nil}, {share, "7,5%", nil}, {share, "%", nil}, {share, "", nil},
		{amount("EUR"), "4.90", 490}, {amount("EUR"), "4.9", 490}, {amount("EUR"), " 40 ", 4000}, {amount("EUR"), "0", 0}, {amount("COP"), "1200.50", 120050},
		{amount("JPY"), "500", 500}, {amount(Stars), "250", 250},
		{amount("EUR"), "4.905", nil}, {amount("EUR"), "4,90", nil}, {amount("EUR"), "-4", nil}, {amount("EUR"), ".5", nil}, {amount("EUR"), "5.", nil}, {amount("EUR"), "", nil},
		{amount("EUR"), "4.90 €", nil}, {amount("JPY"), "500.0", nil}, {amount("EUR"), "10000000000000.00", 1000000000000000}, {amount("EUR"), "10000000000000.01", nil},
		{amount("EUR"), "99999999999999999999", nil}, {amount("EUR"), "1e5", nil},
		{kilos, "31.5", 31500000}, {kilos, "31.5 kg", 31500000}, {kilos, "2kg", 2000000}, {kilos, "0.000001", 1}, {kilos, "0.0000001", nil}, {kilos, "250 g", nil}, {kilos, "kg", nil},
		{uses, "100", "100 0"}, {uses, "1 per customer", "0 1"}, {uses, "100, 1 per customer", "100 1"}, {uses, "2  per  customer, 50", "50 2"},
		{uses, "0", nil}, {uses, "", nil}, {uses, "1 each", nil}, {uses, "100, 5", nil}, {uses, "per customer", nil}, {uses, "1.5", nil}, {uses, "100,", nil},
	} {
		got, ok := c.parse(c.text)
		if ok != (c.want != nil) || ok && fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q gives %v, %v, want %v", c.text, got, ok, c.want)
		}
	}
}
