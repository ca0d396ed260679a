package value

import (
	"testing"
	"time"
)

func TestCompare(t *testing.T) {
	tests := []struct {
		name  string
		a, b  Value
		order int
		ok    bool
	}{
		{"numbers", Integer(1), Number(1_500_000), -1, true},
		{"amounts", Money(100, "EUR"), Money(99, "EUR"), 1, true},
		{"currencies", Money(100, "EUR"), Money(100, "USD"), 0, false},
		{"texts", Text("a"), Text("b"), -1, true},
		{"dates", Date(2026, 3, 2), Date(2026, 3, 2), 0, true},
		{"times", TimeOfDay(1), TimeOfDay(2), -1, true},
		{"month and days", Duration(1, 0), Duration(0, 30*24*time.Hour), 1, true},
		{"half a year and days", Duration(6, 0), Duration(0, 183*24*time.Hour), -1, true},
		{"number and amount", Integer(1), Money(100, "EUR"), 0, false},
		{"unknown", Value{}, Value{}, 0, false},
		{"unknown and number", Value{}, Integer(0), 0, false},
		{"lists", List(), List(), 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if order, ok := Compare(tt.a, tt.b); ok != tt.ok || ok && order != tt.order {
				t.Errorf("Compare = %d, %v; want %d, %v", order, ok, tt.order, tt.ok)
			}
		})
	}
}

func TestEqual(t *testing.T) {
	record := func(n int64) Value { return Record(map[string]Value{"n": Integer(n)}) }
	tests := []struct {
		name string
		a, b Value
		want bool
	}{
		{"unknown", Value{}, Value{}, true},
		{"unknown and no", Value{}, Bool(false), false},
		{"zero of two kinds", Integer(0), TimeOfDay(0), false},
		{"currency", Money(1, "EUR"), Money(1, "USD"), false},
		{"lists", List(Integer(1), Text("a")), List(Integer(1), Text("a")), true},
		{"order of lists", List(Integer(1), Integer(2)), List(Integer(2), Integer(1)), false},
		{"length of lists", List(Integer(1)), List(Integer(1), Integer(1)), false},
		{"records", record(1), record(1), true},
		{"parts of records", record(1), record(2), false},
		{"names of parts", record(1), Record(map[string]Value{"m": Integer(1)}), false},
		{"empty records", Record(nil), Record(map[string]Value{}), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Equal(tt.a, tt.b); got != tt.want {
				t.Errorf("Equal = %v", got)
			}
			if got := Equal(tt.b, tt.a); got != tt.want {
				t.Errorf("Equal the other way round = %v", got)
			}
		})
	}
}
