package value

import (
	"testing"
	"time"
)

func TestParseDuration(t *testing.T) {
	day := 24 * time.Hour
	tests := map[string]Value{
		"30s":    Duration(0, 30*time.Second),
		"5m":     Duration(0, 5*time.Minute),
		"20h":    Duration(0, 20*time.Hour),
		"3d":     Duration(0, 3*day),
		"2w":     Duration(0, 14*day),
		"6mo":    Duration(6, 0),
		"2y":     Duration(24, 0),
		"1d12h":  Duration(0, day+12*time.Hour),
		"1mo-2d": Duration(1, -2*day),
		"0s":     Duration(0, 0),
	}
	for s, want := range tests {
		if got, ok := ParseDuration(s); !ok || !Equal(got, want) {
			t.Errorf("ParseDuration(%q) = %s, %v", s, got.AppendJSON(nil), ok)
		}
	}
	for _, s := range []string{"", "3", "d", "-", "3 d", "3x", "3dd", "1.5h", "99999999999d", "99999y", "--3d", "+3d"} {
		if got, ok := ParseDuration(s); ok {
			t.Errorf("ParseDuration(%q) = %s", s, got.AppendJSON(nil))
		}
	}
}
