package mutate

import (
	"slices"
	"testing"
)

func TestShifts(t *testing.T) {
	for _, c := range []struct {
		source string
		want   []string
	}{
		{"budget < 8", []string{"budget <= 8"}},
		{"budget >= 8 and size == 2", []string{"budget > 8 and size == 2", "budget >= 8 and size == 3"}},
		{"name == 'a < b' and round != 10", []string{"name == 'a < b' and round != 11"}},
		{"day == 3d", nil},
		{"appointment.start - 2h > now", nil},
		{"now < closing and guests > 4", []string{"now < closing and guests >= 4"}},
		{"hour(now) >= 18", nil},
		{"snow < 3", []string{"snow <= 3"}},
		{"known(brew)", nil},
		{"name == 'it", nil},
	} {
		var got []string
		for _, shift := range shifts(c.source) {
			got = append(got, shift.source)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s becomes %q, want %q", c.source, got, c.want)
		}
	}
}

func TestExcludes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"brew == 'filter'", "brew == 'espresso'", true},
		{"brew == 'filter'", "taste == 'espresso'", false},
		{"brew == 'filter' and known(pick)", "brew == 'moka'", true},
		{"brew == 'filter' or known(pick)", "brew == 'moka'", false},
		{"known(pick)", "not known(pick)", true},
		{"not (a > 1)", "a > 1", true},
		{"count == 1", "count == 2", true},
		{"count == other", "count == 2", false},
		{"liked <= 2", "liked == 3", true},
		{"liked <= 3", "liked == 3", false},
		{"liked > 2", "liked == 2", true},
		{"guests > 4", "guests < 2", true},
		{"guests > 4", "guests < 6", false},
		{"guests >= 4", "guests <= 4", false},
		{"guests >= 4", "guests < 4", true},
		{"guests > 4", "guests > 6", false},
		{"budget < 9.9", "budget >= 10", true},
		{"budget < most", "budget >= most", false},
	} {
		excluded := false
		for _, a := range parts(c.a) {
			for _, b := range parts(c.b) {
				excluded = excluded || excludes(a, b) || excludes(b, a)
			}
		}
		if excluded != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, excluded, c.want)
		}
	}
}
