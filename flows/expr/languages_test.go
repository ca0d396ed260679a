package expr

import (
	"testing"

	"repartee/flows/value"
)

// TestFunctionsInEachLanguage says what the functions give as customers of each language read it.
func TestFunctionsInEachLanguage(t *testing.T) {
	const nb, nnb = "\u00a0", "\u202f"
	tests := []struct{ src, en, de, fr string }{
		{"known(brew)", "yes", "ja", "oui"},
		{"fresh(brew)", "yes", "ja", "oui"},
		{"is_open('desk')", "no", "nein", "non"},
		{"next_open('shop')", "2 March 2026, 10:00", "2. März 2026, 10:00", "2 mars 2026, 10:00"},
		{"count(guests) * 10000", "30,000", "30.000", "30" + nnb + "000"},
		{"sum(orders, 'total')", "€25.80", "25,80" + nb + "€", "25,80" + nb + "€"},
		{"first(guests).name", "Ben", "Ben", "Ben"},
		{"last(guests).age", "65", "65", "65"},
		{"join(guests, 'name')", "Ben, Cleo and Dora", "Ben, Cleo und Dora", "Ben, Cleo et Dora"},
		{"join(prices)", "€3.00 and €1.00", "3,00" + nb + "€ und 1,00" + nb + "€", "3,00" + nb + "€ et 1,00" + nb + "€"},
		{"min(budget, 15.5)", "€15.50", "15,50" + nb + "€", "15,50" + nb + "€"},
		{"max(prices)", "€3.00", "3,00" + nb + "€", "3,00" + nb + "€"},
		{"round(weight * 1.05, 1)", "2.6", "2,6", "2,6"},
		{"length(brew)", "8", "13", "8"},
		{"upper(brew)", "ESPRESSO", "ESPRESSO (DE)", "ESPRESSO"},
		{"lower('Ä')", "ä", "ä", "ä"},
		{"money(1234.5)", "€1,234.50", "1.234,50" + nb + "€", "1" + nnb + "234,50" + nb + "€"},
		{"number('1.200')", "1.2", "1200", "1200"},
		{"number('12 000')", "12,000", "12.000", "12" + nnb + "000"},
		{"date(now)", "2 March 2026", "2. März 2026", "2 mars 2026"},
		{"date('2026-05-01')", "1 May 2026", "1. Mai 2026", "1er mai 2026"},
		{"time(now)", "10:00", "10:00", "10:00"},
		{"hour(now)", "10", "10", "10"},
		{"weekday(today)", "Monday", "Montag", "lundi"},
		{"years_since(date('1990-03-02'))", "36", "36", "36"},
		{"plural(1, 'bag', 'bags')", "bag", "bag", "bag"},
		{"plural(0, 'bag', 'bags')", "bags", "bags", "bag"},
		{"plural(5, 'bag', 'bags')", "bags", "bags", "bags"},
		{"today + 3d", "5 March 2026", "5. März 2026", "5 mars 2026"},
		{"brew ?? 'any'", "Espresso", "Espresso (de)", "Espresso"},
	}
	e := customer()
	for _, tt := range tests {
		p := mustCompile(t, tt.src)
		for lang, want := range map[string]string{"en": tt.en, "de": tt.de, "fr": tt.fr} {
			e.locale.Language = lang
			if got := value.Format(p.Eval(e), p.Type(), e.Locale()); got != want {
				t.Errorf("%s: %s = %q, want %q", lang, tt.src, got, want)
			}
		}
	}
}

// TestForgetting: a literal `unknown` fits every field, and is kept as nothing.
func TestForgetting(t *testing.T) {
	p := mustCompile(t, "unknown")
	for name, typ := range shop() {
		if !Assignable(typ, p.Type(), "EUR") {
			t.Errorf("%s cannot be forgotten", name)
		}
		if v := Convert(p.Eval(customer()), typ, "EUR"); v.Known() {
			t.Errorf("%s becomes %s", name, v.AppendJSON(nil))
		}
	}
}
