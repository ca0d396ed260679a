package value

import (
	"math"
	"testing"
	"time"
)

func TestWhatCannotBeIsUnknown(t *testing.T) {
	tests := map[string]Value{
		"zero value":            {},
		"integer too large":     Integer(math.MaxInt64),
		"integer too small":     Integer(math.MinInt64),
		"no such day":           Date(2026, time.February, 29),
		"year zero":             Date(0, time.January, 1),
		"year 10000":            Date(10000, time.January, 1),
		"negative time":         TimeOfDay(-1),
		"midnight of tomorrow":  TimeOfDay(24 * 60),
		"instant in year 10000": DateTime(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)),
		"too many months":       Duration(120_001, 0),
	}
	for name, v := range tests {
		if v.Known() || v.Kind() != KindUnknown {
			t.Errorf("%s: %v is known", name, v.Kind())
		}
	}
}

func TestAccessorsOfOtherKindsGiveNothing(t *testing.T) {
	v := Text("12")
	if v.AsNumber() != 0 || v.AsInt() != 0 || v.AsBool() || v.AsMinutes() != 0 || v.AsList() != nil {
		t.Error("a text is something else too")
	}
	if minor, currency := v.AsMoney(); minor != 0 || currency != "" {
		t.Error("a text is an amount")
	}
	if months, d := v.AsDuration(); months != 0 || d != 0 {
		t.Error("a text is a duration")
	}
	if !v.AsTime().IsZero() || v.Field("x").Known() || Integer(1).AsText() != "" {
		t.Error("a text is a time or a record, or a number a text")
	}
}

func TestListsAndRecordsDoNotChange(t *testing.T) {
	items := []Value{Text("a"), Text("b")}
	list := List(items...)
	items[0] = Text("changed")
	if got := list.AsList()[0].AsText(); got != "a" {
		t.Errorf("the list's first entry became %q", got)
	}
	parts := map[string]Value{"name": Text("a"), "nothing": {}}
	record := Record(parts)
	parts["name"] = Text("changed")
	if got := record.Field("name").AsText(); got != "a" {
		t.Errorf("the record's part became %q", got)
	}
	for name := range record.Fields() {
		if name != "name" {
			t.Errorf("an unknown part %q was kept", name)
		}
	}
}

func TestTextIsValidUTF8(t *testing.T) {
	if got := Text("a\xffb").AsText(); got != "a\uFFFDb" {
		t.Errorf("Text = %q", got)
	}
}

func TestDateTimeHasNoZone(t *testing.T) {
	berlin := time.FixedZone("CET", 3600)
	a := DateTime(time.Date(2026, 3, 2, 10, 0, 0, 0, berlin))
	b := DateTime(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	if !Equal(a, b) {
		t.Error("the same instant differs by its zone")
	}
}

func TestLocaleToday(t *testing.T) {
	late := time.Date(2026, 3, 2, 23, 30, 0, 0, time.UTC)
	loc := Locale{Zone: time.FixedZone("CET", 3600), Now: late}
	if want := Date(2026, time.March, 3); !Equal(loc.Today(), want) {
		t.Errorf("today is %v", loc.Today().AsTime())
	}
	if (Locale{}).Today().Known() {
		t.Error("today is known without now")
	}
}
