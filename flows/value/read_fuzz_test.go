package value

import (
	"encoding/json"
	"testing"
)

func FuzzRead(f *testing.F) {
	for _, words := range []string{
		"1.200,50", "about €12", "espresso and filter", "ann@example.com", "+49 30 901820", "2. März 2026 um 9 Uhr",
		"⭐⭐⭐", "4/5", "👍", "\xff", "-", "...", "1\u202f200", "٣", "2/29", "12 pm", "half past five tomorrow", "übermorgen um halb acht",
		"fin du mois prochain", "12 Euro 50", "zwei und ein halb", "ann@gmial.com", "expreso and flter", "31 June", "in anderthalb Stunden", "a week on Friday",
	} {
		f.Add(words, "de", uint8(TypeMoney))
		f.Add(words, "en-US", uint8(TypeDate))
	}
	options := brew().Options
	f.Fuzz(func(t *testing.T, words, lang string, base uint8) {
		if len(words) > 4096 {
			return
		}
		typ := &Type{Base: Base(base), Options: options}
		loc := in(lang)
		v, misread := Read(typ, words, loc)
		if v.Known() == (misread != nil) {
			t.Fatalf("read as %s and misread %+v", v.AppendJSON(nil), misread)
		}
		if misread != nil {
			if near := misread.Near; near.Known() && near.Kind() != typ.Kind() {
				t.Errorf("near a %s is a %s", typ.Base, near.Kind())
			}
			if misread.Text(loc) == "" {
				t.Errorf("nothing is said of reason %d", misread.Reason)
			}
			return
		}
		if typ.Kind() != KindUnknown && v.Kind() != typ.Kind() {
			t.Errorf("a %s was read as a %s", typ.Base, v.Kind())
		}
		if timeless, wrong := Read(typ, words, Locale{Language: lang}); timeless.Known() == (wrong != nil) {
			t.Error("without a clock it is neither read nor misread")
		}
		again, _ := Read(typ, words, loc)
		if !Equal(v, again) {
			t.Error("read differently the second time")
		}
		data, err := json.Marshal(v)
		var back Value
		if err != nil || json.Unmarshal(data, &back) != nil || !Equal(v, back) {
			t.Errorf("%s does not survive JSON: %v", data, err)
		}
		if Format(v, typ, loc) == "" {
			t.Errorf("%s is written as nothing", data)
		}
	})
}

func FuzzUnmarshal(f *testing.F) {
	f.Add([]byte(`{"record":{"a":[{"money":"12.90 EUR"},{"for":"3d"}]}}`))
	f.Add([]byte(`{"money":" "}`))
	f.Add([]byte(` [1, null]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v Value
		if json.Unmarshal(data, &v) != nil {
			return
		}
		written, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back Value
		if err := json.Unmarshal(written, &back); err != nil || !Equal(v, back) {
			t.Errorf("%s became %s: %v", data, written, err)
		}
	})
}
