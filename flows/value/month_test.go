package value

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestMonth(t *testing.T) {
	sheet := Month(in("de"), 2026, time.March) // begins on a Sunday
	want := MonthSheet{
		Title:    "März 2026",
		Weekdays: [7]string{"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
		Weeks: [][]int{
			{0, 0, 0, 0, 0, 0, 1}, {2, 3, 4, 5, 6, 7, 8}, {9, 10, 11, 12, 13, 14, 15}, {16, 17, 18, 19, 20, 21, 22}, {23, 24, 25, 26, 27, 28, 29}, {30, 31, 0, 0, 0, 0, 0},
		},
	}
	if !reflect.DeepEqual(sheet, want) {
		t.Errorf("March 2026 is %+v", sheet)
	}
	if weeks := Month(in("en"), 2027, time.February).Weeks; len(weeks) != 4 || weeks[0][0] != 1 || weeks[3][6] != 28 {
		t.Errorf("February 2027 is %v", weeks)
	}
	if leap := Month(in("en"), 2028, time.February).Weeks; leap[len(leap)-1][1] != 29 {
		t.Errorf("February 2028 is %v", leap)
	}
	for lang, title := range map[string]string{"en": "Mo Tu We Th Fr Sa Su May 2026", "fr": "lu ma me je ve sa di Mai 2026", "pl": "Mo Tu We Th Fr Sa Su 2026-05", "fr-CA": "lu ma me je ve sa di Mai 2026"} {
		sheet := Month(in(lang), 2026, time.May)
		if got := strings.Join(sheet.Weekdays[:], " ") + " " + sheet.Title; got != title {
			t.Errorf("%s: %q, want %q", lang, got, title)
		}
	}
	if next := Month(in("en"), 2026, 13); next.Title != "January 2027" {
		t.Errorf("the month behind December is %s", next.Title)
	}
}
