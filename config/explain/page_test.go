package explain

import (
	"strings"
	"testing"
)

// TestPages makes sure that each page says all that it is for, in whole sentences.
func TestPages(t *testing.T) {
	for _, page := range Pages() {
		for name, text := range map[string]string{"what": page.What, "why": page.Why, "mend": page.Mend} {
			if text == "" || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "!") && !strings.HasSuffix(text, "`") && !strings.HasSuffix(text, ")") {
				t.Errorf("%s: %s is %q", page.Code, name, text)
			}
		}
		if (page.Faulty == "") != (page.Mended == "") {
			t.Errorf("%s has only one of its two flows", page.Code)
		}
	}
}

func TestOf(t *testing.T) {
	page, ok := Of("empty-range")
	if !ok || !strings.Contains(page.Example, "[empty-range]") {
		t.Errorf("the page is %+v", page)
	}
	if _, ok := Of("emty-range"); ok {
		t.Error("a misspelt code has a page")
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"emty-range": "empty-range", "[empty-range]": "empty-range", "Empty-Range": "empty-range", "something else": ""} {
		if got := Nearest(word); got != want {
			t.Errorf("for %q it gives %q, want %q", word, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	const output = "a.yaml:1:2: error: bad [bad-id]\nline\n ^\nb.yaml:3:1: warning: worse [bad-id]\n  help: mend it\n1 error, 1 warning\n"
	found := Cut(output)["bad-id"]
	if len(found) != 2 || found[0] != "a.yaml:1:2: error: bad [bad-id]\nline\n ^\n" {
		t.Errorf("it is cut into %q", found)
	}
}
