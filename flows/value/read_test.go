package value

import (
	"strings"
	"testing"
	"time"
)

// now is a Monday.
var now = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func in(lang string) Locale {
	return Locale{Language: lang, Currency: "EUR", Now: now, Zone: time.FixedZone("CET", 3600)}
}

// reading is one answer of a customer: what it is read as, or why not.
type reading struct {
	lang, words string
	want        Value
	wrong       Reason
}

func checkReadings(t *testing.T, typ *Type, readings []reading) {
	t.Helper()
	for _, r := range readings {
		got, misread := Read(typ, r.words, in(r.lang))
		switch {
		case misread == nil && r.wrong != 0:
			t.Errorf("%s %q: read as %s, want reason %d", r.lang, r.words, got.AppendJSON(nil), r.wrong)
		case misread != nil && misread.Reason != r.wrong:
			t.Errorf("%s %q: reason %d, want %d or %s", r.lang, r.words, misread.Reason, r.wrong, r.want.AppendJSON(nil))
		case misread == nil && !Equal(got, r.want):
			t.Errorf("%s %q: read as %s, want %s", r.lang, r.words, got.AppendJSON(nil), r.want.AppendJSON(nil))
		}
	}
}

func TestReadMoney(t *testing.T) {
	euro := func(cents int64) Value { return Money(cents, "EUR") }
	checkReadings(t, &Type{Base: TypeMoney}, []reading{
		{"en", "1.200,50", euro(120050), 0},
		{"en", "1,200.50", euro(120050), 0},
		{"de", "1,200.50", euro(120050), 0},
		{"de", "1 200,50", euro(120050), 0},
		{"fr", "1\u202f200,50 €", euro(120050), 0},
		{"de-CH", "1’200.50", euro(120050), 0},
		{"en", "12 €", euro(1200), 0},
		{"en", "EUR 12,50", euro(1250), 0},
		{"en", "€12.50", euro(1250), 0},
		{"de", "12,-", euro(1200), 0},
		{"de", "12,– €", euro(1200), 0},
		{"en", "about 12 euros", euro(1200), 0},
		{"de", "ca. 12 Euro", euro(1200), 0},
		{"fr", "à peu près 12 euros, s’il vous plaît", euro(1200), 0},
		{"en", "up to 20", euro(2000), 0},
		{"en", "~12", euro(1200), 0},
		{"en", ".5", euro(50), 0},
		{"de", "zwölf Euro", euro(1200), 0},
		{"en", "twelve", euro(1200), 0},
		{"fr", "dix-sept", euro(1700), 0},
		{"en", "١٢٫٥٠", Value{}, NotAnAmount}, // an Arabic decimal sign is not known
		{"en", "١٢", euro(1200), 0},
		{"en", "-5 €", euro(-500), 0},
		{"en", "-€5", euro(-500), 0},
		{"en", "€ −5", euro(-500), 0},
		{"en", "1.234.567", euro(123456700), 0},
		// One sign with three digits behind it: the language decides, and money has
		// no thousandths.
		{"de", "1.200", euro(120000), 0},
		{"fr", "1.200", euro(120000), 0},
		{"en", "1,200", euro(120000), 0},
		{"en", "1.200", Value{}, TooPrecise},
		{"de", "1,200 €", Value{}, TooPrecise},
		{"de", "0,500", Value{}, TooPrecise},
		{"en", "12.345", Value{}, TooPrecise},
		{"en", "12 $", Value{}, ForeignCurrency},
		{"en", "12 usd", Value{}, ForeignCurrency},
		{"de", "12 Franken", Value{}, ForeignCurrency},
		{"en", "CHF 12", Value{}, ForeignCurrency},
		{"en", "99999999999999999999", Value{}, OutOfRange},
		{"en", "92233720368547758.08", Value{}, OutOfRange},
		{"en", "92233720368547758.07", euro(9223372036854775807), 0},
		{"en", "10-20", Value{}, NotAnAmount},
		{"en", "10 or 20", Value{}, NotAnAmount},
		{"en", "five or six", Value{}, NotAnAmount},
		{"en", "12 50", Value{}, NotAnAmount},
		{"en", "1.23.456", Value{}, NotAnAmount},
		{"en", "1,2,3", Value{}, NotAnAmount},
		{"en", "not 5", Value{}, NotAnAmount},
		{"en", "cheap", Value{}, NotAnAmount},
		{"en", "  ", Value{}, Empty},
		{"en", "\xff", Value{}, NotAnAmount},
	})
}

