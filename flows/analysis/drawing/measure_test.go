package drawing

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWrapFits: no line is wider than allowed, nothing is lost but what dots stand for, and there are no more lines than allowed.
func TestWrapFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aiWm .,é漢🙂{}"))).Draw(t, "text")
		width, most := rapid.IntRange(40, 200).Draw(t, "width"), rapid.IntRange(1, 5).Draw(t, "most")
		lines := wrap(text, fontSize, width, most)
		if len(lines) > most {
			t.Fatalf("%d lines, %d are allowed", len(lines), most)
		}
		for _, line := range lines {
			if widthOf(line, fontSize) > width {
				t.Fatalf("%q is %d wide, %d are allowed", line, widthOf(line, fontSize), width)
			}
		}
		squeezed := strings.NewReplacer(" ", "", "\n", "", "\t", "")
		if shown := squeezed.Replace(strings.Join(lines, "")); shown != squeezed.Replace(text) && !strings.HasSuffix(shown, "…") {
			t.Fatalf("of %q there is %q", text, lines)
		}
	})
}

// TestIdsBreakWhereTheirPartsMeet: an id that is too long for a line is cut behind one of its underscores.
func TestIdsBreakWhereTheirPartsMeet(t *testing.T) {
	got := wrap("appointment_with_the_doctor_in_charge", fontSize, widestBox, 3)
	if want := []string{"appointment_with_the_", "doctor_in_charge"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
