package value

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestJSONForm(t *testing.T) {
	tests := []struct {
		want string
		v    Value
	}{
		{`null`, Value{}},
		{`true`, Bool(true)},
		{`-12.5`, Number(-12_500_000)},
		{`0.000001`, Number(1)},
		{`"a \"b\" ü"`, Text(`a "b" ü`)},
		{`{"money":"12.90 EUR"}`, Money(1290, "EUR")},
		{`{"money":"-0.05 EUR"}`, Money(-5, "EUR")},
		{`{"money":"500 JPY"}`, Money(500, "JPY")},
		{`{"date":"2026-03-02"}`, Date(2026, 3, 2)},
		{`{"time":"09:30"}`, TimeOfDay(570)},
		{`{"at":"2026-03-02T08:30:00.5Z"}`, DateTime(time.Date(2026, 3, 2, 8, 30, 0, 5e8, time.UTC))},
		{`{"for":"3d"}`, Duration(0, 72*time.Hour)},
		{`{"for":"2y6mo-1h-30m"}`, Duration(30, -90*time.Minute)},
		{`[1,"a",[null]]`, List(Integer(1), Text("a"), List(Value{}))},
		{`"AgACAgIAAxkBAAIB"`, Text("AgACAgIAAxkBAAIB")},
		{`{"record":{"latitude":52.52,"longitude":-13.405}}`, Record(map[string]Value{"latitude": Number(52_520_000), "longitude": Number(-13_405_000), "address": {}})},
		{`[{"record":{"items":[{"record":{"id":"crema","price":{"money":"12.90 EUR"}}}],"number":"A-17"}}]`, List(Record(map[string]Value{
			"number": Text("A-17"), "items": List(Record(map[string]Value{"id": Text("crema"), "price": Money(1290, "EUR")})),
		}))},
		{`{"record":{}}`, Record(nil)},
		{`{"record":{"a":1,"b":{"date":"2026-03-02"}}}`, Record(map[string]Value{"b": Date(2026, 3, 2), "a": Integer(1)})},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			got, err := json.Marshal(tt.v)
			if err != nil || string(got) != tt.want {
				t.Fatalf("Marshal = %s, %v", got, err)
			}
			var back Value
			if err := json.Unmarshal(got, &back); err != nil || !Equal(back, tt.v) {
				t.Errorf("read back: %v, %v", back, err)
			}
		})
	}
}

func TestJSONThatIsNoValue(t *testing.T) {
	for _, src := range []string{
		`1e3`, `0.0000001`, `99999999999999`, `{}`, `{"a":1,"b":2}`, `{"weight":"1"}`, `{"date":"2026-02-30"}`,
		`{"date":5}`, `{"time":"24:00"}`, `{"money":"EUR"}`, `{"money":"1.234 EUR"}`, `{"for":"3 days"}`,
		`{"for":""}`, `{"at":"yesterday"}`, `{"record":[1]}`, `{"record":{"a":{"x":"y"}}}`, `[{}]`,
		`{"at":"0000-01-01T00:00:00Z"}`,
	} {
		v := Text("before")
		if err := json.Unmarshal([]byte(src), &v); err == nil {
			t.Errorf("%s was read as %v", src, v)
		} else if v.AsText() != "before" && src[0] != '[' {
			t.Errorf("%s: the value was changed", src)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(3).Draw(t, "value")
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back Value
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if !Equal(v, back) {
			t.Fatalf("%s was read as %v", data, back)
		}
	})
}

func anyValue(depth int) *rapid.Generator[Value] {
	micros := rapid.Int64Range(math.MinInt64, math.MaxInt64)
	kinds := []*rapid.Generator[Value]{
		rapid.Just(Value{}),
		rapid.Map(rapid.Bool(), Bool),
		rapid.Map(rapid.String(), Text),
		rapid.Map(micros, Number),
		rapid.Map(micros, func(n int64) Value { return Money(n, "EUR") }),
		rapid.Map(micros, func(n int64) Value { return Money(n, "JPY") }),
		rapid.Map(rapid.Int64Range(0, 3_000_000), func(n int64) Value {
			return dateOf(time.Date(1, 1, 1+int(n), 0, 0, 0, 0, time.UTC))
		}),
		rapid.Map(rapid.IntRange(0, 1439), TimeOfDay),
		rapid.Map(rapid.Int64Range(-6e16, 2e17), func(n int64) Value { return DateTime(time.UnixMicro(n)) }),
		rapid.Map(rapid.Int64Range(-maxMonths, maxMonths), func(n int64) Value { return durationOf(n, -7*n) }),
	}
	if depth > 0 {
		kinds = append(kinds,
			rapid.Map(rapid.SliceOfN(anyValue(depth-1), 0, 4), func(items []Value) Value { return List(items...) }),
			rapid.Map(rapid.MapOfN(rapid.String(), anyValue(depth-1), 0, 4), Record),
		)
	}
	return rapid.OneOf(kinds...)
}