func TestReadMoneyOfOtherCurrencies(t *testing.T) {
	tests := []struct {
		currency, words string
		want            Value
	}{
		{"JPY", "¥1,200", Money(1200, "JPY")},
		{"JPY", "1,200 yen", Money(1200, "JPY")},
		{"JPY", "12.5", Value{}},
		{"AUD", "$12", Money(1200, "AUD")},
		{"GBP", "12 pounds", Money(1200, "GBP")},
		{"XTR", "50 ⭐️", Money(50, "XTR")},
		{"SEK", "12 kr", Money(1200, "SEK")},
	}
	for _, tt := range tests {
		loc := in("en")
		loc.Currency = tt.currency
		if got, _ := Read(&Type{Base: TypeMoney}, tt.words, loc); !Equal(got, tt.want) {
			t.Errorf("%s %q: %s", tt.currency, tt.words, got.AppendJSON(nil))
		}
	}
}

func TestReadNumber(t *testing.T) {
	checkReadings(t, &Type{Base: TypeNumber}, []reading{
		{"en", "1.200", Number(1_200_000), 0},
		{"de", "1.200", Integer(1200), 0},
		{"en", "12 €", Integer(12), 0},
		{"en", "10 %", Integer(10), 0},
		{"en", "0.000001", Number(1), 0},
		{"en", "0.0000001", Value{}, TooPrecise},
		{"en", "9999999999999", Integer(9999999999999), OutOfRange},
		{"en", "12 $", Value{}, ForeignCurrency},
		{"en", "1e3", Value{}, NotANumber},
		{"en", "5 apples", Integer(5), 0},
	})
}

func TestReadInteger(t *testing.T) {
	least, most := Integer(1), Integer(8)
	checkReadings(t, &Type{Base: TypeInteger, Min: &least, Max: &most}, []reading{
		{"en", "4", Integer(4), 0},
		{"en", "4.0", Integer(4), 0},
		{"de", "4,00", Integer(4), 0},
		{"en", "vier", Integer(4), 0},
		{"en", "4.5", Value{}, Fraction},
		{"en", "4.000", Value{}, Fraction},
		{"de", "4.000", Value{}, TooLarge},
		{"en", "0", Value{}, TooSmall},
		{"en", "-1", Value{}, TooSmall},
		{"en", "99999999999999999999", Value{}, OutOfRange},
		{"en", "two or three", Value{}, NotANumber},
	})
}

func TestBoundsOfMoneyMayBeNumbers(t *testing.T) {
	least := Integer(5)
	_, misread := Read(&Type{Base: TypeMoney, Min: &least}, "4.99", in("en"))
	if misread == nil || misread.Reason != TooSmall || !Equal(misread.Limit, Money(500, "EUR")) {
		t.Fatalf("misread = %+v", misread)
	}
	if got := misread.Text(in("de")); got != "Bitte mindestens 5,00\u00a0€." {
		t.Errorf("text = %q", got)
	}
}

func TestReadText(t *testing.T) {
	least, most := Integer(2), Integer(5)
	checkReadings(t, &Type{Base: TypeText, Min: &least, Max: &most, Pattern: `[a-zäöü]+|x1`}, []reading{
		{"en", "  grün ", Text("grün"), 0},
		{"en", "x1", Text("x1"), 0},
		{"en", "x12", Value{}, NotInPattern},
		{"en", "g", Value{}, TooShort},
		{"en", "grünes", Value{}, TooLong},
		{"en", "\n", Value{}, Empty},
	})
}

