package sealed_test

import (
	"strings"
	"testing"

	"repartee/bot/sealed"
)

func TestParseKeys(t *testing.T) {
	for text, first := range map[string]string{
		"":                              sealed.Plain,
		" ":                             sealed.Plain,
		setting("k1"):                   "k1",
		" " + setting("k2,k1") + " ":    "k2",
		setting("plain,k1"):             sealed.Plain,
		"plain":                         sealed.Plain,
		setting("a-very_long_id_12,k1"): "",
	} {
		keys, err := sealed.ParseKeys(text)
		if first == "" {
			if err == nil {
				t.Errorf("%q is taken", text)
			}
			continue
		}
		if err != nil || keys.First() != first {
			t.Errorf("%q: first %q, %v; want %q", text, keys.First(), err, first)
		}
	}
}

// TestParseKeysSaysWhatIsWrong wants each thing that is wrong named, and no key shown.
func TestParseKeysSaysWhatIsWrong(t *testing.T) {
	short := "c2hvcnRzaG9ydHNob3J0"
	for text, want := range map[string][]string{
		secret("k1"):                            {"key number 1 has no id"},
		"k1:":                                   {"key k1 is not the base64 of 32 bytes"},
		"k1:" + short:                           {"key k1 is not the base64 of 32 bytes"},
		"k1:" + secret("k1") + "!":              {"key k1 is not the base64 of 32 bytes"},
		"k 1:" + secret("k1"):                   {"the id of key number 1 must be"},
		":" + secret("k1"):                      {"the id of key number 1 must be"},
		"plain:" + secret("k1"):                 {"the id of key number 1 must be"},
		setting("k1,plain"):                     {"key number 2 has no id"},
		setting("k1,k1"):                        {"there are two keys with the id k1"},
		setting("k1") + ",k2:" + secret("k1"):   {"k1 and k2 are the same key"},
		setting("k1") + ",":                     {"key number 2 has no id"},
		"k1:" + short + "," + secret("k2"):      {"key k1 is not", "key number 2 has no id"},
		setting("k1") + ",k2:" + secret("")[1:]: {"key k2 is not the base64 of 32 bytes"},
	} {
		_, err := sealed.ParseKeys(text)
		if err == nil {
			t.Errorf("%q is taken", text)
			continue
		}
		for _, part := range want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%q: %v; want %q", text, err, part)
			}
		}
		for _, shown := range []string{short, secret("k1"), secret("k2"), secret("k1")[:12]} {
			if strings.Contains(err.Error(), shown) {
				t.Errorf("the error shows a key: %v", err)
			}
		}
	}
}
