package value

import "testing"

func TestReadNumbersInWords(t *testing.T) {
	numbers := map[string]map[int64][]string{
		"en": {
			0: {"zero", "none"}, 1: {"one", "a", "1"}, 2: {"two", "a couple", "a couple of bags"}, 6: {"half a dozen"}, 12: {"twelve", "a dozen", "one dozen"},
			19: {"nineteen"}, 21: {"twenty-one", "twenty one", "twentyone", "Twenty-One!"}, 24: {"two dozen"}, 99: {"ninety-nine"},
			100: {"a hundred", "one hundred", "hundred"}, 105: {"a hundred and five", "one hundred five"}, 1000: {"a thousand"}, 1200: {"twelve hundred"},
			2300: {"two thousand three hundred"}, 3042: {"three thousand and forty-two"}, 5000: {"5 thousand", "5k", "five thousand"},
			4: {"four", "for 4 people", "we are 4", "we'll be four", "4 people please", "I think 4", "a table for four", "4 of us", "~4", "exactly 4"},
		},
		"de": {
			0: {"null"}, 1: {"eins", "ein", "eine Person"}, 6: {"ein halbes Dutzend"}, 12: {"zwölf", "zwoelf", "ein Dutzend"}, 17: {"siebzehn"},
			21: {"einundzwanzig", "ein und zwanzig"}, 24: {"zwei Dutzend"}, 30: {"dreißig", "dreissig"}, 55: {"fünfundfünfzig", "fuenfundfuenfzig"},
			100: {"hundert", "einhundert"}, 101: {"hunderteins", "hundertundeins"}, 123: {"einhundertdreiundzwanzig", "hundert drei und zwanzig"},
			1000: {"tausend", "eintausend"}, 1200: {"zwölfhundert", "tausendzweihundert"}, 2300: {"zwei tausend dreihundert", "zweitausenddreihundert"},
			5000: {"5 Tausend", "5 Tsd."}, 4: {"vier", "zu viert", "wir sind zu viert", "Wir sind 4", "ein Tisch für 4", "für 4 Personen", "4 Personen, bitte", "4 Stück", "vier Rosen"},
			2: {"zwei Personen", "zwo", "wir kommen zu zweit"}, 20: {"so um die 20", "max. 20", "höchstens zwanzig"},
		},
		"fr": {
			0: {"zéro"}, 1: {"un", "une"}, 6: {"une demi-douzaine"}, 10: {"une dizaine"}, 12: {"douze", "une douzaine"}, 17: {"dix-sept"}, 21: {"vingt et un", "vingt-et-un"},
			24: {"deux douzaines"}, 70: {"soixante-dix", "septante"}, 71: {"soixante et onze"}, 79: {"soixante-dix-neuf"}, 80: {"quatre-vingts", "quatre vingt"},
			81: {"quatre-vingt-un"}, 90: {"quatre-vingt-dix", "nonante"}, 99: {"quatre-vingt-dix-neuf", "nonante-neuf"}, 100: {"cent"}, 200: {"deux cents"},
			250: {"deux cent cinquante"}, 1000: {"mille"}, 1200: {"mille deux cents"}, 3000: {"trois mille", "3 mille"}, 1999: {"mille neuf cent quatre-vingt-dix-neuf"},
			4: {"quatre", "nous sommes 4", "nous serons quatre", "pour 4 personnes", "4 personnes svp", "une table pour 4"}, 20: {"environ vingt", "max. 20"},
		},
	}
	for lang, all := range numbers {
		for want, words := range all {
			for _, w := range words {
				if w == "a" {
					continue
				}
				checkReadings(t, &Type{Base: TypeInteger}, []reading{{lang, w, Integer(want), 0}})
			}
		}
	}
}

func TestWhatIsNoNumber(t *testing.T) {
	for lang, words := range map[string][]string{
		"en": {
			"5 or 6", "five or six", "between 5 and 10", "not 5", "more than 5", "5 - 10", "one two", "where is my order 4711?", "I ordered three weeks ago and it never arrived",
			"3rd", "the 3rd of May", "5 pm", "on May 5", "what costs 5 bags?", "a", "an apple", "no idea", "half", "1e3", "20 20",
		},
		"de": {"fünf oder sechs", "zwei Erwachsene und ein Kind", "nicht 5", "mehr als 5", "zwischen 5 und 10", "um 5 Uhr", "am 5. Mai", "ein paar Tage, ich weiß es nicht genau", "keine"},
		"fr": {"5 ou 6", "pas 5", "entre 5 et 10", "le 5 mai", "cinq ou six", "aucune idée"},
	} {
		for _, w := range words {
			checkReadings(t, &Type{Base: TypeInteger}, []reading{{lang, w, Value{}, NotANumber}})
		}
	}
}