func TestReadYesNo(t *testing.T) {
	typ := &Type{Base: TypeYesNo}
	yes := []string{"yes", "Y", "ja", "J", "oui", "Sure!", "ok", "OK.", "👍", "👍🏽", "D’accord", "✅"}
	no := []string{"no", "N", "nein", "Nee", "non", "👎", "Nope"}
	for _, words := range yes {
		checkReadings(t, typ, []reading{{"en", words, Bool(true), 0}, {"de", words, Bool(true), 0}})
	}
	for _, words := range no {
		checkReadings(t, typ, []reading{{"en", words, Bool(false), 0}, {"fr", words, Bool(false), 0}})
	}
	checkReadings(t, &Type{Base: TypeConsent}, []reading{{"en", "maybe", Value{}, NotYesOrNo}, {"en", "yes no", Value{}, NotYesOrNo}})
}

func brew() *Type {
	return &Type{Base: TypeOneOf, Options: []Option{
		{ID: "espresso", Label: map[string]string{"": "Espresso"}},
		{ID: "filter", Label: map[string]string{"": "Filter", "de": "Filterkaffee", "fr": "Filtre"},
			Synonyms: map[string][]string{"de": {"Kanne"}, "en": {"drip", "the usual"}}},
		{ID: "french_press", Was: "press", Label: map[string]string{"": "French press", "de": "Stempelkanne"},
			Synonyms: map[string][]string{"en": {"plunger", "the usual"}}},
		{ID: "salt_and_pepper", Label: map[string]string{"": "Salt and pepper"}},
	}}
}

func TestReadOneOf(t *testing.T) {
	checkReadings(t, brew(), []reading{
		{"en", "espresso!", Text("espresso"), 0},
		{"de", "filterkaffee", Text("filter"), 0},
		{"de", "Filtre", Text("filter"), 0},
		{"en", "Kanne", Text("filter"), 0},
		{"en", "french_press", Text("french_press"), 0},
		{"en", "French-Press", Text("french_press"), 0},
		{"en", "press", Text("french_press"), 0},
		{"en", "plunger", Text("french_press"), 0},
		{"en", "the usual", Value{}, SeveralOptions},
		{"en", "tea", Value{}, NotAnOption},
		{"en", "espresso filter", Value{}, NotAnOption},
	})
}

func TestALabelGoesBeforeASynonym(t *testing.T) {
	typ := &Type{Base: TypeOneOf, Options: []Option{
		{ID: "a", Synonyms: map[string][]string{"en": {"Press"}}},
		{ID: "b", Label: map[string]string{"": "Press"}},
	}}
	checkReadings(t, typ, []reading{{"en", "press", Text("b"), 0}})
}

func TestReadManyOf(t *testing.T) {
	typ := brew()
	least, most := Integer(1), Integer(2)
	typ.Base, typ.Min, typ.Max = TypeManyOf, &least, &most
	checkReadings(t, typ, []reading{
		{"en", "espresso", List(Text("espresso")), 0},
		{"en", "Filter, espresso", List(Text("filter"), Text("espresso")), 0},
		{"de", "Filterkaffee und Espresso", List(Text("filter"), Text("espresso")), 0},
		{"fr", "espresso et filtre", List(Text("espresso"), Text("filter")), 0},
		{"en", "espresso & espresso", List(Text("espresso")), 0},
		{"en", "salt and pepper and french press", List(Text("salt_and_pepper"), Text("french_press")), 0},
		{"en", "espresso, tea", Value{}, NotAnOption},
		{"en", "espresso, the usual", Value{}, SeveralOptions},
		{"en", "and", Value{}, NotAnOption},
		{"en", "espresso, filter, french press", Value{}, TooMany},
	})
	_, misread := Read(typ, "espresso, TEA", in("en"))
	if got, want := misread.Text(in("en")), "“tea” is not one of the options."; got != want {
		t.Errorf("text = %q, want %q", got, want)
	}
}

func TestReadEmail(t *testing.T) {
	good := map[string]string{
		"ann@example.com":          "ann@example.com",
		" Ann.B+x@Example.COM. ":   "Ann.B+x@example.com",
		"mailto:ann@example.co.uk": "ann@example.co.uk",
		"<ann@müller.de>":          "ann@müller.de",
	}
	for words, want := range good {
		checkReadings(t, &Type{Base: TypeEmail}, []reading{{"en", words, Text(want), 0}})
	}
	for _, words := range []string{
		"ann", "ann@", "@example.com", "ann@example", "ann@@example.com", "a b@example.com", "ann@-x.com", "ann@x..com",
		".ann@example.com", "ann..b@example.com", "ann@1.2.3.4", strings.Repeat("a", 65) + "@example.com",
	} {
		checkReadings(t, &Type{Base: TypeEmail}, []reading{{"en", words, Value{}, NotAnEmail}})
	}
}

