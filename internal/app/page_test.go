package app

import (
	"os"
	"strings"
	"testing"
)

const pageToken = "correct-horse-battery-staple"

func TestPageKey(t *testing.T) {
	file := secretFile(t, pageToken+"\n")
	for name, set := range map[string][2]string{"a token": {"CONSOLE_TOKEN", pageToken}, "a file": {"CONSOLE_TOKEN_FILE", file}} {
		t.Run(name, func(t *testing.T) {
			nothingSet(t)
			t.Setenv(set[0], set[1])
			key, err := PageKey()
			if err != nil {
				t.Fatal(err)
			}
			if fits, err := key.Fits(t.Context(), pageToken); !fits || err != nil {
				t.Errorf("the token does not fit: %v", err)
			}
			if left, ok := os.LookupEnv("CONSOLE_TOKEN"); ok {
				t.Errorf("the token stays in the environment as %q", left)
			}
			if _, shown := Secret("CONSOLE_TOKEN"); shown {
				t.Error("a flow can read the token")
			}
		})
	}
}

func TestPageKeyThatIsNone(t *testing.T) {
	if key, err := PageKey(); key != nil || err != nil {
		t.Errorf("nothing is set: %v %v", key, err)
	}
	t.Setenv("CONSOLE_TOKEN", "short")
	if _, err := PageKey(); err == nil || !strings.HasPrefix(err.Error(), "CONSOLE_TOKEN") {
		t.Errorf("a short token: %v", err)
	}
	for _, name := range []string{"CONSOLE_TOKEN", "CONSOLE_PASSWORD_HASH"} {
		if !strings.Contains(PageHelp(), name) {
			t.Errorf("the help does not tell of %s", name)
		}
	}
}
