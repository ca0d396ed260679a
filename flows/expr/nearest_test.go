package expr

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"budget", "brew", "contact.first_name", "n", "guests", "go"}
	tests := map[string]string{
		"budgt": "budget", "bugdet": "budget", "Budget": "budget", "bduget": "budget", "bew": "brew", "berw": "brew",
		"contact.frist_name": "contact.first_name", "first_name": "", "guest": "guests", "x": "", "m": "", "": "",
		"completely": "", "fo": "go",
	}
	for name, want := range tests {
		if got := Nearest(name, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
	if got := Nearest("abcd", []string{"abce", "abcf"}); got != "abce" {
		t.Errorf("of two alike it is %q", got)
	}
}

func TestUTF16Len(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "äß": 2, "😀": 2, "a\u0301": 2, "👍🏽": 4} {
		if got := UTF16Len(s); got != want {
			t.Errorf("UTF16Len(%q) = %d, want %d", s, got, want)
		}
	}
}
