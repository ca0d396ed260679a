package value

import (
	"testing"
	"time"
)

func TestFormat(t *testing.T) {
	const nb, nnb = "\u00a0", "\u202f"
	many := brew()
	many.Base = TypeManyOf
	day := 24 * time.Hour
	tests := []struct {
		lang string
		v    Value
		typ  *Type
		want string
	}{
		{"en", Value{}, nil, ""},
		{"en", Bool(true), nil, "yes"},
		{"de", Bool(false), nil, "nein"},
		{"fr", Bool(true), nil, "oui"},
		{"en", Integer(12_000), nil, "12,000"},
		{"en", Integer(2024), nil, "2024"},
		{"de", Integer(-2024), nil, "-2024"},
		{"fr", Integer(9999), nil, "9999"},
		{"fr", Integer(10_000), nil, "10" + nnb + "000"},
		{"de", Number(12_345_500_000), nil, "12.345,5"},
		{"de", Number(1234_500_000), nil, "1234,5"},
		{"fr", Integer(1_234_567), nil, "1" + nnb + "234" + nnb + "567"},
		{"pl", Number(12_345_500_000), nil, "12" + nb + "345,5"},
		{"de-CH", Number(12_345_500_000), nil, "12’345.5"},
		{"xx", Integer(12_000), nil, "12,000"},
		{"en", Number(-500_000), nil, "-0.5"},
		{"en", Money(1250, "EUR"), nil, "€12.50"},
		{"de", Money(1250, "EUR"), nil, "12,50" + nb + "€"},
		{"fr", Money(125000, "EUR"), nil, "1" + nnb + "250,00" + nb + "€"},
		{"en", Money(-5, "USD"), nil, "-$0.05"},
		{"en", Money(1250, "CHF"), nil, "CHF" + nb + "12.50"},
		{"en", Money(1250, "PLN"), nil, "zł" + nb + "12.50"},
		{"en", Money(1250, "JPY"), nil, "¥1,250"},
		{"en", Money(50, "XTR"), nil, "50" + nb + "⭐"},
		{"en", Money(1250, ""), nil, "12.50"},
		{"en", Date(2026, 3, 2), nil, "2 March 2026"},
		{"de", Date(2026, 3, 2), nil, "2. März 2026"},
		{"fr", Date(2026, 3, 1), nil, "1er mars 2026"},
		{"pl", Date(2026, 3, 2), nil, "2026-03-02"},
		{"en", TimeOfDay(570), nil, "09:30"},
		{"de", DateTime(now), nil, "2. März 2026, 13:00"},
		{"en", Duration(0, 3*day), nil, "3" + nb + "days"},
		{"de", Duration(13, day), nil, "1" + nb + "Jahr und 1" + nb + "Monat"},
		{"fr", Duration(0, 90*time.Minute), nil, "1" + nb + "heure et 30" + nb + "minutes"},
		{"en", Duration(0, 0), nil, "0" + nb + "seconds"},
		{"de", Text("filter"), brew(), "Filterkaffee"},
		{"en", Text("press"), brew(), "French press"},
		{"en", Text("tea"), brew(), "tea"},
		{"en", List(Text("filter"), Text("espresso"), Text("french_press")), many, "Filter, Espresso and French press"},
		{"de", List(Text("filter"), Text("espresso")), many, "Filterkaffee und Espresso"},
		{"fr", List(Integer(1)), nil, "1"},
		{"pl", List(Integer(1), Integer(2)), nil, "1, 2"},
		{"en", List(), nil, ""},
		{"en", Record(map[string]Value{"id": Text("crema"), "name": Text("Crema Roma")}), nil, "Crema Roma"},
		{"en", Record(map[string]Value{"latitude": Number(52_520_000), "longitude": Number(-13_405_000)}), nil, "52.52000, -13.40500"},
		{"de", Record(map[string]Value{"latitude": Number(52_520_006), "longitude": Number(4)}), nil, "52.52001, 0.00000"},
		{"en", Record(nil), nil, ""},
		{"en", Record(map[string]Value{"age": Integer(4), "guest": Text("Ann"), "pet": Text("Rex")}), nil, "Ann"},
		{"en", Record(map[string]Value{"number": Text("A-17"), "total": Money(5, "EUR")}), &Type{Base: TypeOrder}, "A-17"},
		{"en", Record(map[string]Value{"start": DateTime(now), "item": Record(map[string]Value{"name": Text("Dr. Lee")})}), &Type{Base: TypeBooking}, "Dr. Lee"},
		{"de", List(Record(map[string]Value{"name": Text("Crema")}), Record(map[string]Value{"name": Text("Sol")})), nil, "Crema und Sol"},
		{"en", List(Record(map[string]Value{"guest": Text("Ann")})), &Type{Base: TypeList, Elem: &Type{Base: TypeRecord}}, "Ann"},
		{"en", Text("AgACAgIAAx"), &Type{Base: TypePhoto}, "photo"},
		{"de", Text("AwACAgIAAx"), &Type{Base: TypeVoice}, "Sprachnachricht"},
		{"fr", Text("BQACAgIAAx"), &Type{Base: TypeFile}, "fichier"},
		{"pl", Text("BQACAgIAAx"), &Type{Base: TypeVoice}, "voice message"},
		{"de", List(Text("a"), Text("b")), &Type{Base: TypeList, Elem: &Type{Base: TypePhoto}}, "Foto und Foto"},
		{"en", Integer(4), &Type{Base: TypeRating}, "4"},
		{"en", Integer(0), &Type{Base: TypeRating, Scale: "thumbs"}, "👎"},
	}
	for _, tt := range tests {
		if got := Format(tt.v, tt.typ, in(tt.lang)); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.lang, tt.v.AppendJSON(nil), got, tt.want)
		}
	}
}

func TestBaseNames(t *testing.T) {
	for _, name := range BaseNames() {
		if b, ok := BaseNamed(name); !ok || b.String() != name {
			t.Errorf("%q is %v, %v", name, b, ok)
		}
	}
	for _, name := range []string{"any", "duration", "record", "bool", ""} {
		if b, ok := BaseNamed(name); ok {
			t.Errorf("%q is the type %v", name, b)
		}
	}
	if got := len(BaseNames()); got != 22 {
		t.Errorf("%d types", got)
	}
	if got := Base(200).String(); got != "any" {
		t.Errorf("a base that is none is %q", got)
	}
}

func TestOptionByItsFormerID(t *testing.T) {
	o, ok := brew().Option("press")
	if !ok || o.ID != "french_press" {
		t.Errorf("press is %q, %v", o.ID, ok)
	}
}
