package steps

import "testing"

func TestDeliverable(t *testing.T) {
	for text, want := range map[string]bool{
		"Alex Weber, Kastanienallee 7, 10435 Berlin":   true,
		"Alex Weber\nKastanienallee 7\nD-10435 Berlin": true,
		"Kastanienallee 7, 10435 Berlin":               false,
		"12 rue de la Paix, Paris":                     false,
		"Alex Weber, Kastanienallee 7, Berlin":         false,
	} {
		if deliverable(text, "DE") != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
	if !deliverable("Anna Huber, Ring 1, 1010 Wien", "AT") || deliverable("Anna Huber, Ring 1, 10100 Wien", "AT") || !deliverable("Jo Smith, 1 High St, SW1A 1AA London", "") {
		t.Error("post codes of other countries")
	}
}