func TestReadPhone(t *testing.T) {
	checkReadings(t, &Type{Base: TypePhone}, []reading{
		{"en", "+49 30 901820", Text("+4930901820"), 0},
		{"de", "030 901820", Text("+4930901820"), 0},
		{"de", "+33 1 23 45 67 89", Text("+33123456789"), 0},
		{"fr", "01 23 45 67 89", Text("+33123456789"), 0},
		{"en-GB", "020 7946 0018", Text("+442079460018"), 0},
		{"de", "tel:+49-30-901820", Text("+4930901820"), 0},
		{"en", "030 901820", Value{}, NoCountryCode},
		{"de", "12", Value{}, NotAPhone},
		{"de", "call me", Value{}, NotAPhone},
		{"en", strings.Repeat("+49 30 901820 ", 10), Value{}, NotAPhone},
	})
}

func TestReadRating(t *testing.T) {
	checkReadings(t, &Type{Base: TypeRating}, []reading{
		{"en", "4", Integer(4), 0},
		{"en", "5 stars", Integer(5), 0},
		{"de", "fünf Sterne", Integer(5), 0},
		{"en", "⭐⭐⭐", Integer(3), 0},
		{"en", "⭐️ ⭐️", Integer(2), 0},
		{"en", "4/5", Integer(4), 0},
		{"en", "4 out of 5", Integer(4), 0},
		{"de", "4 von 5 Sternen", Integer(4), 0},
		{"en", "0", Value{}, TooSmall},
		{"en", "6", Value{}, TooLarge},
		{"en", "4.5", Value{}, NotARating},
		{"en", "4/6", Value{}, NotARating},
		{"en", "good", Value{}, NotARating},
	})
	checkReadings(t, &Type{Base: TypeRating, Scale: "points"}, []reading{{"en", "0", Integer(0), 0}, {"en", "10", Integer(10), 0}})
	checkReadings(t, &Type{Base: TypeRating, Scale: "thumbs"}, []reading{{"en", "👍", Integer(1), 0}, {"en", "👎", Integer(0), 0}})
}

func TestReadDate(t *testing.T) {
	checkReadings(t, &Type{Base: TypeDate}, []reading{
		{"en", "2026-03-02", Date(2026, 3, 2), 0},
		{"de", "2.3.2026", Date(2026, 3, 2), 0},
		{"de", "02. 03. 2026", Date(2026, 3, 2), 0},
		{"de", "2.3.26", Date(2026, 3, 2), 0},
		{"de", "2.3.85", Date(1985, 3, 2), 0},
		{"de", "2.3.", Date(2026, 3, 2), 0},
		{"de", "am 1.3.", Date(2027, 3, 1), 0},
		{"de", "29.2.", Date(2028, 2, 29), 0},
		{"de", "2. März 2026", Date(2026, 3, 2), 0},
		{"de", "2. Mär 2026", Date(2026, 3, 2), 0},
		{"fr", "1er août 2026", Date(2026, 8, 1), 0},
		{"fr", "02/03/2026", Date(2026, 3, 2), 0},
		{"en", "March 2nd, 2026", Date(2026, 3, 2), 0},
		{"en", "the 2nd of March", Date(2026, 3, 2), 0},
		{"en", "3 Dez 2026", Date(2026, 12, 3), 0},
		{"en", "13/02/2026", Date(2026, 2, 13), 0},
		{"en", "02/13/2026", Date(2026, 2, 13), 0},
		{"en-US", "02/03/2026", Date(2026, 2, 3), 0},
		{"en-GB", "02/03/2026", Date(2026, 3, 2), 0},
		{"en", "02/02/2026", Date(2026, 2, 2), 0},
		{"en", "02/03/2026", Value{}, AmbiguousDate},
		{"de", "30.2.2026", Value{}, NotADate},
		{"fr", "3 ju 2026", Value{}, NotADate},
		{"fr", "3 jui 2026", Value{}, NotADate},
		{"de", "32.1.2026", Value{}, NotADate},
		{"de", "soon", Value{}, NotADate},
	})
	first := Date(2026, 3, 10)
	checkReadings(t, &Type{Base: TypeDate, Min: &first}, []reading{{"de", "9.3.2026", Value{}, TooEarly}})
	checkReadings(t, &Type{Base: TypeDate, Max: &first}, []reading{{"de", "11.3.2026", Value{}, TooLate}})
}

