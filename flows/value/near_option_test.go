package value

import "testing"

func TestReadOptionInASentence(t *testing.T) {
	checkReadings(t, brew(), []reading{
		{"en", "I take the filter please", Text("filter"), 0},
		{"en", "french press, thanks", Text("french_press"), 0},
		{"de", "ich nehme den Espresso", Text("espresso"), 0},
		{"fr", "plutot un espresso", Text("espresso"), 0},
		{"fr", "je prends le filtre", Text("filter"), 0},
		{"en", "not espresso", Value{}, NotAnOption},
		{"en", "is espresso good with milk and sugar?", Value{}, NotAnOption},
		{"en", "espresso or filter", Value{}, NotAnOption},
		{"en", "my grandmother always made filter coffee on sundays in the garden", Value{}, NotAnOption},
	})
	sizes := &Type{Base: TypeOneOf, Options: []Option{{ID: "m", Label: map[string]string{"": "M"}}, {ID: "xl", Label: map[string]string{"": "XL"}}}}
	checkReadings(t, sizes, []reading{
		{"en", "XL please", Text("xl"), 0},
		{"en", "m", Text("m"), 0},
		{"en", "I am not sure", Value{}, NotAnOption},
	})
}

func TestMisspeltOptions(t *testing.T) {
	// One slip in a long name, and nothing else near: no question is needed.
	checkReadings(t, brew(), []reading{
		{"en", "espreso", Text("espresso"), 0},
		{"en", "french pres", Text("french_press"), 0},
		{"de", "Filterkafee", Text("filter"), 0},
		{"en", "plungr", Text("french_press"), 0},
		{"en", "the french, please", Text("french_press"), 0}, // a word that is in one name only
		{"en", "ESPRÉSSO", Text("espresso"), 0},
	})
	checkNear(t, brew(), "en", map[string]Value{
		"expreso":               Text("espresso"),
		"flter":                 Text("filter"),
		"fitler":                Text("filter"),
		"the flter pls":         Text("filter"),
		"the flter":             Text("filter"),
		"frnch pres":            Text("french_press"),
		"tea":                   {},
		"not expreso":           {},
		"cappuccino":            {},
		"I want something else": {},
	})
	alike := &Type{Base: TypeOneOf, Options: []Option{
		{ID: "a", Label: map[string]string{"": "Berlin Mitte"}}, {ID: "b", Label: map[string]string{"": "Berlin Mitta"}}, {ID: "c", Label: map[string]string{"": "Hall 11"}},
		{ID: "d", Label: map[string]string{"": "Roast 2025"}},
	}}
	checkNear(t, alike, "en", map[string]Value{"Berlin Mitti": {}, "Berlin": {}, "Berlin Mite": Text("a"), "Hall 12": {}, "Roast 2026": {}})
	checkReadings(t, alike, []reading{{"en", "Rost 2025", Text("d"), 0}})
}

func TestMisspeltManyOf(t *testing.T) {
	typ := brew()
	most := Integer(2)
	typ.Base, typ.Max = TypeManyOf, &most
	checkNear(t, typ, "en", map[string]Value{
		"espresso and flter":        List(Text("espresso"), Text("filter")),
		"expreso, filter":           List(Text("espresso"), Text("filter")),
		"flter":                     List(Text("filter")),
		"espresso, tea":             {},
		"fench pres and expreso":    List(Text("french_press"), Text("espresso")),
		"flter, espresso and press": {},
	})
	checkReadings(t, typ, []reading{
		{"en", "espreso and filter", List(Text("espresso"), Text("filter")), 0},
		{"en", "I'd like espresso and filter please", List(Text("espresso"), Text("filter")), 0},
		{"en", "all", Value{}, TooMany},
		{"en", "not espresso", Value{}, NotAnOption},
	})
	typ.Max, typ.Options = nil, typ.Options[:2]
	all := List(Text("espresso"), Text("filter"))
	checkReadings(t, typ, []reading{{"en", "both", all, 0}, {"de", "alle", all, 0}, {"fr", "les deux", all, 0}})
}

func TestNearDates(t *testing.T) {
	checkNear(t, &Type{Base: TypeDate}, "en", map[string]Value{
		"31 June":           Date(2026, 6, 30),
		"June 31st":         Date(2026, 6, 30),
		"30 February 2028":  Date(2028, 2, 29),
		"29 February 2027":  Date(2027, 2, 28),
		"2026-09-31":        Date(2026, 9, 30),
		"Friday, 7 March":   Date(2026, 3, 7),
		"32 June":           {},
		"soon":              {},
		"02/03/2026":        {},
		"Friday or Tuesday": {},
	})
	checkNear(t, &Type{Base: TypeDate}, "de", map[string]Value{"31.6.": Date(2026, 6, 30), "31.6.2026": Date(2026, 6, 30), "am 31. Juni": Date(2026, 6, 30)})
	checkNear(t, &Type{Base: TypeDate}, "fr", map[string]Value{"le 31 juin": Date(2026, 6, 30), "31/06/2026": Date(2026, 6, 30)})
	checkNear(t, &Type{Base: TypeTime}, "en", map[string]Value{"25:00": {}, "9": TimeOfDay(9 * 60), "5": TimeOfDay(17 * 60), "nine": TimeOfDay(9 * 60), "5 people": {}, "1730": {}})
	five := DateTime(now.Add(4 * 60 * 60 * 1e9)) // 17:00 of the customer
	checkNear(t, &Type{Base: TypeDateTime}, "en", map[string]Value{"at 5": five, "tomorrow": {}})
}

func TestTheYearMayBeTheOneThatFits(t *testing.T) {
	latest := Date(2026, 3, 2)
	checkReadings(t, &Type{Base: TypeDate, Max: &latest}, []reading{
		{"en", "24 December", Date(2025, 12, 24), 0},
		{"en", "24 December 2026", Value{}, TooLate},
		{"en", "yesterday", Date(2026, 3, 1), 0},
		{"en", "tomorrow", Value{}, TooLate},
	})
	open, closed := TimeOfDay(6*60), TimeOfDay(12*60)
	checkReadings(t, &Type{Base: TypeTime, Min: &open, Max: &closed}, []reading{
		{"en", "at 6", TimeOfDay(6 * 60), 0},
		{"en", "half past six", TimeOfDay(6*60 + 30), 0},
		{"en", "at 5", Value{}, TooLate},
		{"en", "6 pm", Value{}, TooLate},
	})
}
