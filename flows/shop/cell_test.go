package shop

import (
	"strings"
	"testing"

	"repartee/flows/value"
)

func TestReadCell(t *testing.T) {
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
		{value.Type{Base: value.TypeMoney}, "250 XTR", `{"money":"250 XTR"}`},
		{value.Type{Base: value.TypeMoney}, "250 ⭐", `{"money":"250 XTR"}`},
		{value.Type{Base: value.TypeMoney}, "⭐️ 1.250", `{"money":"1250 XTR"}`},
		{value.Type{Base: value.TypeMoney}, "2.5 XTR", "`2.5` is no whole number"},
		{value.Type{Base: value.TypeMoney}, "250 ☆", "`250 ☆` is not in EUR"},
		{value.Type{Base: value.TypeMoney, Min: &low, Max: &high}, "250 XTR", `{"money":"250 XTR"}`},
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
		v, fault := ReadCell(&c.typ, c.text, Reading{Currency: "EUR", Zone: berlin(t)})
		if got := told(t, v, fault); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q as %s gives %s, want %s", c.text, c.typ.Base, got, c.want)
		}
	}
}

// told is a value as JSON, or what is wrong instead.
func told(t *testing.T, v value.Value, fault *CellFault) string {
	t.Helper()
	if fault != nil {
		if v.Known() {
			t.Errorf("beside %+v the value is %v", fault, v)
		}
		return strings.TrimSuffix(fault.Message+", "+fault.Help, ", ")
	}
	data, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