func TestReadTime(t *testing.T) {
	checkReadings(t, &Type{Base: TypeTime}, []reading{
		{"en", "9:30", TimeOfDay(570), 0},
		{"de", "9.30 Uhr", TimeOfDay(570), 0},
		{"de", "um 9 Uhr", TimeOfDay(540), 0},
		{"de", "9 Uhr 30", TimeOfDay(570), 0},
		{"fr", "à 9h30", TimeOfDay(570), 0},
		{"fr", "9 h", TimeOfDay(540), 0},
		{"en", "9:30 pm", TimeOfDay(21*60 + 30), 0},
		{"en", "12 am", TimeOfDay(0), 0},
		{"en", "12 p.m.", TimeOfDay(720), 0},
		{"en", "13 pm", Value{}, NotATime},
		{"en", "24:00", TimeOfDay(0), 0},
		{"en", "24:30", Value{}, NotATime},
		{"en", "9:60", Value{}, NotATime},
		{"en", "9", Value{}, NotATime},
	})
}

func TestReadDateTime(t *testing.T) {
	at := DateTime(time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC)) // 9:30 of the customer
	checkReadings(t, &Type{Base: TypeDateTime}, []reading{
		{"en", "2026-03-02T09:30", at, 0},
		{"en", "2026-03-02 09:30", at, 0},
		{"de", "2.3.2026 um 9.30 Uhr", at, 0},
		{"de", "2. März 2026, 09:30", at, 0},
		{"fr", "2 mars 2026 à 9h30", at, 0},
		{"en", "02/03/2026 9:30", Value{}, AmbiguousDate},
		{"en", "2026-03-02", Value{}, NotADateTime},
		{"en", "9:30", Value{}, NotADateTime},
	})
}

func TestWhatIsNotTyped(t *testing.T) {
	for _, base := range []Base{TypePhoto, TypeVoice, TypeFile, TypeLocation, TypeItem, TypeBooking, TypeOrder, TypeList} {
		checkReadings(t, &Type{Base: base}, []reading{{"en", "hello", Value{}, NotTyped}})
	}
}

// TestWhatIsWrittenCanBeRead: a customer who copies what the bot wrote is
// understood.
func TestWhatIsWrittenCanBeRead(t *testing.T) {
	values := map[Base][]Value{
		TypeMoney:    {Money(1290, "EUR"), Money(123456789, "EUR"), Money(-5, "EUR"), Money(0, "EUR")},
		TypeNumber:   {Integer(1200), Number(1_500_000), Number(-1234_500_000), Integer(1_000_000)},
		TypeInteger:  {Integer(12345), Integer(-3)},
		TypeYesNo:    {Bool(true), Bool(false)},
		TypeDate:     {Date(2026, 3, 1), Date(1985, 12, 31), Date(2026, 8, 2)},
		TypeTime:     {TimeOfDay(0), TimeOfDay(570)},
		TypeDateTime: {DateTime(now)},
		TypeManyOf:   {List(Text("filter"), Text("espresso"), Text("french_press"))},
	}
	for base, all := range values {
		typ := &Type{Base: base, Options: brew().Options}
		for _, lang := range []string{"en", "de", "fr", "de-CH", "pl", "nl", "ja"} {
			for _, v := range all {
				written := Format(v, typ, in(lang))
				if got, misread := Read(typ, written, in(lang)); misread != nil || !Equal(got, v) {
					t.Errorf("%s %s: wrote %q, read %s, %+v", lang, base, written, got.AppendJSON(nil), misread)
				}
			}
		}
	}
}
