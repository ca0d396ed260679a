package rules

import "testing"

// TestOtherFigure holds translations to the figures of their source.
func TestOtherFigure(t *testing.T) {
	for _, c := range []struct {
		source, text string
		want         string // what the translation says otherwise; "" for nothing
	}{
		{"3 days", "5 Tage", "5"},
		{"3 days", "3 Tage", ""},
		{"From 9 to 18, and 3 days", "3 Tage, von 9 bis 19", "19"},
		{"Three days", "3 Tage", ""},
		{"1,200 bags at 12.90 €", "1.200 Tüten zu 12,90 €", ""},
		{"1,200 bags at 12.90 €", "1.200 Tüten zu 12,09 €", "12,09"},
		{"12.5 %", "12,50 %", ""},
		{"Open until 6 pm", "Bis 18 Uhr offen", ""},
		{"Open until 6:30 p.m.", "Bis 18:30 Uhr offen", ""},
		{"Open until 6:30 pm", "Bis 18:00 Uhr offen", "18:00"},
		{"Open until 6 pm", "Bis 17 Uhr offen", "17"},
		{"At 12 am", "Um 0 Uhr", ""},
		{"At 10:00", "Um 10 Uhr", ""},
		{"Within 24 hours", "In 1 Tag", ""},
		{"2 weeks", "15 jours", ""},
		{"On 24 December", "Am 24.12.", ""},
		{"On 24 December", "Am 23. Dezember", "23"},
		{"€5.90 a bag.", "Die Tüte kostet 9,50 €.", "9,50"},
		{"The 3rd cup", "Die 3. Tasse", ""},
		{"Call +49 30 1234", "Ruf 040 99 an", ""},
		{"Vitamin B12", "Vitamin B13", ""},
		{"Code 123456789012", "Code 123456789013", ""},
		{"5 miles", "8 Kilometer", ""},
		{"5 bags of Camomile", "8 Tüten Kamille", "8"},
		{"For {{ item.price * 2 }}", "Für {{ item.price * 3 }}", ""},
		{"[Page](https://a.example/3) 4", "[Seite](https://a.example/5) 4", ""},
		{"See https://a.example/3", "Siehe https://a.example/5", ""},
	} {
		there, _, other := otherFigure(c.source, c.text)
		if other != (c.want != "") || there.text != c.want {
			t.Errorf("%q as %q: %q (%t), want %q", c.source, c.text, there.text, other, c.want)
		}
	}
}
