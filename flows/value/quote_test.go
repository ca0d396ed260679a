package value

import (
	"encoding/json"
	"strings"
	"testing"
)

func FuzzAppendQuoted(f *testing.F) {
	for _, s := range []string{"", "plain", "a \"quoted\"\nline\\", "Müller 👍", "\x00\x1f\x7f", "a\xffb\xe2\x80", "\u2028<&>", "\ufffd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quoted := AppendQuoted([]byte("["), s)
		var read []string
		if err := json.Unmarshal(append(quoted, ']'), &read); err != nil {
			t.Fatalf("%q is written as %s: %v", s, quoted, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); want != read[0] && strings.Map(one, want) != strings.Map(one, read[0]) {
			t.Errorf("%q is read back as %q", s, read[0])
		}
	})
}

// one leaves out what stands for bytes that are no text: ToValidUTF8 writes one for several of them.
func one(r rune) rune {
	if r == '\ufffd' {
		return -1
	}
	return r
}
