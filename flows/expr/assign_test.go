package expr

import (
	"testing"

	"repartee/flows/value"
)

func TestAssignable(t *testing.T) {
	typ := func(b value.Base) *value.Type { return &value.Type{Base: b} }
	bag := &value.Type{Base: value.TypeOneOf, Options: options("tote", "satchel")}
	bags := &value.Type{Base: value.TypeManyOf, Options: bag.Options}
	tests := []struct {
		src  string
		to   *value.Type
		want bool
	}{
		{"budget < 100 ? 'tote' : 'satchel'", bag, true},
		{"budget < 100 ? 'tote' : 'sachel'", bag, false},
		{"link", bag, false},
		{"brew", bag, false},
		{"'tote'", bags, false},
		{"['tote', 'satchel']", bags, true},
		{"['tote', 'sack']", bags, false},
		{"[]", bags, true},
		{"tags", bags, false},
		{"item.brew", listOf(textType), true},
		{"[1, 2]", listOf(moneyType), true},
		{"unknown", bag, true},
		{"anything", bag, true},
		{"8", moneyType, true},
		{"budget", numberType, false},
		{"8", numberType, true},
		{"8", integerType, true},
		{"8.5", integerType, false},
		{"party / 2", integerType, false},
		{"round(party / 2)", integerType, true},
		{"party * 2 + 1", integerType, true},
		{"4", typ(value.TypeRating), true},
		{"'ann@example.com'", typ(value.TypeEmail), false},
		{"email", typ(value.TypeEmail), true},
		{"email", textType, true},
		{"yes", typ(value.TypeConsent), false},
		{"news", boolType, true},
		{"today", dateTimeType, false},
		{"date(now)", dateType, true},
		{"item", typ(value.TypeItem), true},
		{"item", typ(value.TypeOrder), false},
		{"first(guests)", typ(value.TypeItem), true},
		{"therapist", typ(value.TypeOneOf), true},
		{"'a'", typ(value.TypeOneOf), true},
		{"link", typ(value.TypeOneOf), false},
	}
	for _, tt := range tests {
		if got := Assignable(tt.to, mustCompile(t, tt.src).Type(), "EUR"); got != tt.want {
			t.Errorf("%s to %s: %v", tt.src, tt.to.Base, got)
		}
	}
	if Assignable(moneyType, numberType, "") {
		t.Error("a number is money without a currency")
	}
	if Assignable(nil, numberType, "EUR") || Assignable(numberType, nil, "EUR") {
		t.Error("no type fits")
	}
}

func TestConvert(t *testing.T) {
	bag := &value.Type{Base: value.TypeOneOf, Options: options("tote")}
	tests := []struct {
		name     string
		v        value.Value
		to       *value.Type
		expected value.Value
	}{
		{"number to money", value.Integer(8), moneyType, value.Money(800, "EUR")},
		{"numbers to money", value.List(value.Integer(8)), listOf(moneyType), value.List(value.Money(800, "EUR"))},
		{"fraction to integer", value.Number(1_500_000), integerType, value.Value{}},
		{"text to number", value.Text("8"), numberType, value.Value{}},
		{"no option", value.Text("sack"), bag, value.Value{}},
		{"option", value.Text("tote"), bag, value.Text("tote")},
		{"unknown", value.Value{}, moneyType, value.Value{}},
		{"anything", value.Text("a"), anyType, value.Text("a")},
	}
	for _, tt := range tests {
		if got := Convert(tt.v, tt.to, "EUR"); !value.Equal(got, tt.expected) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
