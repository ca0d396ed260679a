package document

import "testing"

// TestDashAbove has a dash with nothing behind it above a key that does not fit.
func TestDashAbove(t *testing.T) {
	for _, file := range []string{
		"- {at: x}\n- at: y\n   en: \"x\"}\n- \n  more: x\n    and two'", "- \n  a: b\n   c: d", "-  \n   a: b\n  c", "- 'open\n- \n  a: b", "- {open\n- \n  a: b", "x: y\n- \n  a: b",
	} {
		if d := Parse("x.yaml", []byte(file)); d.Root == nil && len(d.Faults) == 0 {
			t.Errorf("nothing is said of %q", file)
		}
	}
}
