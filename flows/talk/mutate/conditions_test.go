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
