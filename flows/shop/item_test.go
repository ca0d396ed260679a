package shop

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"repartee/flows/value"
)

// readAs reads one cell of a column of the type, in a shop that takes euros.
func readAs(t *testing.T, typ *value.Type, cell Cell) (value.Value, []CellFault) {
	t.Helper()
	cell.Column = "it"
	item, faults := ReadItem([]Column{{Name: "it", Type: typ}}, []Cell{{}, cell}, Reading{Currency: "EUR", Zone: berlin(t)})
	return item.Field("it"), faults
}

func TestReadCells(t *testing.T) {
	roast := []value.Option{{ID: "light", Label: map[string]string{"": "Light roast"}}, {ID: "dark", Was: "black"}}
	low, high := value.Integer(5), value.Integer(200)
	for _, c := range []struct {
		typ  value.Type
		text string
		want string // the value as JSON, or the beginning of the message
	}{
		{value.Type{Base: value.TypeText}, "yes", `"yes"`},
		{value.Type{Base: value.TypeText}, "01234", `"01234"`},
		{value.Type{Base: value.TypeNumber}, "0.250", `0.25`},
		{value.Type{Base: value.TypeNumber}, "0,25", `0.25`},
		{value.Type{Base: value.TypeNumber}, "-1.5", `-1.5`},
		{value.Type{Base: value.TypeNumber}, ".5", `0.5`},
		{value.Type{Base: value.TypeNumber}, "1.200", "`1.200` can be read in two ways"},
		{value.Type{Base: value.TypeNumber}, "12a", "`12a` is no number"},
		{value.Type{Base: value.TypeNumber}, "1.", "`1.` is no number"},
		{value.Type{Base: value.TypeNumber}, "1..5", "`1..5` is no number"},
		{value.Type{Base: value.TypeNumber}, "0.1234567", "`0.1234567` has too many decimals"},
		{value.Type{Base: value.TypeNumber}, "99999999999999999999", "`99999999999999999999` is too large"},
		{value.Type{Base: value.TypeInteger}, "40", `40`},
		{value.Type{Base: value.TypeInteger}, "1.200", `1200`},
		{value.Type{Base: value.TypeInteger}, "1'200", `1200`},
		{value.Type{Base: value.TypeInteger}, "40.0", `40`},
		{value.Type{Base: value.TypeInteger}, "4.5", "`4.5` is no whole number"},
		{value.Type{Base: value.TypeMoney}, "12.90", `{"money":"12.90 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "12,9", `{"money":"12.90 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "12,90 €", `{"money":"12.90 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "EUR 12", `{"money":"12.00 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "1.200,50", `{"money":"1200.50 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "1,200.50", `{"money":"1200.50 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "1 200,50", `{"money":"1200.50 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "1.200.000", `{"money":"1200000.00 EUR"}`},
		{value.Type{Base: value.TypeMoney}, "1,200", "`1,200` can be read in two ways"},
		{value.Type{Base: value.TypeMoney}, "1.20.000", "`1.20.000` is no number"},
		{value.Type{Base: value.TypeMoney}, "12.905", "`12.905` can be read in two ways"},
		{value.Type{Base: value.TypeMoney}, "0.905", "`0.905` has too many decimals"},
		{value.Type{Base: value.TypeMoney}, "$12", "`$12` is not in EUR"},
		{value.Type{Base: value.TypeMoney}, "on request", "`on request` is no amount"},
		{value.Type{Base: value.TypeMoney, Min: &low, Max: &high}, "4.99", "€4.99 is less than the column allows, €5.00"},
		{value.Type{Base: value.TypeMoney, Min: &low, Max: &high}, "200.01", "€200.01 is more than the column allows, €200.00"},
		{value.Type{Base: value.TypeMoney, Min: &low, Max: &high}, "200", `{"money":"200.00 EUR"}`},
		{value.Type{Base: value.TypeInteger, Min: &low}, "4", "4 is less than the column allows, 5"},
		{value.Type{Base: value.TypeYesNo}, "yes", `true`},
		{value.Type{Base: value.TypeYesNo}, "FALSE", `false`},
		{value.Type{Base: value.TypeYesNo}, "x", `true`},
		{value.Type{Base: value.TypeYesNo}, "maybe", "`maybe` is no yes or no"},
		{value.Type{Base: value.TypeOneOf, Options: roast}, "dark", `"dark"`},
		{value.Type{Base: value.TypeOneOf, Options: roast}, "black", `"dark"`},
		{value.Type{Base: value.TypeOneOf, Options: roast}, "Light Roast", "there is no option `Light Roast`, write `light`"},
		{value.Type{Base: value.TypeOneOf, Options: roast}, "medium", "there is no option `medium`, the options are light, dark"},
		{value.Type{Base: value.TypeManyOf, Options: roast}, "light|dark", `["light","dark"]`},
		{value.Type{Base: value.TypeManyOf, Options: roast}, "light; dark;", `["light","dark"]`},
		{value.Type{Base: value.TypeManyOf, Options: roast}, "light, dark", "there is no option `light, dark`"},
		{value.Type{Base: value.TypeList}, "a | b, c", `["a","b, c"]`},
		{value.Type{Base: value.TypeDate}, "2026-03-31", `{"date":"2026-03-31"}`},
		{value.Type{Base: value.TypeDate}, "31.3.2026", `{"date":"2026-03-31"}`},
		{value.Type{Base: value.TypeDate}, "03/04/2026", "`03/04/2026` is no date"},
		{value.Type{Base: value.TypeDate}, "2026-02-30", "`2026-02-30` is no date"},
		{value.Type{Base: value.TypeTime}, "9:30", `{"time":"09:30"}`},
		{value.Type{Base: value.TypeTime}, "24:00", "`24:00` is no time of the day"},
		{value.Type{Base: value.TypeDateTime}, "2026-03-31 09:30", `{"at":"2026-03-31T07:30:00Z"}`},
		{value.Type{Base: value.TypeDateTime}, "tomorrow", "`tomorrow` is no date with a time"},
		{value.Type{Base: value.TypeDuration}, "1h30m", `{"for":"1h30m"}`},
		{value.Type{Base: value.TypeDuration}, "90", "`90` is no span of time"},
		{value.Type{Base: value.TypeDuration}, "-1h", "`-1h` is no span of time"},
	} {
		v, faults := readAs(t, &c.typ, Cell{Text: c.text})
		if got := told(t, v, faults); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q as %s gives %s, want %s", c.text, c.typ.Base, got, c.want)
		}
	}
}

// told is a value as JSON, or what is wrong instead.
func told(t *testing.T, v value.Value, faults []CellFault) string {
	t.Helper()
	if len(faults) > 0 {
		if faults[0].Cell != 1 || v.Known() {
			t.Errorf("the fault is %+v, the value %v", faults[0], v)
		}
		return strings.TrimSuffix(faults[0].Message+", "+faults[0].Help, ", ")
	}
	data, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReadList(t *testing.T) {
	v, faults := readAs(t, &value.Type{Base: value.TypeList, Elem: &value.Type{Base: value.TypeMoney}}, Cell{List: []string{"1", "2,50"}})
	if got := told(t, v, faults); got != `[{"money":"1.00 EUR"},{"money":"2.50 EUR"}]` {
		t.Errorf("the list is %s", got)
	}
	if _, faults = readAs(t, &value.Type{Base: value.TypeText}, Cell{List: []string{"a"}}); len(faults) != 1 {
		t.Errorf("a list in a column of texts gives %+v", faults)
	}
	if v, faults = readAs(t, &value.Type{Base: value.TypeMoney}, Cell{}); v.Known() || faults != nil {
		t.Errorf("an empty cell gives %v, %+v", v, faults)
	}
}

func TestReadVariants(t *testing.T) {
	for _, c := range []struct {
		cells []Cell
		want  string
	}{
		{[]Cell{{Column: "variants", Text: "small: 8,90 | large: 16"}}, "small small 8.90 EUR, large large 16.00 EUR"},
		{[]Cell{{Column: "variants", List: []string{"red", "blue"}}}, "red red , blue blue "},
		{[]Cell{{Column: "variants.large.price", Text: "16"}, {Column: "variants.large.name", Text: "1 kilo"}, {Column: "variants.small", Text: "8.90"}}, "large 1 kilo 16.00 EUR, small small 8.90 EUR"},
		{[]Cell{{Column: "variants", Text: "Small size: 8"}}, "`Small size` is no name of a variant: it is made of a-z, 0-9 and _"},
		{[]Cell{{Column: "variants", Text: "small: cheap"}}, "`cheap` is no amount"},
		{[]Cell{{Column: "variants.small.colour", Text: "red"}}, "a variant has no `colour`"},
		{[]Cell{{Column: "variants.small.stock", Text: "few"}}, "`few` is no number"},
	} {
		item, faults := ReadItem(GivenColumns(), c.cells, Reading{Currency: "EUR"})
		var all []string
		for _, v := range item.Field("variants").AsList() {
			price := ""
			if minor, currency := v.Field("price").AsMoney(); currency != "" {
				price = fmt.Sprintf("%d.%02d %s", minor/100, minor%100, currency)
			}
			all = append(all, v.Field("id").AsText()+" "+v.Field("name").AsText()+" "+price)
		}
		got := strings.Join(all, ", ")
		if len(faults) > 0 {
			got = faults[0].Message
		}
		if got != c.want {
			t.Errorf("%+v gives %s, want %s", c.cells, got, c.want)
		}
	}
}

func TestReadItem(t *testing.T) {
	item, faults := ReadItem(GivenColumns(), []Cell{
		{Column: "id", Text: "crema"}, {Column: "name", Text: "Crema Roma"}, {Column: "digital", Text: "no"}, {Column: "length", Text: "50m"}, {Column: "unheard_of", Text: "1"},
	}, Reading{})
	if len(faults) > 0 || item.Field("id").AsText() != "crema" || !item.Field("digital").Known() || item.Field("unheard_of").Known() || item.Field("variants").Known() {
		t.Errorf("the item is %v, %+v", item, faults)
	}
	if _, span := item.Field("length").AsDuration(); span != 50*time.Minute {
		t.Errorf("its length is %v", span)
	}
}
