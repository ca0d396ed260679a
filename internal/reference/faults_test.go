package reference

import "testing"

// TestFaults makes sure that each faulty file gives the finding that it is named after, and no other.
func TestFaults(t *testing.T) {
	for _, code := range faults() {
		found, err := check(code)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Errorf("%s: nothing is found", code)
		}
		for _, d := range found {
			if d.Code != code {
				t.Errorf("%s: %s:%d: %s [%s]", code, d.File, d.Line, d.Message, d.Code)
			}
		}
	}
}
