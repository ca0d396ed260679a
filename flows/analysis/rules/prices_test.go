package rules_test

import (
	"strings"
	"testing"
)

// TestPrices holds sentences that tell of money to the shop of the small bot: Crema Roma costs 12.90, House Blend 8.50, post 4.90 and nothing from 40 on, FIRST10 takes off 10 %.
func TestPrices(t *testing.T) {
	for _, c := range []struct {
		text  string
		wrong bool
	}{
		{"Crema Roma costs €9.90.", true},
		{"Crema Roma costs 12,90 €.", false},
		{"Crema Roma costs $14.", true},
		{"Crema Roma ($14) costs 12.90 €.", false},
		{"Crema Roma: EUR 12.90 a bag, two bags 25.80 EUR.", false},
		{"Crema Roma, for only {{ money(9.9) }}.", true},
		{"Crema Roma is 2 € less than last year.", false},
		{"With Crema Roma in the cart you save 5 euros.", false},
		{"Up to 200 EUR per bag, for Crema Roma and others.", false},
		{"9.90 € for Crema Roma, and you are set.", true},
		{"Crema Roma (250 g, {{ visits }} times better) now costs only 9.90 €.", true},
		{"Crema Roma: a cup of it in the café is 3.50 €.", false},
		{"A cup at Crema Roma: 3.50 €.", false},
		{"Have 3 € off the postage of Crema Roma: send 7 € with it.", false},
		{"7 € for the Crema Roma poster.", false},
		{"Crema Roma or House Blend? From 8.50 € on.", false},
		{"I have paid 300 € for my machine. Crema Roma tastes best in it.", false},
		{"A bag costs €9.90.", true},
		{"A bag costs 12.90 €.", false},
		{"Each bag of coffee is 9.90 €.", true},
		{"Eine Tüte kostet nur 9,90 €.", true},
		{"Our coffees cost 9.90 € each.", true},
		{"A cup of coffee costs 3.50 €.", false},
		{"A coffee at the bar costs 3.50 €.", false},
		{"A gift bag costs 3 €.", false},
		{"A bag of 100 filters costs 3 €.", false},
		{"The course costs 30 €.", false}, // it is paid in Stars
		{"A tasting costs 15 €.", false},  // it has no price
		{"A bag costs 3 € less than in the café.", false},
		{"Shipping is free from 30 € on.", true},
		{"Shipping is free from {{ money(40) }} on, else it costs {{ money(4.9) }}.", false},
		{"Postage costs 3.90 €.", true},
		{"A parcel of 500 € needs a signature.", false},
		{"Type FIRST10, and you pay 15% less.", true},
		{"Type FIRST10, and you pay 10 % less.", false},
		{"FIRST100 is 15 % off.", false},
		{"100 % arabica.", false},
		{"A million thanks: 1.200.000 € for the farmers!", false},
	} {
		found := false
		for _, p := range find(t, "flow: part\nstart: {command: part}\nsteps:\n  - say: \""+c.text+"\"\n") {
			found = found || p.Code == "price-not-invoiced"
		}
		if found != c.wrong {
			t.Errorf("%s\nfound: %t, want %t", c.text, found, c.wrong)
		}
	}
}

// TestFixedPrices looks at figures beside an item that is filled in.
func TestFixedPrices(t *testing.T) {
	for _, c := range []struct {
		source, text string
		wrong        bool
	}{
		{"", "{{ item.name }} for 89 EUR", true},
		{"", "{{ item.name }} for 12.90 EUR", true}, // the other costs 8.50
		{"    where: item.id == 'crema'\n", "{{ item.name }} for 12.90 EUR", false},
		{"    where: item.id == 'crema'\n", "{{ item.name }} for 89 EUR", true},
		{"", "{{ item.name }} for {{ item.price }}", false},
		{"", "{{ item.name }} for {{ item.price * 0.9 }}", true},
		{"", "Two of {{ item.name }} for {{ item.price * 2 }}", false},
		{"", "{{ item.name }}: a cup of it in the café is 3.50 EUR", false},
		{"", "89 EUR for {{ item.name }}", true},
		{"", "{{ item.name }}. Free of postage from 40 EUR", false},
	} {
		flow := "flow: part\nstart: {command: part}\nsteps:\n  - show: bag\n    from: catalog.coffee\n" + c.source + "    text: \"" + c.text + "\"\n    none: end\n  - say: \"{{ bag.name }} it is.\"\n"
		found := false
		for _, p := range find(t, flow) {
			found = found || p.Code == "price-not-invoiced"
		}
		if found != c.wrong {
			t.Errorf("%s%s\nfound: %t, want %t", strings.TrimSpace(c.source), c.text, found, c.wrong)
		}
	}
}
