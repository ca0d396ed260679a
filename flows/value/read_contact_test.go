package value

import "testing"

// checkNear reads answers that are nearly right: what is near, or nothing.
func checkNear(t *testing.T, typ *Type, lang string, want map[string]Value) {
	t.Helper()
	for words, near := range want {
		got, misread := Read(typ, words, in(lang))
		switch {
		case misread == nil:
			t.Errorf("%s %q: read as %s", lang, words, got.AppendJSON(nil))
		case !Equal(misread.Near, near):
			t.Errorf("%s %q: near is %s, want %s", lang, words, misread.Near.AppendJSON(nil), near.AppendJSON(nil))
		}
	}
}

func TestReadEmailInASentence(t *testing.T) {
	address := Text("ann@example.com")
	for lang, all := range map[string][]string{
		"en": {"my e-mail is ann@example.com", "ann@example.com please", "It's ann@example.com.", "mail: ann@example.com!", "write to ann@example.com, thanks", "ann(at)example.com", "<ann@example.com>"},
		"de": {"meine Adresse ist ann@example.com", "Meine E-Mail lautet ann@example.com", "unter ann@example.com", "ann [at] example.com"},
		"fr": {"mon adresse est ann@example.com", "c'est ann@example.com", "mon mail : ann@example.com"},
	} {
		for _, words := range all {
			checkReadings(t, &Type{Base: TypeEmail}, []reading{{lang, words, address, 0}})
		}
	}
	checkReadings(t, &Type{Base: TypeEmail}, []reading{
		{"en", "ann@example.com or bob@example.com", Value{}, NotAnEmail},
		{"en", "you have it", Value{}, NotAnEmail},
		{"de", "ann@yahoo.be", Text("ann@yahoo.be"), 0},
		{"de", "ann@mail.com", Text("ann@mail.com"), 0},
		{"de", "ann@gmailers.example", Text("ann@gmailers.example"), 0},
	})
}

func TestNearEmail(t *testing.T) {
	checkNear(t, &Type{Base: TypeEmail}, "en", map[string]Value{
		"ann@gmial.com":                   Text("ann@gmail.com"),
		"Ann.B@GMIAL.com":                 Text("Ann.B@gmail.com"),
		"ann@gmail.con":                   Text("ann@gmail.com"),
		"ann@gmail.co":                    Text("ann@gmail.com"),
		"ann@gmail":                       Text("ann@gmail.com"),
		"ann@gmail,com":                   Text("ann@gmail.com"),
		"my mail is ann@hotmial.com":      Text("ann@hotmail.com"),
		"ann@t-onlin.de":                  Text("ann@t-online.de"),
		"ann@outlok.com":                  Text("ann@outlook.com"),
		"ann @gmail.com":                  Text("ann@gmail.com"),
		"ann smith@example.com":           Text("smith@example.com"),
		"ann@example,com":                 Text("ann@example.com"),
		"ann@example":                     {},
		"ann":                             {},
		"@gmail.com":                      {},
		"ann@gmail.com and bob@gmail.com": {},
	})
}

func TestReadPhoneInASentence(t *testing.T) {
	checkReadings(t, &Type{Base: TypePhone}, []reading{
		{"en", "call me on +49 30 901820", Text("+4930901820"), 0},
		{"en", "my number is +44 20 7946 0018, thanks", Text("+442079460018"), 0},
		{"de", "Meine Nummer ist 030 901820", Text("+4930901820"), 0},
		{"de", "Tel. 030/901820", Text("+4930901820"), 0},
		{"de", "+49 (0)30 901820", Text("+4930901820"), 0},
		{"de", "(030) 90 18 20", Text("+4930901820"), 0},
		{"de", "0049 30 901820", Text("+4930901820"), 0},
		{"fr", "mon numéro : 01 23 45 67 89", Text("+33123456789"), 0},
		{"fr", "01.23.45.67.89", Text("+33123456789"), 0},
		{"de", "030 901820 oder 030 901821", Value{}, NotAPhone},
		{"de", "Bestellung AB1234567", Value{}, NotAPhone},
		{"de", "0800 HELLO", Value{}, NotAPhone},
		{"en", "ring me at 030 901820", Value{}, NoCountryCode},
		{"de", "am 24.12.2026", Value{}, NotAPhone},
	})
}

func TestAnUnlikelyEmailCanBeMeant(t *testing.T) {
	_, misread := Read(&Type{Base: TypeEmail}, "ann@gmai.com", in("en"))
	if misread == nil || !Equal(misread.Near, Text("ann@gmail.com")) || !Equal(misread.Typed, Text("ann@gmai.com")) {
		t.Errorf("misread is %+v", misread)
	}
	_, misread = Read(&Type{Base: TypeEmail}, "ann@gmail", in("en"))
	if misread == nil || misread.Typed.Known() {
		t.Errorf("an address without a point is taken as typed: %+v", misread)
	}
}