func TestReadHalves(t *testing.T) {
	half := func(n int64) Value { return Number(n*Micros + Micros/2) }
	checkReadings(t, &Type{Base: TypeNumber}, []reading{
		{"en", "two and a half", half(2), 0},
		{"en", "2 and a half kilos", half(2), 0},
		{"en", "2½", half(2), 0},
		{"en", "½", half(0), 0},
		{"de", "zweieinhalb", half(2), 0},
		{"de", "anderthalb", half(1), 0},
		{"de", "zwei und ein halb", half(2), 0},
		{"de", "2,5 Tausend", Integer(2500), 0},
		{"fr", "deux et demi", half(2), 0},
		{"fr", "2 kilos", Integer(2), 0},
	})
	checkReadings(t, &Type{Base: TypeInteger}, []reading{{"de", "zweieinhalb", Value{}, Fraction}, {"en", "2½", Value{}, Fraction}})
}

func TestReadMoneyInWords(t *testing.T) {
	euro := func(cents int64) Value { return Money(cents, "EUR") }
	checkReadings(t, &Type{Base: TypeMoney}, []reading{
		{"en", "twenty euros", euro(2000), 0},
		{"en", "twelve euros fifty", euro(1250), 0},
		{"en", "twelve euros and fifty cents", euro(1250), 0},
		{"en", "50 cents", euro(50), 0},
		{"en", "up to 20 euros per bag", euro(2000), 0},
		{"en", "I have about 20 €", euro(2000), 0},
		{"en", "two hundred", euro(20000), 0},
		{"de", "12 Euro 50", euro(1250), 0},
		{"de", "12€50", euro(1250), 0},
		{"de", "12,50", euro(1250), 0},
		{"de", "1.200 €", euro(120000), 0},
		{"de", "1.200 Euro und 5 Cent", euro(120005), 0},
		{"de", "max. 20 Euro", euro(2000), 0},
		{"de", "zwölf Euro fünfzig", euro(1250), 0},
		{"de", "höchstens zwanzig Euro bitte", euro(2000), 0},
		{"de", "nicht mehr als 20 Euro", Value{}, NotAnAmount},
		{"de", "12 Euro 5", Value{}, NotAnAmount},
		{"fr", "douze euros cinquante", euro(1250), 0},
		{"fr", "12 € 50", euro(1250), 0},
		{"fr", "cent euros maximum", euro(10000), 0},
		{"fr", "mille deux cents euros", euro(120000), 0},
		{"fr", "jusqu’à 20 euros", euro(2000), 0},
		{"en", "12 dollars", Value{}, ForeignCurrency},
	})
}

func TestReadRatingInWords(t *testing.T) {
	checkReadings(t, &Type{Base: TypeRating}, []reading{
		{"en", "four stars", Integer(4), 0},
		{"en", "4 of 5", Integer(4), 0},
		{"en", "four out of five", Integer(4), 0},
		{"en", "4 stars out of 5", Integer(4), 0},
		{"en", "I'd give it a 4", Integer(4), 0},
		{"en", "4, very good", Integer(4), 0},
		{"fr", "4 sur 5", Integer(4), 0},
		{"fr", "note 4/5", Integer(4), 0},
		{"de", "vier von fünf Sternen", Integer(4), 0},
		{"fr", "quatre étoiles sur cinq", Integer(4), 0},
		{"en", "⭐⭐⭐⭐⭐", Integer(5), 0},
		{"en", "4 or 5", Value{}, NotARating},
		{"en", "not 5", Value{}, NotARating},
	})
}

// A part of an option's name stands for it, but not without the word that turns its meaning round.
func TestOptionThatDenies(t *testing.T) {
	later := &Type{Base: TypeOneOf, Options: []Option{{ID: "later", Label: map[string]string{"en": "Not now", "de": "Jetzt nicht", "fr": "Pas maintenant"}}}}
	for language, words := range map[string]string{"en": "now", "de": "was jetzt", "fr": "et maintenant"} {
		if v, wrong := Read(later, words, Locale{Language: language}); wrong == nil {
			t.Errorf("%s: %q is read as %v (%v)", language, words, v, wrong)
		}
	}
}
